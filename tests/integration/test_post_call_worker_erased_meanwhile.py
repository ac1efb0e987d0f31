"""Shell. Callers who are forgotten while what was sent of them is being settled: real Postgres."""

from __future__ import annotations

import asyncio

from sqlalchemy import delete, insert, literal, select, text

from post_call_worker.delivery.decision import Delivered, Outcome
from post_call_worker.delivery.queue import Attempted, DeliveryQueue
from post_call_worker.models import DELIVERIES
from tests.integration.worker_rig import Receiver, Worker, stored, worker


async def test_a_delivery_that_is_being_erased_while_it_is_settled_is_passed_over(postgres_url: str) -> None:
    async with worker(postgres_url, transport=Receiver()) as rig:
        await stored(rig, "CA0001", "CA0002")
        queue = DeliveryQueue(rig.engine)
        claimed = await queue.claim("job", 10, rig.clock.now())
        attempted = [Attempted(one, Outcome(status_code=200), Delivered({}), rig.clock.now()) for one in claimed]
        async with rig.engine.begin() as erasing:
            await erasing.execute(delete(DELIVERIES).where(DELIVERIES.c.call_sid == "CA0001"))
            settling = asyncio.create_task(queue.settle(attempted))
            await rig.until(lambda: _somebody_waits_for_a_lock(rig))
        await settling
        assert await rig.archive.delivery("msg_CA0001_job") is None
        kept = await rig.archive.delivery("msg_CA0002_job")
    assert kept is not None
    assert (kept["status"], len(kept["tried"])) == ("delivered", 1)


async def test_a_call_that_is_sent_anew_while_it_is_erased_is_erased_as_well(postgres_url: str) -> None:
    async with worker(postgres_url, transport=Receiver()) as rig:
        await stored(rig, "CA0001")
        async with rig.engine.begin() as settling:
            await settling.execute(text("SELECT 1 FROM deliveries WHERE id = 'msg_CA0001_job' FOR KEY SHARE"))
            erasing = asyncio.create_task(rig.retention.eraser.erase(["CA0001"], rig.clock.now()))
            await rig.until(lambda: _somebody_waits_for_a_lock(rig))
            anew = {"id": "msg_CA0001_call_1", "step": 1}
            copied = {
                name: DELIVERIES.c[name] for name in ("call_sid", "business", "kind", "body", "due_at", "created_at")
            }
            row = select(literal(anew["id"]), literal(anew["step"]), *copied.values()).where(
                DELIVERIES.c.kind == "call"
            )
            await settling.execute(insert(DELIVERIES).from_select([*anew, *copied], row))
        await erasing
        assert await rig.archive.deliveries() == []


async def _somebody_waits_for_a_lock(rig: Worker) -> bool:
    async with rig.engine.connect() as connection:
        return bool(await connection.scalar(text("SELECT count(*) FROM pg_locks WHERE NOT granted")))


async def test_a_call_that_is_erased_meanwhile_leaves_the_others_settled(postgres_url: str) -> None:
    async with worker(postgres_url, transport=Receiver()) as rig:
        await stored(rig, "CA0001", "CA0002")
        queue = DeliveryQueue(rig.engine)
        claimed = await queue.claim("job", 10, rig.clock.now())
        await rig.retention.eraser.erase(["CA0002"], rig.clock.now())
        done = Outcome(status_code=200), Delivered({})
        await queue.settle([Attempted(one, *done, rig.clock.now()) for one in claimed])
        kept = await rig.archive.delivery("msg_CA0001_job")
        assert kept is not None
        assert kept["status"] == "delivered"
        assert await rig.archive.call("CA0002") is None
