"""What the caller asks for or asks about, and taking leave."""
