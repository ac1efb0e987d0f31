"""Pure. WAV files in memory, as vendors of speech take and send them: 16-bit samples, also with sizes left open."""

from __future__ import annotations

import struct
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from voice_gateway.speech.ports import SAMPLE_RATE, Pcm

_PCM = (1, 0xFFFE)
"""Format tags: plain, and with an extended header."""
_BITS = 16


def wav_of(audio: Pcm) -> bytes:
    """A WAV file of telephone audio."""
    form = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, SAMPLE_RATE, 2 * SAMPLE_RATE, 2, _BITS)
    data = struct.pack("<4sI", b"data", len(audio)) + audio
    return struct.pack("<4sI4s", b"RIFF", 4 + len(form) + len(data), b"WAVE") + form + data


def samples_of(file: bytes) -> tuple[NDArray[np.float32], int]:
    """The samples from -1 to 1, channels mixed, and their rate; raises `ValueError` saying what is wrong.

    A file that is streamed does not know its length: a size beyond the end means the rest.
    """
    if file[:4] != b"RIFF" or file[8:12] != b"WAVE":
        raise ValueError("not a WAV file")
    rate = channels = 0
    for name, data in _chunks(file):
        if name == b"fmt ":
            rate, channels = _read_format(data)
        elif name == b"data" and rate:
            whole = np.frombuffer(data[: len(data) // (2 * channels) * 2 * channels], dtype="<i2")
            mixed: NDArray[np.float32] = whole.reshape(-1, channels).mean(axis=1).astype(np.float32) / 32_768.0
            return mixed, rate
    raise ValueError("a WAV file without samples")


def _chunks(file: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 12
    while at + 8 <= len(file):
        name, size = struct.unpack_from("<4sI", file, at)
        yield name, file[at + 8 : at + 8 + size]
        at += 8 + size + size % 2


def _read_format(data: bytes) -> tuple[int, int]:
    if len(data) < 16:
        raise ValueError("a WAV file with an incomplete header")
    tag, channels, rate, _, _, bits = struct.unpack_from("<HHIIHH", data)
    if tag not in _PCM or bits != _BITS or not 1 <= channels <= 2 or not 8_000 <= rate <= 192_000:
        raise ValueError("a WAV file that is not of 16-bit samples")
    return rate, channels
