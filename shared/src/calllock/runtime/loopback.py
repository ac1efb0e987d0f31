"""Pure. Whether a host is this machine alone, so that what listens there needs no other guard."""

from __future__ import annotations

from ipaddress import ip_address


def is_loopback(host: str) -> bool:
    """Of an address or a name; the empty host is every interface, and no name but `localhost` is trusted."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
