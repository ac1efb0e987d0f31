"""Pure. An ear for recognizers that take a whole utterance at once; it does nothing while the caller speaks."""

from __future__ import annotations

from typing import Protocol

from voice_gateway.speech.ports import Hints, Pcm


class Transcriber(Protocol):
    """Transcribes an utterance, whoever's it is."""

    async def transcribe(self, audio: Pcm, hints: Hints) -> str:
        """The words in `audio`, "" when there are none; raises `SpeechFailed`."""
        ...


class UtteranceEar:
    """An `Ear` of such a recognizer."""

    def __init__(self, transcriber: Transcriber) -> None:
        self.transcribe = transcriber.transcribe

    def hear(self, audio: Pcm) -> None:
        """Nothing: the utterance will come whole."""

    def so_far(self, seconds: float) -> str:
        """None."""
        return ""

    async def run(self) -> None:
        """Nothing: no stream is held."""
