"""Pure. What the line needs of speech engines, whoever makes them.

Audio is 8 kHz mono everywhere on our side of these ports: `Pcm` is 16-bit signed
little-endian, `MuLaw` is G.711 mu-law, one byte a sample.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from calllock.contracts.commands import Expected

SAMPLE_RATE = 8_000
"""Samples a second on the telephone line; engines resample once, inside, if they must."""

Pcm = bytes
"""Two bytes a sample: 16,000 a second."""
MuLaw = bytes
"""One byte a sample: 8,000 a second."""


class SpeechFailed(RuntimeError):
    """An engine could not do its work for one utterance or line; the call goes on."""


@dataclass(frozen=True, slots=True)
class Hints:
    """What the caller is likely to say."""

    expects: Expected | None = None
    """The kind of answer that was asked for."""
    terms: tuple[str, ...] = ()
    """Words of the business: streets, brands, the trade."""


class Ear(Protocol):
    """Hears one caller."""

    def hear(self, audio: Pcm) -> None:
        """Some of the caller's audio, as it comes, silence and all; takes no time."""
        ...

    async def transcribe(self, audio: Pcm, hints: Hints) -> str:
        """The words in `audio`, the last that was heard, "" when there are none; raises `SpeechFailed`."""
        ...

    def so_far(self, seconds: float) -> str:
        """Its words for the last seconds as far as it has any before it is asked to `transcribe`; takes no time."""
        ...

    async def run(self) -> None:
        """Hold what hearing takes, a vendor's stream for example, until cancelled. Never raises."""
        ...


class Recognizer(Protocol):
    """Speech to text."""

    @property
    def name(self) -> str:
        """Names the engine in settings, logs and metrics."""
        ...

    def listen(self, terms: tuple[str, ...]) -> Ear:
        """A fresh ear, for one call; `terms` are words of the business."""
        ...


class Voice(Protocol):
    """Text to speech."""

    @property
    def name(self) -> str:
        """Names engine, voice and version; part of the key of rendered lines."""
        ...

    async def render(self, text: str) -> MuLaw:
        """`text` spoken, without silence around it; raises `SpeechFailed`."""
        ...


class VoiceActivity(Protocol):
    """Whether there is a voice, for one caller: it remembers what it has heard."""

    def probability(self, chunk: Pcm) -> float:
        """That `chunk` of `CHUNK_SAMPLES` samples contains speech, from 0 to 1."""
        ...


CHUNK_SAMPLES = 256
"""Samples that `VoiceActivity` takes at a time (32 ms)."""
CHUNK_S = CHUNK_SAMPLES / SAMPLE_RATE


class TurnModel(Protocol):
    """Whether somebody who has paused has also finished."""

    async def finished(self, audio: Pcm) -> float:
        """The probability, from 0 to 1, from how the last eight seconds of `audio` sounded; raises `SpeechFailed`."""
        ...


class Engines(Protocol):
    """The engines of a process, shared by all of its calls."""

    @property
    def recognizers(self) -> Sequence[Recognizer]:
        """In order of preference."""
        ...

    @property
    def voices(self) -> Sequence[Voice]:
        """In order of preference."""
        ...

    @property
    def turn_model(self) -> TurnModel:
        """One for all calls."""
        ...

    def voice_activity(self) -> VoiceActivity:
        """A fresh one, for one call."""
        ...
