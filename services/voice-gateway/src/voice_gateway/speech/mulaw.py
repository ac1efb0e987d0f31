"""Pure. G.711 mu-law, by table: the telephone's eight bits to linear sixteen and back."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from voice_gateway.speech.ports import MuLaw, Pcm

SILENCE = 0xFF
"""The mu-law byte of a zero sample."""
_BIAS = 0x84
_CLIP = 32_635


def _decoding_table() -> NDArray[np.int16]:
    code = ~np.arange(256, dtype=np.int32) & 0xFF
    exponent = (code >> 4) & 0x07
    magnitude = ((((code & 0x0F) << 3) + _BIAS) << exponent) - _BIAS
    return np.where(code & 0x80, -magnitude, magnitude).astype("<i2")


def _encoding_table() -> NDArray[np.uint8]:
    sample = np.arange(-32_768, 32_768, dtype=np.int32)
    sign = np.where(sample < 0, 0x80, 0)
    magnitude = np.minimum(np.abs(sample), _CLIP) + _BIAS
    exponent = np.floor(np.log2(magnitude)).astype(np.int32) - 7
    mantissa = (magnitude >> (exponent + 3)) & 0x0F
    codes: NDArray[np.int32] = ~(sign | (exponent << 4) | mantissa) & 0xFF
    return codes.astype(np.uint8)


_DECODED = _decoding_table()
_ENCODED = _encoding_table()


def decode(audio: MuLaw) -> Pcm:
    """The 16-bit samples of mu-law bytes: twice as many bytes."""
    return _DECODED[np.frombuffer(audio, dtype=np.uint8)].tobytes()


def encode(samples: NDArray[np.int16]) -> MuLaw:
    """Mu-law bytes of a one-dimensional array of 16-bit samples, one for each."""
    return _ENCODED[samples.astype(np.int32) + 32_768].tobytes()
