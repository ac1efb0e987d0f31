"""Pure. Tells the end of a voice from the noise that goes on behind it: a fan, a car, the unit they call about.

In such a noise the voice model lingers for 100 to 270 ms after the last word, on a silent line for 20 to 50 ms: the
caller would wait for that much longer. Loudness is the peak of a chunk, from 0 to 1.
"""

from __future__ import annotations

_FAINTEST = 0.003
"""Where the floor of every line begins."""
_ROOM = 1.4
"""How many times louder than the floor the peaks of a steady noise reach."""
_RISES = 1.1
"""At most so many times higher after a chunk without a voice: too slow to learn a consonant or a click."""
_FALLS = 0.1
"""The part of the way down to a fainter chunk: when a noise stops, a soft voice is heard soon."""
_CLEAR = 0.25
"""Only of a voice that has been so much louder than the noise does loudness tell whether it is there."""
_CHUNKS = 3
"""So many chunks in a row must be no louder than the noise: the quiet sounds within a word are shorter."""


class NoiseFloor:
    """One caller's line."""

    def __init__(self) -> None:
        self._level = _FAINTEST
        self._faint = 0

    def hear(self, peak: float, *, is_voice: bool, loudest: float) -> bool:
        """A chunk, what the model believes of it, and how loud the voice is; whether nothing but noise is left."""
        reaches = _ROOM * self._level
        self._faint = self._faint + 1 if peak < reaches else 0
        if peak < self._level:
            self._level += _FALLS * (peak - self._level)
        elif not is_voice:
            self._level = min(peak, _RISES * self._level)
        return self._faint >= _CHUNKS and reaches < _CLEAR * loudest
