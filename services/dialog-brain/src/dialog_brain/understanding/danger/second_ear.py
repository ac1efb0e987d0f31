"""Pure. What sounds like a danger though no rule names one: the words of callers who told of dangers speak for it.

It decides nothing: whoever is heard so is asked once more, in plain words, whether there is any danger. How often it
hears what the rules miss, and how often it asks in vain: docs/adr/0009.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from calllock.weights import Weights, read_weights, traits

SOUNDS_LIKE_ONE = 0.5
"""From this likelihood on a turn is asked about."""
STRETCH_SOUNDS_LIKE_ONE = 0.7
"""The same for each stretch of a long turn, of which most tells of other things."""
_STRETCH_WORDS, _STRETCHES_APART = 24, 6
_FEWEST_WORDS = 4
"""Fewer tell a danger by its name or not at all."""


def sounds_dangerous(text: str, words: int) -> bool:
    """Whether a turn of so many words sounds like a danger."""
    return words >= _FEWEST_WORDS and is_suspected(text, _weights())


def is_suspected(text: str, weights: Weights) -> bool:
    """Whether a turn, or a stretch of it, sounds like a danger by these weights."""
    return _likelihood(text, weights) >= SOUNDS_LIKE_ONE or any(
        _likelihood(stretch, weights) >= STRETCH_SOUNDS_LIKE_ONE for stretch in _stretches(text)
    )


def _stretches(text: str) -> Iterator[str]:
    """Of a turn that is longer than one; none of a shorter one, which is weighed as a whole."""
    words = text.split()
    if len(words) > _STRETCH_WORDS:
        for begin in range(0, len(words) - _STRETCH_WORDS + _STRETCHES_APART, _STRETCHES_APART):
            yield " ".join(words[begin : begin + _STRETCH_WORDS])


def _likelihood(text: str, weights: Weights) -> float:
    return max(weights.likelihoods(traits([text])).values())


@cache
def _weights() -> Weights:
    """What was learned; it comes with the package, as this code does."""
    return read_weights(files("dialog_brain.understanding.danger").joinpath("weights.json").read_text(encoding="utf-8"))
