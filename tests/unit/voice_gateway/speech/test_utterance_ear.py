"""Recognizers that take whole utterances."""

from __future__ import annotations

from voice_gateway.speech.ports import Hints
from voice_gateway.speech.utterance_ear import UtteranceEar


class Counting:
    async def transcribe(self, audio: bytes, hints: Hints) -> str:
        return f"{len(audio)} bytes about {hints.expects}"


async def test_the_utterance_goes_to_the_recognizer_whole_and_nothing_before_it() -> None:
    ear = UtteranceEar(Counting())
    ear.hear(bytes(320))
    await ear.run()
    assert await ear.transcribe(bytes(10), Hints("zip")) == "10 bytes about zip"
