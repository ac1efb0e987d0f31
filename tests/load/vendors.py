"""Shell. Recognizer, turn model and voice as they answer from another machine: right, and after a while.

Used by our gateway and by the plain bot alike. The delays are those that the vendors name for short utterances
(streaming recognizer 0.2 to 0.4 s after the pause, voice 0.15 to 0.35 s to the first sound), seeded.
"""

from __future__ import annotations

import asyncio
import random

from voice_gateway.speech.ports import Hints, TurnModel, VoiceActivity
from voice_gateway.speech.silero import SileroModel
from voice_gateway.speech.smart_turn import SmartTurn
from voice_gateway.speech.utterance_ear import UtteranceEar

RECOGNIZER_S = (0.2, 0.4)
VOICE_S = (0.15, 0.35)
SAID = "my furnace is making a loud noise"
"""What the recognizer understands, whatever was said."""
_WORD_BYTES = 2_400
_HUM = 0x20


class Vendor:
    """A `Recognizer` and a `Voice` that are somewhere else."""

    name = "vendor"

    def __init__(self, hurry: bool = False, seed: int = 1) -> None:
        """`hurry`: answer at once."""
        self._hurry = hurry
        self._random = random.Random(seed)

    def listen(self, terms: tuple[str, ...]) -> UtteranceEar:
        """An ear for one call."""
        return UtteranceEar(self)

    async def transcribe(self, audio: bytes, hints: Hints) -> str:
        """The same words every time."""
        await self._take(RECOGNIZER_S)
        return SAID

    async def render(self, text: str) -> bytes:
        """0.3 s of hum for each word, as mu-law."""
        await self._take(VOICE_S)
        return hum(text)

    async def _take(self, between_s: tuple[float, float]) -> None:
        await asyncio.sleep(0.0 if self._hurry else self._random.uniform(*between_s))


def hum(text: str) -> bytes:
    """0.3 s of sound for each word, as mu-law."""
    return bytes([_HUM]) * (_WORD_BYTES * len(text.split()))


class VendorEngines:
    """`Engines` with speech from vendors; what decides about turns runs here, as it does in production."""

    def __init__(self, hurry: bool = False) -> None:
        self.voices = self.recognizers = (Vendor(hurry),)
        self.turn_model: TurnModel = SmartTurn()
        self._silero = SileroModel()

    def voice_activity(self) -> VoiceActivity:
        """A fresh one, for one call."""
        return self._silero.listen()
