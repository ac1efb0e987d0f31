"""Shell. The worker put together: consumers, delivery loop and web application, until it is told to stop."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

import httpx
import structlog
from fastapi import FastAPI
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from calllock.runtime.bus import Bus
from calllock.runtime.clock import Clock
from calllock.runtime.health import Health, connection_check
from calllock.runtime.metrics import observed
from calllock.runtime.profiles import Profiles
from calllock.runtime.serving import BehindProxies, Server, listening
from calllock.runtime.settings import SettingsError
from post_call_worker.acknowledgements import Acknowledgements
from post_call_worker.app import create_app
from post_call_worker.backlog import watch
from post_call_worker.call_store import CallStore
from post_call_worker.classification.signal_files import package_signals
from post_call_worker.console.application import add_console
from post_call_worker.console.dependencies import Console, make_console
from post_call_worker.console.sound_lines import SoundLines
from post_call_worker.console.tickets import Tickets
from post_call_worker.consumers import Consumers
from post_call_worker.delivery.arrivals import Arrivals
from post_call_worker.delivery.loop import AT_ONCE, KINDS, TEXTS, Attempts, DeliveryLoop
from post_call_worker.delivery.posting import ATTEMPT_LIMIT_S
from post_call_worker.delivery.queue import DeliveryQueue
from post_call_worker.delivery.sending import Sender
from post_call_worker.delivery.texting import TextSender
from post_call_worker.erasing import Eraser
from post_call_worker.migrating import missing_migrations
from post_call_worker.record_keeper import RecordKeeper
from post_call_worker.reporting import Reporter
from post_call_worker.retention import Retention
from post_call_worker.settings import Settings
from post_call_worker.text_routes import TextDesk, text_routes
from post_call_worker.vocabulary import DeliveryKind

if TYPE_CHECKING:
    from post_call_worker.tracing import Traces

STOP_LIMIT_S = 3.0
_POOL_SIZE = 12
ANSWER_S = 10.0
"""How long a statement may take."""

_log = structlog.get_logger()


def connect_database(url: str, answer_s: float | None = None) -> AsyncEngine:
    """A pool of connections; no answer within 10 s (or `answer_s`) is an error.

    A connection that died costs one failed use.
    """
    return create_async_engine(
        url,
        pool_size=_POOL_SIZE,
        max_overflow=0,
        pool_timeout=10,
        hide_parameters=True,
        connect_args={"timeout": 5, "command_timeout": answer_s or ANSWER_S},
    )


@contextlib.asynccontextmanager
async def delivery_clients(kinds: Iterable[DeliveryKind]) -> AsyncIterator[dict[DeliveryKind, httpx.AsyncClient]]:
    """Each kind's own. For each request httpx looks at every connection of its pool: in one pool for all kinds that was
    half of the work of delivering (measured)."""
    tls = httpx.create_ssl_context()  # each client would read all certificates anew
    limits = httpx.Limits(max_connections=AT_ONCE)
    async with contextlib.AsyncExitStack() as open_ones:
        clients: dict[DeliveryKind, httpx.AsyncClient] = {}
        for kind in kinds:
            client = httpx.AsyncClient(verify=tls, limits=limits, timeout=ATTEMPT_LIMIT_S, follow_redirects=False)
            clients[kind] = await open_ones.enter_async_context(client)
        yield clients


async def run_worker(settings: Settings, bus: Bus, profiles: Profiles, clock: Clock) -> None:
    """Work until SIGTERM or SIGINT, or until a part fails, which is raised."""
    signals = package_signals()
    engine = connect_database(settings.database_url.get_secret_value())
    try:
        async with delivery_clients((*KINDS, *TEXTS)) as clients:
            deliveries = DeliveryLoop(DeliveryQueue(engine), _senders(settings, clients, clock), clock)
            keeper = RecordKeeper(bus, CallStore(engine), profiles, signals, clock, settings.links)
            traces = _traces(settings.otel_exporter_otlp_endpoint)
            consumers = Consumers(keeper, deliveries.wake, Reporter(traces))
            retention = Retention(bus, Eraser(engine), clock, settings.retention_days, settings.recordings_dir)
            console = make_console(
                engine,
                keeper,
                deliveries,
                secure=settings.over_tls,
                talk=settings.console_talk,
                recordings=settings.recordings_dir,
            )
            console = replace(console, sound=_sound(settings, engine))
            app = _app(settings, engine, console, retention)
            running: dict[str, Callable[[], Coroutine[Any, Any, None]]] = {
                "consumers": consumers.run,
                "deliveries": deliveries.run,
                "retention": retention.run,
                "backlog": partial(watch, engine, bus, clock),
                **console.runs,
            }
            async with observed(settings.http_host, settings.metrics_port, bus, clock):
                await _until_told(_parts(app, settings, running))
            if traces is not None:
                await traces.close()
    finally:
        await engine.dispose()


def _app(settings: Settings, engine: AsyncEngine, console: Console, retention: Retention) -> FastAPI:
    token = settings.worker_api_token.get_secret_value()
    keeper, deliveries = console.keeper, console.deliveries
    app = create_app(console.archive, keeper, deliveries, retention, _health(engine, keeper.bus), token)
    add_console(app, console)
    if settings.links is not None:
        auth_token = settings.twilio_auth_token.get_secret_value()
        answers = Acknowledgements(engine), Arrivals(engine)
        desk = TextDesk(settings.links, auth_token, *answers, keeper, deliveries.wake)
        app.include_router(text_routes(desk))
    return app


def _sound(settings: Settings, engine: AsyncEngine) -> SoundLines | None:
    if not (settings.console_talk and settings.gateway_url):
        return None
    return SoundLines(settings.gateway_url, settings.twilio_auth_token.get_secret_value(), Tickets(engine))


def _traces(endpoint: str) -> Traces | None:
    if not endpoint:
        return None
    try:
        from post_call_worker.tracing import otlp_traces  # noqa: PLC0415 - only with the extra calllock[telemetry]
    except ImportError:
        raise SettingsError("OTEL_EXPORTER_OTLP_ENDPOINT: install the extra calllock[telemetry]") from None
    return otlp_traces(endpoint)


def _senders(
    settings: Settings, clients: Mapping[DeliveryKind, httpx.AsyncClient], clock: Clock
) -> dict[DeliveryKind, Attempts]:
    urls, secrets = settings.webhook_urls, settings.webhook_secrets
    senders: dict[DeliveryKind, Attempts] = {kind: Sender(clients[kind], urls, secrets, clock) for kind in KINDS}
    if settings.links is not None:
        account = settings.twilio_account_sid, settings.twilio_auth_token.get_secret_value()
        url, links = settings.twilio_api_url, settings.links
        senders |= {kind: TextSender(clients[kind], url, account, links, clock) for kind in TEXTS}
    return senders


def _health(engine: AsyncEngine, bus: Bus) -> Health:
    async def database() -> str:
        async with engine.connect() as connection:
            await connection.execute(text("SELECT 1"))
        return await missing_migrations(engine)

    return Health({"database": database, "bus": connection_check(bus)})


@contextlib.asynccontextmanager
async def _parts(
    app: FastAPI, settings: Settings, parts: Mapping[str, Callable[[], Coroutine[Any, Any, None]]]
) -> AsyncIterator[list[asyncio.Task[None]]]:
    proxied = BehindProxies(app, settings.trusted_proxies, settings.client_address_header)
    config = listening(proxied, settings.http_host, settings.http_port)
    server = Server(config)
    running = [
        asyncio.create_task(server.serve(), name="http"),
        *(asyncio.create_task(run(), name=name) for name, run in parts.items()),
    ]
    try:
        yield running
    finally:
        server.should_exit = True
        for task in running[1:]:
            task.cancel()
        await asyncio.wait(running, timeout=STOP_LIMIT_S)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)


async def _until_told(parts: contextlib.AbstractAsyncContextManager[list[asyncio.Task[None]]]) -> None:
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, told.set)
    waiting = asyncio.create_task(told.wait())
    try:
        async with parts as running:
            _log.info("worker.started")
            done, _ = await asyncio.wait([waiting, *running], return_when=asyncio.FIRST_COMPLETED)
            for task in done - {waiting}:
                task.result()
            if waiting not in done:
                raise RuntimeError("a part of the worker ended by itself")
    finally:
        waiting.cancel()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.remove_signal_handler(number)
    _log.info("worker.stopped")
