"""Adapter. Smart Turn v3, as it comes with Pipecat: has the caller finished, or only paused?

One analyzer, and so one model session, serves all calls. It is used for its prediction
alone; when to ask, and how long to wait after the answer, is decided in `voice_gateway.line`.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from pipecat.audio.turn.smart_turn.local_smart_turn_v3 import LocalSmartTurnAnalyzerV3

from voice_gateway.speech.ports import SAMPLE_RATE, Pcm, SpeechFailed

_LIMIT_S = 2.0
_WINDOW_S = 8.0


class SmartTurn:
    """A `TurnModel`."""

    def __init__(self) -> None:
        self._analyzer = LocalSmartTurnAnalyzerV3(sample_rate=SAMPLE_RATE)
        self._analyzer.set_sample_rate(SAMPLE_RATE)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="turn-model")

    async def finished(self, audio: Pcm) -> float:
        """The probability that the caller has finished; raises `SpeechFailed` when it takes too long."""
        work = asyncio.get_running_loop().run_in_executor(self._thread, self.finished_now, audio)
        try:
            async with asyncio.timeout(_LIMIT_S):
                return await work
        except TimeoutError:
            raise SpeechFailed(f"no judgement within {_LIMIT_S:g} s") from None

    def finished_now(self, audio: Pcm) -> float:
        """The same, in this thread."""
        samples = np.frombuffer(audio, dtype="<i2").astype(np.float32) / 32_768.0
        recent = samples[-int(_WINDOW_S * SAMPLE_RATE) :]
        judgement = self._analyzer._predict_endpoint(recent)  # noqa: SLF001 - the one public way keeps its own clock
        return float(judgement["probability"])
