"""Pure. Telephone audio as Moonshine wants it: audible, loud enough, 16 kHz, and neither too short nor too long."""

from __future__ import annotations

import numpy as np
import soxr
from numpy.typing import NDArray

from voice_gateway.speech.ports import SAMPLE_RATE, Pcm

RATE = 16_000
Samples = NDArray[np.float32]

_LEAST_S = 1.0
"""Shorter audio is padded with silence: very short clips come out wrong."""
_TAIL_S = 0.1
"""Silence put behind every piece: it is cut early, and the model goes on when it hears no end."""
LONGEST_PIECE_S = 8.8
"""The decoder refuses more than 9.2 s (384 frames of the encoder)."""
_CUT_FROM_S = 4.5
_QUIET_S = 0.1
_LOUDEST = 0.7
"""Peak to which quiet speech is raised."""
_MOST_GAIN = 8.0
_INAUDIBLE = 0.003
"""Peak up to which there is nothing to transcribe; the model would say "you"."""


def pieces_of(audio: Pcm) -> list[Samples]:
    """What to transcribe, one after another; nothing when the audio is inaudible."""
    samples = np.frombuffer(audio, dtype="<i2").astype(np.float32) / 32_768.0
    peak = float(np.abs(samples).max(initial=0.0))
    if peak <= _INAUDIBLE:
        return []
    louder = samples * min(_MOST_GAIN, max(1.0, _LOUDEST / peak))
    return [_as_heard(piece) for piece in _cut(louder)]


def _cut(samples: Samples) -> list[Samples]:
    """`samples` in pieces that are short enough, cut where it is quietest."""
    pieces: list[Samples] = []
    while len(samples) > LONGEST_PIECE_S * SAMPLE_RATE:
        first, last = int(_CUT_FROM_S * SAMPLE_RATE), int(LONGEST_PIECE_S * SAMPLE_RATE)
        window = int(_QUIET_S * SAMPLE_RATE)
        loudness = np.convolve(np.abs(samples[first:last]), np.ones(window), mode="valid")
        at = first + int(loudness.argmin()) + window // 2
        pieces.append(samples[:at])
        samples = samples[at:]
    return [*pieces, samples]


def _as_heard(samples: Samples) -> Samples:
    samples = np.pad(samples, (0, int(_TAIL_S * SAMPLE_RATE)))
    missing = int(_LEAST_S * SAMPLE_RATE) - len(samples)
    if missing > 0:
        samples = np.pad(samples, (missing // 2, missing - missing // 2))
    heard: Samples = soxr.resample(samples, SAMPLE_RATE, RATE).astype(np.float32)
    return heard
