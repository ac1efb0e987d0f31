"""Twilio's messages as Pipecat's frames."""

from __future__ import annotations

import json

from pipecat.frames.frames import InputTransportMessageFrame, OutputTransportMessageUrgentFrame

from voice_gateway.line.serializer import LineSerializer
from voice_gateway.twilio.media import Dtmf, Mark, Stop


def deaf(_audio: bytes) -> None:
    """Hears nothing."""


async def test_sound_is_heard_before_the_message_after_it_is_read() -> None:
    heard: list[bytes] = []
    serializer = LineSerializer("MZ1", heard.append)
    assert await serializer.deserialize('{"event":"media","media":{"payload":"/wCA"}}') is None
    assert [len(audio) for audio in heard] == [6]


async def test_marks_keys_and_stops_come_through() -> None:
    serializer = LineSerializer("MZ1", deaf)
    for text, message in (
        ('{"event":"mark","mark":{"name":"said-1"}}', Mark("said-1")),
        ('{"event":"dtmf","dtmf":{"digit":"*"}}', Dtmf("*")),
        ('{"event":"stop"}', Stop()),
    ):
        frame = await serializer.deserialize(text)
        assert isinstance(frame, InputTransportMessageFrame)
        assert frame.message == message


async def test_what_is_no_message_is_forgotten() -> None:
    serializer = LineSerializer("MZ1", deaf)
    for text in ("{", b"\xff", '{"event":"media","media":{"payload":"?"}}'):
        assert await serializer.deserialize(text) is None


async def test_our_messages_go_out_as_they_are() -> None:
    message = {"event": "clear", "streamSid": "MZ1"}
    sent = await LineSerializer("MZ1", deaf).serialize(OutputTransportMessageUrgentFrame(message=message))
    assert isinstance(sent, str)
    assert json.loads(sent) == message
