"""One brain's ownership of one call, on a bus in memory."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from dataclasses import replace

import pytest

from calllock.contracts import events
from calllock.contracts.dataflow import OWNED_CALLS
from calllock.contracts.events import ToolName
from calllock.contracts.message import Message
from calllock.runtime.bus import BusUnavailable, Lease, SequenceConflict
from calllock.runtime.clock import Clock
from calllock.runtime.profiles import Profiles
from dialog_brain.adoption import LEFT_AT_MOST, LEFT_FOR_S
from dialog_brain.backend import Answer
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.fold import Fold
from dialog_brain.lease import own
from dialog_brain.owner import Desk, Owner
from tests.doubles.memory_bus import MemoryBus
from tests.unit.dialog_brain.desk import PROFILES, SAYS, TO, Office, log_of, prompts, states, until

ALL_STATES = ["welcome", "lookup", "safety", "service_area", "discovery", "confirm", "booking", "done"]
LIMIT_S = 10.0
"""No test here needs any time; one that waits is wrong."""


async def take(office: Office) -> Lease:
    """The next lease of an unowned call."""
    async with asyncio.timeout(LIMIT_S), aclosing(office.bus.consume(OWNED_CALLS)) as leases:
        return await anext(leases)


def owner_of(desk: Desk, lease: Lease) -> Owner:
    answered = lease.logged.message
    assert isinstance(answered, events.CallAnswered)
    profile = PROFILES.by_id(answered.business)
    assert profile is not None
    return Owner(desk, lease, answered, Fold(RECEPTIONIST, profile))


async def vanish(owning: asyncio.Task[None]) -> None:
    """The process of an owner is gone: nothing is settled."""
    owning.cancel()
    await asyncio.wait([owning])


async def test_a_call_is_owned_from_its_first_word_to_its_end() -> None:
    office = Office()
    owning = asyncio.create_task(own_next(office))
    await office.line().call("ace-cooling", TO)
    await asyncio.wait_for(owning, LIMIT_S)
    log = await log_of(office.bus)
    assert states(log) == ALL_STATES
    assert prompts(log) == list(range(1, len(prompts(log)) + 1))
    assert len(office.backend.asked("lookup_caller")) == 1
    assert office.backend.asked("book_service") == [m.request_id for m in _requested(log, "book_service")]
    assert not any(isinstance(m, events.CallAdopted) for m in log)
    await office.lease_lapses()
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(take(office), 0.01)


async def own_next(office: Office, replica: str = "one") -> None:
    await own(office.desk(replica), await take(office))


def _requested(log: list[Message], tool: str) -> list[events.ToolRequested]:
    return [m for m in log if isinstance(m, events.ToolRequested) and m.tool == tool]


@pytest.mark.parametrize("turns", range(1, 8))
async def test_whoever_adopts_a_call_says_and_asks_nothing_twice(turns: int) -> None:
    office = Office()
    line = office.line()
    calling = asyncio.create_task(line.call("ace-cooling", TO, turns=turns))
    first = asyncio.create_task(owner_of(office.desk("one"), await take(office)).run())
    await calling
    await vanish(first)
    await office.lease_lapses()
    second = asyncio.create_task(own_next(office, "two"))
    await line.talk()
    await asyncio.wait_for(second, LIMIT_S)
    log = await log_of(office.bus)
    assert states(log) == ALL_STATES
    assert prompts(log) == list(range(1, len(prompts(log)) + 1))
    ids = [m.event_id for m in log]
    assert len(ids) == len(set(ids))
    assert len(set(office.backend.asked("book_service"))) == 1
    adopted = [m for m in log if isinstance(m, events.CallAdopted)]
    assert [(m.replica, m.attempt) for m in adopted] == [("two", 2)]


async def test_a_request_whose_owner_died_before_the_answer_is_sent_again_under_the_same_id() -> None:
    office = Office()
    office.backend.held["book_service"] = asyncio.Event()
    calling = asyncio.create_task(office.line().call("ace-cooling", TO))
    first = asyncio.create_task(owner_of(office.desk("one"), await take(office)).run())
    await until(lambda: bool(office.backend.asked("book_service")))
    await vanish(first)
    office.backend.held["book_service"].set()
    await office.lease_lapses()
    second = asyncio.create_task(own_next(office, "two"))
    await calling
    await asyncio.wait_for(second, LIMIT_S)
    asked = office.backend.asked("book_service")
    assert len(asked) == 2
    assert len(set(asked)) == 1
    assert states(await log_of(office.bus)) == ALL_STATES


class RefusingBus(MemoryBus):
    """Refuses what an owner writes, as if another had written since."""

    refuses = False

    async def publish(self, message: Message, *, expected_last: int | None = None) -> int:
        if self.refuses and expected_last is not None:
            raise SequenceConflict("another has written")
        return await super().publish(message, expected_last=expected_last)


async def test_an_owner_whose_write_is_refused_lets_go_without_settling() -> None:
    office = Office()
    bus = RefusingBus(office.clock)
    office.bus = bus
    line = office.line()
    calling = asyncio.create_task(line.call("ace-cooling", TO, turns=2))
    owning = asyncio.create_task(own_next(office))
    await calling
    bus.refuses = True
    talking = asyncio.create_task(line.talk())
    await asyncio.wait_for(owning, LIMIT_S)
    await vanish(talking)
    await office.lease_lapses()
    again = await take(office)
    assert again.attempts == 2


class CrowdedBus(MemoryBus):
    """Lets others run before it stores anything, as a bus on a network does."""

    async def publish(self, message: Message, *, expected_last: int | None = None) -> int:
        await asyncio.sleep(0)
        return await super().publish(message, expected_last=expected_last)


async def test_answers_of_the_backend_that_come_at_once_are_written_one_after_the_other() -> None:
    office = Office()
    office.bus = CrowdedBus(office.clock)
    tools: tuple[ToolName, ...] = ("send_sales_lead_alert", "create_callback")
    office.backend.held.update(dict.fromkeys(tools, asyncio.Event()))
    owning = asyncio.create_task(own_next(office))
    line = office.line(says=("I want a quote for a new AC system", *SAYS[1:]))
    calling = asyncio.create_task(line.call("ace-cooling", TO))
    await until(lambda: all(office.backend.asked(tool) for tool in tools))
    office.backend.held["create_callback"].set()
    await calling
    await asyncio.wait_for(owning, LIMIT_S)
    answered = [m.tool for m in await log_of(office.bus) if isinstance(m, events.ToolAnswered)]
    assert set(answered) >= set(tools)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(take(office), 0.01)


async def test_an_owner_that_reads_a_later_claim_lets_go() -> None:
    office = Office()
    await office.answer()
    lease = await take(office)
    owning = asyncio.create_task(own(office.desk("one"), lease))
    await until(lambda: bool(office.backend.asked("lookup_caller")))
    await office.bus.publish(
        events.CallAdopted(event_id="x", call_sid="CA1", occurred_at=office.clock.now(), replica="two", attempt=2)
    )
    await asyncio.wait_for(owning, LIMIT_S)
    await office.lease_lapses()
    assert (await take(office)).attempts == 2


async def test_a_lease_is_kept_as_long_as_the_call_lasts() -> None:
    office = Office()
    await office.answer()
    owning = asyncio.create_task(own_next(office))
    await until(lambda: bool(office.backend.asked("lookup_caller")))
    for _ in range(20):
        await office.clock.turn(0.9)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(take(office), 0.01)
    await vanish(owning)


async def _leave_to_others(office: Office) -> None:
    """Every replica declines, one after the other, until the last may give up."""
    for _ in range(LEFT_AT_MOST):
        await own_next(office)
        assert not await office.bus.dead_letters()
        await office.clock.turn(LEFT_FOR_S)
    await own_next(office)


async def test_a_call_for_a_business_that_no_replica_knows_is_a_dead_letter_that_says_so() -> None:
    office = Office()
    await office.answer(business="nobody")
    await _leave_to_others(office)
    assert [letter.reason for letter in await office.bus.dead_letters()] == ["no business profile 'nobody'"]


async def test_a_call_whose_business_only_a_newer_replica_knows_is_left_to_it() -> None:
    office = Office()
    await office.answer()
    async with aclosing(office.bus.consume(OWNED_CALLS)) as leases:
        await own(replace(office.desk("older"), profiles=Profiles(())), await anext(leases))
        await office.clock.turn(LEFT_FOR_S)
        owning = asyncio.create_task(own(office.desk("newer"), await anext(leases)))
        for _ in range(100):
            await asyncio.sleep(0)
    assert prompts(await log_of(office.bus)) == [1]
    await vanish(owning)


async def test_a_call_that_no_replica_can_read_is_a_dead_letter_that_says_why() -> None:
    office = Office()
    office.bus.store("calls.CA1.answered", b'{"v": 99, "kind": "CallAnswered"}')
    await _leave_to_others(office)
    (letter,) = await office.bus.dead_letters()
    assert letter.reason.startswith("no call to own: ")


async def test_an_entry_of_another_version_is_passed_over() -> None:
    office = Office()
    office.bus.store("calls.CA1.line", b'{"v": 99, "kind": "FromTheFuture"}')
    office.bus.store("calls.CA1.line", b"not even JSON")
    owning = asyncio.create_task(own_next(office))
    await office.line().call("ace-cooling", TO)
    await asyncio.wait_for(owning, LIMIT_S)
    assert states(await log_of(office.bus)) == ALL_STATES


async def test_a_backend_that_fails_is_told_to_the_flow_as_a_failure() -> None:
    office = Office()
    office.backend.answers["book_service"] = Answer("failed", detail="status 500")
    owning = asyncio.create_task(own_next(office))
    await office.line().call("ace-cooling", TO)
    await asyncio.wait_for(owning, LIMIT_S)
    log = await log_of(office.bus)
    assert states(log)[-2:] == ["booking", "callback"]
    answer = next(m for m in log if isinstance(m, events.ToolAnswered) and m.tool == "book_service")
    assert (answer.outcome, answer.detail) == ("failed", "status 500")


async def test_an_unexpected_error_gives_the_call_to_another_after_a_pause() -> None:
    office = Office()
    office.backend.breaks["book_service"] = 1
    calling = asyncio.create_task(office.line().call("ace-cooling", TO))
    await own_next(office, "one")
    await office.clock.turn(1.0)
    second = asyncio.create_task(own_next(office, "two"))
    await calling
    await asyncio.wait_for(second, LIMIT_S)
    assert states(await log_of(office.bus)) == ALL_STATES
    assert len(set(office.backend.asked("book_service"))) == 1


class BrokenBus(MemoryBus):
    """Stops answering when told to."""

    def __init__(self, clock: Clock) -> None:
        super().__init__(clock)
        self.broken = False

    async def publish(self, message: Message, *, expected_last: int | None = None) -> int:
        if self.broken:
            raise BusUnavailable("no answer within its limit")
        return await super().publish(message, expected_last=expected_last)


async def test_a_bus_that_is_gone_ends_the_owning_and_not_the_process() -> None:
    office = Office()
    bus = BrokenBus(office.clock)
    office.bus = bus
    await office.answer()
    lease = await take(office)
    bus.broken = True
    await own(office.desk(), lease)
    bus.broken = False
    await office.lease_lapses()
    assert (await take(office)).attempts == 2
