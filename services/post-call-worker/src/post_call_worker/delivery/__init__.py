"""Webhooks delivered at least once, and recognisable as the same one every time."""
