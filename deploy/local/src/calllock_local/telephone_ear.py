"""Pure. Hears in 20 ms frames of mu-law when somebody begins to speak and when they have finished."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from calllock_local.telephone_line import FRAME_BYTES, FRAME_MS
from voice_gateway.speech import mulaw

QUIET_MS = 500
"""A person begins to answer about so long after the last word."""
_BREATHS_MS = ((48_000, 100), (12_000, 320))
"""Which pause ends a piece, by its length in bytes: after six seconds almost any, before one and a
half none, because it is not worth understanding by itself."""
_VOICED = 150.0
"""Root mean square of 16-bit samples above which a frame is speech and not line noise."""
_POWER = np.frombuffer(mulaw.decode(bytes(range(256))), dtype="<i2").astype(np.float64) ** 2
"""Of each mu-law byte."""
_LEAD_FRAMES = 5


def is_voiced(frame: bytes) -> bool:
    """Whether there is speech in this frame."""
    return bool(frame) and float(_POWER[np.frombuffer(frame, dtype=np.uint8)].mean()) >= _VOICED**2


@dataclass(frozen=True, slots=True)
class Heard:
    """Something that was said, or a piece of it up to a breath."""

    began_ms: int
    """Of all of it."""
    ended_ms: int
    audio: bytes
    """Of this piece."""
    last: bool = True
    """Nothing more belongs to it."""


class Ear:
    """Listens to one side of a call."""

    def __init__(self) -> None:
        self.began_ms: int | None = None
        """When what is being said began; None while there is silence."""
        self._ended_ms = 0
        self._audio = bytearray()

    @property
    def speaking(self) -> bool:
        """Whether somebody speaks, or has only just stopped."""
        return self.began_ms is not None

    def hear(self, frame: bytes, at_ms: int, *, more_to_come: bool = False) -> Heard | None:
        """Takes the next frame; returns what was said once it is over, long things in pieces.

        `more_to_come`: it is known that the speaker has not finished.
        """
        self._audio += frame
        if is_voiced(frame):
            if self.began_ms is None:
                self.began_ms = at_ms
            self._ended_ms = at_ms + FRAME_MS
            return None
        if self.began_ms is None:
            del self._audio[: -_LEAD_FRAMES * FRAME_BYTES]
            return None
        quiet_ms = at_ms + FRAME_MS - self._ended_ms
        if quiet_ms >= QUIET_MS and not more_to_come:
            return self.stop()
        if any(len(self._audio) >= length and quiet_ms >= breath_ms for length, breath_ms in _BREATHS_MS):
            return self._piece(self.began_ms, last=False)
        return None

    def stop(self) -> Heard | None:
        """What was being said, which is over now."""
        if self.began_ms is None:
            return None
        began_ms, self.began_ms = self.began_ms, None
        return self._piece(began_ms, last=True)

    def _piece(self, began_ms: int, *, last: bool) -> Heard:
        piece = Heard(began_ms, self._ended_ms, bytes(self._audio), last)
        self._audio.clear()
        return piece
