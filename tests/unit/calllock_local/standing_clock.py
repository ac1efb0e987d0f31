"""Shell. The clock of the stand-ins' tests."""

from __future__ import annotations

from datetime import UTC, datetime


class StandingClock:
    """Monday, 23 February 2026, ten in the morning in Austin; remembers what was waited for."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    def now(self) -> datetime:
        return datetime(2026, 2, 23, 16, 0, tzinfo=UTC)

    def monotonic(self) -> float:
        return sum(self.slept)

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
