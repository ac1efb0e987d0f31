"""What the services share; no business rules."""
