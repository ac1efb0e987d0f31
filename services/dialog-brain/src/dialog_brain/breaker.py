"""Pure. A circuit breaker: after failures in a row, stop asking for a while."""

from __future__ import annotations

from dataclasses import dataclass

OPENS_AFTER = 5
"""Failures in a row."""
STAYS_OPEN_S = 20.0


@dataclass(slots=True)
class Breaker:
    """One endpoint's circuit, for one process. Times are monotonic seconds."""

    failures: int = 0
    open_until: float = 0.0

    def allows(self, now: float) -> bool:
        """Whether a request may be sent; after the pause, one trial may."""
        return self.failures < OPENS_AFTER or now >= self.open_until

    def succeeded(self) -> None:
        """An answer came: the circuit is closed."""
        self.failures = 0

    def failed(self, now: float) -> None:
        """No usable answer came."""
        self.failures += 1
        if self.failures >= OPENS_AFTER:
            self.open_until = now + STAYS_OPEN_S
