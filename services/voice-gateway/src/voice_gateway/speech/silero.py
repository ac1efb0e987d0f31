"""Adapter. Silero's voice-activity model, as it comes with Pipecat: one session, a state per caller."""

from __future__ import annotations

import numpy as np
import onnxruntime

from voice_gateway.speech.noise_floor import NoiseFloor
from voice_gateway.speech.onnx import open_model, package_file
from voice_gateway.speech.ports import CHUNK_S, SAMPLE_RATE, Pcm

_CONTEXT = 32
_RATE = np.array(SAMPLE_RATE, dtype=np.int64)
_FORGET_AFTER_S = 2.0
_QUIET = 0.1
_SURE = 0.9
_QUIET_CHUNKS = 5
"""Long silence or music leaves the model deaf to what follows: it forgets every two seconds of clear quiet."""
_FAINT = 0.02
"""Part of the voice's loudness below which a chunk is no voice: the model itself lingers for 60 to 200 ms."""
_FAINTEST = 0.012
"""Peak (of 1) below which a chunk is no voice at all: nobody could make it out, and the network's echo of the agent's
own voice is as faint, which the model believes in."""
_SILENT = 0.004
"""Peak below which the line is silent. In a silence that lasts the model is not asked: nobody can be heard, and what it
takes for the callers who only listen is the most of what a call takes."""
_LOUDNESS_KEPT = 0.995
"""What is left of the remembered loudness after a chunk: half of it after 4.4 s."""


class SileroModel:
    """The shared session. A chunk takes about 0.3 ms, less than handing it to a thread would."""

    def __init__(self) -> None:
        self.session = open_model(package_file("pipecat", "audio", "vad", "data", "silero_vad.onnx"))

    def listen(self) -> SileroListener:
        """A `VoiceActivity` for one caller."""
        return SileroListener(self.session)


class SileroListener:
    """One caller's state of the shared model."""

    def __init__(self, session: onnxruntime.InferenceSession) -> None:
        self._session = session
        self._loudest = 0.0
        self._silent = 0
        self._floor = NoiseFloor()
        self._forget()

    def _forget(self) -> None:
        self._state = np.zeros((2, 1, 128), dtype=np.float32)
        self._context = np.zeros((1, _CONTEXT), dtype=np.float32)
        self._heard_s = 0.0
        self._quiet = 0

    def probability(self, chunk: Pcm) -> float:
        """That `chunk` (`CHUNK_SAMPLES` samples) contains speech, from 0 to 1; what is too faint, or only the noise
        that goes on behind a voice, contains none, whatever the model believes."""
        samples = np.frombuffer(chunk, dtype="<i2").astype(np.float32)[np.newaxis] / 32_768.0
        peak = float(np.abs(samples).max())
        self._silent = self._silent + 1 if peak < _SILENT else 0
        if self._silent > _QUIET_CHUNKS:
            return 0.0
        framed = np.concatenate((self._context, samples), axis=1)
        output, self._state = self._session.run(None, {"input": framed, "state": self._state, "sr": _RATE})
        self._context = framed[:, -_CONTEXT:]
        probability = float(output[0, 0])
        is_noise = self._floor.hear(peak, is_voice=probability >= _QUIET, loudest=self._loudest)
        if is_noise or peak < max(_FAINTEST, _FAINT * self._loudest):
            probability = min(probability, _QUIET)
        elif probability >= _SURE:
            self._loudest = max(self._loudest * _LOUDNESS_KEPT, peak)
        self._heard_s += CHUNK_S
        self._quiet = self._quiet + 1 if probability < _QUIET else 0
        if self._heard_s >= _FORGET_AFTER_S and self._quiet >= _QUIET_CHUNKS:
            self._forget()
        return probability
