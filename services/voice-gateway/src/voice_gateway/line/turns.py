"""Pure. The caller's turns in a stream of voice probabilities: begin, pause, resume.

Time is counted in audio, not on a clock, so that a late packet is no silence.
"""

from __future__ import annotations

from collections import deque
from typing import Literal

from voice_gateway.speech.ports import CHUNK_S

Sign = Literal["began", "paused", "resumed"]

ONSET_CHUNKS = 3
"""Voiced chunks (of 32 ms) of the last four that make a beginning: shorter is a click."""
PAUSE_S = 0.12
"""Silence after which it is worth asking whether the caller has finished."""
_RESUME_CHUNKS = 2
_HELD_AT = 0.45
"""A voice that is there is given up later than one is believed in."""
LEAD_S = 0.35
"""What is transcribed begins this long before the first voiced sound."""


class Turns:
    """Hears one caller."""

    def __init__(self) -> None:
        self._recent: deque[bool] = deque(maxlen=ONSET_CHUNKS + 1)
        self._voiced_in_pause = 0
        self.active = False
        self.paused = False
        self.voiced_s = 0.0
        """Sound in this turn that was a voice."""
        self.silence_s = 0.0
        """Since the last voiced sound of this turn."""
        self.length_s = 0.0
        """Since this turn began."""
        self.kept_voiced_s = 0.0
        """What `voiced_s` was when it was kept."""
        self._kept_s = 0.0

    def hear(self, probability: float, threshold: float) -> Sign | None:
        """One chunk of `CHUNK_S`; what it changes, if anything."""
        if not self.active:
            return self._wait_for_voice(probability >= threshold)
        self.length_s += CHUNK_S
        if probability >= min(threshold, _HELD_AT):
            return self._voiced()
        return self._unvoiced()

    def keep(self) -> None:
        """What was heard so far is this turn, if it is over before more is kept."""
        self.kept_voiced_s, self._kept_s = self.voiced_s, self.length_s

    def cut(self) -> bool:
        """The turn is over where it was kept; whether a voice was heard since, with which another has begun."""
        if self.voiced_s <= self.kept_voiced_s:
            self.close()
            return False
        self.voiced_s -= self.kept_voiced_s
        self.length_s -= self._kept_s
        self.kept_voiced_s = self._kept_s = 0.0
        return True

    def close(self) -> None:
        """The turn is over; the next voice begins another."""
        self._recent.clear()
        self.active = self.paused = False
        self._voiced_in_pause = 0
        self.voiced_s = self.silence_s = self.length_s = self.kept_voiced_s = self._kept_s = 0.0

    def _wait_for_voice(self, voiced: bool) -> Sign | None:
        self._recent.append(voiced)
        if sum(self._recent) < ONSET_CHUNKS:
            return None
        self.active = True
        self.voiced_s = ONSET_CHUNKS * CHUNK_S
        self.length_s = len(self._recent) * CHUNK_S
        return "began"

    def _voiced(self) -> Sign | None:
        if self.paused:
            self._voiced_in_pause += 1
            if self._voiced_in_pause < _RESUME_CHUNKS:
                self.silence_s += CHUNK_S
                return None
            self.voiced_s += self._voiced_in_pause * CHUNK_S
            self.paused, self._voiced_in_pause, self.silence_s = False, 0, 0.0
            return "resumed"
        self.voiced_s += CHUNK_S
        self.silence_s = 0.0
        return None

    def _unvoiced(self) -> Sign | None:
        self._voiced_in_pause = 0
        self.silence_s += CHUNK_S
        if self.paused or self.silence_s < PAUSE_S:
            return None
        self.paused = True
        return "paused"
