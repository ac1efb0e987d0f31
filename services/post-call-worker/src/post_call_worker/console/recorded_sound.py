"""Adapter. Recordings as the gateways leave them on disk: WAV files with the caller left and the agent right."""

from __future__ import annotations

import wave
from array import array
from pathlib import Path

BARS = 120
_LOOKED_AT = 2_000
"""Samples of each side that a bar is drawn from, spread evenly; more would look the same and take longer."""
_LOUDEST = 32_768


def loudness(file: Path) -> tuple[list[float], list[float]] | None:
    """How loud each side is over the length of the call, `BARS` values of 0 to 1 each; None when it cannot be read.

    One bar's sound is in memory at a time, which of an hour's recording is 1 MB.
    """
    try:
        with wave.open(str(file)) as recording:
            if (recording.getnchannels(), recording.getsampwidth()) != (2, 2):
                return None
            step = max(1, recording.getnframes() // BARS)
            bars = [_bar(array("h", recording.readframes(step))) for _ in range(BARS)]
    except (OSError, EOFError, ValueError, wave.Error):
        return None
    return [caller for caller, _ in bars], [agent for _, agent in bars]


def _bar(samples: array[int]) -> tuple[float, float]:
    apart = 2 * max(1, len(samples) // 2 // _LOOKED_AT)
    return _range(samples[0::apart]), _range(samples[1::apart])


def _range(side: array[int]) -> float:
    return (max(side) - min(side)) / (2 * _LOUDEST) if side else 0.0
