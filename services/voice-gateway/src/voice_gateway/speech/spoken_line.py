"""Pure. A voice's sound as the telephone wants it: at once, loud enough, 8 kHz mu-law, resampled once."""

from __future__ import annotations

import numpy as np
import soxr
from numpy.typing import NDArray

from voice_gateway.speech.mulaw import encode
from voice_gateway.speech.ports import SAMPLE_RATE, MuLaw

_LOUDEST = 0.7
_AUDIBLE = 0.01
"""Amplitude below which the beginning and the end of a line count as silence."""
_LEAD_S = 0.02
_TAIL_S = 0.08


def trimmed(samples: NDArray[np.float32], rate: int) -> NDArray[np.float32]:
    """`samples` (one channel, from -1 to 1, `rate` a second) without the silence around them, so that a line begins
    when it is sent; empty when all of it is silence."""
    audible = np.flatnonzero(np.abs(samples) > _AUDIBLE)
    if not len(audible):
        return samples[:0]
    first = max(0, int(audible[0]) - int(_LEAD_S * rate))
    return samples[first : int(audible[-1]) + int(_TAIL_S * rate)]


def spoken_line(samples: NDArray[np.float32], rate: int) -> MuLaw:
    """The line of `samples` from -1 to 1, `rate` of them a second; b"" when nothing is to be heard."""
    heard = trimmed(samples, rate)
    peak = float(np.abs(heard).max(initial=0.0))
    if peak == 0.0:
        return b""
    line = heard * (_LOUDEST / peak)
    if rate != SAMPLE_RATE:
        line = soxr.resample(line, rate, SAMPLE_RATE)
    return encode((np.clip(line, -1.0, 1.0) * 32_767).astype(np.int16))
