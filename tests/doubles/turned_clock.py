"""Shell. A clock for tests that do not wait."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta


class TurnedByHand:
    """A clock that moves when the test says so."""

    def __init__(self) -> None:
        self.passed = 0.0
        self._moved = asyncio.Event()

    def now(self) -> datetime:
        return datetime(2026, 3, 2, tzinfo=UTC) + timedelta(seconds=self.passed)

    def monotonic(self) -> float:
        return self.passed

    async def sleep(self, seconds: float) -> None:
        until = self.passed + seconds
        while self.passed < until:
            await self._moved.wait()

    async def turn(self, seconds: float) -> None:
        """Let time pass, and everybody who waited for it act."""
        self.passed += seconds
        moved, self._moved = self._moved, asyncio.Event()
        moved.set()
        for _ in range(10):
            await asyncio.sleep(0)
