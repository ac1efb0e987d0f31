"""Shell. Telephones that hold conversations with real sound, many in one process, and measure what they hear."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import httpx
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from calllock_local.telephone_ear import is_voiced
from calllock_local.telephone_line import FRAME_BYTES, FRAME_MS, SILENT_FRAME, PhoneLine, StreamIds
from calllock_local.telephone_twiml import Connect, parse_twiml
from calllock_local.telephone_voice import KeptSpeaker, PiperSpeaker
from calllock_local.workspace import CACHE

BUSINESS_NUMBER = "+15125550100"
CALLER_NUMBER = "+15125550142"
SAYS = ("my furnace is making a loud noise", "seven eight seven four five", "yes please", "1425 Oak Street")
_THINKS_S = 0.8
"""From the end of what is heard to the answer."""
_LIMIT_S = 10.0


def voiced_frames(texts: Sequence[str] = SAYS) -> list[list[bytes]]:
    """Each text as frames, without the silence behind it."""
    speaker = KeptSpeaker(PiperSpeaker(), CACHE)
    spoken = []
    for text in texts:
        audio = speaker.render(text)
        frames = [audio[at : at + FRAME_BYTES].ljust(FRAME_BYTES, b"\xff") for at in range(0, len(audio), FRAME_BYTES)]
        last = max(at for at, frame in enumerate(frames) if is_voiced(frame))
        spoken.append(frames[: last + 1])
    return spoken


@dataclass
class Heard:
    """What the caller of one call has lived."""

    greeting_s: float = 0.0
    answers_s: list[float] = field(default_factory=list)
    """From the last voiced frame to the first sound of the answer."""
    gaps_ms: list[int] = field(default_factory=list)
    """Playback ran dry in the middle of what was said."""
    unanswered: int = 0
    late_s: float = 0.0
    """How late the telephone itself was at worst: a machine that is too busy for it measures itself."""


async def dial(url: str, call_sid: str) -> Connect:
    """What the application answers to the call."""
    form = {"CallSid": call_sid, "From": CALLER_NUMBER, "To": BUSINESS_NUMBER, "CallStatus": "ringing"}
    async with httpx.AsyncClient(timeout=_LIMIT_S) as http:
        (verb, *_) = parse_twiml((await http.post(f"{url}/twilio/voice", data=form)).text)
    assert isinstance(verb, Connect), verb
    return verb


def plain_stream(url: str) -> Connect:
    """The stream of an application that expects no webhook first."""
    return Connect(f"ws://{urlsplit(url).netloc}/media", {}, None)


class LoadPhone:
    """One call: listens, speaks when the other side has finished, is answered, and so on."""

    def __init__(self, call_sid: str, says: list[list[bytes]]) -> None:
        self.heard = Heard()
        self._line = PhoneLine(StreamIds("AC0", call_sid, f"MZ{call_sid}"))
        self._says = says
        self._next = 0
        self._at_ms = 0
        self._outgoing: list[bytes] = []
        self._asked_at: float | None = None
        self._heard_since_asked = False
        self._last_sound_ms = 0

    async def call(self, stream: Connect, seconds: float) -> Heard:
        """Talk for so long, then hang up."""
        self._line.parameters = stream.parameters
        async with connect(stream.stream_url, open_timeout=_LIMIT_S, proxy=None, compression=None) as socket:
            for message in self._line.opening():
                await socket.send(message)
            self._asked_at = time.perf_counter()
            receiving = asyncio.create_task(self._receive(socket))
            try:
                await self._talk(socket, seconds)
                await socket.send(self._line.stop())
            except ConnectionClosed:
                self.heard.unanswered += 1
            receiving.cancel()
        self.heard.gaps_ms = self._line.gaps_ms
        return self.heard

    async def _talk(self, socket: ClientConnection, seconds: float) -> None:
        due = time.perf_counter()
        until = due + seconds
        while due < until:
            self._at_ms += FRAME_MS
            played = self._line.play(self._at_ms)
            if played.audio != SILENT_FRAME:
                self._last_sound_ms = self._at_ms
            for message in (*played.messages, self._line.speak(self._frame())):
                await socket.send(message)
            due += FRAME_MS / 1_000
            self.heard.late_s = max(self.heard.late_s, time.perf_counter() - due)
            await asyncio.sleep(max(0.0, due - time.perf_counter()))

    def _frame(self) -> bytes:
        if self._outgoing:
            frame = self._outgoing.pop(0)
            if not self._outgoing:
                self._asked_at, self._heard_since_asked = time.perf_counter(), False
            return frame
        quiet_ms = self._at_ms - self._last_sound_ms
        if self._heard_since_asked and not self._line.playing and quiet_ms >= _THINKS_S * 1_000:
            self._outgoing = list(self._says[self._next % len(self._says)])
            self._next += 1
            self._heard_since_asked = False
        return SILENT_FRAME

    async def _receive(self, socket: ClientConnection) -> None:
        try:
            async for message in socket:
                for answer in self._line.receive(message, self._at_ms):
                    await socket.send(answer)
                if '"media"' in str(message) and not self._heard_since_asked:
                    self._note_answer(time.perf_counter())
        except ConnectionClosed:
            return

    def _note_answer(self, now: float) -> None:
        self._heard_since_asked = not self._outgoing
        if self._asked_at is None or self._outgoing:
            return
        waited_s = now - self._asked_at
        self._asked_at = None
        if self._next:
            self.heard.answers_s.append(waited_s)
        else:
            self.heard.greeting_s = waited_s
