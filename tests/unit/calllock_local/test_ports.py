"""Adapter. Free ports on loopback."""

from __future__ import annotations

import socket

from calllock_local.loopback import LOOPBACK
from calllock_local.ports import free_port


def test_the_preferred_port_is_taken_when_nobody_listens_there() -> None:
    port = free_port()
    assert free_port(port) == port


def test_a_port_that_somebody_listens_on_is_avoided() -> None:
    with socket.create_server((LOOPBACK, 0)) as taken:
        port = taken.getsockname()[1]
        assert free_port(port) != port
