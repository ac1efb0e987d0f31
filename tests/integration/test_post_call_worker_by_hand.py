"""Shell. Deliveries that a person discards and sends again, at awkward moments."""

from __future__ import annotations

import httpx
import pytest
from fastapi import HTTPException

from calllock.runtime.health import Health
from post_call_worker.app import create_app
from post_call_worker.console.seen_calls import resend
from post_call_worker.delivery.decision import Dead, Delivered, Outcome
from post_call_worker.delivery.queue import LEASE_S, Attempted, DeliveryQueue
from tests.integration.console_rig import OWNER, PASSWORD, console
from tests.integration.worker_rig import Receiver, stored, worker

JOB = "msg_CA0001_job"


async def test_what_arrives_after_it_was_discarded_and_sent_again_is_not_sent_twice(postgres_url: str) -> None:
    receiver = Receiver()
    async with worker(postgres_url, transport=receiver) as rig:
        await stored(rig, "CA0001")
        queue, now = DeliveryQueue(rig.engine), rig.clock.now()
        (in_the_air,) = await queue.claim("job", 1, now)
        assert await rig.archive.discard(JOB, now)
        assert await rig.archive.retry(JOB, now)
        await queue.settle([Attempted(in_the_air, Outcome(200), Delivered({"job_id": "job_9"}), now)])
        job = await rig.archive.delivery(JOB)
        rig.clock.step(LEASE_S)
        await rig.deliver_all()
        call = await rig.archive.delivery("msg_CA0001_call")
    assert job is not None
    assert call is not None
    assert (job["status"], job["attempts"], call["body"]["job_id"]) == ("delivered", 1, "job_9")
    assert receiver.requests == [("calls", "msg_CA0001_call")]


async def test_what_fails_after_it_was_discarded_and_sent_again_is_tried_again(postgres_url: str) -> None:
    async with worker(postgres_url, transport=Receiver()) as rig:
        await stored(rig, "CA0001")
        queue, now = DeliveryQueue(rig.engine), rig.clock.now()
        (in_the_air,) = await queue.claim("job", 1, now)
        assert await rig.archive.discard(JOB, now)
        assert await rig.archive.retry(JOB, now)
        await queue.settle([Attempted(in_the_air, Outcome(400), Dead("refused"), now)])
        rig.clock.step(LEASE_S)
        await rig.deliver_all()
        job = await rig.archive.delivery(JOB)
    assert job is not None
    assert job["status"] == "delivered"


async def test_who_sends_again_what_is_kept_no_longer_is_told_so(postgres_url: str) -> None:
    async with console(postgres_url) as rig:
        used = rig.worker
        await stored(used, "CA0001")
        used.clock.step(91 * 86_400)
        await used.retention.empty_old_calls()
        app = create_app(used.archive, used.keeper, used.deliveries, used.retention, Health({}), "")
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1") as client:
            answer = await client.post(f"/api/deliveries/{JOB}/retry")
            unknown = await client.post("/api/deliveries/msg_CA404_job/retry")
        assert (answer.status_code, "kept no longer" in answer.text) == (409, True)
        assert (unknown.status_code, "kept no longer" in unknown.text) == (409, False)
        owner = await rig.console.accounts.by_password(OWNER, PASSWORD)
        assert owner is not None
        with pytest.raises(HTTPException, match="kept no longer"):
            await resend(rig.console, owner, JOB)
