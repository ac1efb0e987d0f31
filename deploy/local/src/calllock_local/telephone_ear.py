"""Pure. Hears in 20 ms frames of mu-law when somebody begins to speak and when they have finished."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from calllock_local.telephone_line import FRAME_BYTES, FRAME_MS
from voice_gateway.speech import mulaw

QUIET_MS = 500
"""A person begins to answer about so long after the last word."""
_VOICED = 150.0
"""Root mean square of 16-bit samples above which a frame is speech and not line noise."""
_LEAD_FRAMES = 5


def is_voiced(frame: bytes) -> bool:
    """Whether there is speech in this frame."""
    samples = np.frombuffer(mulaw.decode(frame), dtype="<i2").astype(np.float64)
    return bool(len(samples)) and float(np.sqrt(np.mean(samples**2))) >= _VOICED


@dataclass(frozen=True, slots=True)
class Heard:
    """Something that was said, from its first to its last sound."""

    began_ms: int
    ended_ms: int
    audio: bytes


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
        """Takes the next frame; returns what was said once it is over.

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
        if more_to_come or at_ms + FRAME_MS - self._ended_ms < QUIET_MS:
            return None
        return self.stop()

    def stop(self) -> Heard | None:
        """What was being said, which is over now."""
        if self.began_ms is None:
            return None
        heard = Heard(self.began_ms, self._ended_ms, bytes(self._audio))
        self.began_ms = None
        self._audio.clear()
        return heard
