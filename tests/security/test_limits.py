"""Every route of every service is within limits: of bodies, of time, and of how often one place asks."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from calllock.runtime import gate
from calllock.runtime.health import Health
from calllock.runtime.profiles import Profiles
from dialog_brain.app import create_app as brain_app
from post_call_worker.acknowledgements import Acknowledgements
from post_call_worker.app import create_app as worker_app
from post_call_worker.console.application import add_console
from post_call_worker.delivery.arrivals import Arrivals
from post_call_worker.text_routes import TextDesk, text_routes
from tests.doubles.memory_bus import MemoryBus
from tests.integration.console_rig import console
from tests.integration.voice_gateway_rig import StubEngines, profile
from tests.integration.worker_rig import LINKS
from tests.security.test_routes import TOKEN, routes
from tests.unit.dialog_brain.desk import Office
from voice_gateway.app import create_app as gateway_app
from voice_gateway.settings import Settings as GatewaySettings

TOO_MUCH = b"x" * (gate.BODY_MAX_BYTES + 1)


@pytest.fixture
async def apps(postgres_url: str, tmp_path: Path) -> AsyncIterator[list[FastAPI]]:
    """The three applications, with everything that they may serve."""
    settings = GatewaySettings(
        nats_url="nats://unused:4222", businesses_dir=tmp_path, cache_dir=tmp_path, public_url="http://127.0.0.1:1"
    )
    async with console(postgres_url) as rig:
        used = rig.worker
        worker = worker_app(used.archive, used.keeper, used.deliveries, used.retention, Health({}), TOKEN)
        add_console(worker, rig.console)
        desk = TextDesk(
            LINKS, TOKEN, Acknowledgements(used.engine), Arrivals(used.engine), used.keeper, used.deliveries.wake
        )
        worker.include_router(text_routes(desk))
        line = gateway_app(settings, MemoryBus(), Profiles((profile(),)), StubEngines())
        yield [worker, line, brain_app(Office().desk())]


async def answers(apps: list[FastAPI], body: bytes = b"") -> dict[str, int]:
    """The status of every route."""
    found = {}
    for app in apps:
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://service.test") as http:
            for method, path in routes(app):
                if method != "WS":
                    answer = await http.request(method, path, content=body)
                    found[f"{app.title}: {method} {path}"] = answer.status_code
    assert len(found) >= 50
    return found


def instead_of_every_route(apps: list[FastAPI], serve: gate.App, monkeypatch: pytest.MonkeyPatch) -> None:
    for app in apps:
        monkeypatch.setattr(app.router, "middleware_stack", serve)


async def test_every_route_refuses_whoever_asks_too_often(apps: list[FastAPI], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "AT_ONCE", 0)
    assert {route: status for route, status in (await answers(apps)).items() if status != 429} == {}


async def test_every_socket_is_closed_to_whoever_asks_too_often(
    apps: list[FastAPI], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate, "AT_ONCE", 0)
    sent: list[str] = []

    async def receive() -> dict[str, Any]:
        return {"type": "websocket.connect"}

    async def send(message: gate.Message) -> None:
        sent.append(message["type"])

    sockets = [(app, path) for app in apps for method, path in routes(app) if method == "WS"]
    for app, path in sockets:
        await app({"type": "websocket", "path": path, "client": ("192.0.2.1", 1), "headers": []}, receive, send)
    assert sent == ["websocket.close"] * len(sockets) != []


async def test_every_route_has_a_limited_time_to_answer(apps: list[FastAPI], monkeypatch: pytest.MonkeyPatch) -> None:
    async def hang(_scope: gate.Scope, _receive: gate.Receive, _send: gate.Send) -> None:
        await asyncio.Event().wait()

    monkeypatch.setattr(gate, "ANSWER_LIMIT_S", 0.001)
    instead_of_every_route(apps, hang, monkeypatch)
    assert {route: status for route, status in (await answers(apps)).items() if status != 503} == {}


async def test_every_route_that_reads_a_body_reads_so_much_and_no_more(
    apps: list[FastAPI], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def read(_scope: gate.Scope, receive: gate.Receive, _send: gate.Send) -> None:
        while (await receive())["more_body"]:
            pass
        raise AssertionError("all of it was read")

    instead_of_every_route(apps, read, monkeypatch)
    assert {route: status for route, status in (await answers(apps, TOO_MUCH)).items() if status != 413} == {}
