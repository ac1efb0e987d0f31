"""How a call ends for its owner, whatever was under way."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest

from calllock.contracts import commands, events
from calllock.contracts.dataflow import LINE_LOST_S, OWNED_CALLS
from calllock.contracts.ids import line_id, single_id
from calllock.contracts.message import Message
from calllock.runtime.bus import Logged
from dialog_brain.adoption import LEFT_AT_MOST
from dialog_brain.lease import own
from dialog_brain.owner import TRANSFER_LOST_S
from dialog_brain.switchboard import Switchboard
from tests.unit.dialog_brain.desk import SAYS, TO, Office, log_of, states, until


def _line(office: Office, kind: type[Message], event_id: str, **fields: object) -> Message:
    return kind.model_validate({"event_id": event_id, "call_sid": "CA1", "occurred_at": office.clock.now(), **fields})


def _heard(office: Office, turn: int, text: str, after_prompt: int) -> Message:
    return _line(
        office, events.UtteranceHeard, line_id("CA1", "turn", turn), turn=turn, text=text, after_prompt=after_prompt
    )


def _ended(office: Office) -> Message:
    return _line(office, events.CallEnded, single_id("CA1", "ended"), ended_by="caller", duration_s=9.0)


async def _own(office: Office, limit_s: float = 10) -> None:
    """Take the one lease that there is, and own its call to the end."""
    async for lease in office.bus.consume(OWNED_CALLS):
        async with asyncio.timeout(limit_s):
            await own(office.desk(), lease)
        return


@pytest.mark.parametrize("told_afterwards", [True, False])
async def test_a_danger_is_raised_though_its_call_had_ended_when_it_was_adopted(told_afterwards: bool) -> None:
    office = Office()
    await office.answer()
    await office.bus.publish(_heard(office, 1, "I smell gas", 1))
    await office.bus.publish(_ended(office))
    if told_afterwards:
        played = _line(
            office, events.PromptPlayed, line_id("CA1", "prompt", 1), prompt=1, heard_text="Thanks", complete=False
        )
        await office.bus.publish(played)

    await _own(office)

    log = await log_of(office.bus)
    assert sum(isinstance(m, events.EmergencyRaised) for m in log) == 1
    assert states(log)[-1] == "safety_exit"


async def test_a_callback_that_is_being_made_when_the_caller_hangs_up_is_made() -> None:
    office = Office()
    office.backend.held["create_callback"] = asyncio.Event()
    await office.answer()
    owning = asyncio.create_task(_own(office))
    await until(lambda: office.bus.connected and bool(office.backend.asked("lookup_caller")))
    await office.bus.publish(_heard(office, 1, "I have a question about my invoice", 1))
    await until(lambda: bool(office.backend.asked("create_callback")))
    await office.bus.publish(_ended(office))
    await asyncio.sleep(0)
    office.backend.held["create_callback"].set()
    await owning

    answers = [m for m in await log_of(office.bus) if isinstance(m, events.ToolAnswered)]
    assert [answer.tool for answer in answers] == ["create_callback"]


async def test_a_callback_that_was_decided_before_the_end_is_asked_for_after_it() -> None:
    office = Office()
    await office.answer()
    await office.bus.publish(_heard(office, 1, "I have a question about my invoice", 1))
    await office.bus.publish(_ended(office))

    await _own(office)

    assert len(office.backend.asked("create_callback")) == 1
    assert any(isinstance(m, events.ToolAnswered) for m in await log_of(office.bus))


async def test_a_call_of_which_no_gateway_tells_any_more_is_closed_as_lost() -> None:
    office = Office()
    await office.answer()
    owning = asyncio.create_task(_own(office))
    await until(lambda: bool(office.backend.asked("lookup_caller")))
    for _ in range(int(LINE_LOST_S / 2) + 2):
        await office.clock.turn(2.0)
        if owning.done():
            break
    await owning

    ended = [m for m in await log_of(office.bus) if isinstance(m, events.CallEnded)]
    assert [one.ended_by for one in ended] == ["line_lost"]


async def test_a_call_of_whose_line_something_is_told_now_and_then_is_not_lost_however_long_it_takes() -> None:
    office = Office()
    await office.answer()
    owning = asyncio.create_task(_own(office))
    await until(lambda: bool(office.backend.asked("lookup_caller")))
    for number in range(int(2 * LINE_LOST_S / 10.0)):
        pressed = _line(office, events.KeyPressed, line_id("CA1", "key", number), key="5")
        await office.bus.publish(pressed)
        for _ in range(5):
            await office.clock.turn(2.0)
    assert not any(isinstance(m, events.CallEnded) for m in await log_of(office.bus))
    await office.bus.publish(_ended(office))
    await owning


async def test_a_clock_that_is_put_forward_closes_no_call(monkeypatch: pytest.MonkeyPatch) -> None:
    office = Office()
    await office.answer()
    owning = asyncio.create_task(_own(office))
    await until(lambda: bool(office.backend.asked("lookup_caller")))
    ahead = office.clock.now() + timedelta(seconds=2 * LINE_LOST_S)
    monkeypatch.setattr(office.clock, "now", lambda: ahead)
    await office.clock.turn(2.0)
    assert not any(isinstance(m, events.CallEnded) for m in await log_of(office.bus))
    await office.bus.publish(_ended(office))
    await owning


async def test_a_booking_that_comes_through_after_its_call_went_elsewhere_and_ended_is_a_persons_to_settle() -> None:
    office = Office()
    held = office.backend.held["book_service"] = asyncio.Event()
    owning = asyncio.create_task(_own(office))
    line = office.line()
    calling = asyncio.create_task(line.call("ace-cooling", TO))
    await until(lambda: bool(office.backend.asked("book_service")))
    await office.bus.publish(_heard(office, len(SAYS) + 1, "I smell gas", len(line.prompts)))
    await calling
    for _ in range(200):
        await asyncio.sleep(0)
    held.set()
    await owning

    asked = [m for m in await log_of(office.bus) if isinstance(m, events.ToolRequested)]
    assert [one.tool for one in asked][-2:] == ["book_service", "create_callback"]
    assert len(office.backend.asked("create_callback")) == 1


@dataclass(frozen=True)
class Recounted:
    """A lease from a bus that was killed and has lost count: it says again that it is the first."""

    logged: Logged
    attempts: int = 1

    async def ack(self) -> None: ...
    async def nak(self, delay_s: float = 0.0) -> None: ...
    async def in_progress(self) -> None: ...
    async def dead_letter(self, reason: str) -> None: ...


async def test_of_two_owners_that_both_were_the_first_to_be_given_the_call_the_later_has_it_alone() -> None:
    office = Office()
    office.backend.held["book_service"] = asyncio.Event()
    line = office.line()
    calling = asyncio.create_task(line.call("ace-cooling", TO, turns=3))
    async with aclosing(office.bus.consume(OWNED_CALLS)) as leases:
        lease = await anext(leases)
    first = asyncio.create_task(own(office.desk("one"), lease))
    await calling
    second = asyncio.create_task(own(office.desk("one"), Recounted(lease.logged)))
    await first
    talking = asyncio.create_task(line.talk())
    await until(lambda: bool(office.backend.asked("book_service")))
    for _ in range(200):
        await asyncio.sleep(0)
    assert len(office.backend.asked("book_service")) == 1
    office.backend.held["book_service"].set()
    await talking
    await second
    assert states(await log_of(office.bus))[-2:] == ["booking", "done"]


async def given_to_a_person(office: Office) -> asyncio.Task[None]:
    """Who owns a call whose line has nothing more to tell of."""
    await office.clock.turn(20 * 3600.0)  # a Monday at noon
    await office.answer("harbor-plumbing")
    await office.bus.publish(_heard(office, 1, "let me talk to a person", 1))
    owning = asyncio.create_task(_own(office, limit_s=60))
    for _ in range(int(LINE_LOST_S / 2) + 2):
        await office.clock.turn(2.0)
    assert any(isinstance(m, commands.Transfer) for m in await log_of(office.bus))
    return owning


async def test_a_call_that_a_person_has_is_not_lost_though_nobody_tells_of_it() -> None:
    office = Office()
    owning = await given_to_a_person(office)
    assert not owning.done()
    await office.bus.publish(_ended(office))
    await owning


async def test_a_call_that_a_person_had_is_closed_though_both_of_twilios_callbacks_are_lost() -> None:
    office = Office()
    owning = await given_to_a_person(office)
    for _ in range(int((TRANSFER_LOST_S - LINE_LOST_S) / 2) - 10):
        await office.clock.turn(2.0)
    assert not owning.done()
    for _ in range(20):
        await office.clock.turn(2.0)
    await owning

    ended = [m for m in await log_of(office.bus) if isinstance(m, events.CallEnded)]
    assert [one.ended_by for one in ended] == ["line_lost"]


async def test_a_call_that_the_line_gave_to_a_person_is_not_lost_while_they_talk() -> None:
    office = Office()
    await office.answer()
    owning = asyncio.create_task(_own(office, limit_s=60))
    begun = {"to_number": "+15125550180", "reason": "the brain does not answer"}
    await office.bus.publish(_line(office, events.TransferBegun, line_id("CA1", "transfer", 1), **begun))
    await until(lambda: bool(office.backend.asked("lookup_caller")))
    for _ in range(int(LINE_LOST_S / 2) + 2):
        await office.clock.turn(2.0)
    assert not owning.done()
    await office.bus.publish(_ended(office))
    await owning


async def test_a_switchboard_whose_bus_is_closed_stops_taking_calls() -> None:
    office = Office()
    switchboard = Switchboard(office.desk())
    switchboard.start()
    await asyncio.sleep(0)
    await office.bus.close()
    await until(lambda: not switchboard.taking)
    await switchboard.stop()


async def test_a_prompt_is_not_said_to_a_closed_line() -> None:
    office = Office()
    await office.answer()
    await office.bus.publish(_ended(office))
    await _own(office)
    log = await log_of(office.bus)
    await office.bus.publish(_heard(office, 1, "I smell gas", 1))
    assert [m.prompt for m in log if isinstance(m, commands.SpeakPrompt)] == [1]


@pytest.mark.parametrize(("attempts", "waits_s"), [(1, 0.4), (2, 0.8), (12, 30.0), (5_000, 30.0)])
async def test_a_call_that_fails_however_often_is_tried_again_later(attempts: int, waits_s: float) -> None:
    office = Office()
    await office.answer()
    handed_back: list[float] = []

    class Noting(Recounted):
        async def nak(self, delay_s: float = 0.0) -> None:
            handed_back.append(delay_s)

    async with aclosing(office.bus.consume(OWNED_CALLS)) as leases:
        lease = await anext(leases)
    broken: Any = None
    await own(replace(office.desk(), flow=broken), Noting(lease.logged, attempts))
    assert handed_back == [waits_s]


async def test_a_call_that_had_ended_when_no_replica_agreed_with_its_log_is_owned_no_longer_than_it_takes() -> None:
    office = Office()
    await office.answer()
    then = {"state": "nowhere", "rule": "that of another flow", "flow_version": "another"}
    await office.bus.publish(_line(office, events.StateEntered, "CA1:1:9", **then))
    await office.bus.publish(_heard(office, 1, "my AC is broken", 1))
    await office.bus.publish(_ended(office))
    async with aclosing(office.bus.consume(OWNED_CALLS)) as leases:
        lease = await anext(leases)

    async with asyncio.timeout(10):
        await own(office.desk(), Recounted(lease.logged, LEFT_AT_MOST + 2))

    assert sum(isinstance(m, events.FlowChanged) for m in await log_of(office.bus)) == 1
