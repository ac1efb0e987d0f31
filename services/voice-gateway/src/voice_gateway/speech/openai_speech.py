"""Adapter. The audio routes of OpenAI and of the many servers that have the same: utterances in, lines out, whole."""

from __future__ import annotations

import asyncio
import json

from calllock.runtime.answer_limits import AnswerLimits
from voice_gateway.speech.faults import VendorFailed
from voice_gateway.speech.ports import Ear, Hints, MuLaw, Pcm
from voice_gateway.speech.spoken_line import spoken_line
from voice_gateway.speech.transcript import LONGEST, tidy
from voice_gateway.speech.utterance_ear import UtteranceEar
from voice_gateway.speech.vendor_http import VendorHttp
from voice_gateway.speech.wav import samples_of, wav_of

HEARING = AnswerLimits(first_s=2.5, stall_s=0.5, total_s=3.0)
SPEAKING = AnswerLimits(first_s=1.5, stall_s=0.8, total_s=5.0)


class OpenAiRecognizer:
    """A `Recognizer` behind `POST {url}/audio/transcriptions`."""

    name = "openai"

    def __init__(self, url: str, api_key: str, model: str, limits: AnswerLimits = HEARING) -> None:
        self._model = model
        self._http = VendorHttp(url, _authorized(api_key), limits)

    async def close(self) -> None:
        """Let go of the connections."""
        await self._http.close()

    def listen(self, terms: tuple[str, ...]) -> Ear:
        """An ear for one call; the terms come with each utterance's hints."""
        del terms
        return UtteranceEar(self)

    async def transcribe(self, audio: Pcm, hints: Hints) -> str:
        """The words in `audio`; raises `VendorFailed`."""
        fields = {"model": self._model, "language": "en", "response_format": "json", "prompt": ", ".join(hints.terms)}
        answer = await self._http.post(
            "/audio/transcriptions",
            data={name: value for name, value in fields.items() if value},
            files={"file": ("utterance.wav", wav_of(audio), "audio/wav")},
        )
        return tidy(_text(answer))


class OpenAiVoice:
    """A `Voice` behind `POST {url}/audio/speech`."""

    def __init__(self, url: str, api_key: str, model: str, voice: str, limits: AnswerLimits = SPEAKING) -> None:
        self.name = f"openai-{model}-{voice}"
        self._model = model
        self._voice = voice
        self._http = VendorHttp(url, _authorized(api_key), limits)

    async def close(self) -> None:
        """Let go of the connections."""
        await self._http.close()

    async def render(self, text: str) -> MuLaw:
        """`text` spoken; raises `VendorFailed`."""
        sound = await self._http.post(
            "/audio/speech",
            json={"model": self._model, "voice": self._voice, "input": text, "response_format": "wav"},
        )
        try:
            samples, rate = samples_of(sound)
        except ValueError as error:
            raise VendorFailed("garbled", str(error)) from None
        line = await asyncio.to_thread(spoken_line, samples, rate)
        if not line:
            raise VendorFailed("garbled", "no sound")
        return line


def _authorized(api_key: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {api_key}"}


def _text(answer: bytes) -> str:
    try:
        read = json.loads(answer)
    except ValueError:
        raise VendorFailed("garbled", "the answer is not JSON") from None
    text = read.get("text") if isinstance(read, dict) else None
    if not isinstance(text, str):
        raise VendorFailed("garbled", "the answer has no text")
    if len(text) > LONGEST:
        raise VendorFailed("garbled", "the transcript is too long")
    return text
