"""Adapter. Smart Turn v3, as it comes with Pipecat: has the caller finished, or only paused?

One model session serves all calls. When to ask, and how long to wait after the answer, is decided in
`voice_gateway.line`.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import soxr

from voice_gateway.speech.onnx import open_model, package_file
from voice_gateway.speech.ports import SAMPLE_RATE, Pcm, SpeechFailed
from voice_gateway.speech.turn_features import RATE, WINDOW_S, features

_LIMIT_S = 2.0
_MODEL = ("audio", "turn", "smart_turn", "data", "smart-turn-v3.2-cpu.onnx")


class SmartTurn:
    """A `TurnModel`."""

    def __init__(self) -> None:
        self._session = open_model(package_file("pipecat", *_MODEL))
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
        """The same, in this thread, however long it takes; only the last eight seconds count."""
        samples = np.frombuffer(audio[-2 * WINDOW_S * SAMPLE_RATE :], dtype="<i2").astype(np.float32) / 32_768.0
        heard = soxr.resample(samples, SAMPLE_RATE, RATE)
        (probability,) = self._session.run(None, {"input_features": features(heard)[np.newaxis]})
        return float(probability[0].item())
