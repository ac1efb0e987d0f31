"""The bus in memory by a clock of its own; what it shares with NATS is in tests/contracts."""

from __future__ import annotations

import asyncio
from contextlib import aclosing

from calllock.contracts.dataflow import CALLS, OWNED_CALLS
from calllock.runtime.bus import Lease
from tests.contracts.bus_rig import answered, heard
from tests.doubles.memory_bus import MemoryBus
from tests.doubles.turned_clock import TurnedByHand


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
