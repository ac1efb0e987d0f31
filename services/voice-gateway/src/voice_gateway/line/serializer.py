"""Adapter. Pipecat's Twilio serializer, extended by marks, keys and stops, and hardened against malformed input."""

from __future__ import annotations

from pipecat.frames.frames import Frame, InputAudioRawFrame, InputTransportMessageFrame
from pipecat.serializers.twilio import TwilioFrameSerializer

from voice_gateway.speech import mulaw
from voice_gateway.speech.ports import SAMPLE_RATE
from voice_gateway.twilio.media import BadMessage, Dtmf, Mark, Media, Stop, parse


class LineSerializer(TwilioFrameSerializer):
    """Messages of one stream; what is not one is forgotten."""

    def __init__(self, stream_sid: str) -> None:
        super().__init__(
            stream_sid, params=TwilioFrameSerializer.InputParams(auto_hang_up=False, sample_rate=SAMPLE_RATE)
        )

    async def deserialize(self, data: str | bytes) -> Frame | None:
        """The frame for one message of Twilio's, or None."""
        try:
            message = parse(data)
        except BadMessage:
            return None
        match message:
            case Media(audio):
                return InputAudioRawFrame(audio=mulaw.decode(audio), sample_rate=SAMPLE_RATE, num_channels=1)
            case Mark() | Dtmf() | Stop():
                return InputTransportMessageFrame(message=message)
        return None
