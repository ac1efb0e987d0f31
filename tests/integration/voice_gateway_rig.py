"""A gateway on a loopback port, its engines, and Twilio's REST API, for tests."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import httpx
import numpy as np
import uvicorn
from fastapi import FastAPI, Request, Response

from calllock.contracts.business import WEEKDAYS, BusinessProfile, parse_profile
from calllock.runtime.bus import Bus
from calllock.runtime.clock import SystemClock
from calllock.runtime.profiles import Profiles
from tests.integration.phone import BUSINESS_NUMBER
from tests.integration.scripted_brain import GREETING
from voice_gateway.app import create_app
from voice_gateway.settings import Settings
from voice_gateway.speech.local import LocalEngines
from voice_gateway.speech.ports import Engines, Hints, Voice
from voice_gateway.speech.utterance_ear import UtteranceEar


@cache
def engines() -> LocalEngines:
    return LocalEngines()


class StubVoice:
    """A voice that hums a tenth of a second per word, at once."""

    name = "stub"

    async def render(self, text: str) -> bytes:
        return b"\x20" * (800 * len(text.split()))


class StubEngines:
    """Engines that cost nothing, for tests that are not about speech: loud means a voice."""

    name = "stub"

    def __init__(self) -> None:
        self.voices: tuple[Voice, ...] = (StubVoice(),)
        self.recognizers = (self,)
        self.turn_model = self

    def listen(self, terms: tuple[str, ...]) -> UtteranceEar:
        return UtteranceEar(self)

    async def transcribe(self, audio: bytes, hints: Hints) -> str:
        return "something was said"

    async def finished(self, audio: bytes) -> float:
        return 0.9

    def probability(self, chunk: bytes) -> float:
        return float(np.abs(np.frombuffer(chunk, dtype="<i2")).max() > 1_000)

    def voice_activity(self) -> StubEngines:
        return self


def _not_today() -> dict[str, dict[str, str]]:
    other_day = WEEKDAYS[(SystemClock().now().weekday() + 3) % 7]
    return {other_day: {"opens": "08:00", "closes": "18:00"}}


def profile(hours: dict[str, Any] | None = None, **changes: Any) -> BusinessProfile:
    """A business with these changes; without `hours`, nobody is there while a test runs."""
    raw: dict[str, Any] = {
        "id": "test-cooling",
        "name": "Test Cooling",
        "trade": "heating and cooling",
        "numbers": [BUSINESS_NUMBER],
        "zone": "America/Chicago",
        "greeting": GREETING,
        "hours": hours or _not_today(),
        "service_area": {"spoken": "the Austin area", "zip_prefixes": ["787"]},
        "dashboard": {"user_email": "owner@example.com", "service_type": "hvac"},
    }
    return parse_profile({**raw, **changes}, "test")


@asynccontextmanager
async def gateway(
    tmp_path: Path, bus: Bus, used: Engines | None = None, business: BusinessProfile | None = None, **changes: Any
) -> AsyncIterator[FastAPI]:
    """The real app on a real port; `app.state.url` is where it is. Tests with the real voice share what it rendered."""
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen()
    url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    settings = Settings(
        **{
            "nats_url": "nats://unused",
            "businesses_dir": tmp_path,
            "public_url": url,
            "cache_dir": (tmp_path if used else tmp_path.parent) / "rendered",
            "_env_file": None,
            **changes,
        }
    )
    app = create_app(settings, bus, Profiles((business or profile(),)), used or engines())
    app.state.url = url
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, timeout_graceful_shutdown=1))
    serving = asyncio.create_task(server.serve([listener]))
    async with httpx.AsyncClient(transport=httpx.AsyncHTTPTransport(retries=0)) as http:
        await _answers(http, f"{url}/healthz")
    try:
        yield app
    finally:
        server.should_exit = True
        await serving


async def _answers(http: httpx.AsyncClient, url: str) -> None:
    """The listener is open before the server is: the first request waits for it."""
    assert (await http.get(url, timeout=60)).status_code == 200


@asynccontextmanager
async def twilio_api(status: int = 200) -> AsyncIterator[tuple[str, list[tuple[str, dict[str, str]]]]]:
    """Twilio's REST API: its address, and the calls that were changed with the forms that changed them."""
    changed: list[tuple[str, dict[str, str]]] = []
    api = FastAPI()

    @api.post("/2010-04-01/Accounts/{account}/Calls/{call}")
    async def change(account: str, call: str, request: Request) -> Response:
        changed.append((f"{account}/{call}", dict(parse_qsl((await request.body()).decode()))))
        return Response("{}", status_code=status)

    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(api, log_config=None, lifespan="off"))
    serving = asyncio.create_task(server.serve([listener]))
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}", changed
    finally:
        server.should_exit = True
        await serving
