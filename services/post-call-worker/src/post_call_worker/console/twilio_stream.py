"""Pure. Twilio's side of a media stream, as far as a browser needs it: how it begins, and what a browser may send."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree import ElementTree

STREAM_SID = "MZconsole"
_MOST_CHARACTERS = 4_096
_DIGITS = frozenset("0123456789*#")


class NotConnected(ValueError):
    """The gateway does not take the call; the text says so to the one who calls."""


@dataclass(frozen=True, slots=True)
class Stream:
    """The media stream that the gateway wants opened."""

    url: str
    parameters: Mapping[str, str]


def stream_of(twiml: str) -> Stream:
    """The stream of a `<Connect>`; raises `NotConnected` with what the gateway says instead."""
    try:
        answer = ElementTree.fromstring(twiml)  # noqa: S314 - from our own gateway
    except ElementTree.ParseError:
        raise NotConnected("the gateway's answer is no TwiML") from None
    stream = answer.find("./Connect/Stream")
    if stream is None or not stream.get("url"):
        raise NotConnected(answer.findtext("./Say") or "the gateway takes no call now")
    parameters = {one.get("name", ""): one.get("value", "") for one in stream.findall("Parameter")}
    return Stream(stream.get("url", ""), parameters)


def beginning(call_sid: str, stream: Stream) -> list[str]:
    """The messages that a stream begins with."""
    start = {
        "streamSid": STREAM_SID,
        "callSid": call_sid,
        "tracks": ["inbound"],
        "mediaFormat": {"encoding": "audio/x-mulaw", "sampleRate": 8000, "channels": 1},
        "customParameters": dict(stream.parameters),
    }
    return [
        json.dumps({"event": "connected", "protocol": "Call", "version": "1.0.0"}),
        json.dumps({"event": "start", "sequenceNumber": "1", "streamSid": STREAM_SID, "start": start}),
    ]


def stopping(call_sid: str) -> str:
    """The message that says that the caller has hung up."""
    return json.dumps({"event": "stop", "streamSid": STREAM_SID, "stop": {"callSid": call_sid}})


def from_browser(text: str) -> str | None:
    """A message of the browser's as Twilio would send it: sound, a mark or a key; None when it is none of these."""
    if len(text) > _MOST_CHARACTERS:
        return None
    try:
        message = json.loads(text)
    except (ValueError, RecursionError):
        return None
    match message:
        case {"event": "media", "media": {"payload": str(payload)}}:
            content: dict[str, object] = {"media": {"track": "inbound", "payload": payload}}
        case {"event": "mark", "mark": {"name": str(name)}}:
            content = {"mark": {"name": name}}
        case {"event": "dtmf", "dtmf": {"digit": str(digit)}} if digit in _DIGITS:
            content = {"dtmf": {"digit": digit}}
        case _:
            return None
    return json.dumps({"event": message["event"], "streamSid": STREAM_SID, **content})
