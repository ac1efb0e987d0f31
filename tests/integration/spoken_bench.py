"""A line that hears real sound with the real engines, in virtual time: a minute of a call takes a second."""

from __future__ import annotations

from typing import Any

import numpy as np

from tests.integration.voice_gateway_rig import engines
from tests.unit.voice_gateway.line.line_bench import Bench
from voice_gateway.line.effects import Consider, Effect, Judge
from voice_gateway.speech import mulaw
from voice_gateway.speech.local import LocalEngines
from voice_gateway.speech.moonshine import Moonshine
from voice_gateway.speech.ports import CHUNK_S, CHUNK_SAMPLES, SAMPLE_RATE
from voice_gateway.speech.smart_turn import SmartTurn

_CHUNK_BYTES = 2 * CHUNK_SAMPLES
_BETWEEN_WORDS = 400
"""Samples: 50 ms."""


def quieter(audio: bytes, decibels: float) -> bytes:
    """The same mu-law sound, weaker."""
    samples = np.frombuffer(mulaw.decode(audio), dtype="<i2") * 10 ** (-decibels / 20)
    return mulaw.encode(samples.astype(np.int16))


def in_two(audio: bytes, pause: bytes) -> bytes:
    """The same sound with a pause where it is quietest in the middle, between two words."""
    samples = np.abs(np.frombuffer(mulaw.decode(audio), dtype="<i2").astype(float))
    first, last = int(0.35 * len(samples)), int(0.65 * len(samples))
    loudness = np.convolve(samples[first:last], np.ones(_BETWEEN_WORDS), mode="valid")
    at = first + int(loudness.argmin()) + _BETWEEN_WORDS // 2
    return audio[:at] + pause + audio[at:]


def with_noise(audio: bytes, below_db: float) -> bytes:
    """The same sound in steady noise that is so much weaker."""
    samples = np.frombuffer(mulaw.decode(audio), dtype="<i2").astype(float)
    loudness = np.sqrt(np.mean(np.square(samples[np.abs(samples) > 200])))
    noise = np.random.default_rng(5).normal(0, loudness * 10 ** (-below_db / 20), len(samples))
    return mulaw.encode(np.clip(samples + noise, -32_768, 32_767).astype(np.int16))


class SpokenBench(Bench):
    """The bench of the line, with ears."""

    def __init__(self, **options: Any) -> None:
        self._engines: LocalEngines = engines()
        self._voice_activity = self._engines.voice_activity()
        self._heard = bytearray()
        self._considered: dict[int, bytes] = {}
        super().__init__(**options)

    def hears(self, audio: bytes, then_s: float = 0.0) -> None:
        """The caller's line carries this mu-law sound, then silence."""
        sound = mulaw.decode(audio + bytes([mulaw.SILENCE]) * int(then_s * SAMPLE_RATE))
        for at in range(0, len(sound) - _CHUNK_BYTES + 1, _CHUNK_BYTES):
            chunk = sound[at : at + _CHUNK_BYTES]
            self._heard += chunk
            self.run(CHUNK_S, self._voice_activity.probability(chunk))

    def do(self, effects: list[Effect]) -> None:
        """Keep what was said up to a pause."""
        for effect in effects:
            if isinstance(effect, Consider):
                self._considered[effect.pause] = bytes(self._heard[-2 * int(effect.audio_s * SAMPLE_RATE) :])
        super().do(effects)

    def judge(self, asked: Judge) -> float:
        """What the real turn model says."""
        assert isinstance(self._engines.turn_model, SmartTurn)
        return self._engines.turn_model.finished_now(self._considered[asked.pause])

    def recognize(self, asked: Consider) -> str:
        """What the real recognizer understands."""
        (recognizer,) = self._engines.recognizers
        assert isinstance(recognizer, Moonshine)
        return recognizer.transcribe_now(self._considered[asked.pause], asked.hints)
