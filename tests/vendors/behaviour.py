"""Shell. How a vendor's stand-in behaves, well or badly, and the speech that it has: real engines or nearly none."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

import numpy as np

from voice_gateway.speech import mulaw
from voice_gateway.speech.hibari_voice import HibariVoice
from voice_gateway.speech.moonshine import Moonshine
from voice_gateway.speech.ports import Hints

Fault = Literal["refuses", "hangs", "stalls", "closes", "garbage", "slow"]
"""Refuses with `status`; takes the request and says nothing; stops in the middle with the socket open; breaks off;
sends what is not of the protocol; answers `slow_s` late."""

Recognize = Callable[[bytes, Sequence[str]], Awaitable[str]]
"""The words in 16-bit samples of 8 kHz, given words that are likely."""
Speak = Callable[[str], Awaitable[bytes]]
"""Mu-law of a text."""

_LOUD = 1_000


@dataclass
class Behaviour:
    """May be changed while the server runs."""

    fault: Fault | None = None
    status: int = 503
    """Of a refusal."""
    slow_s: float = 3.0
    latency_s: float = 0.0
    """Of an answer when all is well."""
    closes_after_s: float | None = None
    """Every stream, however well it goes; a connection that is kept open, once it has been idle for so long."""
    faults_left: int | None = None
    """How many more times the fault shows; None: until it is mended."""
    shown: int = 0
    """How many times it has."""

    def now(self) -> Fault | None:
        """The fault that shows this time."""
        if self.fault is None or self.faults_left == 0:
            return None
        self.faults_left = None if self.faults_left is None else self.faults_left - 1
        self.shown += 1
        return self.fault

    async def delay(self, fault: Fault | None) -> None:
        """What an answer takes."""
        await asyncio.sleep(self.slow_s if fault == "slow" else self.latency_s)


@cache
def recognizing() -> Recognize:
    """With the local recognizer, which is slow at its first word only."""
    moonshine = Moonshine()
    moonshine.transcribe_now(np.full(8_000, 1_000, dtype="<i2").tobytes())

    async def recognize(audio: bytes, terms: Sequence[str]) -> str:
        return await moonshine.transcribe(audio, Hints(terms=tuple(terms)))

    return recognize


def always(text: str) -> Recognize:
    """`text` whenever there is something loud; costs nothing."""

    async def recognize(audio: bytes, terms: Sequence[str]) -> str:
        del terms
        return text if loud(audio).size else ""

    return recognize


def speaking() -> Speak:
    """With the local voice."""
    return HibariVoice().render


def humming(seconds_a_word: float = 0.3) -> Speak:
    """A tone as long as the words would take; costs nothing."""
    tone = (8_000 * np.sin(2 * np.pi * 220 * np.arange(8_000) / 8_000)).astype(np.int16)

    async def speak(text: str) -> bytes:
        length = int(8_000 * seconds_a_word * len(text.split()))
        return mulaw.encode(np.resize(tone, length))

    return speak


def loud(audio: bytes) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """The places of the loud samples."""
    return np.flatnonzero(np.abs(np.frombuffer(audio, dtype="<i2").astype(np.int32)) > _LOUD)


def arguments(description: str) -> argparse.Namespace:
    """What each stand-in's command takes."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--fault", choices=get_args(Fault), default=None)
    parser.add_argument("--status", type=int, default=503, help="of a refusal")
    parser.add_argument("--latency", type=float, default=0.1, help="seconds before an answer")
    parser.add_argument(
        "--closes-after", type=float, default=None, help="seconds of a stream, or of an idle connection"
    )
    parser.add_argument("--words", default="", help="what is always heard, instead of recognizing")
    parser.add_argument("--hum", action="store_true", help="instead of speaking")
    return parser.parse_args()


def behaviour(given: argparse.Namespace) -> Behaviour:
    """The behaviour that those arguments ask for."""
    return Behaviour(fault=given.fault, status=given.status, latency_s=given.latency, closes_after_s=given.closes_after)
