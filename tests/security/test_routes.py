"""Every route of every service: who gets in without a proof, and what becomes of bodies that never end."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Iterator, MutableMapping
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from starlette.routing import Mount, WebSocketRoute

from calllock.runtime import gate, twilio_form
from calllock.runtime.health import Health
from dialog_brain.app import create_app as brain_app
from post_call_worker.app import create_app as worker_app
from post_call_worker.console.application import add_console
from tests.doubles.memory_bus import MemoryBus
from tests.integration.console_rig import console
from tests.integration.voice_gateway_rig import StubEngines, gateway
from tests.unit.dialog_brain.desk import Office

TOKEN = "token-of-tests"
OPEN = {"/healthz", "/readyz"}
PUBLIC_PAGES = {"/", "/sign-in"}
"""Of the console: `/` sends on, and the other asks who is there."""
STATIC = "/static"
REFUSALS = {401, 403, 404}
TOO_MUCH = b"x" * 1_000_000


def routes(app: FastAPI) -> Iterator[tuple[str, str]]:
    """Method and path of each, with something harmless for its parameters; `WS` for a socket.

    FastAPI keeps routers that were included as they are, and knows the routes behind them.
    """
    for route in app.routes:
        behind = getattr(route, "effective_route_contexts", None)
        each: list[Any] = list(behind()) if behind else [route]
        for one in each:
            assert not isinstance(one, Mount) or one.path == STATIC, f"a mount that no test knows: {one.path}"
            socket = getattr(one, "starlette_route", one)
            if isinstance(socket, WebSocketRoute):
                yield "WS", socket.path
            elif not isinstance(one, Mount):
                path = re.sub(r"\{[^}]+\}", "CA1", one.path)
                yield from ((method, path) for method in sorted(one.methods) if method != "HEAD")


@pytest.fixture
async def worker(postgres_url: str) -> AsyncIterator[FastAPI]:
    """The worker's application as it is served: its API behind a token, its console behind accounts."""
    async with console(postgres_url) as rig:
        used = rig.worker
        app = worker_app(used.archive, used.keeper, used.deliveries, used.retention, Health({}), TOKEN)
        add_console(app, rig.console)
        yield app


def client(app: FastAPI) -> httpx.AsyncClient:
    return httpx.AsyncClient(
        transport=httpx.ASGITransport(app, raise_app_exceptions=False), base_url="http://worker.test"
    )


async def test_no_route_of_the_worker_answers_whoever_brings_nothing(worker: FastAPI) -> None:
    walked = list(routes(worker))
    assert len(walked) >= 18
    async with client(worker) as http:
        for method, path in walked:
            answer = await http.request(method, path)
            if path in OPEN | PUBLIC_PAGES:
                continue
            to_sign_in = answer.is_redirect and answer.headers["location"].startswith("/sign-in")
            assert answer.status_code in REFUSALS or to_sign_in, f"{method} {path} answers {answer.status_code}"
            assert "X-Stand-In" not in answer.headers


async def test_a_wrong_token_is_as_good_as_none(worker: FastAPI) -> None:
    async with client(worker) as http:
        for method, path in routes(worker):
            if path.startswith("/api"):
                for wrong in ("Bearer wrong", f"Basic {TOKEN}", "Bearer ", TOKEN):
                    answer = await http.request(method, path, headers={"Authorization": wrong})
                    to_sign_in = answer.headers.get("location", "").startswith("/sign-in")
                    assert to_sign_in or answer.status_code == 401, f"{method} {path} takes {wrong!r}"


async def test_a_body_without_end_is_refused_by_every_route_of_the_worker(worker: FastAPI) -> None:
    async with client(worker) as http:
        for method, path in routes(worker):
            if method in ("POST", "PUT", "PATCH"):
                headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"}
                answer = await http.request(method, path, content=TOO_MUCH, headers=headers)
                to_sign_in = answer.headers.get("location", "").startswith("/sign-in")  # and the body is not read
                assert to_sign_in or 400 <= answer.status_code < 500, f"{method} {path} answers {answer.status_code}"


async def test_every_route_of_the_gateway_asks_for_twilios_signature(tmp_path: Path) -> None:
    async with gateway(tmp_path, MemoryBus(), StubEngines(), twilio_auth_token=TOKEN) as app:
        walked = list(routes(app))
        assert {path for method, path in walked if method == "WS"} == {"/twilio/media"}
        async with httpx.AsyncClient(base_url=app.state.url) as http:
            for method, path in walked:
                if method == "WS" or path in OPEN:
                    continue
                for form in ({}, {"CallSid": "CA1", "To": "+15125550100"}):
                    assert (await http.request(method, path, data=form)).status_code == 403, path
                signed_wrongly = {"X-Twilio-Signature": "AAAA"}
                answer = await http.request(method, path, data={"CallSid": "CA1"}, headers=signed_wrongly)
                assert answer.status_code == 403, path
                assert (await http.request(method, path, content=TOO_MUCH)).status_code == 413, path


async def test_the_brain_has_nothing_but_its_health() -> None:
    assert {path for _, path in routes(brain_app(Office().desk()))} == OPEN


async def test_no_service_describes_itself_to_strangers(worker: FastAPI, tmp_path: Path) -> None:
    async with gateway(tmp_path, MemoryBus(), StubEngines()) as app:
        for one in (app, worker, brain_app(Office().desk())):
            async with client(one) as http:
                for path in ("/docs", "/redoc", "/openapi.json", "/metrics", "/.env", "/static/../settings.py"):
                    assert (await http.get(path)).status_code == 404, path


async def answer_to_slow_body(app: FastAPI, path: str) -> int:
    """The status that a body which stops in the middle gets; there is a limit to how long that takes."""
    started: list[int] = []
    parts = [{"type": "http.request", "body": b"CallSid=CA1", "more_body": True}]

    async def receive() -> dict[str, Any]:
        if parts:
            return parts.pop()
        await asyncio.Event().wait()
        raise AssertionError

    async def send(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            started.append(message["status"])

    headers = [(b"authorization", f"Bearer {TOKEN}".encode()), (b"content-type", b"application/x-www-form-urlencoded")]
    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": "POST",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": headers,
        "scheme": "http",
        "server": ("worker.test", 80),
        "client": ("192.0.2.1", 1),
        "root_path": "",
    }
    async with asyncio.timeout(5):
        await app(scope, receive, send)
    return started[0]


async def test_a_body_that_stops_in_the_middle_holds_no_connection(
    worker: FastAPI, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(twilio_form, "LIMIT_S", 0.1)
    monkeypatch.setattr(gate, "BODY_LIMIT_S", 0.1)
    assert await answer_to_slow_body(worker, "/sign-in") == 408
    async with gateway(tmp_path, MemoryBus(), StubEngines(), twilio_auth_token=TOKEN) as app:
        for path in ("/twilio/voice", "/twilio/status", "/twilio/stream-ended"):
            assert await answer_to_slow_body(app, path) == 408
