"""Adapter. Free TCP ports on loopback."""

from __future__ import annotations

import socket

from calllock_local.loopback import LOOPBACK


def free_port(preferred: int = 0) -> int:
    """`preferred` when nobody listens there, else any free port."""
    for candidate in (preferred, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((LOOPBACK, candidate))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise OSError("no free TCP port on loopback")
