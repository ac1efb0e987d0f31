"""Adapter. The engines that need no key and no network: Moonshine, hibari, Silero, Smart Turn."""

from __future__ import annotations

from voice_gateway.speech.hibari_voice import HibariVoice
from voice_gateway.speech.moonshine import Moonshine
from voice_gateway.speech.ports import Recognizer, TurnModel, Voice, VoiceActivity
from voice_gateway.speech.silero import SileroModel
from voice_gateway.speech.smart_turn import SmartTurn


class LocalEngines:
    """`Engines` of one process; loading takes about a second, once."""

    def __init__(self) -> None:
        self.recognizer: Recognizer = Moonshine()
        self.voice: Voice = HibariVoice()
        self.turn_model: TurnModel = SmartTurn()
        self._silero = SileroModel()

    def voice_activity(self) -> VoiceActivity:
        """A fresh one, for one call."""
        return self._silero.listen()
