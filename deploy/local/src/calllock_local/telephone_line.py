"""Pure. Twilio's end of one media stream: what it sends, what it plays, and when a mark was reached.

Audio is mu-law, 8 kHz, in frames of 20 ms. Times are milliseconds on the caller's clock.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

FRAME_MS = 20
FRAME_BYTES = 160
SILENT_FRAME = b"\xff" * FRAME_BYTES
LONGEST_GAP_MS = 1_000
"""A longer silence inside what is said counts as a pause, not as a gap."""


@dataclass(frozen=True, slots=True)
class StreamIds:
    """What identifies a stream."""

    account_sid: str
    call_sid: str
    stream_sid: str


@dataclass(frozen=True, slots=True)
class Played:
    """One frame that was played to the caller."""

    audio: bytes
    messages: tuple[str, ...]
    """The marks that were reached with it, as messages to send."""


@dataclass(slots=True)
class PhoneLine:
    """The protocol state of one stream. Broken messages become `faults`, as Twilio's debugger shows them."""

    ids: StreamIds
    parameters: Mapping[str, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    gaps_ms: list[int] = field(default_factory=list)
    """Silences in the middle of what was said: the buffer ran dry, and more came within a second."""
    _buffer: bytearray = field(default_factory=bytearray)
    _marks: list[tuple[int, str]] = field(default_factory=list)
    """Each with the count of bytes that must have been played before it."""
    _received: int = 0
    _played: int = 0
    _sequence: int = 0
    _chunk: int = 0
    _dry_since: int | None = None

    @property
    def playing(self) -> bool:
        """Whether something is still to be played or answered."""
        return bool(self._buffer or self._marks)

    def opening(self) -> list[str]:
        """The first two messages."""
        connected = json.dumps({"event": "connected", "protocol": "Call", "version": "1.0.0"})
        start = {
            "accountSid": self.ids.account_sid,
            "streamSid": self.ids.stream_sid,
            "callSid": self.ids.call_sid,
            "tracks": ["inbound"],
            "mediaFormat": {"encoding": "audio/x-mulaw", "sampleRate": 8000, "channels": 1},
            "customParameters": dict(self.parameters),
        }
        return [connected, self._message("start", start)]

    def speak(self, frame: bytes) -> str:
        """20 ms of the caller's sound as a message."""
        self._chunk += 1
        media = {
            "track": "inbound",
            "chunk": str(self._chunk),
            "timestamp": str((self._chunk - 1) * FRAME_MS),
            "payload": base64.b64encode(frame).decode("ascii"),
        }
        return self._message("media", media)

    def press(self, key: str) -> str:
        """One key of the keypad as a message."""
        return self._message("dtmf", {"track": "inbound_track", "digit": key})

    def stop(self) -> str:
        """The last message."""
        return self._message("stop", {"accountSid": self.ids.account_sid, "callSid": self.ids.call_sid})

    def receive(self, text: str | bytes, at_ms: int) -> list[str]:
        """Takes one message of the other side; returns what is answered at once."""
        try:
            message = json.loads(text)
        except (ValueError, RecursionError):
            return self._fault("not JSON")
        if not isinstance(message, dict):
            return self._fault("not an object")
        if message.get("streamSid") != self.ids.stream_sid:
            return self._fault("streamSid is missing or wrong")
        match message.get("event"):
            case "media":
                return self._receive_media(message.get("media"), at_ms)
            case "mark":
                return self._receive_mark(message.get("mark"))
            case "clear":
                return self._clear()
        return self._fault("unknown event")

    def play(self, at_ms: int) -> Played:
        """The next 20 ms of what the caller hears."""
        frame = bytes(self._buffer[:FRAME_BYTES])
        del self._buffer[:FRAME_BYTES]
        self._played += len(frame)
        reached = [name for position, name in self._marks if position <= self._played]
        self._marks = [mark for mark in self._marks if mark[0] > self._played]
        if reached:
            self._dry_since = None
        elif frame and not self._buffer:
            self._dry_since = at_ms + FRAME_MS
        return Played(frame.ljust(FRAME_BYTES, b"\xff"), tuple(self._answer(name) for name in reached))

    def _receive_media(self, media: Any, at_ms: int) -> list[str]:
        try:
            audio = base64.b64decode(media["payload"], validate=True)
        except (TypeError, KeyError, ValueError, binascii.Error):
            return self._fault("media: payload is not base64")
        if self._dry_since is not None and audio:
            gap = at_ms - self._dry_since
            if 0 < gap <= LONGEST_GAP_MS:
                self.gaps_ms.append(gap)
            self._dry_since = None
        self._buffer += audio
        self._received += len(audio)
        return []

    def _receive_mark(self, mark: Any) -> list[str]:
        name = mark.get("name") if isinstance(mark, dict) else None
        if not isinstance(name, str) or not name:
            return self._fault("mark: no name")
        if self._buffer or self._marks:
            self._marks.append((self._received, name))
            return []
        self._dry_since = None
        return [self._answer(name)]

    def _clear(self) -> list[str]:
        self._buffer.clear()
        self._played = self._received
        self._dry_since = None
        dropped, self._marks = self._marks, []
        return [self._answer(name) for _, name in dropped]

    def _answer(self, name: str) -> str:
        return self._message("mark", {"name": name})

    def _fault(self, reason: str) -> list[str]:
        self.faults.append(reason)
        return []

    def _message(self, event: str, content: Mapping[str, Any]) -> str:
        self._sequence += 1
        return json.dumps(
            {
                "event": event,
                "sequenceNumber": str(self._sequence),
                "streamSid": self.ids.stream_sid,
                event: dict(content),
            }
        )
