"""Pure. Twilio's Media Streams messages: read with suspicion, written as Twilio wants them."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from calllock.contracts.ids import is_call_sid
from voice_gateway.speech.ports import MuLaw

CHUNK_BYTES = 1_600
"""Audio in one outgoing media message: 200 ms."""
_MOST_BYTES = 64_000
"""A message longer than this is not one of Twilio's."""
_KEYS = frozenset("0123456789*#ABCD")


class BadMessage(ValueError):
    """Not a message of the protocol; the text says why, without its contents."""


@dataclass(frozen=True, slots=True)
class Connected:
    """The first message."""


@dataclass(frozen=True, slots=True)
class Start:
    """The stream of a call begins."""

    stream_sid: str
    call_sid: str
    parameters: Mapping[str, str] = field(default_factory=dict)
    """What the TwiML's `<Parameter>`s said."""


@dataclass(frozen=True, slots=True)
class Media:
    """Some of the caller's audio."""

    audio: MuLaw


@dataclass(frozen=True, slots=True)
class Mark:
    """Everything before this mark was played, or cleared."""

    name: str


@dataclass(frozen=True, slots=True)
class Dtmf:
    """A key of the telephone."""

    key: str


@dataclass(frozen=True, slots=True)
class Stop:
    """The stream ends: the caller has hung up, or we have."""


Inbound = Connected | Start | Media | Mark | Dtmf | Stop


def parse(data: str | bytes) -> Inbound:
    """One message; raises `BadMessage`."""
    if len(data) > _MOST_BYTES:
        raise BadMessage("too long")
    try:
        message = json.loads(data)
    except (ValueError, RecursionError):
        raise BadMessage("not JSON") from None
    if not isinstance(message, dict):
        raise BadMessage("not an object")
    match message.get("event"):
        case "media":
            return _media(_object(message, "media"))
        case "mark":
            return Mark(_text(_object(message, "mark"), "name"))
        case "dtmf":
            return _dtmf(_object(message, "dtmf"))
        case "start":
            return _start(_object(message, "start"))
        case "connected":
            return Connected()
        case "stop":
            return Stop()
    raise BadMessage("unknown event")


def _media(media: dict[str, Any]) -> Media:
    if media.get("track", "inbound") not in ("inbound", "inbound_track"):
        raise BadMessage("not the caller's track")
    try:
        return Media(base64.b64decode(_text(media, "payload"), validate=True))
    except (binascii.Error, ValueError):
        raise BadMessage("payload is not base64") from None


def _dtmf(dtmf: dict[str, Any]) -> Dtmf:
    key = _text(dtmf, "digit")
    if key not in _KEYS:
        raise BadMessage("not a key")
    return Dtmf(key)


def _start(start: dict[str, Any]) -> Start:
    call_sid, stream_sid = _text(start, "callSid"), _text(start, "streamSid")
    if not is_call_sid(call_sid) or not is_call_sid(stream_sid):  # Twilio writes both alike
        raise BadMessage("not a sid")
    parameters = start.get("customParameters") or {}
    if not isinstance(parameters, dict):
        raise BadMessage("customParameters is not an object")
    return Start(stream_sid, call_sid, {str(name): str(value) for name, value in parameters.items()})


def _object(message: dict[str, Any], name: str) -> dict[str, Any]:
    value = message.get(name)
    if not isinstance(value, dict):
        raise BadMessage(f"no {name}")
    return value


def _text(message: dict[str, Any], name: str) -> str:
    value = message.get(name)
    if not isinstance(value, str) or not value:
        raise BadMessage(f"no {name}")
    return value


def media_messages(stream_sid: str, audio: MuLaw) -> list[dict[str, Any]]:
    """Audio to play, in messages of `CHUNK_BYTES`."""
    return [
        {
            "event": "media",
            "streamSid": stream_sid,
            "media": {"payload": base64.b64encode(audio[at : at + CHUNK_BYTES]).decode("ascii")},
        }
        for at in range(0, len(audio), CHUNK_BYTES)
    ]


def mark_message(stream_sid: str, name: str) -> dict[str, Any]:
    """Return this name when everything before it has been played."""
    return {"event": "mark", "streamSid": stream_sid, "mark": {"name": name}}


def clear_message(stream_sid: str) -> dict[str, Any]:
    """Throw away what has not been played."""
    return {"event": "clear", "streamSid": stream_sid}
