"""Adapter. hibari: a small natural American voice, text in, 24 kHz samples out, resampled once to 8 kHz."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version

import hibari

from voice_gateway.speech.ports import MuLaw, SpeechFailed
from voice_gateway.speech.spoken_line import spoken_line

_LIMIT_S = 10.0
_SEED = 1
"""The same text gives the same audio."""


class HibariVoice:
    """A `Voice`; renders one line at a time in a thread of its own."""

    def __init__(self) -> None:
        self._engine = hibari.Hibari()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="voice")

    @property
    def name(self) -> str:
        """See `Voice.name`: lines of another version, or of another of its voices, are rendered anew."""
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
        """The same, in this thread, however long it takes; b"" when there is nothing to say."""
        if not any(character.isalnum() for character in text):
            return b""
        return spoken_line(self._engine(text, seed=_SEED), self._engine.sample_rate)
