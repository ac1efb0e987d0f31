"""Shell. The speech engines that the settings name, in order, with the local ones as the last resort."""

from __future__ import annotations

from calllock.runtime.clock import Clock
from voice_gateway.settings import RecognizerName, Settings, VoiceName
from voice_gateway.speech.deepgram import Deepgram
from voice_gateway.speech.elevenlabs import ElevenLabsVoice
from voice_gateway.speech.openai_speech import OpenAiRecognizer, OpenAiVoice
from voice_gateway.speech.ports import Engines, Recognizer, Voice


class ChosenEngines:
    """`Engines` of one process."""

    def __init__(self, settings: Settings, local: Engines, clock: Clock) -> None:
        recognizers = [_recognizer(name, settings, clock) for name in settings.recognizers]
        voices = [_voice(name, settings) for name in settings.voices]
        self._vendors = (*recognizers, *voices)
        self.recognizers: tuple[Recognizer, ...] = (*recognizers, *local.recognizers)
        self.voices: tuple[Voice, ...] = (*voices, *local.voices)
        self.turn_model = local.turn_model
        self.voice_activity = local.voice_activity

    async def close(self) -> None:
        """Let go of the vendors' connections."""
        for vendor in self._vendors:
            await vendor.close()


def _recognizer(name: RecognizerName, settings: Settings, clock: Clock) -> Deepgram | OpenAiRecognizer:
    match name:
        case "deepgram":
            key = settings.deepgram_api_key.get_secret_value()
            return Deepgram(settings.deepgram_url, key, settings.deepgram_model, clock)
        case "openai":
            key = settings.openai_api_key.get_secret_value()
            return OpenAiRecognizer(settings.openai_url, key, settings.openai_recognizer_model)


def _voice(name: VoiceName, settings: Settings) -> ElevenLabsVoice | OpenAiVoice:
    match name:
        case "elevenlabs":
            key = settings.elevenlabs_api_key.get_secret_value()
            voice_id, model = settings.elevenlabs_voice_id, settings.elevenlabs_model
            return ElevenLabsVoice(settings.elevenlabs_url, key, voice_id, model)
        case "openai":
            key = settings.openai_api_key.get_secret_value()
            return OpenAiVoice(settings.openai_url, key, settings.openai_voice_model, settings.openai_voice)
