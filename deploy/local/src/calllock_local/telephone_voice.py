"""Adapter. The caller's voice and understanding, from the local engines.

The voice is the engine of the agent's, spoken lower: it sounds like another person, and is
understood as well. What was once spoken is kept on disk.
"""

from __future__ import annotations

import hashlib
import re
from functools import cached_property
from pathlib import Path
from typing import Protocol

import hibari
import numpy as np
import soxr

from calllock_local.telephone_line import FRAME_BYTES
from voice_gateway.speech import mulaw
from voice_gateway.speech.moonshine import Moonshine

_RATE = 8_000
_PITCH = 0.8
_SPEED = 1.2
"""Lowering the pitch slows down as well; this makes up for it."""
_SEED = 1
_LOUDEST = 0.6
_KEPT_AS = "caller-1"
"""Changes whenever the same text sounds different."""
_FIVE_DIGITS = re.compile(r"\b\d{5}\b")
_NOISE_MS = 700


class Speaker(Protocol):
    """Says the caller's lines."""

    def render(self, text: str) -> bytes:
        """`text` as mu-law."""
        ...


class Listener(Protocol):
    """Understands what the agent says."""

    def transcribe(self, audio: bytes) -> str:
        """The words in mu-law `audio`."""
        ...


class LocalSpeaker:
    """hibari, lowered; each line is rendered once."""

    def __init__(self, cache: Path) -> None:
        self._cache = cache / _KEPT_AS

    def render(self, text: str) -> bytes:
        """`text` as mu-law, from the cache when it was spoken before."""
        spoken = as_spoken(text)
        file = self._cache / f"{hashlib.sha256(spoken.encode()).hexdigest()[:24]}.ulaw"
        if file.exists():
            return file.read_bytes()
        audio = self._speak(spoken)
        self._cache.mkdir(parents=True, exist_ok=True)
        draft = file.with_suffix(".draft")
        draft.write_bytes(audio)
        draft.replace(file)
        return audio

    def _speak(self, text: str) -> bytes:
        samples = self._engine(text, speed=_SPEED, seed=_SEED)
        peak = float(np.abs(samples).max(initial=0.0)) or 1.0
        line = soxr.resample(samples * (_LOUDEST / peak), self._engine.sample_rate * _PITCH, _RATE)
        return mulaw.encode_samples((np.clip(line, -1.0, 1.0) * 32_767).astype(np.int16))

    @cached_property
    def _engine(self) -> hibari.Hibari:
        return hibari.Hibari()


class LocalListener:
    """Moonshine, which the gateway listens with as well."""

    def transcribe(self, audio: bytes) -> str:
        """The words in mu-law `audio`."""
        return self._engine.transcribe_now(mulaw.decode(audio))

    @cached_property
    def _engine(self) -> Moonshine:
        return Moonshine()


def as_spoken(text: str) -> str:
    """`text` as people say it: a ZIP code digit by digit."""
    return _FIVE_DIGITS.sub(lambda zip_code: " ".join(zip_code.group()), text)


def noise() -> bytes:
    """A cough-like sound without words."""
    random = np.random.default_rng(_SEED)
    count = _RATE * _NOISE_MS // 1_000
    shape = np.exp(-np.linspace(0.0, 4.0, count))
    return mulaw.encode_samples((random.normal(0.0, 4_000.0, count) * shape).clip(-32_000, 32_000).astype(np.int16))


def quiet_line() -> list[bytes]:
    """A second of what a telephone line sounds like when nobody speaks, in frames of 20 ms."""
    random = np.random.default_rng(_SEED)
    audio = mulaw.encode_samples(random.normal(0.0, 6.0, _RATE).astype(np.int16))
    return [audio[at : at + FRAME_BYTES] for at in range(0, len(audio), FRAME_BYTES)]
