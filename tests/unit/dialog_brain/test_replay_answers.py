"""What the console is told of today's flow, over a bus in memory."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence

import pytest
from structlog.testing import capture_logs

from calllock.contracts import events, wire
from calllock.contracts.dataflow import REPLAYS
from calllock.contracts.message import Message
from calllock.runtime.bus import BusUnavailable
from dialog_brain import replay_answers
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.rehearsal import rehearse
from dialog_brain.replay_answers import answer_replays
from dialog_brain.script import Line, Script
from tests.doubles.memory_bus import MemoryBus
from tests.unit.dialog_brain.flow.calls import PROFILES

LIMIT_S = 5.0


@pytest.fixture
async def bus() -> AsyncIterator[MemoryBus]:
    bus = MemoryBus()
    answering = asyncio.create_task(answer_replays(bus, RECEPTIONIST, PROFILES))
    await asyncio.sleep(0)
    yield bus
    await bus.close()
    await answering


def _log() -> list[Message]:
    profile = PROFILES.by_id("ace-cooling")
    assert profile is not None
    says = tuple(Line(says=words) for words in ("I smell gas",))
    return list(rehearse(RECEPTIONIST, profile, Script(name="told", says=says)).log)


async def _ask(bus: MemoryBus, log: Sequence[Message], limit_s: float = LIMIT_S) -> list[str]:
    answer = await bus.ask(REPLAYS, b"\n".join(map(wire.encode, log)), limit_s)
    return answer.decode().splitlines()


async def test_a_log_of_today_differs_in_nothing_and_another_where_it_does(bus: MemoryBus) -> None:
    log = _log()
    assert await _ask(bus, log) == []
    without_alarm = [message for message in log if not isinstance(message, events.EmergencyRaised)]
    (difference,) = await _ask(bus, without_alarm)
    assert difference.startswith("today's flow would raise the emergency GAS_LEAK")


async def test_what_cannot_be_read_is_not_answered_and_the_next_question_is(bus: MemoryBus) -> None:
    for nonsense in (b"\xff", b"", b'{"v":1,"kind":"Nothing"}'):
        with pytest.raises(BusUnavailable):
            await bus.ask(REPLAYS, nonsense, 0.1)
    assert await _ask(bus, _log()) == []


async def test_a_log_that_breaks_the_flow_is_not_answered_and_the_next_one_is(
    bus: MemoryBus, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object) -> list[str]:
        raise AssertionError("a state that is no more")

    with monkeypatch.context() as broken, capture_logs() as logged:
        broken.setattr(replay_answers, "differences", breaks)
        with pytest.raises(BusUnavailable):
            await _ask(bus, _log(), 0.1)
    assert [type(line["exc_info"]) for line in logged] == [AssertionError]
    assert await _ask(bus, _log()) == []
