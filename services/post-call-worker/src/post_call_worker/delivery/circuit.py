"""Pure. Whether an endpoint is worth trying: closed, open for a while, then one probe."""

from __future__ import annotations

from dataclasses import dataclass

FAILURES_TO_OPEN = 5
OPEN_S = 30.0


@dataclass(frozen=True, slots=True)
class Circuit:
    """State of one endpoint; times are of a monotonic clock, in seconds."""

    failures: int = 0
    """In a row."""
    open_until: float = 0.0
    probing: bool = False

    def room(self, now: float, wanted: int) -> int:
        """How many attempts may begin: all that are wanted, a single probe, or none."""
        if self.failures < FAILURES_TO_OPEN:
            return wanted
        return min(wanted, 1) if now >= self.open_until and not self.probing else 0

    def begun(self) -> Circuit:
        """An attempt has begun; while the circuit is open it is the probe."""
        return Circuit(self.failures, self.open_until, probing=self.failures >= FAILURES_TO_OPEN)

    def answered(self) -> Circuit:
        """The endpoint works, whatever it said."""
        return Circuit()

    def failed(self, now: float) -> Circuit:
        """The endpoint did not answer, or only to say that it cannot."""
        return Circuit(self.failures + 1, now + OPEN_S)
