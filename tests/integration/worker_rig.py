"""Shell. A worker in the test's own process: real Postgres, a bus in memory, a dashboard without a socket."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import httpx
from sqlalchemy.ext.asyncio import AsyncEngine

from calllock.contracts.business import BusinessProfile
from calllock.contracts.dataflow import ENDED_CALLS, RAISED_EMERGENCIES
from calllock.runtime.bus import Bus
from calllock.runtime.profiles import Profiles
from calllock_local.dashboard_standin import dashboard_app
from calllock_local.received_webhooks import Received, ReceivedWebhooks
from post_call_worker.archive import Archive
from post_call_worker.call_store import CallStore
from post_call_worker.classification.signal_files import package_signals
from post_call_worker.consumers import Consumers
from post_call_worker.delivery.loop import KINDS, TEXTS, Attempts, DeliveryLoop
from post_call_worker.delivery.queue import DeliveryQueue
from post_call_worker.delivery.sending import Sender
from post_call_worker.delivery.texting import TextSender
from post_call_worker.erasing import Eraser
from post_call_worker.links import Links
from post_call_worker.record_keeper import RecordKeeper
from post_call_worker.retention import Retention
from post_call_worker.vocabulary import DeliveryKind, WebhookKind
from post_call_worker.worker import connect_database
from tests.doubles.memory_bus import MemoryBus
from tests.unit.post_call_worker.call_logs import PROFILE, STARTED_AT, CallLog, booked_call

SECRET = "secret-for-tests"
ACCOUNT_SID = "AC0001"
AUTH_TOKEN = "twilio-secret-for-tests"
LINKS = Links("https://worker.test", AUTH_TOKEN)
URLS: dict[WebhookKind, str] = {
    "job": "http://dashboard.test/api/webhook/jobs",
    "call": "http://dashboard.test/api/webhook/calls",
    "alert": "http://dashboard.test/api/webhook/emergency-alerts",
}


class SteppedClock:
    """Stands still until it is stepped; nobody sleeps longer than it takes others to run."""

    def __init__(self, at: datetime = STARTED_AT + timedelta(hours=1)) -> None:
        self._at = at

    def now(self) -> datetime:
        return self._at

    def monotonic(self) -> float:
        return self._at.timestamp()

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(0)

    def step(self, seconds: float) -> None:
        """Later, at once."""
        self._at += timedelta(seconds=seconds)


@dataclass
class Worker:
    """The parts of a worker, and what the dashboard got."""

    bus: Bus
    engine: AsyncEngine
    clock: SteppedClock
    received: ReceivedWebhooks
    keeper: RecordKeeper
    deliveries: DeliveryLoop
    archive: Archive
    retention: Retention

    async def publish(self, log: CallLog) -> None:
        """The whole log of a call."""
        for message in log.messages:
            await self.bus.publish(message)

    async def until(self, holds: Callable[[], Any], limit_s: float = 10.0) -> Any:
        """What `holds` answers (or its awaited answer) once it is true."""
        async with asyncio.timeout(limit_s):
            while True:
                found = holds()
                found = await found if asyncio.iscoroutine(found) else found
                if found:
                    return found
                await asyncio.sleep(0.01)

    def accepted(self, kind: str) -> list[Received]:
        """The deliveries of a kind that the dashboard took."""
        return [one for one in self.received.of_call() if one.kind == kind and one.status == httpx.codes.OK]

    def everything_is_settled(self) -> bool:
        """Whether the worker takes messages from the bus in memory, and none is left; asking takes a second."""
        self.clock.step(1)
        assert isinstance(self.bus, MemoryBus)
        taken = {ENDED_CALLS.name, RAISED_EMERGENCIES.name} <= self.bus._durables.keys()
        return taken and all(not one.outstanding and not one.pending() for one in self.bus._durables.values())

    async def deliver_all(self) -> None:
        """Everything that is due now."""
        while await deliver_round(self.deliveries):
            pass


class Receiver(httpx.AsyncBaseTransport):
    """A dashboard that answers as it is told, and remembers what came."""

    def __init__(self, answer: Callable[[str], httpx.Response] | None = None) -> None:
        self.requests: list[tuple[str, str]] = []
        self.answer = answer or (lambda _: httpx.Response(200, json={"success": True}))

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        await request.aread()
        self.requests.append((request.url.path.rsplit("/", 1)[-1], request.headers["webhook-id"]))
        return self.answer(self.requests[-1][0])


async def stored(rig: Worker, *call_sids: str) -> None:
    """Booked calls with these SIDs, stored; nothing is delivered yet."""
    for call_sid in call_sids:
        await rig.publish(booked_call(call_sid))
    await rig.until(lambda: _are_stored(rig, len(call_sids)), limit_s=60)


async def _are_stored(rig: Worker, calls: int) -> bool:
    return len(await rig.archive.calls(limit=calls)) == calls


async def deliver_round(loop: DeliveryLoop) -> int:
    """Each kind once, in turn; returns how many attempts were made."""
    return sum([await loop.deliver_due(kind) for kind in loop.kinds])


@asynccontextmanager
async def worker(
    postgres_url: str,
    *,
    bus: Bus | None = None,
    transport: httpx.AsyncBaseTransport | None = None,
    twilio: httpx.AsyncBaseTransport | None = None,
    profile: BusinessProfile = PROFILE,
    secrets: Sequence[str] = (SECRET,),
) -> AsyncIterator[Worker]:
    """A worker whose consumers run; deliveries are made when the test says so. With `twilio` it sends texts."""
    clock = SteppedClock()
    used_bus = bus or MemoryBus(clock)
    received = ReceivedWebhooks(None)
    dashboard = dashboard_app([PROFILE.dashboard.user_email], SECRET, received, clock)
    engine = connect_database(postgres_url)
    async with (
        httpx.AsyncClient(transport=transport or httpx.ASGITransport(dashboard)) as client,
        httpx.AsyncClient(transport=twilio) as texting,
    ):
        senders: dict[DeliveryKind, Attempts] = dict.fromkeys(KINDS, Sender(client, URLS, secrets, clock))
        if twilio is not None:
            text_sender = TextSender(texting, "http://twilio.test", (ACCOUNT_SID, AUTH_TOKEN), LINKS, clock)
            senders = dict.fromkeys(TEXTS, text_sender) | senders
        loop = DeliveryLoop(DeliveryQueue(engine), senders, clock, random.Random(7))
        links = LINKS if twilio is not None else None
        keeper = RecordKeeper(used_bus, CallStore(engine), Profiles((profile,)), package_signals(), clock, links)
        consumers = Consumers(keeper, loop.wake)
        running = asyncio.create_task(consumers.run())
        try:
            retention = Retention(used_bus, Eraser(engine), clock, days=90)
            yield Worker(used_bus, engine, clock, received, keeper, loop, Archive(engine), retention)
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)
            await used_bus.close()
            await engine.dispose()
