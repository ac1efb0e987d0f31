"""Pure. Whether an endpoint is worth trying: closed, open for a while, then one probe at a time."""

from __future__ import annotations

from dataclasses import dataclass, replace

FAILURES_TO_OPEN = 5
OPEN_S = 20.0


@dataclass(frozen=True, slots=True)
class Circuit:
    """State of one endpoint, for one process; times are of a monotonic clock, in seconds."""

    failures: int = 0
    """In a row."""
    open_until: float = 0.0

    def room(self, now: float, wanted: int = 1) -> int:
        """How many attempts may begin: all that are wanted, a single probe, or none."""
        if self.failures < FAILURES_TO_OPEN:
            return wanted
        return min(wanted, 1) if now >= self.open_until else 0

    def begun(self, now: float) -> Circuit:
        """An attempt has begun. While the circuit is open it is the probe, and no other begins for as long as the
        circuit stays open; so a probe that nobody ever tells about blocks nothing."""
        return self if self.failures < FAILURES_TO_OPEN else replace(self, open_until=now + OPEN_S)

    def answered(self) -> Circuit:
        """The endpoint works, whatever it said."""
        return Circuit()

    def failed(self, now: float) -> Circuit:
        """The endpoint did not answer, or only to say that it cannot."""
        return Circuit(self.failures + 1, now + OPEN_S)
