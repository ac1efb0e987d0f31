"""Adapter. Recordings as the gateways leave them on disk: WAV files with the caller left and the agent right."""

from __future__ import annotations

import wave
from array import array
from pathlib import Path

BARS = 120
_LONGEST_BYTES = 200 * 1024 * 1024
"""Of a file that is looked into; more than three hours."""
_LOUDEST = 32_768


def loudness(file: Path) -> tuple[list[float], list[float]] | None:
    """How loud each side is over the length of the call, `BARS` values of 0 to 1 each; None when it cannot be read."""
    try:
        if file.stat().st_size > _LONGEST_BYTES:
            return None
        with wave.open(str(file)) as recording:
            if (recording.getnchannels(), recording.getsampwidth()) != (2, 2):
                return None
            samples = array("h", recording.readframes(recording.getnframes()))
    except (OSError, EOFError, wave.Error):
        return None
    return _bars(samples[0::2]), _bars(samples[1::2])


def _bars(side: array[int]) -> list[float]:
    step = max(1, len(side) // BARS)
    pieces = (side[begin : begin + step] for begin in range(0, step * BARS, step))
    return [(max(piece) - min(piece)) / (2 * _LOUDEST) if piece else 0.0 for piece in pieces]
