"""Refusals of recording while the bus is away, by a clock that is turned by hand."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from calllock.contracts.events import RecordingRefused
from calllock.contracts.ids import single_id
from tests.doubles.turned_clock import TurnedByHand
from tests.unit.voice_gateway.test_endings import MovingBus
from voice_gateway.refusals import Refusals

REFUSED = RecordingRefused(
    event_id=single_id("CA1", "recording-refused"), call_sid="CA1", occurred_at=datetime(2026, 2, 23, tzinfo=UTC)
)


async def test_a_refusal_is_known_until_the_log_has_it_and_written_once() -> None:
    clock = TurnedByHand()
    bus = MovingBus(clock)
    refusals = Refusals(bus, clock)
    bus.away = True
    refusals.tell(REFUSED)
    for _ in range(60):
        await clock.turn(1.0)
    assert "CA1" in refusals
    assert "CA2" not in refusals
    bus.away = False
    for _ in range(6):
        await clock.turn(1.0)
    assert "CA1" not in refusals
    assert [entry.message for entry in await bus.read("CA1")] == [REFUSED]


async def test_a_process_that_stops_stays_for_a_refusal_that_is_not_written_yet() -> None:
    clock = TurnedByHand()
    bus = MovingBus(clock)
    refusals = Refusals(bus, clock)
    bus.away = True
    refusals.tell(REFUSED)
    await clock.turn(1.0)
    finishing = asyncio.create_task(refusals.finish())
    await clock.turn(1.0)
    assert not finishing.done()
    bus.away = False
    for _ in range(6):
        await clock.turn(1.0)
    await finishing
    assert [entry.message for entry in await bus.read("CA1")] == [REFUSED]
