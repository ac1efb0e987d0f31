"""Shell. How fast the worker records and delivers: `python -m tests.load.bench_worker`.

Over a real NATS and a real Postgres: booked calls that have all ended, recorded and classified by
one process; then their webhooks, all due at once, posted over HTTP to a receiver that takes 10 ms.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import multiprocessing
import os
import tempfile
from collections.abc import Awaitable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import uvicorn
import uvloop
from fastapi import FastAPI
from sqlalchemy.ext.asyncio import AsyncEngine

from calllock.contracts.message import Message
from calllock.runtime.bus import Bus
from calllock.runtime.clock import SystemClock
from calllock.runtime.logging import configure_logging
from calllock.runtime.nats_bus import connect_nats
from calllock.runtime.profiles import Profiles
from calllock.runtime.serving import keep_what_is_there
from calllock_local.nats_server import NatsServer
from calllock_local.ports import free_port
from calllock_local.postgres_server import PostgresServer
from calllock_local.terminal import say
from post_call_worker.archive import Archive
from post_call_worker.call_store import CallStore
from post_call_worker.classification.signal_files import package_signals
from post_call_worker.consumers import Consumers
from post_call_worker.delivery.loop import KINDS, Attempts, DeliveryLoop
from post_call_worker.delivery.queue import DeliveryQueue
from post_call_worker.delivery.sending import Sender
from post_call_worker.migrating import migrate
from post_call_worker.record_keeper import RecordKeeper
from post_call_worker.vocabulary import DeliveryKind, WebhookKind
from post_call_worker.worker import connect_database, delivery_clients
from tests.integration.serving import wait_until_ready
from tests.load.aims import aim
from tests.unit.post_call_worker.call_logs import PROFILE, booked_call

RECEIVER_S = 0.01
LEAST_CALLS = 100
"""A second, recorded and classified: what is to be reached on one core."""
DELIVERIES_S = 10
"""For a thousand webhooks that are due at once."""
_PUBLISHERS = 64
_STEPS = 10_000_000
_LIMIT_S = 300.0


def _receive(port: int) -> None:
    """Take webhooks until killed."""
    app = FastAPI()
    numbers = itertools.count()
    app.add_api_route("/healthz", lambda: "alive")

    @app.post("/{kind}")
    async def take(kind: str) -> dict[str, Any]:
        await asyncio.sleep(RECEIVER_S)
        return {"success": True, "job_id": f"{kind}-{next(numbers)}"}

    uvicorn.run(app, host="127.0.0.1", port=port, log_level="error")


@contextmanager
def _receiving() -> Iterator[str]:
    """The receiver's base URL, in a process of its own: nobody's dashboard shares the worker's core."""
    port = free_port()
    receiver = multiprocessing.get_context("spawn").Process(target=_receive, args=(port,), daemon=True)
    receiver.start()
    try:
        wait_until_ready(f"http://127.0.0.1:{port}/healthz")
        yield f"http://127.0.0.1:{port}"
    finally:
        receiver.kill()
        receiver.join()


async def _publish(bus: Bus, logs: list[list[Message]]) -> None:
    places = asyncio.Semaphore(_PUBLISHERS)

    async def one(log: list[Message]) -> None:
        async with places:
            for message in log:
                await bus.publish(message)

    async with asyncio.TaskGroup() as group:
        for log in logs:
            group.create_task(one(log))


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds of the clock, and of this process's own on the processors."""

    wall_s: float
    cpu_s: float


async def _took(done: Awaitable[None], working: asyncio.Task[None]) -> Took:
    """How long the work takes until it is done; then it is ended."""
    clock = SystemClock()
    began, used = clock.monotonic(), _cpu_s()
    waiting = asyncio.ensure_future(done)
    try:
        async with asyncio.timeout(_LIMIT_S):
            await asyncio.wait((waiting, working), return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            working.result()
        return Took(clock.monotonic() - began, _cpu_s() - used)
    finally:
        waiting.cancel()
        working.cancel()
        await asyncio.gather(waiting, working, return_exceptions=True)


def _cpu_s() -> float:
    spent = os.times()
    return spent.user + spent.system


def _steps_a_second() -> float:
    """Millions of steps of a plain loop: how fast the machine is just now. The figures move with it."""
    used, total = _cpu_s(), 0
    for step in range(_STEPS):
        total += step & 7
    return _STEPS / (_cpu_s() - used) / 1e6


class _Recorded:
    """Counts the calls that were stored; to ask the database would be work of its own."""

    def __init__(self, calls: int) -> None:
        self._missing = calls
        self._all = asyncio.Event()

    def one_more(self) -> None:
        self._missing -= 1
        if not self._missing:
            self._all.set()

    async def all(self) -> None:
        """Until every one was."""
        await self._all.wait()


async def _all_delivered(archive: Archive) -> None:
    """To a tenth of a second."""
    while await archive.deliveries(status="pending", limit=1):
        await SystemClock().sleep(0.1)


async def _bench(nats_url: str, engine: AsyncEngine, receiver: str, calls: int) -> tuple[Took, Took]:
    """What it takes to record and classify `calls` booked calls, and to deliver their two webhooks each."""
    clock = SystemClock()
    bus = await connect_nats(nats_url, name="bench worker", clock=clock)
    urls: dict[WebhookKind, str] = {kind: f"{receiver}/{kind}" for kind in KINDS}
    recorded = _Recorded(calls)
    try:
        async with delivery_clients(KINDS) as clients:
            await migrate(engine)
            await _publish(bus, [booked_call(f"CA{number:06d}").messages for number in range(calls)])
            keeper = RecordKeeper(bus, CallStore(engine), Profiles((PROFILE,)), package_signals(), clock)
            keep_what_is_there()
            consumers = Consumers(keeper, wake=recorded.one_more)
            recording = await _took(recorded.all(), asyncio.create_task(consumers.run()))
            senders: dict[DeliveryKind, Attempts] = {
                kind: Sender(clients[kind], urls, ["secret"], clock) for kind in KINDS
            }
            loop = DeliveryLoop(DeliveryQueue(engine), senders, clock)
            return recording, await _took(_all_delivered(Archive(engine)), asyncio.create_task(loop.run()))
    finally:
        await bus.close()
        await engine.dispose()


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--calls", type=int, default=500)
    calls = parser.parse_args().calls
    configure_logging("bench", "error", "text")
    before = _steps_a_second()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o711)  # as root Postgres runs as nobody, who must be able to pass through
        with NatsServer(folder / "nats") as nats, PostgresServer(folder / "postgres") as postgres:
            postgres.create_database("calls")
            with _receiving() as receiver:
                engine = connect_database(postgres.url("calls"))
                recording, delivering = uvloop.run(_bench(nats.url, engine, receiver, calls))
    say(
        f"record, classify  {calls / recording.wall_s:>10,.0f} calls a second by one worker,"
        f" {calls / recording.cpu_s:,.0f} a second of its processor ({calls} booked calls);"
        f" {aim(f'{LEAST_CALLS} or more', met=calls / recording.wall_s >= LEAST_CALLS)}"
    )
    say(
        f"deliver           {2 * calls:>10,} webhooks in {delivering.wall_s:.1f} s, {delivering.cpu_s:.1f} s of its"
        f" processor, to a receiver that takes {1000 * RECEIVER_S:.0f} ms;"
        f" {aim(f'1,000 in less than {DELIVERIES_S} s', met=500 * delivering.wall_s / calls < DELIVERIES_S)}"
    )
    after = _steps_a_second()
    say(f"this machine      {before:>10.1f} million steps of a plain loop a second before, {after:.1f} after")


if __name__ == "__main__":
    main()
