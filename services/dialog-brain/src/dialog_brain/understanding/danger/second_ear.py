"""Pure. What sounds like a danger though no rule names one: the words of callers who told of dangers speak for it.

It decides nothing: whoever is heard so is asked once more, in plain words, whether there is any danger. How often it
hears what the rules miss, and how often it asks in vain: docs/adr/0009.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from calllock.weights import Weights, read_weights, traits

SOUNDS_LIKE_ONE = 0.5
"""From this likelihood on a turn is asked about."""
_FEWEST_WORDS = 4
"""Fewer tell a danger by its name or not at all."""


def sounds_dangerous(text: str, words: int) -> bool:
    """Whether a turn of so many words sounds like a danger."""
    return words >= _FEWEST_WORDS and any(
        likelihood >= SOUNDS_LIKE_ONE for likelihood in _weights().likelihoods(traits([text])).values()
    )


@cache
def _weights() -> Weights:
    """What was learned; it comes with the package, as this code does."""
    return read_weights(files("dialog_brain.understanding.danger").joinpath("weights.json").read_text(encoding="utf-8"))
