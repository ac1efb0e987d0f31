"""The bus in memory by a clock of its own; what it shares with NATS is in tests/contracts."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from datetime import UTC, datetime, timedelta

from calllock.contracts.dataflow import CALLS, OWNED_CALLS
from calllock.runtime.bus import Lease
from calllock.runtime.memory_bus import MemoryBus
from tests.contracts.bus_rig import answered, heard


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


async def test_a_lease_ends_to_the_second() -> None:
    clock = TurnedByHand()
    bus = MemoryBus(clock)
    await bus.publish(answered())
    async with aclosing(bus.consume(OWNED_CALLS)) as leases:
        await anext(leases)
        again: asyncio.Task[Lease] = asyncio.ensure_future(anext(leases))
        await clock.turn(OWNED_CALLS.ack_wait_s - 0.1)
        assert not again.done()
        await clock.turn(0.1)
        assert again.done()
        assert again.result().attempts == 2


async def test_a_lease_kept_in_progress_lasts_for_hours() -> None:
    clock = TurnedByHand()
    bus = MemoryBus(clock)
    await bus.publish(answered())
    async with aclosing(bus.consume(OWNED_CALLS)) as leases:
        mine = await anext(leases)
        again: asyncio.Task[Lease] = asyncio.ensure_future(anext(leases))
        for _ in range(5000):
            await clock.turn(OWNED_CALLS.ack_wait_s - 1)
            await mine.in_progress()
        assert not again.done()
        again.cancel()
        await asyncio.wait([again])


async def test_a_repeat_is_recognised_within_the_window_only() -> None:
    clock = TurnedByHand()
    bus = MemoryBus(clock)
    first = await bus.publish(heard(1))
    await clock.turn(CALLS.deduplicates_s - 1)
    assert await bus.publish(heard(1)) == first
    await clock.turn(1)
    assert await bus.publish(heard(1)) != first
