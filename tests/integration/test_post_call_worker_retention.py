"""Shell. People are forgotten: in Postgres, in what was to be delivered, and in the log on a real NATS."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from calllock.contracts.dataflow import CALLS
from calllock.contracts.events import CallAnswered, EmergencyRaised
from calllock.runtime.bus import Bus, BusUnavailable, Logged
from calllock.runtime.nats_bus import NatsBus, connect_nats
from post_call_worker import consumers, erasing
from post_call_worker.folding import UnusableLog
from post_call_worker.models import Base
from post_call_worker.retention import Forgotten, NotANumber, Retention
from tests.doubles.memory_bus import MemoryBus
from tests.integration.worker_rig import Worker, worker
from tests.unit.post_call_worker.call_logs import CALLER, STARTED_AT, CallLog, booked_call, gas_call, two_dangers

OTHER = "+15125550177"
PRIVATE = ("Jonas", "Lamar", "5550142", "stopped cooling", "smell gas")


@pytest.fixture
async def bus(nats_url: str) -> AsyncIterator[NatsBus]:
    """The log on a NATS of this test's own."""
    connected = await connect_nats(nats_url, name="test")
    yield connected
    await connected.close()


async def _stored(rig: Worker, *logs: CallLog) -> None:
    for log in logs:
        await rig.publish(log)
    await rig.until(lambda: _count(rig, len(logs)))
    await rig.deliver_all()


async def _count(rig: Worker, calls: int) -> bool:
    return len(await rig.archive.calls()) == calls


async def _everything(rig: Worker) -> str:
    """All that Postgres holds of calls, as text."""
    tables = [name for name in Base.metadata.tables if not name.startswith("console_")]
    async with rig.engine.connect() as connection:
        rows = [(await connection.execute(text(f"SELECT to_jsonb(t) FROM {name} t"))).scalars() for name in tables]
        return json.dumps([list(of_table) for of_table in rows])


class _AwayOnce(MemoryBus):
    """Another's log, which cannot be erased at first."""

    def __init__(self, bus: Bus) -> None:
        super().__init__()
        self._bus = bus
        self._away = True

    async def answered(self) -> list[Logged]:
        return await self._bus.answered()

    async def erase(self, call_sid: str) -> None:
        away, self._away = self._away, False
        if away:
            raise BusUnavailable("away")
        await self._bus.erase(call_sid)


def _of_another_caller() -> CallLog:
    return CallLog("CA0003", OTHER).enters("welcome").hears("my heat is out").learns(customer_name="Ada").ends()


async def test_a_forgotten_caller_is_nowhere_any_more_and_the_others_are(postgres_url: str, bus: NatsBus) -> None:
    async with worker(postgres_url, bus=bus) as rig:
        await _stored(rig, booked_call("CA0001"), gas_call("CA0002"), _of_another_caller())
        kept = await _everything(rig)
        assert [words for words in PRIVATE if words not in kept] == []
        assert await rig.retention.forget(CALLER) == Forgotten(calls=2, in_progress=0, delivered=5)
        kept = await _everything(rig)
        assert [words for words in PRIVATE if words in kept] == []
        assert "Ada" in kept
        assert [await bus.read(sid) for sid in ("CA0001", "CA0002")] == [[], []]
        assert len(await bus.read("CA0003")) > 0
        with pytest.raises(UnusableLog):
            await rig.keeper.read("CA0001")
        assert await rig.retention.forget(CALLER) == Forgotten(0, 0, 0)


def _naming(call_sid: str, *numbers: str) -> CallLog:
    """A seller, of whom no job is made, who withholds the number and names others, the last one as the right one."""
    log = CallLog(call_sid, None).enters("welcome").hears("we sell filters").learns(callback_type="vendor")
    for number in numbers:
        log.learns(callback_number=number)
    return log


async def test_who_only_named_the_number_is_forgotten_by_it_whether_stored_or_only_logged(
    postgres_url: str, bus: NatsBus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(consumers, "PROFILE_WAITS", 0)
    async with worker(postgres_url, bus=bus) as rig:
        await _stored(rig, _naming("CA0001", CALLER).ends(), _naming("CA0002", CALLER, OTHER).ends())
        await _publish_for_nobody(bus, _naming("CA0003", CALLER).ends())
        await rig.until(bus.dead_letters)
        await rig.publish(_naming("CA0004", CALLER))
        await rig.publish(_naming("CA0005", OTHER))
        kinds = {one["kind"] for one in await rig.archive.deliveries()}
        assert kinds == {"call"}
        assert await rig.retention.forget(CALLER) == Forgotten(calls=3, in_progress=1, delivered=2)
        assert "5550142" not in await _everything(rig)
        assert [len(await bus.read(sid)) > 0 for sid in ("CA0001", "CA0002", "CA0003", "CA0004", "CA0005")] == [
            *(False, False, False, True, True)
        ]
        assert await bus.dead_letters() == []


async def test_a_call_that_is_going_on_is_left_alone_and_forgotten_when_it_has_ended(
    postgres_url: str, bus: NatsBus
) -> None:
    async with worker(postgres_url, bus=bus) as rig:
        for message in gas_call("CA0002").messages[:-1]:
            await bus.publish(message)
        await rig.until(rig.archive.deliveries)
        assert await rig.retention.forget(CALLER) == Forgotten(calls=0, in_progress=1, delivered=0)
        await bus.publish(gas_call("CA0002").messages[-1])
        await rig.until(lambda: _count(rig, 1))
        assert (await rig.retention.forget(CALLER)).calls == 1


async def test_a_call_that_was_never_recorded_is_found_in_the_log_and_its_dead_letter_goes_too(
    postgres_url: str, bus: NatsBus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(consumers, "PROFILE_WAITS", 0)
    async with worker(postgres_url, bus=bus) as rig:
        await _publish_for_nobody(bus, booked_call("CA0007"))
        await rig.until(bus.dead_letters)
        assert (await rig.retention.forget(CALLER)).calls == 1
        assert await bus.dead_letters() == []
        assert await bus.read("CA0007") == []


async def test_a_dead_letter_that_has_outlived_its_log_is_found_by_the_number_in_it(
    postgres_url: str, bus: NatsBus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(consumers, "PROFILE_WAITS", 0)
    async with worker(postgres_url, bus=bus) as rig:
        await _publish_for_nobody(bus, gas_call("CA0007"))
        await rig.until(lambda: _buried(bus, 2))
        await bus.link.jetstream.purge_stream(CALLS.name)  # as its age does after a month
        assert (await rig.retention.forget(OTHER)).calls == 0
        assert len(await bus.dead_letters()) == 2
        assert (await rig.retention.forget(CALLER)).calls == 1
        assert await bus.dead_letters() == []


async def _publish_for_nobody(bus: Bus, call: CallLog) -> None:
    """The log of a call to a business that has no profile."""
    for message in call.messages:
        strange = {"business": "nobody"} if isinstance(message, CallAnswered | EmergencyRaised) else {}
        await bus.publish(message.model_copy(update=strange))


async def _buried(bus: Bus, letters: int) -> bool:
    return len(await bus.dead_letters()) == letters


@pytest.mark.parametrize("number", ["", "5125550142", "+0", "+1512555014x", "'; DROP TABLE calls; --"])
async def test_what_is_no_number_is_refused(postgres_url: str, number: str) -> None:
    async with worker(postgres_url) as rig:
        with pytest.raises(NotANumber):
            await rig.retention.forget(number)


async def test_an_old_call_loses_its_words_and_keeps_its_counts(postgres_url: str, bus: NatsBus) -> None:
    async with worker(postgres_url, bus=bus) as rig:
        await _stored(rig, booked_call("CA0001"), two_dangers("CA0002"))
        before = await rig.archive.calls()
        rig.clock.step(89 * 86_400)
        assert await rig.retention.empty_old_calls() == 0
        rig.clock.step(2 * 86_400)
        assert await rig.retention.empty_old_calls() == 2
        assert await rig.retention.empty_old_calls() == 0
        kept = await _everything(rig)
        assert [words for words in PRIVATE if words in kept] == []
        counts = ("call_sid", "started_at", "duration_s", "disposition", "booking_status", "priority_color")
        after = await rig.archive.calls()
        assert [[row[name] for name in counts] for row in after] == [[row[name] for name in counts] for row in before]
        call = await rig.archive.call("CA0001")
    assert call is not None
    assert call["classification"]["tags"]["SERVICE_TYPE"] == ["REPAIR_AC"]
    assert (call["record"]["transcript"], call["record"]["silences"]) == ([], 0)
    assert {one["status"] for one in call["deliveries"]} == {"delivered"}


async def test_what_is_kept_for_fewer_days_than_the_log_is_erased_from_the_log_as_well(
    postgres_url: str, bus: NatsBus
) -> None:
    days = round(CALLS.keeps_days) - 1
    async with worker(postgres_url, bus=bus) as rig:
        await _stored(rig, booked_call("CA0001"))
        await rig.publish(CallLog("CA0002", at=STARTED_AT + timedelta(days=days)).hears("hello").ends())
        rig.clock.step(days * 86_400 + 10)
        await rig.until(lambda: _count(rig, 2))
        assert await Retention(bus, rig.retention.eraser, rig.clock, days).empty_old_calls() == 1
        assert await bus.read("CA0001") == []
        assert len(await bus.read("CA0002")) > 0


async def test_what_nobody_could_process_is_kept_no_longer_than_the_setting_says(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(consumers, "PROFILE_WAITS", 0)
    async with worker(postgres_url) as rig:
        for message in booked_call("CA0007").messages:
            strange = {"business": "nobody"} if isinstance(message, CallAnswered) else {}
            await rig.bus.publish(message.model_copy(update=strange))
        await rig.until(rig.bus.dead_letters)
        retention = replace(rig.retention, days=60)
        rig.clock.step(59 * 86_400)
        await retention.empty_old_calls()
        assert len(await rig.bus.dead_letters()) == 1
        rig.clock.step(2 * 86_400)
        await retention.empty_old_calls()
        assert await rig.bus.dead_letters() == []


async def test_a_delivery_that_never_arrived_is_given_up_with_the_words_it_carried(postgres_url: str) -> None:
    async with worker(postgres_url) as rig:
        await rig.publish(booked_call())
        await rig.until(lambda: _count(rig, 1))
        rig.clock.step(91 * 86_400)
        await rig.retention.empty_old_calls()
        await rig.deliver_all()
        assert len(rig.received) == 0
        assert {(one["status"], one["reason"]) for one in await rig.archive.deliveries()} == {
            ("discarded", "kept no longer")
        }
        sent = [await rig.archive.retry(one["id"], rig.clock.now()) for one in await rig.archive.deliveries()]
        assert sent == [False, False]  # there is nothing left to send


async def test_alerts_whose_calls_were_never_stored_lose_their_words_as_well_however_many_there_are(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(erasing, "BATCH", 2)
    async with worker(postgres_url) as rig:
        for sid in ("CA0002", "CA0003", "CA0004"):
            for message in gas_call(sid).messages[:-1]:
                await rig.bus.publish(message)
        await rig.until(rig.everything_is_settled)
        await rig.deliver_all()
        rig.clock.step(89 * 86_400)
        await rig.retention.empty_old_calls()
        assert "I smell gas" in await _everything(rig)
        rig.clock.step(2 * 86_400)
        await rig.retention.empty_old_calls()
        kept = await _everything(rig)
    assert [words for words in PRIVATE if words in kept] == []


async def test_a_bus_that_is_away_once_keeps_no_old_call_for_longer(postgres_url: str) -> None:
    async with worker(postgres_url) as rig:
        await _stored(rig, booked_call("CA0001"))
        rig.clock.step(8 * 86_400)
        retention = replace(rig.retention, days=7, bus=_AwayOnce(rig.bus))
        with pytest.raises(BusUnavailable):
            await retention.empty_old_calls()
        await retention.empty_old_calls()
        assert await rig.bus.read("CA0001") == []


async def test_a_call_that_has_just_ended_is_left_until_nobody_writes_of_it_any_more(postgres_url: str) -> None:
    async with worker(postgres_url) as rig:
        rig.clock.step(-3_590)
        await rig.publish(booked_call("CA0001"))
        assert await rig.retention.forget(CALLER) == Forgotten(calls=0, in_progress=1, delivered=0)
        rig.clock.step(120)
        await rig.until(lambda: _count(rig, 1))
        assert (await rig.retention.forget(CALLER)).calls == 1


async def test_a_call_whose_end_nobody_can_read_is_forgotten_when_it_is_surely_over(postgres_url: str) -> None:
    async with worker(postgres_url) as rig:
        for message in booked_call("CA0001").messages[:-1]:
            await rig.bus.publish(message)
        rig.clock.step(consumers.LONGEST_CALL_S - 3_600 - 60)
        assert await rig.retention.forget(CALLER) == Forgotten(calls=0, in_progress=1, delivered=0)
        rig.clock.step(3_600)
        await rig.keeper.keep(*await rig.keeper.read("CA0001"), again=True)
        assert await rig.retention.forget(CALLER) == Forgotten(calls=1, in_progress=0, delivered=0)
        assert [await rig.archive.calls(), await rig.bus.read("CA0001")] == [[], []]
