"""Adapter. The engines that need no key and no network: Moonshine, hibari, Silero, Smart Turn.

Each is used once before any call: a model's first run takes several times as long as the next.
"""

from __future__ import annotations

from voice_gateway.speech.hibari_voice import HibariVoice
from voice_gateway.speech.moonshine import Moonshine
from voice_gateway.speech.ports import SAMPLE_RATE, Recognizer, TurnModel, Voice, VoiceActivity
from voice_gateway.speech.silero import SileroModel
from voice_gateway.speech.smart_turn import SmartTurn


class LocalEngines:
    """`Engines` of one process; loading takes a few seconds, once."""

    def __init__(self) -> None:
        recognizer, voice, turn_model = Moonshine(), HibariVoice(), SmartTurn()
        self.recognizer: Recognizer = recognizer
        self.voice: Voice = voice
        self.turn_model: TurnModel = turn_model
        self._silero = SileroModel()
        silence = bytes(2 * SAMPLE_RATE)
        recognizer.transcribe_now(silence)
        turn_model.finished_now(silence)
        voice.render_now("Hello.")

    def voice_activity(self) -> VoiceActivity:
        """A fresh one, for one call."""
        return self._silero.listen()
