"""Days, hours, and the wish that they make."""
