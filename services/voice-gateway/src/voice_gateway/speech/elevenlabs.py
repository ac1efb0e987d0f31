"""Adapter. ElevenLabs: text in, the telephone's own mu-law out, over its streaming HTTP interface."""

from __future__ import annotations

import asyncio

import numpy as np

from calllock.runtime.answer_limits import AnswerLimits
from voice_gateway.speech import mulaw
from voice_gateway.speech.faults import VendorFailed
from voice_gateway.speech.ports import SAMPLE_RATE, MuLaw
from voice_gateway.speech.spoken_line import spoken_line
from voice_gateway.speech.vendor_http import VendorHttp

LIMITS = AnswerLimits(first_s=1.0, stall_s=0.8, total_s=4.0)
_LONGEST_S = 3.0
"""Of sound, beside what each character may take."""
_LONGEST_CHARACTER_S = 0.25


class ElevenLabsVoice:
    """A `Voice`; `voice_id` is the vendor's."""

    def __init__(self, url: str, api_key: str, voice_id: str, model: str, limits: AnswerLimits = LIMITS) -> None:
        self.name = f"elevenlabs-{model}-{voice_id}"
        self._path = f"/v1/text-to-speech/{voice_id}/stream"
        self._model = model
        self._http = VendorHttp(url, {"xi-api-key": api_key}, limits)

    async def close(self) -> None:
        """Let go of the connections."""
        await self._http.close()

    async def render(self, text: str) -> MuLaw:
        """`text` spoken; raises `VendorFailed`."""
        sound = await self._http.post(
            self._path, params={"output_format": "ulaw_8000"}, json={"text": text, "model_id": self._model}
        )
        if is_text(sound):
            raise VendorFailed("garbled", "text instead of sound")
        if len(sound) > SAMPLE_RATE * (_LONGEST_S + _LONGEST_CHARACTER_S * len(text)):
            raise VendorFailed("garbled", "more sound than the words can take")
        line = await asyncio.to_thread(_line, sound)
        if not line:
            raise VendorFailed("garbled", "no sound")
        return line


def is_text(sound: bytes) -> bool:
    """Whether these bytes are a message rather than mu-law, of which half the codes are no ASCII."""
    return sound[:200].isascii()


def _line(sound: MuLaw) -> MuLaw:
    samples = np.frombuffer(mulaw.decode(sound), dtype="<i2").astype(np.float32) / 32_768.0
    return spoken_line(samples, SAMPLE_RATE)
