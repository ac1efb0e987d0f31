"""Pure. Which hosts are this machine alone."""

from __future__ import annotations

import pytest

from calllock.runtime.loopback import is_loopback


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost"])
def test_this_machine_is_loopback(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["", "0.0.0.0", "::", "192.0.2.1", "phone.example.com", "localhost.example.com"])
def test_what_others_can_reach_is_not(host: str) -> None:
    assert not is_loopback(host)
