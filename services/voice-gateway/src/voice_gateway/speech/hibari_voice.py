"""Adapter. hibari: a small natural American voice, text in, 24 kHz samples out, resampled once to 8 kHz."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version

import hibari
import numpy as np
import soxr
from numpy.typing import NDArray

from voice_gateway.speech.mulaw import encode_samples
from voice_gateway.speech.ports import SAMPLE_RATE, MuLaw, SpeechFailed

_LIMIT_S = 10.0
_SEED = 1
"""The same text gives the same audio."""
_LOUDEST = 0.7
_AUDIBLE = 0.01
"""Amplitude below which the beginning and the end of a line count as silence."""
_LEAD_S = 0.02
_TAIL_S = 0.08


def trimmed(samples: NDArray[np.float32], rate: int) -> NDArray[np.float32]:
    """`samples` without the silence around them, so that a line begins when it is sent."""
    audible = np.flatnonzero(np.abs(samples) > _AUDIBLE)
    if not len(audible):
        return samples[:0]
    first = max(0, int(audible[0]) - int(_LEAD_S * rate))
    return samples[first : int(audible[-1]) + int(_TAIL_S * rate)]


class HibariVoice:
    """A `Voice`; renders one line at a time in a thread of its own."""

    def __init__(self) -> None:
        self._engine = hibari.Hibari()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="voice")

    @property
    def name(self) -> str:
        return f"hibari-{version('hibari-tts')}-{hibari.tts.DEFAULT}"

    async def render(self, text: str) -> MuLaw:
        """`text` spoken; raises `SpeechFailed` when there is nothing to say or the engine is not done in time."""
        work = asyncio.get_running_loop().run_in_executor(self._thread, self.render_now, text)
        try:
            async with asyncio.timeout(_LIMIT_S):
                audio = await work
        except TimeoutError:
            raise SpeechFailed(f"not rendered within {_LIMIT_S:g} s") from None
        if not audio:
            raise SpeechFailed("the voice made no sound")
        return audio

    def render_now(self, text: str) -> MuLaw:
        """The same, in this thread."""
        if not any(character.isalnum() for character in text):
            return b""
        samples = trimmed(self._engine(text, seed=_SEED), self._engine.sample_rate)
        peak = float(np.abs(samples).max(initial=0.0))
        if peak == 0.0:
            return b""
        line = soxr.resample(samples * (_LOUDEST / peak), self._engine.sample_rate, SAMPLE_RATE)
        return encode_samples((np.clip(line, -1.0, 1.0) * 32_767).astype(np.int16))
