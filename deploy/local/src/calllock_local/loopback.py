"""Pure. Addresses on this machine."""

from __future__ import annotations

LOOPBACK = "127.0.0.1"


def local_url(port: int) -> str:
    """Base URL of something that serves HTTP on this machine."""
    return f"http://{LOOPBACK}:{port}"
