"""Adapter. The engines that need no key and no network: Moonshine, hibari, Silero, Smart Turn.

Each is used once before any call: a model's first run takes several times as long as the next.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np

from voice_gateway.speech.hibari_voice import HibariVoice
from voice_gateway.speech.moonshine import Moonshine
from voice_gateway.speech.ports import SAMPLE_RATE, Recognizer, TurnModel, Voice, VoiceActivity
from voice_gateway.speech.silero import SileroModel
from voice_gateway.speech.smart_turn import SmartTurn


class LocalEngines:
    """`Engines` of one process; loading takes a few seconds, once. Raises `SpeechFailed` when a model is missing."""

    def __init__(self) -> None:
        with ThreadPoolExecutor(thread_name_prefix="load") as threads:
            recognizer, voice, turn_model = (
                threads.submit(_recognizer),
                threads.submit(_voice),
                threads.submit(_turn_model),
            )
            self._silero = SileroModel()
            self.recognizers: tuple[Recognizer, ...] = (recognizer.result(),)
            self.voices: tuple[Voice, ...] = (voice.result(),)
            self.turn_model: TurnModel = turn_model.result()

    def voice_activity(self) -> VoiceActivity:
        """A fresh one, for one call."""
        return self._silero.listen()


def _recognizer() -> Moonshine:
    recognizer = Moonshine()
    recognizer.transcribe_now(np.full(SAMPLE_RATE, 1_000, dtype="<i2").tobytes())
    return recognizer


def _voice() -> HibariVoice:
    voice = HibariVoice()
    voice.render_now("Hello.")
    return voice


def _turn_model() -> SmartTurn:
    turn_model = SmartTurn()
    turn_model.finished_now(bytes(2 * SAMPLE_RATE))
    return turn_model
