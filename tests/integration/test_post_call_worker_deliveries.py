"""Shell. Deliveries under trouble: retries, dead letters, several workers, a dashboard that is away."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import select, text

from post_call_worker.delivery.decision import GENERAL, Dead, Delivered, Outcome, Retry
from post_call_worker.delivery.loop import KINDS, Attempts, DeliveryLoop
from post_call_worker.delivery.queue import LEASE_S, Attempted, DeliveryQueue
from post_call_worker.delivery.sending import Sender
from post_call_worker.models import DELIVERIES
from post_call_worker.vocabulary import DeliveryKind
from tests.integration.paging_rig import FIRST, TEXTING, Twilio, emergency
from tests.integration.worker_rig import SECRET, URLS, Receiver, Worker, deliver_round, stored, worker
from tests.unit.post_call_worker.call_logs import gas_call


async def _delivery(rig: Worker, kind: str) -> dict[str, Any]:
    found = await rig.archive.call("CA0001")
    assert found is not None
    return next(one for one in found["deliveries"] if one["kind"] == kind)


async def test_a_dashboard_in_trouble_is_tried_again_on_schedule_under_the_same_id(postgres_url: str) -> None:
    receiver = Receiver(lambda _: httpx.Response(503, text="busy"))
    async with worker(postgres_url, transport=receiver) as rig:
        await stored(rig, "CA0001")
        for wait_s in GENERAL.waits_s:
            rig.clock.step(wait_s * 1.11)
            await rig.deliver_all()
        job = await _delivery(rig, "job")
        assert job["status"] == "dead"
        assert job["reason"] == "answered 503; given up after 9 attempts"
        assert [one["response_body"] for one in job["tried"]] == ["busy"] * len(GENERAL.waits_s)
        assert receiver.requests[: len(GENERAL.waits_s)] == [("jobs", "msg_CA0001_job")] * len(GENERAL.waits_s)
        await rig.deliver_all()
        assert receiver.requests[-1] == ("calls", "msg_CA0001_call")


async def test_a_call_that_a_person_sends_again_carries_the_id_of_the_job_that_was_sent_again_before(
    postgres_url: str,
) -> None:
    answers = [httpx.Response(401)]
    async with worker(postgres_url, transport=Receiver(lambda _: answers[-1])) as rig:
        await stored(rig, "CA0001")
        await rig.deliver_all()
        answers.append(httpx.Response(200, json={"success": True, "job_id": "job_9"}))
        for kind in ("job", "call"):
            assert (await _delivery(rig, kind))["status"] == "dead"
            assert await rig.archive.retry(f"msg_CA0001_{kind}", rig.clock.now())
            await rig.deliver_all()
        assert (await _delivery(rig, "call"))["body"]["job_id"] == "job_9"


async def test_a_refusal_is_dead_at_once_with_its_words_and_the_call_goes_out_all_the_same(postgres_url: str) -> None:
    def answer(kind: str) -> httpx.Response:
        if kind == "jobs":
            return httpx.Response(400, json={"error": "Validation failed", "details": [{"path": "urgency"}]})
        return httpx.Response(200, json={"success": True})

    async with worker(postgres_url, transport=Receiver(answer)) as rig:
        await stored(rig, "CA0001")
        await rig.deliver_all()
        job, call = await _delivery(rig, "job"), await _delivery(rig, "call")
    assert (job["status"], call["status"]) == ("dead", "delivered")
    assert '"path":"urgency"' in job["tried"][0]["response_body"]
    assert "job_id" not in call["body"]


async def test_a_call_that_arrived_goes_out_once_more_when_its_job_is_taken_after_it(postgres_url: str) -> None:
    taken = {"calls": httpx.Response(200, json={"success": True})}
    async with worker(
        postgres_url, transport=Receiver(lambda kind: taken.get(kind, httpx.Response(400, json={"error": "no"})))
    ) as rig:
        await stored(rig, "CA0001")
        await rig.deliver_all()
        taken["jobs"] = httpx.Response(200, json={"success": True, "job_id": "job_9"})
        assert await rig.archive.retry("msg_CA0001_job", rig.clock.now())
        for _ in range(2):
            await rig.deliver_all()
        found = await rig.archive.call("CA0001")
    assert found is not None
    calls = {one["id"]: one for one in found["deliveries"] if one["kind"] == "call"}
    assert {name: (one["status"], one["body"].get("job_id")) for name, one in calls.items()} == {
        "msg_CA0001_call": ("delivered", None),
        "msg_CA0001_call_1": ("delivered", "job_9"),
    }


async def test_a_call_that_is_on_its_way_when_its_job_is_taken_goes_out_once_more_and_after_it(
    postgres_url: str,
) -> None:
    taken = {"jobs": httpx.Response(400, json={"error": "no"}), "calls": httpx.Response(500)}
    async with worker(postgres_url, transport=Receiver(lambda kind: taken[kind])) as rig:
        await stored(rig, "CA0001")
        await rig.deliveries.deliver_due("job")
        queue, now = DeliveryQueue(rig.engine), rig.clock.now()
        (sent,) = await queue.claim("call", 1, now)
        assert "job_id" not in sent.body
        taken["jobs"] = httpx.Response(200, json={"success": True, "job_id": "job_9"})
        assert await rig.archive.retry("msg_CA0001_job", now)
        await rig.deliveries.deliver_due("job")
        assert await queue.claim("call", 2, now) == []
        await queue.settle([Attempted(sent, Outcome(200), Delivered({}), now)])
        (anew,) = await queue.claim("call", 2, now)
    assert (anew.id, anew.body["job_id"]) == ("msg_CA0001_call_1", "job_9")


async def test_an_alert_waits_for_a_page_that_is_being_sent_and_tells_of_it(postgres_url: str) -> None:
    async with worker(postgres_url, twilio=Twilio(), profile=TEXTING) as rig:
        for message in gas_call().messages[:-1]:
            await rig.bus.publish(message)
        await rig.until(rig.archive.deliveries)
        queue, now = DeliveryQueue(rig.engine), rig.clock.now()
        (page,) = await queue.claim("page", 1, now)
        assert await queue.claim("alert", 1, now) == []
        await queue.settle([Attempted(page, Outcome(201), Delivered({"sms_message_sid": "SM1"}), now)])
        (alert,) = await queue.claim("alert", 1, now)
    assert alert.body["sms_message_sid"] == "SM1"


@pytest.mark.parametrize("secrets", [(SECRET, "another"), ("another", SECRET)])
async def test_while_the_secret_is_changed_the_dashboard_may_know_either(
    postgres_url: str, secrets: tuple[str, str]
) -> None:
    async with worker(postgres_url, secrets=secrets) as rig:
        await rig.publish(gas_call("CA0001"))
        await rig.until(lambda: rig.archive.call("CA0001"))
        await rig.deliver_all()
        delivered = [await _delivery(rig, kind) for kind in KINDS]
    assert [(one["status"], one["attempts"]) for one in delivered] == [("delivered", 1)] * len(KINDS)


async def test_what_a_person_asks_for_again_is_not_taken_for_a_first_attempt(postgres_url: str) -> None:
    async with worker(postgres_url, transport=Receiver(lambda _: httpx.Response(401))) as rig:
        await stored(rig, "CA0001")
        await rig.deliver_all()
        assert await rig.archive.retry("msg_CA0001_job", rig.clock.now())
        (again,) = await DeliveryQueue(rig.engine).claim("job", 1, rig.clock.now())
    assert (again.attempt, again.may_have_arrived) == (1, True)


async def test_a_person_can_retry_a_dead_delivery_and_discard_another(postgres_url: str) -> None:
    receiver = Receiver(lambda _: httpx.Response(401))
    async with worker(postgres_url, transport=receiver) as rig:
        await stored(rig, "CA0001")
        await rig.deliver_all()
        assert not await rig.archive.retry("msg_CA0001_nothing", rig.clock.now())
        assert await rig.archive.retry("msg_CA0001_job", rig.clock.now())
        assert not await rig.archive.retry("msg_CA0001_job", rig.clock.now())
        assert await rig.archive.discard("msg_CA0001_call", rig.clock.now())
        receiver.answer = lambda _: httpx.Response(200, json={"success": True})
        await rig.deliver_all()
        job, call = await _delivery(rig, "job"), await _delivery(rig, "call")
    assert (job["status"], call["status"]) == ("delivered", "discarded")
    assert {webhook_id for kind, webhook_id in receiver.requests if kind == "jobs"} == {"msg_CA0001_job"}


async def test_a_pile_of_dead_deliveries_is_retried_at_once_but_only_of_the_kinds_that_are_named(
    postgres_url: str,
) -> None:
    async with worker(postgres_url, transport=Receiver(lambda _: httpx.Response(401))) as rig:
        await stored(rig, "CA0001", "CA0002", "CA0003")
        await rig.deliver_all()
        assert len(await rig.archive.deliveries(status="dead", kinds=["job"])) == 3
        assert await rig.archive.retry_all("dead", ["job", "alert"], rig.clock.now()) == 3
        assert await rig.archive.retry_all("dead", ["job", "alert"], rig.clock.now()) == 0
        left = await rig.archive.deliveries(status="dead")
        assert [one["kind"] for one in left] == ["call"] * 3


async def test_a_worker_killed_between_post_and_mark_repeats_the_same_webhook(postgres_url: str) -> None:
    receiver = Receiver()
    async with worker(postgres_url, transport=receiver) as rig:
        await stored(rig, "CA0001")
        queue = DeliveryQueue(rig.engine)
        (claimed,) = await queue.claim("job", 10, rig.clock.now())
        assert claimed.id == "msg_CA0001_job"
        await rig.deliver_all()
        assert receiver.requests == []
        rig.clock.step(LEASE_S)
        await rig.deliver_all()
    assert receiver.requests == [("jobs", "msg_CA0001_job"), ("calls", "msg_CA0001_call")]


async def test_a_late_answer_of_a_worker_that_lost_its_lease_changes_nothing(postgres_url: str) -> None:
    async with worker(postgres_url, transport=Receiver()) as rig:
        await stored(rig, "CA0001")
        queue = DeliveryQueue(rig.engine)
        (late,) = await queue.claim("job", 10, rig.clock.now())
        rig.clock.step(LEASE_S)
        await rig.deliver_all()
        delivered = await _delivery(rig, "job")
        await queue.settle([Attempted(late, Outcome(error="late"), Dead("late"), rig.clock.now())])
        job = await _delivery(rig, "job")
    assert (delivered["status"], job["status"], job["reason"]) == ("delivered", "delivered", "")
    assert len(job["tried"]) == len(delivered["tried"]) + 1


async def test_a_late_answer_does_not_settle_what_another_worker_is_attempting_now(postgres_url: str) -> None:
    async with worker(postgres_url, transport=Receiver()) as rig:
        await stored(rig, "CA0001")
        queue = DeliveryQueue(rig.engine)
        (late,) = await queue.claim("job", 10, rig.clock.now())
        rig.clock.step(LEASE_S)
        (current,) = await queue.claim("job", 10, rig.clock.now())
        assert (late.attempt, current.attempt) == (1, 2)
        await queue.settle([Attempted(late, Outcome(error="late"), Dead("late"), rig.clock.now())])
        assert (await _delivery(rig, "job"))["status"] == "pending"


async def test_ten_workers_share_the_queue_and_send_nothing_twice(postgres_url: str) -> None:
    receiver = Receiver()
    async with worker(postgres_url, transport=receiver) as rig, httpx.AsyncClient(transport=receiver) as client:
        await stored(rig, *(f"CA{number:04d}" for number in range(60)))
        sender = Sender(client, URLS, [SECRET], rig.clock)
        senders: dict[DeliveryKind, Attempts] = dict.fromkeys(KINDS, sender)
        loops = [DeliveryLoop(DeliveryQueue(rig.engine), senders, rig.clock) for _ in range(10)]
        for _ in range(4):
            await asyncio.gather(*(deliver_round(loop) for loop in loops))
    counts = Counter(receiver.requests)
    assert len(counts) == 120
    assert set(counts.values()) == {1}
    for number in range(60):
        job = receiver.requests.index(("jobs", f"msg_CA{number:04d}_job"))
        assert job < receiver.requests.index(("calls", f"msg_CA{number:04d}_call"))


async def test_an_endpoint_that_is_down_is_left_alone_while_the_others_are_served(postgres_url: str) -> None:
    def answer(kind: str) -> httpx.Response:
        if kind == "jobs":
            raise httpx.ConnectError("refused")
        return httpx.Response(200, json={"success": True})

    receiver = Receiver(answer)
    async with worker(postgres_url, transport=receiver) as rig:
        await stored(rig, *(f"CA{number:04d}" for number in range(40)))
        await rig.deliver_all()
        first = len(receiver.requests)
        rig.clock.step(6)
        await rig.deliver_all()
        assert len(receiver.requests) == first  # open: nobody is asked
        rig.clock.step(30)
        await rig.deliver_all()
        assert len(receiver.requests) == first + 1  # one probe


async def test_a_page_that_is_settled_waits_for_who_answers_and_they_never_for_each_other(postgres_url: str) -> None:
    twilio = Twilio(**{FIRST: httpx.Response(503)})
    step = select(DELIVERIES.c.id).where(DELIVERIES.c.kind == "page").with_for_update(key_share=True)
    async with emergency(postgres_url, twilio) as rig:
        rig.clock.step(5 * 60)
        queue, now = DeliveryQueue(rig.engine), rig.clock.now()
        (first,) = await queue.claim("page", 1, now)
        await queue.settle([Attempted(first, Outcome(503), Retry(now + timedelta(hours=1), "503", True), now)])
        (second,) = await queue.claim("page", 1, now)
        assert (first.step, second.step) == (1, 2)
        async with rig.engine.begin() as answering:
            await answering.execute(step.where(DELIVERIES.c.step == 1))
            arrived = [Attempted(second, Outcome(201), Delivered({"sms_message_sid": "SM2"}), now)]
            settling = asyncio.create_task(queue.settle(arrived))
            await rig.until(lambda: _somebody_waits(rig))
            await answering.execute(step.where(DELIVERIES.c.step == 2).with_for_update(nowait=True))
        await settling
        pages = await rig.archive.deliveries(kinds=["page"])
        assert {page["step"]: page["status"] for page in pages} == {1: "pending", 2: "delivered", 3: "pending"}


async def _somebody_waits(rig: Worker) -> bool:
    ours = "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
    waiting = text(f"SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND pid IN ({ours}))")
    async with rig.engine.connect() as connection:
        return bool(await connection.scalar(waiting))
