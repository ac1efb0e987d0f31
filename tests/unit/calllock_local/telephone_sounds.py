"""Pure. Sounds for the telephone's tests: tones are speech to an ear that listens for energy."""

from __future__ import annotations

import base64
import json

import numpy as np

from calllock_local.telephone_line import FRAME_MS, PhoneLine, StreamIds
from voice_gateway.speech import mulaw

STREAM = "MZ0001"
IDS = StreamIds("AC0001", "CA0001", STREAM)


def tone(ms: int) -> bytes:
    """Mu-law of so much sound."""
    at = np.arange(ms * 8)
    return mulaw.encode((8_000 * np.sin(at / 4.0)).astype(np.int16))


def silence(ms: int) -> bytes:
    return b"\xff" * (ms * 8)


def media(audio: bytes, stream_sid: str = STREAM) -> str:
    payload = base64.b64encode(audio).decode()
    return json.dumps({"event": "media", "streamSid": stream_sid, "media": {"payload": payload}})


def mark(name: str, stream_sid: str = STREAM) -> str:
    return json.dumps({"event": "mark", "streamSid": stream_sid, "mark": {"name": name}})


def clear(stream_sid: str = STREAM) -> str:
    return json.dumps({"event": "clear", "streamSid": stream_sid})


def marks_in(messages: list[str] | tuple[str, ...]) -> list[str]:
    """The names of the marks among messages of the telephone."""
    parsed = [json.loads(message) for message in messages]
    return [message["mark"]["name"] for message in parsed if message["event"] == "mark"]


def play(line: PhoneLine, ms: int, from_ms: int = 0) -> tuple[bytes, list[str]]:
    """What is heard in so much time, and the names of the marks that were answered."""
    heard, marks = b"", []
    for at_ms in range(from_ms, from_ms + ms, FRAME_MS):
        played = line.play(at_ms)
        heard += played.audio
        marks += marks_in(played.messages)
    return heard, marks
