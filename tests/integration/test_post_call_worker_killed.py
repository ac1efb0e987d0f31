"""Shell. Worker processes killed (-9) at the two worst moments: nothing is stored or sent twice, nothing lost."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nats
import uvicorn
from nats.js.api import ConsumerConfig
from sqlalchemy import update
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from calllock.contracts.dataflow import ENDED_CALLS
from calllock.runtime.clock import SystemClock
from calllock.runtime.nats_bus import connect_nats
from calllock_local.dashboard_standin import dashboard_app
from calllock_local.ports import free_port
from calllock_local.received_webhooks import ReceivedWebhooks
from post_call_worker.archive import Archive
from post_call_worker.models import DELIVERIES
from post_call_worker.worker import connect_database
from tests.integration.deaf_nats import DeafNats
from tests.integration.serving import serving
from tests.integration.worker_process import LOOPBACK, SECRET, delivered, running, worker_settings
from tests.unit.post_call_worker.call_logs import PROFILE, booked_call

LIMIT_S = 20.0


class SilentDashboard:
    """Takes its first webhook in, and never gets to answer it; the later ones it answers."""

    def __init__(self, dashboard: ASGIApp) -> None:
        self._dashboard = dashboard
        self.taken = threading.Event()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        first = scope["type"] == "http" and "/webhook/" in scope["path"] and not self.taken.is_set()

        async def never(_: Message) -> None:
            self.taken.set()
            while (await receive())["type"] != "http.disconnect":
                pass

        await self._dashboard(scope, receive, never if first else send)


@contextmanager
def _dashboard(received: ReceivedWebhooks) -> Iterator[tuple[str, SilentDashboard]]:
    app = SilentDashboard(dashboard_app([PROFILE.dashboard.user_email], SECRET, received, SystemClock()))
    with serving(uvicorn.Config(app, host=LOOPBACK, port=free_port(), log_level="critical")) as url:
        yield url, app


async def _publish_a_call(nats_url: str) -> None:
    bus = await connect_nats(nats_url, name="test")
    for message in booked_call().messages:
        await bus.publish(message)
    await bus.close()


async def _let_the_lease_run_out(postgres_url: str) -> None:
    engine = connect_database(postgres_url)
    async with engine.begin() as connection:
        await connection.execute(update(DELIVERIES).values(leased_until=SystemClock().now()))
    await engine.dispose()


async def _deliver_what_nobody_acknowledged(nats_url: str) -> int:
    """Shortens the wait of half a minute; returns how many messages stay unacknowledged after it."""
    client = await nats.connect(nats_url)
    stream, name = ENDED_CALLS.stream, ENDED_CALLS.name
    info = await client.jetstream().consumer_info(stream, name)
    config: ConsumerConfig = info.config.evolve(ack_wait=0.2)
    await client.jetstream().add_consumer(stream, config)
    pause = threading.Event()
    for _ in range(int(LIMIT_S / 0.05)):
        info = await client.jetstream().consumer_info(stream, name)
        if not info.num_ack_pending:
            break
        pause.wait(0.05)
    await client.close()
    return int(info.num_ack_pending or 0)


async def test_a_worker_killed_between_post_and_mark_leaves_the_same_webhook_to_another(
    nats_url: str, postgres_url: str, tmp_path: Path
) -> None:
    received = ReceivedWebhooks(None)
    with _dashboard(received) as (dashboard_url, dashboard):
        settings = worker_settings(nats_url, postgres_url, dashboard_url, free_port())
        with running(settings, tmp_path / "first") as process:
            await _publish_a_call(nats_url)
            assert dashboard.taken.wait(LIMIT_S)
            process.kill()
            process.wait(LIMIT_S)
        await _let_the_lease_run_out(postgres_url)
        with running(settings, tmp_path / "second"):
            found = delivered(f"http://{LOOPBACK}:{settings['HTTP_PORT']}/api/calls/CA0001")
    assert [(one.kind, one.webhook_id) for one in received.of_call()] == [
        ("jobs", "msg_CA0001_job"),
        ("jobs", "msg_CA0001_job"),
        ("calls", "msg_CA0001_call"),
    ]
    assert {one["kind"]: one["attempts"] for one in found["deliveries"]} == {"job": 2, "call": 1}


async def test_a_worker_killed_between_commit_and_ack_leaves_no_second_record(
    nats_url: str, postgres_url: str, tmp_path: Path
) -> None:
    received = ReceivedWebhooks(None)
    with _dashboard(received) as (dashboard_url, dashboard):
        dashboard.taken.set()  # it answers
        settings = worker_settings(nats_url, postgres_url, dashboard_url, free_port())
        with DeafNats(nats_url, ENDED_CALLS.name).running() as deaf:
            with running(settings | {"NATS_URL": deaf.url}, tmp_path / "first") as process:
                await _publish_a_call(nats_url)
                assert deaf.acknowledged.wait(LIMIT_S)
                process.kill()
                process.wait(LIMIT_S)
            engine = connect_database(postgres_url)
            before = await Archive(engine).call("CA0001")
            with running(settings, tmp_path / "second"):
                assert await _deliver_what_nobody_acknowledged(nats_url) == 0
                found = delivered(f"http://{LOOPBACK}:{settings['HTTP_PORT']}/api/calls/CA0001")
            calls = await Archive(engine).calls()
            await engine.dispose()
    assert before is not None
    assert before["record"] == found["record"]
    assert [call["call_sid"] for call in calls] == ["CA0001"]
    assert "new=False" in (tmp_path / "second").read_text()
    assert sorted(one.kind for one in received.of_call()) == ["calls", "jobs"]
