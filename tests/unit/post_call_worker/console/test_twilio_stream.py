"""What goes between a browser and a gateway, as Twilio would say it."""

from __future__ import annotations

import json

import pytest

from post_call_worker.console.twilio_stream import NotConnected, beginning, from_browser, stopping, stream_of

TWIML = """<?xml version="1.0" encoding="UTF-8"?><Response><Connect action="https://gw.example/twilio/stream-ended">
<Stream url="wss://gw.example/twilio/media"><Parameter name="business" value="ace"/><Parameter name="token" value="t"/>
</Stream></Connect></Response>"""


def test_the_stream_begins_with_what_the_gateway_said_of_it() -> None:
    stream = stream_of(TWIML)
    assert stream.url == "wss://gw.example/twilio/media"
    connected, start = map(json.loads, beginning("CA1", stream))
    assert connected["event"] == "connected"
    assert start["start"]["callSid"] == "CA1"
    assert start["start"]["customParameters"] == {"business": "ace", "token": "t"}
    assert json.loads(stopping("CA1"))["stop"] == {"callSid": "CA1"}


@pytest.mark.parametrize(
    ("twiml", "why"),
    [
        ("<Response><Say>We are busy.</Say><Hangup/></Response>", "We are busy."),
        ("<Response><Hangup/></Response>", "takes no call"),
        ("<Response><Connect><Stream/></Connect></Response>", "takes no call"),
        ("nonsense", "no TwiML"),
    ],
)
def test_a_call_that_is_not_taken_says_why(twiml: str, why: str) -> None:
    with pytest.raises(NotConnected, match=why):
        stream_of(twiml)


@pytest.mark.parametrize(
    "message",
    [
        {"event": "media", "media": {"track": "inbound", "payload": "AAAA"}},
        {"event": "mark", "mark": {"name": "m1"}},
        {"event": "dtmf", "dtmf": {"digit": "7"}},
    ],
)
def test_sound_marks_and_keys_pass(message: dict[str, object]) -> None:
    passed = from_browser(json.dumps({**message, "streamSid": "another", "more": 1}))
    assert passed is not None
    assert json.loads(passed) == {**message, "streamSid": "MZconsole"}


@pytest.mark.parametrize(
    "text",
    [
        *("", "[]", "null", "{", "[" * 4_000, '{"event":"start","start":{"callSid":"CA2"}}', '{"event":"stop"}'),
        *('{"event":"media","media":{"payload":7}}', '{"event":"dtmf","dtmf":{"digit":"77"}}'),
        json.dumps({"event": "media", "media": {"payload": "A" * 5_000}}),
    ],
)
def test_nothing_else_does(text: str) -> None:
    assert from_browser(text) is None
