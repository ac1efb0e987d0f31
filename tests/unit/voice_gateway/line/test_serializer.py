"""Twilio's messages as Pipecat's frames."""

from __future__ import annotations

import json

from pipecat.frames.frames import InputAudioRawFrame, InputTransportMessageFrame, OutputTransportMessageUrgentFrame

from voice_gateway.line.serializer import LineSerializer
from voice_gateway.twilio.media import Dtmf, Mark, Stop


async def test_audio_becomes_samples_at_eight_kilohertz() -> None:
    frame = await LineSerializer("MZ1").deserialize('{"event":"media","media":{"payload":"/wCA"}}')
    assert isinstance(frame, InputAudioRawFrame)
    assert (frame.sample_rate, len(frame.audio)) == (8_000, 6)


async def test_marks_keys_and_stops_come_through() -> None:
    serializer = LineSerializer("MZ1")
    for text, message in (
        ('{"event":"mark","mark":{"name":"said-1"}}', Mark("said-1")),
        ('{"event":"dtmf","dtmf":{"digit":"*"}}', Dtmf("*")),
        ('{"event":"stop"}', Stop()),
    ):
        frame = await serializer.deserialize(text)
        assert isinstance(frame, InputTransportMessageFrame)
        assert frame.message == message


async def test_what_is_no_message_is_forgotten() -> None:
    serializer = LineSerializer("MZ1")
    for text in ("{", b"\xff", '{"event":"media","media":{"payload":"?"}}'):
        assert await serializer.deserialize(text) is None


async def test_our_messages_go_out_as_they_are() -> None:
    message = {"event": "clear", "streamSid": "MZ1"}
    sent = await LineSerializer("MZ1").serialize(OutputTransportMessageUrgentFrame(message=message))
    assert isinstance(sent, str)
    assert json.loads(sent) == message
