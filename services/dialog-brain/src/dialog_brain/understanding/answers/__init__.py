"""Yes, no, and what is called wrong."""
