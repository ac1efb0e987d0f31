"""Pure. Rate limits as token buckets: so many requests at once, and so many a minute after that."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from ipaddress import IPv6Address, ip_address

_MOST_KEYS = 10_000
"""Beyond that the longest unseen are forgotten."""


@dataclass(slots=True)
class Allowance:
    """A bucket of `at_once` tokens for each key, filled again at `a_minute`."""

    at_once: float
    a_minute: float
    _left: OrderedDict[str, tuple[float, float]] = field(default_factory=OrderedDict)
    """By key: tokens left, and when that was counted (seconds that only grow)."""

    def take(self, key: str, now_s: float) -> bool:
        """Take a token of the key's at `now_s` (seconds that only grow); False, and none taken, when there is none."""
        left, counted_s = self._left.pop(key, (self.at_once, now_s))
        left = min(self.at_once, left + (now_s - counted_s) * self.a_minute / 60)
        allowed = left >= 1
        self._left[key] = (left - 1 if allowed else left, now_s)
        if len(self._left) > _MOST_KEYS:
            self._left.popitem(last=False)
        return allowed

    def give_back(self, key: str) -> None:
        """Let the key have all of its `at_once` tokens again."""
        self._left.pop(key, None)


def source_of(host: str) -> str:
    """Where a request comes from, as far as it can be counted: an address, of IPv6 the /64 that one line is given."""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if not isinstance(address, IPv6Address):
        return str(address)
    if address.ipv4_mapped is not None:
        return str(address.ipv4_mapped)
    return str(IPv6Address(int(address) >> 64 << 64))
