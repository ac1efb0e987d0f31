"""A gateway on a loopback port, a telephone that speaks Twilio's protocol, and a scripted brain, for tests."""

from __future__ import annotations

import asyncio
import base64
import json
import socket
import time
import xml.etree.ElementTree as ET
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing, asynccontextmanager
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import hibari
import httpx
import numpy as np
import soxr
import uvicorn
import websockets
from fastapi import FastAPI, Request, Response

from calllock.contracts.business import BusinessProfile, parse_profile
from calllock.contracts.commands import HangUp, SpeakPrompt, Transfer
from calllock.contracts.dataflow import OWNED_CALLS
from calllock.contracts.events import CallEnded, UtteranceHeard
from calllock.contracts.message import Message
from calllock.runtime.bus import Bus, Logged
from calllock.runtime.clock import SystemClock
from calllock.runtime.memory_bus import MemoryBus
from calllock.runtime.profiles import Profiles
from voice_gateway.app import create_app
from voice_gateway.settings import Settings
from voice_gateway.speech import mulaw
from voice_gateway.speech.local import LocalEngines
from voice_gateway.speech.ports import Engines, Hints
from voice_gateway.twilio.signature import sign

BUSINESS_NUMBER = "+15125550100"
CALLER_NUMBER = "+15125550142"
GREETING = "Thanks for calling Test Cooling. How can I help you today?"
PACKET_S = 0.02
PACKET_BYTES = 160
SILENT_PACKET = bytes([mulaw.SILENCE]) * PACKET_BYTES


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

    def __init__(self) -> None:
        self.voice = StubVoice()
        self.recognizer = self
        self.turn_model = self

    async def transcribe(self, audio: bytes, hints: Hints) -> str:
        return "something was said"

    async def finished(self, audio: bytes) -> float:
        return 0.9

    def probability(self, chunk: bytes) -> float:
        return float(np.abs(np.frombuffer(chunk, dtype="<i2")).max() > 1_000)

    def voice_activity(self) -> StubEngines:
        return self


def profile(**changes: Any) -> BusinessProfile:
    raw: dict[str, Any] = {
        "id": "test-cooling",
        "name": "Test Cooling",
        "trade": "heating and cooling",
        "numbers": [BUSINESS_NUMBER],
        "zone": "America/Chicago",
        "greeting": GREETING,
        "hours": {},
        "service_area": {"spoken": "the Austin area", "zip_prefixes": ["787"]},
        "dashboard": {"user_email": "owner@example.com", "service_type": "hvac"},
    }
    return parse_profile({**raw, **changes}, "test")


@cache
def _caller_voice() -> hibari.Hibari:
    return hibari.Hibari()


@cache
def spoken(text: str) -> bytes:
    """A caller's line as mu-law: the agent's voice, but deeper and slower."""
    samples = _caller_voice()(text, speed=1.08, seed=7)
    deeper = soxr.resample(samples, 24_000 * 0.9, 8_000)
    return mulaw.encode_samples((np.clip(deeper, -1, 1) * 20_000).astype(np.int16))


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
            "nats_url": "unused",
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
    assert (await http.get(url, timeout=20)).status_code == 200


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


class Phone:
    """One caller. Plays what it receives in real time, answers marks when its playback reaches them."""

    def __init__(self, url: str, call_sid: str, auth_token: str = "") -> None:
        self.url = url
        self._auth_token = auth_token
        self.call_sid = call_sid
        self.heard: list[tuple[float, bytes]] = []
        """When a sound was to be played, and the sound."""
        self.cleared = 0
        self.started_at = 0.0
        self.spoke_until = 0.0
        """When the last sound of what was said last was sent."""
        self.closed = asyncio.Event()
        self._sounded = asyncio.Event()
        self._to_say: deque[bytes] = deque()
        self._plays_until = 0.0
        self._marks: list[tuple[float, str]] = []
        self._tasks: list[asyncio.Task[None]] = []

    async def dial(self, from_number: str = CALLER_NUMBER) -> httpx.Response:
        return await self.post("voice", From=from_number)

    async def post(self, route: str, **form: str) -> httpx.Response:
        """One of Twilio's requests."""
        url = f"{self.url}/twilio/{route}"
        sent = {"CallSid": self.call_sid, "To": BUSINESS_NUMBER, **form}
        async with httpx.AsyncClient(verify=False, timeout=20) as http:
            return await http.post(url, data=sent, headers=self._signature(url, sent))

    def _signature(self, url: str, form: dict[str, str]) -> dict[str, str]:
        return {"X-Twilio-Signature": sign(self._auth_token, url, form.items())} if self._auth_token else {}

    async def connect(self, twiml: str) -> None:
        stream = ET.fromstring(twiml).find("./Connect/Stream")
        assert stream is not None, twiml
        parameters = {p.attrib["name"]: p.attrib["value"] for p in stream.findall("Parameter")}
        url = stream.attrib["url"]
        self.socket = await websockets.connect(url, additional_headers=self._signature(url, {}))
        await self.send({"event": "connected", "protocol": "Call", "version": "1.0.0"})
        start = {"streamSid": "MZ1", "callSid": self.call_sid, "tracks": ["inbound"], "customParameters": parameters}
        await self.send({"event": "start", "sequenceNumber": "1", "start": start, "streamSid": "MZ1"})
        self.started_at = time.perf_counter()
        self._tasks = [asyncio.create_task(self._speak()), asyncio.create_task(self._listen())]

    async def call(self) -> None:
        await self.connect((await self.dial()).text)

    async def send(self, message: dict[str, Any]) -> None:
        await self.socket.send(json.dumps(message))

    def say(self, text: str) -> None:
        audio = spoken(text)
        for at in range(0, len(audio), PACKET_BYTES):
            self._to_say.append(audio[at : at + PACKET_BYTES].ljust(PACKET_BYTES, SILENT_PACKET[:1]))

    def make_noise(self, seconds: float) -> None:
        noise = np.random.default_rng(1).normal(0, 3_000, int(8_000 * seconds)).astype(np.int16)
        audio = mulaw.encode_samples(noise)
        self._to_say.extend(audio[at : at + PACKET_BYTES] for at in range(0, len(audio), PACKET_BYTES))

    async def hang_up(self) -> None:
        await self.send({"event": "stop", "stop": {"callSid": self.call_sid}})
        await self.drop()

    async def drop(self) -> None:
        """The socket breaks."""
        for task in self._tasks:
            task.cancel()
        await self.socket.close()

    async def sounds(self) -> None:
        """Wait until the agent is heard."""
        async with asyncio.timeout(5):
            await self._sounded.wait()

    def heard_after(self, moment: float) -> float | None:
        """When the first sound after `moment` was played."""
        return next((at for at, _ in self.heard if at >= moment), None)

    async def _speak(self) -> None:
        due = time.perf_counter()
        with_audio = False
        while not self.closed.is_set():
            packet = self._to_say.popleft() if self._to_say else SILENT_PACKET
            try:
                await self.send({"event": "media", "media": {"payload": base64.b64encode(packet).decode()}})
            except websockets.ConnectionClosed:
                return
            if with_audio and not self._to_say:
                self.spoke_until = time.perf_counter()
            with_audio = bool(self._to_say)
            await self._answer_marks()
            due += PACKET_S
            await asyncio.sleep(max(0.0, due - time.perf_counter()))

    async def _answer_marks(self) -> None:
        while self._marks and self._marks[0][0] <= time.perf_counter():
            _, name = self._marks.pop(0)
            await self.send({"event": "mark", "mark": {"name": name}})

    async def _listen(self) -> None:
        try:
            async for text in self.socket:
                await self._take(json.loads(text))
        except websockets.ConnectionClosed:
            pass
        finally:
            self.closed.set()

    async def _take(self, message: dict[str, Any]) -> None:
        now = time.perf_counter()
        if message["event"] == "media":
            audio = base64.b64decode(message["media"]["payload"])
            begins = max(now, self._plays_until)
            self.heard.append((begins, audio))
            self._sounded.set()
            self._plays_until = begins + len(audio) / 8_000
        elif message["event"] == "mark":
            self._marks.append((max(now, self._plays_until), message["mark"]["name"]))
        elif message["event"] == "clear":
            self.cleared += 1
            self._plays_until = now
            for _, name in self._marks:
                await self.send({"event": "mark", "mark": {"name": name}})
            self._marks.clear()


Answer = Callable[[UtteranceHeard], list[Message]]


class ScriptedBrain:
    """Greets, gives to each turn the next answer, and hangs up after the last one."""

    def __init__(self, bus: Bus, answers: list[dict[str, Any]], greeting: dict[str, Any] | None = None) -> None:
        self._bus = bus
        self._answers = deque(answers)
        self._greeting = greeting or {"sentences": (GREETING,), "expects": "open"}
        self._prompts = 0
        self.turns: list[UtteranceHeard] = []
        self.log: list[Message] = []

    async def run(self) -> None:
        async with aclosing(self._bus.consume(OWNED_CALLS)) as calls:
            async for lease in calls:
                assert lease.logged.message is not None
                await self._hold(lease.logged.message.call_sid)
                await lease.ack()

    async def _hold(self, call_sid: str) -> None:
        await self.speak(call_sid, 0, self._greeting)
        async with aclosing(self._bus.follow(call_sid)) as log:
            async for logged in log:
                message = logged.message
                assert message is not None
                self.log.append(message)
                if isinstance(message, UtteranceHeard):
                    self.turns.append(message)
                    if self._answers:
                        await self.speak(call_sid, message.turn, self._answers.popleft())
                        if not self._answers:
                            await self.hang_up(call_sid)
                if isinstance(message, CallEnded):
                    return

    async def speak(self, call_sid: str, turn: int, row: dict[str, Any]) -> None:
        self._prompts += 1
        prompt = SpeakPrompt(
            event_id=f"{call_sid}:say:{self._prompts}",
            call_sid=call_sid,
            occurred_at=SystemClock().now(),
            prompt=self._prompts,
            turn=turn,
            line="test",
            **row,
        )
        await self._bus.publish(prompt)

    async def transfer(self, call_sid: str, to_number: str) -> None:
        transfer = Transfer(
            event_id=f"{call_sid}:transfer",
            call_sid=call_sid,
            occurred_at=SystemClock().now(),
            after_prompt=self._prompts,
            to_number=to_number,
            reason="asked for a person",
        )
        await self._bus.publish(transfer)

    async def hang_up(self, call_sid: str) -> None:
        end = HangUp(
            event_id=f"{call_sid}:end",
            call_sid=call_sid,
            occurred_at=SystemClock().now(),
            after_prompt=self._prompts,
            linger_s=0.3,
            reason="completed",
        )
        await self._bus.publish(end)


async def wait_for(bus: Bus, call_sid: str, kind: type[Message], count: int = 1, limit_s: float = 20.0) -> list[Any]:
    """The first `count` messages of a kind in the call's log."""
    found: list[Any] = []
    async with asyncio.timeout(limit_s), aclosing(bus.follow(call_sid)) as log:
        async for logged in log:
            if isinstance(logged.message, kind):
                found.append(logged.message)
                if len(found) == count:
                    return found
    raise AssertionError("the log ended")


async def until(condition: Callable[[], bool], limit_s: float = 5.0) -> None:
    """Wait for what nobody announces."""
    async with asyncio.timeout(limit_s):
        while not condition():  # noqa: ASYNC110 - nobody announces it
            await asyncio.sleep(0.02)


def messages(log: list[Logged], kind: type[Message]) -> list[Any]:
    return [entry.message for entry in log if isinstance(entry.message, kind)]


@asynccontextmanager
async def brain(bus: MemoryBus, answers: list[dict[str, Any]], **options: Any) -> AsyncIterator[ScriptedBrain]:
    scripted = ScriptedBrain(bus, answers, **options)
    running = asyncio.create_task(scripted.run())
    try:
        yield scripted
    finally:
        running.cancel()
        await asyncio.wait([running])
