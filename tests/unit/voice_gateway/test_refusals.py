"""Refusals of recording while the bus is away, by a clock that is turned by hand."""

from __future__ import annotations

import asyncio
import os
from datetime import UTC, datetime
from pathlib import Path

from calllock.contracts.events import RecordingRefused
from calllock.contracts.ids import single_id
from tests.doubles.turned_clock import TurnedByHand
from tests.unit.voice_gateway.endings_bench import MovingBus
from voice_gateway.recording import Recorder
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


async def test_what_was_recorded_is_deleted_before_the_log_says_so(tmp_path: Path) -> None:
    class Slow(Recorder):
        may_delete = asyncio.Event()

        async def delete(self, call_sid: str) -> None:
            await self.may_delete.wait()
            await super().delete(call_sid)

    clock = TurnedByHand()
    bus, recorder = MovingBus(clock), Slow(tmp_path)
    (tmp_path / "CA1-1.wav").touch()
    refusals = Refusals(bus, clock, recorder)
    refusals.tell(REFUSED)
    await clock.turn(1.0)
    assert await bus.read("CA1") == []
    assert "CA1" in refusals
    recorder.may_delete.set()
    await refusals.finish()
    assert [entry.message for entry in await bus.read("CA1")] == [REFUSED]
    assert os.listdir(tmp_path) == []


async def test_a_file_that_cannot_be_deleted_keeps_no_refusal_from_being_told(tmp_path: Path) -> None:
    (tmp_path / "CA1-9.wav").mkdir()  # which no `unlink` removes
    clock = TurnedByHand()
    bus = MovingBus(clock)
    refusals = Refusals(bus, clock, Recorder(tmp_path))
    refusals.tell(REFUSED)
    await refusals.finish()
    assert [entry.message for entry in await bus.read("CA1")] == [REFUSED]
