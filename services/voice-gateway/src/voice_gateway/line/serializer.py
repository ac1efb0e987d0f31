"""Adapter. Pipecat's Twilio serializer, extended by marks, keys and stops, and hardened against malformed input.

Sound is heard right here: Pipecat would queue it apart from the messages, and a stop, or the end of the socket, would
overtake what the caller said before it.
"""

from __future__ import annotations

from collections.abc import Callable

from pipecat.frames.frames import Frame, InputTransportMessageFrame
from pipecat.serializers.twilio import TwilioFrameSerializer

from voice_gateway.speech import mulaw
from voice_gateway.speech.ports import SAMPLE_RATE, Pcm
from voice_gateway.twilio.media import BadMessage, Dtmf, Mark, Media, Stop, parse


class LineSerializer(TwilioFrameSerializer):
    """Messages of one stream; what is not one is forgotten."""

    def __init__(self, stream_sid: str, hear: Callable[[Pcm], None]) -> None:
        super().__init__(
            stream_sid, params=TwilioFrameSerializer.InputParams(auto_hang_up=False, sample_rate=SAMPLE_RATE)
        )
        self._hear = hear

    async def deserialize(self, data: str | bytes) -> Frame | None:
        """The frame for one message of Twilio's, or None; sound has been heard then."""
        try:
            message = parse(data)
        except BadMessage:
            return None
        match message:
            case Media(audio):
                self._hear(mulaw.decode(audio))
            case Mark() | Dtmf() | Stop():
                return InputTransportMessageFrame(message=message)
        return None
