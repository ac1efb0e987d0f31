"""Pure. What the turn model looks at: the mel spectrogram of the last eight seconds, as Whisper computes it.

Computed in short slices, so that a thread that does it lets others run in between, and only for what was heard:
the silence in front of a short turn is the same in every column.
"""

from __future__ import annotations

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

RATE = 16_000
WINDOW_S = 8
_SAMPLES = RATE * WINDOW_S
_FRAME = 400
_HOP = 160
_COLUMNS = _SAMPLES // _HOP
_MELS = 80
_SLICE = 40
"""Columns that are computed at a time: less than a millisecond."""
_LEAST_POWER = 1e-10
_LEAST_VARIANCE = 1e-7
_RANGE = 8.0
"""Powers of ten below the loudest that are still told apart."""

Samples = NDArray[np.float32]


def _mel(hertz: NDArray[np.float64]) -> NDArray[np.float64]:
    """Slaney's scale: straight up to 1 kHz, then logarithmic."""
    return np.where(hertz < 1_000, hertz * 3 / 200, 15 + 27 * np.log(np.maximum(hertz, 1_000) / 1_000) / np.log(6.4))


def _hertz(mel: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(mel < 15, mel * 200 / 3, 1_000 * np.exp((mel - 15) * np.log(6.4) / 27))


def _filters() -> Samples:
    """One triangle a mel, of the same area each, over the frequencies of a frame's spectrum."""
    corners = _hertz(np.linspace(0.0, float(_mel(np.array(RATE / 2))), _MELS + 2))
    slopes = corners[:, np.newaxis] - np.linspace(0, RATE / 2, _FRAME // 2 + 1)
    widths = np.diff(corners)[:, np.newaxis]
    triangles = np.maximum(0, np.minimum(-slopes[:-2] / widths[:-1], slopes[2:] / widths[1:]))
    return (triangles * 2 / (corners[2:] - corners[:-2])[:, np.newaxis]).astype(np.float32)


_FILTERS = _filters()
_HANN = np.hanning(_FRAME + 1)[:-1].astype(np.float32)


def features(samples: Samples) -> Samples:
    """80 rows (mels) by 800 columns (10 ms each) for the last eight seconds of `samples`, which are one channel at
    16 kHz, from -1 to 1; shorter ones count as preceded by silence."""
    heard = samples[-_SAMPLES:]
    silent = _SAMPLES - len(heard)
    mean = heard.sum() / _SAMPLES
    variance = (np.square(heard - mean).sum() + silent * mean**2) / _SAMPLES
    level = np.pad(heard, (silent, 0)) - mean
    level /= np.sqrt(variance + _LEAST_VARIANCE)
    frames = sliding_window_view(np.pad(level, _FRAME // 2, mode="reflect"), _FRAME)[::_HOP]
    first = max(0, (silent - _FRAME // 2) // _HOP)
    logs = np.empty((_MELS, _COLUMNS), dtype=np.float32)
    logs[:, :first] = _log_mels(frames[:1])
    for at in range(first, _COLUMNS, _SLICE):
        logs[:, at : at + _SLICE] = _log_mels(frames[at : min(at + _SLICE, _COLUMNS)])
    scaled: Samples = (np.maximum(logs, logs.max() - _RANGE) + 4) / 4
    return scaled


def _log_mels(frames: Samples) -> Samples:
    spectra = np.fft.rfft(frames * _HANN, axis=-1)
    powers = np.square(spectra.real) + np.square(spectra.imag)
    logs: Samples = np.log10(np.maximum(_LEAST_POWER, _FILTERS @ powers.T))
    return logs
