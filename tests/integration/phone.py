"""A telephone that speaks Twilio's protocol to a gateway, for tests."""

from __future__ import annotations

import asyncio
import base64
import json
import time
import xml.etree.ElementTree as ET
from collections import deque
from functools import cache
from itertools import count
from typing import Any

import httpx
import numpy as np
import websockets

from calllock.runtime.twilio_signature import sign
from calllock_local.telephone_voice import PiperSpeaker
from voice_gateway.speech import mulaw

BUSINESS_NUMBER = "+15125550100"
CALLER_NUMBER = "+15125550142"
PACKET_S = 0.02
PACKET_BYTES = 160
SILENT_PACKET = bytes([mulaw.SILENCE]) * PACKET_BYTES


_caller = PiperSpeaker()
_streams = count(1)


@cache
def spoken(text: str) -> bytes:
    """A caller's line as mu-law; rendering takes half a second, which the caller of a live call does not have."""
    return _caller.render(text)


class Phone:
    """One caller. Plays what it receives in real time, answers marks when its playback reaches them."""

    def __init__(self, url: str, call_sid: str, auth_token: str = "", hiss: float = 0.0) -> None:
        """`hiss` is how loud the line is by itself, as the standard deviation of its samples (of 32768)."""
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
        self._hiss, self._random = hiss, np.random.default_rng(1)

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
        stream_sid = f"MZ{next(_streams)}"
        start = {
            "streamSid": stream_sid,
            "callSid": self.call_sid,
            "tracks": ["inbound"],
            "customParameters": parameters,
        }
        await self.send({"event": "start", "sequenceNumber": "1", "start": start, "streamSid": stream_sid})
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
        audio = mulaw.encode(noise)
        self._to_say.extend(audio[at : at + PACKET_BYTES] for at in range(0, len(audio), PACKET_BYTES))

    @property
    def is_speaking(self) -> bool:
        """Whether something is left to be said."""
        return bool(self._to_say)

    async def hang_up(self) -> None:
        await self.send({"event": "stop", "stop": {"callSid": self.call_sid}})
        await self.drop()

    async def catch_up(self) -> None:
        """What is left to be said comes all at once, as after a moment in which the network lost something."""
        self.fall_dead()
        while self._to_say:
            await self._send_sound(self._to_say.popleft())

    async def _send_sound(self, packet: bytes) -> None:
        await self.send({"event": "media", "media": {"payload": base64.b64encode(packet).decode()}})

    async def drop(self) -> None:
        """The socket breaks."""
        self.fall_dead()
        await self.socket.close()

    def fall_dead(self) -> None:
        """Nothing is sent or heard any more, and nobody tells the other end."""
        for task in self._tasks:
            task.cancel()

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
            packet = self._with_hiss(self._to_say.popleft() if self._to_say else SILENT_PACKET)
            try:
                await self._send_sound(packet)
            except websockets.ConnectionClosed:
                return
            if with_audio and not self._to_say:
                self.spoke_until = time.perf_counter()
            with_audio = bool(self._to_say)
            await self._answer_marks()
            due += PACKET_S
            await asyncio.sleep(max(0.0, due - time.perf_counter()))

    def _with_hiss(self, packet: bytes) -> bytes:
        if not self._hiss:
            return packet
        samples = np.frombuffer(mulaw.decode(packet), dtype="<i2") + self._random.normal(0, self._hiss, len(packet))
        return mulaw.encode(samples.clip(-32_000, 32_000).astype(np.int16))

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
