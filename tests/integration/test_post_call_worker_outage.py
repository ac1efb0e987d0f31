"""Shell. Postgres goes away and comes back while calls end: every one is recorded and delivered once."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator

import pytest

from calllock_local.postgres_server import PostgresServer
from post_call_worker.migrating import migrate
from post_call_worker.worker import connect_database
from tests.folders import passable_folder
from tests.integration.worker_rig import Worker, worker
from tests.unit.post_call_worker.call_logs import booked_call, gas_call

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
