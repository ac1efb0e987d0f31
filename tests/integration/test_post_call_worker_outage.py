"""Shell. Postgres goes away and comes back, the dashboard too: every call is recorded and delivered once."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator

import httpx
import pytest
from sqlalchemy.exc import SQLAlchemyError

from calllock_local.postgres_server import PostgresServer
from post_call_worker.folding import fold
from post_call_worker.migrating import migrate
from post_call_worker.worker import connect_database
from tests.folders import passable_folder
from tests.integration.worker_rig import Receiver, Worker, worker
from tests.unit.post_call_worker.call_logs import PROFILE, booked_call, gas_call

CALLS = [f"CA{number:04d}" for number in range(1, 21)]


@pytest.fixture
def server() -> Iterator[PostgresServer]:
    """A Postgres of this test's own, to be stopped and started."""
    with passable_folder() as folder, PostgresServer(folder / "postgres", settings={"fsync": "off"}) as running:
        running.create_database("calls")
        yield running


async def test_a_postgres_that_is_restarted_loses_no_call_and_doubles_none(server: PostgresServer) -> None:
    await _migrated(server.url("calls"))
    async with worker(server.url("calls")) as rig:
        for call_sid in CALLS[:10]:
            await rig.publish(booked_call(call_sid))
        await rig.until(lambda: _stored(rig, 10))
        await asyncio.to_thread(server.stop)
        for call_sid in CALLS[10:]:
            await rig.publish(booked_call(call_sid))
        await rig.publish(gas_call("CA9999"))
        for _ in range(50):  # attempts that find no database
            rig.clock.step(1)
            await asyncio.sleep(0.01)
        assert rig.received.of_call() == []
        await asyncio.to_thread(server.start)
        await rig.until(lambda: _stored_later(rig, 21), limit_s=30)
        await rig.deliver_all()
        assert await rig.bus.dead_letters() == []
    counts = Counter((one.kind, one.webhook_id) for one in rig.received.of_call())
    assert set(counts.values()) == {1}
    assert Counter(kind for kind, _ in counts) == {"jobs": 21, "calls": 21, "emergency-alerts": 1}


async def test_after_a_day_without_a_dashboard_and_a_restart_of_postgres_everything_arrives_once_and_in_order(
    server: PostgresServer,
) -> None:
    await _migrated(server.url("calls"))
    calls = [f"CA{number:04d}" for number in range(1_000)]
    receiver = Receiver(lambda _: httpx.Response(503))
    async with worker(server.url("calls"), transport=receiver) as rig:
        for call_sid in calls:
            await rig.keeper.keep(fold(booked_call(call_sid).messages, PROFILE), [])
        await _half_hours(rig, 24)
        await asyncio.to_thread(server.stop)
        with pytest.raises((SQLAlchemyError, OSError)):
            await rig.deliver_all()
        await asyncio.to_thread(server.start)
        await _half_hours(rig, 24)
        failed = len(receiver.requests)
        receiver.answer = lambda _: httpx.Response(200, json={"success": True})
        await _half_hours(rig, 55)
        assert await rig.archive.deliveries(status="pending") == []
        assert await rig.archive.deliveries(status="dead") == []
    place = {delivery: place for place, (_, delivery) in enumerate(receiver.requests[failed:])}
    assert len(place) == len(receiver.requests) - failed == 2 * len(calls)
    assert [sid for sid in calls if place[f"msg_{sid}_job"] > place[f"msg_{sid}_call"]] == []


async def _half_hours(rig: Worker, number: int) -> None:
    for _ in range(number):
        rig.clock.step(1_800)
        await rig.deliver_all()


async def _migrated(url: str) -> None:
    engine = connect_database(url)
    await migrate(engine)
    await engine.dispose()


async def _stored_later(rig: Worker, calls: int) -> bool:
    rig.clock.step(1)
    return await _stored(rig, calls)


async def _stored(rig: Worker, calls: int) -> bool:
    try:
        return len(await rig.archive.calls()) == calls
    except OSError:
        return False
