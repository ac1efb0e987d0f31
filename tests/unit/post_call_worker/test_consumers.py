"""Shell. What happens to messages that cannot be used, and to those that come too early."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, cast

import pytest
from prometheus_client import REGISTRY
from sqlalchemy.exc import OperationalError
from structlog.testing import capture_logs

from calllock.contracts import wire
from calllock.contracts.business import BusinessProfile
from calllock.contracts.message import Message
from calllock.runtime.bus import DeadLetter, Logged
from calllock.runtime.profiles import Profiles
from post_call_worker import record_keeper
from post_call_worker.call_store import CallStore
from post_call_worker.classification.classify import classify
from post_call_worker.classification.result import Classification
from post_call_worker.classification.signal_files import package_signals
from post_call_worker.consumers import (
    ANSWER_POLL_S,
    LAST_ANSWER_S,
    PROFILE_WAITS,
    Consumers,
)
from post_call_worker.folding import fold
from post_call_worker.record import CallRecord
from post_call_worker.record_keeper import RecordKeeper
from tests.doubles.memory_bus import MemoryBus
from tests.integration.worker_rig import SteppedClock
from tests.unit.post_call_worker.call_logs import PROFILE, STARTED_AT, CallLog, booked_call, gas_call


class Store:
    """A store that keeps what it is given, or fails as it is told."""

    def __init__(self, *failures: Exception) -> None:
        self.calls: list[str] = []
        self.records: list[CallRecord] = []
        self.alerts: list[str] = []
        self._failures = list(failures)

    async def store(self, record: Any, *_: object, again: bool) -> bool:
        assert not again
        if self._failures:
            raise self._failures.pop(0)
        self.calls.append(record.call_sid)
        self.records.append(record)
        return True

    async def events(self, _: str) -> list[Logged]:
        return []

    async def lacks(self, *_: object) -> bool:
        return False

    async def store_alert(self, sent: Any, *_: object) -> bool:
        self.alerts += [one.body["alert_id"] for one in sent]
        return True


class Rig:
    def __init__(self, store: Store, at: datetime = STARTED_AT + timedelta(hours=1)) -> None:
        self.clock = SteppedClock(at)
        self.bus = MemoryBus(self.clock)
        self.store = store
        self.begin(PROFILE)

    def begin(self, profile: BusinessProfile) -> None:
        """A worker that knows this business."""
        store = cast("CallStore", self.store)
        self.keeper = RecordKeeper(self.bus, store, Profiles((profile,)), package_signals(), self.clock)
        self.consumers = Consumers(self.keeper, wake=lambda: None)

    async def take(self, *messages: Message) -> list[DeadLetter]:
        """Publish, let everything be settled while time passes, and return the dead letters."""
        for message in messages:
            await self.bus.publish(message)
        running = asyncio.create_task(self.consumers.run())
        async with asyncio.timeout(5):
            while not self._idle():
                self.clock.step(1)
                await asyncio.sleep(0)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        return await self.bus.dead_letters()

    def _idle(self) -> bool:
        durables = self.bus._durables.values()
        return len(durables) == 2 and all(not one.outstanding and not one.pending() for one in durables)


async def test_an_ended_call_is_stored_and_its_message_settled() -> None:
    rig = Rig(Store())
    assert await rig.take(*booked_call().messages) == []
    assert rig.store.calls == ["CA0001"]


async def test_others_are_served_while_a_very_long_call_is_classified(monkeypatch: pytest.MonkeyPatch) -> None:
    served = threading.Event()

    def classified_at_length(*given: Any) -> Classification:
        assert served.wait(5)
        return classify(*given)

    monkeypatch.setattr(record_keeper, "classify", classified_at_length)
    rig, log = Rig(Store()), CallLog()
    for _ in range(30):
        log.hears("the AC is out " * 80)
    keeping = asyncio.create_task(rig.keeper.keep(fold(log.ends().messages, PROFILE), []))
    await asyncio.sleep(0)
    served.set()
    assert await keeping


async def test_an_emergency_is_alerted_without_waiting_for_the_end() -> None:
    rig = Rig(Store())
    assert await rig.take(*gas_call().messages[:-1]) == []
    assert (rig.store.alerts, rig.store.calls) == (["CA0002:emergency"], [])


async def test_a_message_of_a_later_version_becomes_a_dead_letter_and_the_next_is_taken() -> None:
    rig = Rig(Store())
    rig.bus.store("calls.CA0009.ended", b'{"v":99,"kind":"CallEnded"}')
    rig.bus.store("calls.CA0009.emergency", b"not json")
    letters = await rig.take(*booked_call().messages)
    assert sorted(letter.reason for letter in letters) == ["not JSON: JSONDecodeError", "version 99 is later than 1"]
    assert rig.store.calls == ["CA0001"]


def _of_another_business(messages: Sequence[Message]) -> list[Message]:
    return [
        message.model_copy(update={"business": "nobody"}) if "business" in type(message).model_fields else message
        for message in messages
    ]


async def test_a_call_of_an_unknown_business_is_waited_with_and_then_becomes_a_dead_letter_by_name() -> None:
    rig = Rig(Store())
    began = rig.clock.now()
    letters = await rig.take(*_of_another_business(gas_call().messages))
    assert {letter.reason for letter in letters} == {"no business profile 'nobody'"}
    assert {letter.attempts for letter in letters} == {PROFILE_WAITS + 1}
    assert len(letters) == 2
    assert timedelta(minutes=2) < rig.clock.now() - began < timedelta(minutes=4)


async def test_a_worker_that_gets_the_profile_a_minute_after_the_call_finds_its_emergency_and_its_record() -> None:
    rig = Rig(Store())
    for message in _of_another_business(gas_call().messages):
        await rig.bus.publish(message)
    knows_not = asyncio.create_task(rig.consumers.run())
    for _ in range(60):
        rig.clock.step(1)
        await asyncio.sleep(0)
    knows_not.cancel()
    await asyncio.gather(knows_not, return_exceptions=True)
    assert (rig.store.alerts, rig.store.calls) == ([], [])
    rig.begin(PROFILE.model_copy(update={"id": "nobody"}))
    assert await rig.take() == []
    assert (rig.store.alerts, rig.store.calls) == (["CA0002:emergency"], ["CA0002"])


async def test_a_log_without_a_beginning_becomes_a_dead_letter() -> None:
    (letter,) = await Rig(Store()).take(*booked_call().messages[1:])
    assert letter.reason == "the log has no CallAnswered"


async def test_a_database_that_is_away_is_waited_for() -> None:
    rig = Rig(Store(*[OperationalError("insert", {}, OSError("gone")) for _ in range(6)], TimeoutError()))
    assert await rig.take(*booked_call().messages) == []
    assert rig.store.calls == ["CA0001"]


async def test_what_waits_because_it_cannot_be_stored_is_counted() -> None:
    def postponed(channel: str) -> float:
        return REGISTRY.get_sample_value("calllock_messages_postponed_total", {"channel": channel}) or 0.0

    before = postponed("ended"), postponed("emergency")
    read_only = OperationalError("insert", {}, OSError("cannot execute INSERT in a read-only transaction"))
    await Rig(Store(*[read_only for _ in range(3)])).take(*gas_call().messages)
    assert postponed("ended") + postponed("emergency") == sum(before) + 3
    await Rig(Store()).take(*gas_call().messages)
    assert postponed("ended") + postponed("emergency") == sum(before) + 3


async def test_a_call_that_breaks_our_own_code_is_tried_three_times_and_stops_no_other() -> None:
    rig = Rig(Store(*[ZeroDivisionError() for _ in range(3)]))
    with capture_logs() as logged:
        (letter,) = await rig.take(*booked_call().messages)
    assert (letter.reason, letter.attempts) == ("fault in the worker: ZeroDivisionError", 3)
    assert [type(line["exc_info"]) for line in logged if "exc_info" in line] == [ZeroDivisionError] * 3
    await rig.take(*booked_call("CA0002").messages)
    assert rig.store.calls == ["CA0002"]


async def test_neither_an_open_answer_nor_a_database_that_is_away_counts_as_a_fault() -> None:
    log = CallLog().enters("booking").asks("book_service").ends("caller")
    away = [OperationalError("insert", {}, OSError("gone")) for _ in range(40)]
    rig = Rig(Store(*away, ZeroDivisionError(), ZeroDivisionError()), at=log.messages[-1].occurred_at)
    with capture_logs() as logged:
        assert await rig.take(*log.messages) == []
    assert rig.store.calls == ["CA0001"]
    assert [type(line["exc_info"]) for line in logged if "exc_info" in line] == [ZeroDivisionError] * 2


async def test_after_an_open_answer_a_database_that_is_away_is_tried_again_soon() -> None:
    log = CallLog().enters("booking").asks("book_service").ends("caller")
    hung_up_at = log.messages[-1].occurred_at
    rig = Rig(Store(OperationalError("insert", {}, OSError("gone"))), at=hung_up_at)
    await rig.take(*log.messages)
    assert rig.clock.now() <= hung_up_at + timedelta(seconds=LAST_ANSWER_S + ANSWER_POLL_S + 10)


async def test_a_message_that_is_no_emergency_on_its_subject_becomes_a_dead_letter() -> None:
    rig = Rig(Store())
    rig.bus.store("calls.CA0009.emergency", wire.encode(booked_call().messages[-1]))
    (letter,) = await rig.take()
    assert letter.reason == "no EmergencyRaised"


async def test_a_booking_that_is_answered_after_the_hang_up_is_in_the_record() -> None:
    log = CallLog().enters("booking").asks("book_service").ends("caller")
    hung_up_at = log.messages[-1].occurred_at
    rig = Rig(Store(), at=hung_up_at)
    for message in log.messages:
        await rig.bus.publish(message)
    running = asyncio.create_task(rig.consumers.run())
    for _ in range(100):
        rig.clock.step(0.1)
        await asyncio.sleep(0)
    assert rig.store.calls == []
    for message in log.gets("book_service", booked=True).learns("looked_up", booking_confirmed=True).messages[-2:]:
        await rig.bus.publish(message)
    async with asyncio.timeout(5):
        while not rig.store.records:
            rig.clock.step(0.1)
            await asyncio.sleep(0)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert rig.store.records[0].tools[0].result == {"booked": True}
    assert rig.clock.now() < hung_up_at + timedelta(seconds=LAST_ANSWER_S)


async def test_a_visit_that_another_brain_has_booked_after_the_first_one_died_is_stored_as_booked() -> None:
    log = CallLog().enters("booking").asks("book_service").ends("caller").gets("book_service", booked=True)
    rig = Rig(Store(), at=log.messages[-1].occurred_at + timedelta(seconds=1.1))
    for message in log.messages:
        await rig.bus.publish(message)
    running = asyncio.create_task(rig.consumers.run())
    await _tenths(rig, 35)
    assert rig.store.records == []
    for message in log.learns(booking_confirmed=True).enters("done").messages[-2:]:
        await rig.bus.publish(message)
    await _tenths(rig, 30)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    (record,) = rig.store.records
    assert (record.final_state, record.booking.status) == ("done", "confirmed")


async def test_a_visit_whose_booking_is_told_of_in_the_moment_of_the_poll_is_stored_as_booked() -> None:
    log = CallLog().enters("booking").asks("book_service").ends("caller")
    rig = Rig(Store(), at=log.messages[-1].occurred_at)
    for message in log.messages:
        await rig.bus.publish(message)
    running = asyncio.create_task(rig.consumers.run())
    await _tenths(rig, 29)
    for message in log.waits(1.9).gets("book_service", booked=True).messages[-1:]:
        await rig.bus.publish(message)
    await _tenths(rig, 4)
    log.learns(booked_at="2026-02-24T09:00:00-06:00").enters("done")
    for message in log.messages[-2:]:
        await rig.bus.publish(message)
    await _tenths(rig, 40)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    (record,) = rig.store.records
    assert [visit.state for visit in record.path] == ["booking", "done"]


async def _tenths(rig: Rig, number: int) -> None:
    for _ in range(number):
        rig.clock.step(0.1)
        for _ in range(10):
            await asyncio.sleep(0)
