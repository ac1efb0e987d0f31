"""The conversation as a table, and the one pure function that executes it."""
