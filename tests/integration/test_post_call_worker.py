"""Shell. From the log of a call to the record in Postgres and the webhooks at the dashboard."""

from __future__ import annotations

import json
from collections.abc import Awaitable
from dataclasses import replace
from typing import Any

import httpx
import pytest

from calllock.contracts.message import VERSION
from calllock.runtime.bus import DeadLetter
from calllock.runtime.health import Health
from post_call_worker.app import create_app
from post_call_worker.consumers import LONGEST_CALL_S, Consumers
from post_call_worker.folding import UnusableLog
from tests.doubles.memory_bus import MemoryBus
from tests.integration.worker_rig import SteppedClock, Worker, worker
from tests.unit.post_call_worker.call_logs import CallLog, booked_call, gas_call


async def test_a_booked_call_is_recorded_and_delivered_as_a_job_and_a_call(postgres_url: str) -> None:
    async with worker(postgres_url) as rig:
        await rig.publish(booked_call())
        await rig.until(lambda: rig.archive.call("CA0001"))
        await rig.deliver_all()
        stored = await rig.archive.call("CA0001")
    assert stored is not None
    assert stored["record"]["booking"]["status"] == "confirmed"
    assert "REPAIR_AC" in stored["classification"]["tags"]["SERVICE_TYPE"]
    assert {one["kind"]: one["status"] for one in stored["deliveries"]} == {"job": "delivered", "call": "delivered"}
    (job,) = rig.accepted("jobs")
    assert job.body["scheduled_at"] == "2026-02-24T09:00:00-06:00"
    assert job.body["customer_name"] == "Jonas Miller"
    (call,) = rig.accepted("calls")
    assert call.body["job_id"] == job.answer["job_id"]
    assert [line["role"] for line in call.body["transcript_object"]].count("user") == 7


async def test_an_alert_leaves_while_the_call_is_still_going_on_and_only_once(postgres_url: str) -> None:
    log = gas_call()
    async with worker(postgres_url) as rig:
        for message in log.messages[:-1]:
            await rig.bus.publish(message)
        await rig.until(rig.archive.deliveries)
        await rig.deliver_all()
        assert len(rig.accepted("emergency-alerts")) == 1
        assert rig.accepted("calls") == []
        await rig.bus.publish(log.messages[-1])
        await rig.until(lambda: _stored(rig.archive.call("CA0002")))
        await rig.deliver_all()
    (alert,) = rig.accepted("emergency-alerts")
    assert alert.body["alert_id"] == "CA0002:emergency"
    (job,) = rig.accepted("jobs")
    assert (job.body["urgency"], job.body["status_color"]) == ("emergency", "red")


async def _stored(asked: Awaitable[dict[str, Any] | None]) -> bool:
    found = await asked
    return bool(found and found["record"])


async def test_a_message_delivered_again_changes_nothing(postgres_url: str) -> None:
    async with worker(postgres_url) as rig:
        log = booked_call()
        await rig.publish(log)
        first = await rig.until(lambda: rig.archive.call("CA0001"))
        await rig.deliver_all()
        rig.clock.step(200)  # beyond the bus's deduplication window
        await rig.bus.publish(log.messages[-1])
        await rig.until(rig.everything_is_settled)
        await rig.deliver_all()
        again = await rig.archive.call("CA0001")
        assert again is not None
        assert again["record"] == first["record"]
        assert len(rig.received) == 2


@pytest.mark.parametrize("reason", ["wrong_number", "vendor"])
async def test_a_wrong_number_and_a_seller_make_no_job(postgres_url: str, reason: str) -> None:
    log = CallLog().enters("welcome").hears("sorry, I have the wrong number").learns(callback_type=reason)
    async with worker(postgres_url) as rig:
        await rig.publish(log.enters("callback").ends())
        await rig.until(lambda: rig.archive.call("CA0001"))
        await rig.deliver_all()
    assert rig.accepted("jobs") == []
    assert len(rig.accepted("calls")) == 1


async def test_odd_characters_in_what_was_heard_are_stored_and_delivered(postgres_url: str) -> None:
    odd = "my AC\x00 is out \ud83d \U0001f975 \u202e"
    log = CallLog().enters("welcome").hears(odd).learns(problem_description=odd)
    bus = MemoryBus(SteppedClock())
    for message in log.learns(customer_name="\x00").enters("callback").ends().messages:
        content = {"v": VERSION, **message.model_dump(mode="json")}
        bus.store(message.subject, json.dumps(content).encode())  # half a character can be written as an escape
    async with worker(postgres_url, bus=bus) as rig:
        stored = await rig.until(lambda: rig.archive.call("CA0001"))
        await rig.deliver_all()
    assert stored["record"]["transcript"][0]["text"] == "my AC is out ? \U0001f975 \u202e"
    assert len(rig.accepted("jobs")) == len(rig.accepted("calls")) == 1


async def test_a_call_told_again_gets_its_new_record_and_sends_nothing_twice(postgres_url: str) -> None:
    async with worker(postgres_url) as rig:
        await rig.publish(booked_call())
        await rig.until(lambda: rig.archive.call("CA0001"))
        await rig.deliver_all()
        record, log = await rig.keeper.read("CA0001")
        assert not await rig.keeper.keep(record, log)
        assert await rig.keeper.keep(record.model_copy(update={"disposition": "callback"}), log, again=True)
        await rig.deliver_all()
        told_again = await rig.archive.call("CA0001")
    assert told_again is not None
    assert told_again["record"]["disposition"] == "callback"
    assert len(rig.received) == 2


async def test_a_log_that_the_stream_has_let_go_is_read_from_the_database(postgres_url: str) -> None:
    async with worker(postgres_url) as rig:
        await rig.publish(booked_call())
        await rig.until(lambda: rig.archive.call("CA0001"))
        from_the_stream, _ = await rig.keeper.read("CA0001")
        emptied = replace(rig.keeper, bus=MemoryBus(rig.clock))
        from_the_database, _ = await emptied.read("CA0001")
        assert from_the_database == from_the_stream
        with pytest.raises(UnusableLog):
            await emptied.read("CA0002")


async def test_it_is_known_which_calls_have_a_record_and_which_an_alert(postgres_url: str) -> None:
    async with worker(postgres_url) as rig:
        await rig.publish(booked_call("CA0001"))
        await rig.publish(gas_call("CA0002"))
        await rig.until(lambda: rig.archive.call("CA0001"))
        await rig.until(lambda: rig.archive.call("CA0002"))
        await rig.until(rig.everything_is_settled)
        asked = {"CA0001", "CA0002", "CA0003"}
        assert await rig.archive.known_of(asked) == ({"CA0001", "CA0002"}, {("CA0002", 0)})
        assert await rig.archive.known_of(set()) == (set(), set())


async def _reprocessed(rig: Worker, call_sid: str) -> int:
    app = create_app(rig.archive, rig.keeper, rig.deliveries, rig.retention, Health({}), "")
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1") as client:
        return (await client.post(f"/api/calls/{call_sid}/reprocess")).status_code


async def test_a_call_of_which_there_is_no_log_is_not_said_to_have_a_broken_one(postgres_url: str) -> None:
    async with worker(postgres_url) as rig:
        with pytest.raises(UnusableLog, match="no log of this call; see that its SID is right"):
            await rig.keeper.read("CA404")
        assert await _reprocessed(rig, "CA404") == 409


async def test_a_call_that_is_going_on_is_not_recorded_as_if_it_had_ended(postgres_url: str) -> None:
    *going_on, ended = booked_call().messages
    async with worker(postgres_url) as rig:
        for message in going_on:
            await rig.bus.publish(message)
        rig.clock.step(-3_600 + 60)
        assert await _reprocessed(rig, "CA0001") == 409
        await rig.bus.publish(ended)
        await rig.until(rig.everything_is_settled)
        await rig.deliver_all()
        (call,) = rig.accepted("calls")
        assert call.body["outcome"] == "booked"
        assert await _reprocessed(rig, "CA0001") == 200


async def test_a_call_whose_end_never_came_can_be_recorded_when_it_is_surely_over(postgres_url: str) -> None:
    async with worker(postgres_url) as rig:
        for message in booked_call().messages[:-1]:
            await rig.bus.publish(message)
        rig.clock.step(LONGEST_CALL_S)
        assert await _reprocessed(rig, "CA0001") == 200


async def test_a_call_that_postgres_will_never_take_is_buried_and_not_tried_for_ever(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Consumers, "_blame", lambda *_: None)  # a trace with all its values is long in the printing
    too_long = "".join(f"{number * 7919:x}" for number in range(9_000))
    log = CallLog().enters("welcome").hears("hello").learns(callback_number=too_long)
    async with worker(postgres_url) as rig:
        await rig.publish(log.ends())

        async def buried() -> list[DeadLetter]:
            rig.clock.step(0.1)  # faster, the bus would take the first try for lost
            return await rig.bus.dead_letters()

        (letter,) = await rig.until(buried, limit_s=60)
        assert letter.reason == "fault in the worker: DBAPIError"
        await rig.publish(booked_call("CA0002"))
        await rig.until(lambda: rig.archive.call("CA0002"))
