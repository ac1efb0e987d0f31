"""Shell. Talking by microphone through a worker process, with a gateway that a test plays."""

from __future__ import annotations

import asyncio
import base64
import json
import re
from collections.abc import Iterator
from contextlib import aclosing
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import httpx
import pytest
import uvicorn
import websockets
from fastapi import FastAPI, Request, Response, WebSocket

from calllock.runtime.twilio_signature import is_signed
from calllock_local.loopback import LOOPBACK
from calllock_local.ports import free_port
from post_call_worker.console.tickets import TICKET_S, Ticket, Tickets
from tests.browser.running import Running, running, signed_in
from tests.integration.console_rig import OWNER, STRANGER, console
from tests.integration.console_rig import PASSWORD as RIG_PASSWORD
from tests.integration.serving import serving

AUTH_TOKEN = "token-for-tests"
SOUND = base64.b64encode(b"\x7f" * 160).decode()
LIMIT_S = 10.0


@dataclass
class Gateway:
    """Takes calls that are signed as Twilio signs them, and sends back the sound that it gets, with a mark."""

    url: str = ""
    forms: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    got: list[dict[str, Any]] = field(default_factory=list)

    def app(self) -> FastAPI:
        """The gateway as an application."""
        app = FastAPI()
        app.add_api_route("/healthz", lambda: "alive")

        @app.post("/twilio/{route}")
        async def webhook(route: str, request: Request) -> Response:
            pairs = parse_qsl((await request.body()).decode(), keep_blank_values=True)
            signature = request.headers.get("x-twilio-signature")
            if not is_signed(AUTH_TOKEN, f"{self.url}/twilio/{route}", pairs, signature):
                return Response(status_code=403)
            self.forms.append((route, dict(pairs)))
            stream = f'<Stream url="{self._stream}"><Parameter name="token" value="bound"/></Stream>'
            return Response(f"<Response><Connect>{stream}</Connect></Response>", media_type="application/xml")

        @app.websocket("/media")
        async def media(line: WebSocket) -> None:
            if not is_signed(AUTH_TOKEN, self._stream, (), line.headers.get("x-twilio-signature")):
                await line.close(1008)
                return
            await line.accept()
            async for message in line.iter_json():
                self.got.append(message)
                if message["event"] == "media":
                    await line.send_json(message)
                    await line.send_json({"event": "mark", "mark": {"name": "m1"}})

        return app

    @property
    def _stream(self) -> str:
        return f"{self.url.replace('http', 'ws')}/media"


@pytest.fixture
def gateway() -> Iterator[Gateway]:
    played = Gateway()
    with serving(uvicorn.Config(played.app(), host=LOOPBACK, port=free_port(), log_level="error")) as url:
        played.url = url
        yield played


@pytest.fixture
def at(nats_url: str, postgres_url: str, tmp_path: Path, gateway: Gateway) -> Iterator[Running]:
    with running(nats_url, postgres_url, tmp_path, **_settings(gateway)) as started:
        yield started


@pytest.fixture
def other(
    at: Running, postgres_url: str, tmp_path_factory: pytest.TempPathFactory, gateway: Gateway
) -> Iterator[Running]:
    """Another worker beside it."""
    with running(at.nats_url, postgres_url, tmp_path_factory.mktemp("other"), **_settings(gateway)) as started:
        yield started


def _settings(gateway: Gateway) -> dict[str, str]:
    return {"GATEWAY_URL": gateway.url, "TWILIO_AUTH_TOKEN": AUTH_TOKEN}


async def _asked(client: httpx.AsyncClient, token: str | None = None) -> httpx.Response:
    page = await client.get("/talk")
    assert "Call by microphone" in page.text
    found = re.search(r'name="form_token" value="([0-9a-f]+)"', page.text)
    assert found
    form = {"form_token": token or found.group(1), "business": "ace-cooling", "from_number": "+15125550142"}
    return await client.post("/talk/sound", data=form)


def _socket(at: Running, client: httpx.AsyncClient, path: str, origin: str | None = None) -> websockets.connect:
    cookies = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
    url = at.url.replace("http", "ws") + path
    return websockets.connect(url, origin=websockets.Origin(origin or at.url), additional_headers={"Cookie": cookies})


async def test_sound_goes_to_the_gateway_and_back_and_nothing_else_does(at: Running, gateway: Gateway) -> None:
    client = await signed_in(at)
    async with aclosing(client), asyncio.timeout(LIMIT_S):
        asked = (await _asked(client)).json()
        async with _socket(at, client, asked["line"]) as line:
            for message in ({"event": "start", "start": {"callSid": "CA2"}}, {"event": "stop"}):
                await line.send(json.dumps(message))
            await line.send(json.dumps({"event": "media", "media": {"payload": SOUND}}).encode())
            await line.send("")
            await line.send(json.dumps({"event": "media", "media": {"payload": SOUND}}))
            assert json.loads(await line.recv())["media"]["payload"] == SOUND
            assert json.loads(await line.recv()) == {"event": "mark", "mark": {"name": "m1"}}
            await line.send(json.dumps({"event": "mark", "mark": {"name": "m1"}}))
        while len(gateway.forms) < 2:  # noqa: ASYNC110 - nobody announces it
            await asyncio.sleep(0.02)

    (rings, voice), (over, status) = gateway.forms
    assert (rings, over) == ("voice", "status")
    assert (voice["CallSid"], voice["From"], voice["To"]) == (asked["call"], "+15125550142", "+15125550100")
    assert status["CallStatus"] == "completed"
    assert [message["event"] for message in gateway.got] == ["connected", "start", "media", "mark", "stop"]
    assert gateway.got[1]["start"]["callSid"] == asked["call"]
    assert gateway.got[1]["start"]["customParameters"] == {"token": "bound"}


async def test_a_socket_needs_a_ticket_that_is_not_used_a_session_and_our_own_page(
    at: Running, gateway: Gateway
) -> None:
    client = await signed_in(at)
    async with aclosing(client), httpx.AsyncClient() as nobody, asyncio.timeout(LIMIT_S):
        path = (await _asked(client)).json()["line"]
        refused = [
            _socket(at, client, path, origin="https://elsewhere.example"),
            _socket(at, nobody, path),
            _socket(at, client, "/talk/sound/invented"),
        ]
        for attempt in refused:
            with pytest.raises(websockets.InvalidStatus, match="403"):
                await attempt
        async with _socket(at, client, path):
            pass
        with pytest.raises(websockets.InvalidStatus, match="403"):
            await _socket(at, client, path)
        assert (await _asked(client, token="0" * 64)).status_code == 403


async def test_a_call_asked_for_at_one_worker_is_placed_through_another(at: Running, other: Running) -> None:
    client = await signed_in(at)
    async with aclosing(client), asyncio.timeout(LIMIT_S):
        asked = (await _asked(client)).json()
        async with _socket(other, client, asked["line"]) as line:
            await line.send(json.dumps({"event": "media", "media": {"payload": SOUND}}))
            assert json.loads(await line.recv())["media"]["payload"] == SOUND
        with pytest.raises(websockets.InvalidStatus, match="403"):
            await _socket(at, client, asked["line"])


async def test_a_ticket_is_good_for_half_a_minute_and_for_who_asked_for_it(postgres_url: str) -> None:
    async with console(postgres_url) as rig:
        tickets, now = Tickets(rig.worker.engine), rig.worker.clock.now()
        owner, stranger = [await rig.console.accounts.by_password(one, RIG_PASSWORD) for one in (OWNER, STRANGER)]
        assert owner
        assert stranger
        key, call_sid = await tickets.issue(owner.id, "", "+15125550100", now)
        assert await tickets.redeem(key, stranger.id, now) is None
        assert await tickets.redeem(key, owner.id, now + timedelta(seconds=TICKET_S)) is None
        taken = await tickets.redeem(key, owner.id, now + timedelta(seconds=TICKET_S - 1))
        assert taken == Ticket(call_sid, "", "+15125550100")
        assert await tickets.redeem(key, owner.id, now) is None


async def test_a_gateway_that_does_not_take_the_call_is_named(at: Running, gateway: Gateway) -> None:
    gateway.url = "http://another.example"
    client = await signed_in(at)
    async with aclosing(client), asyncio.timeout(LIMIT_S):
        path = (await _asked(client)).json()["line"]
        async with _socket(at, client, path) as line:
            with pytest.raises(websockets.ConnectionClosed) as closed:
                await line.recv()
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.reason == "the gateway cannot be reached"
