"""Pure. Thanks, and a turn that does nothing but take leave."""

from __future__ import annotations

from itertools import pairwise

from dialog_brain.understanding.language.phrases import any_of
from dialog_brain.understanding.language.words import Speech, wordset

_THANKS = any_of(
    "thanks|thankyou|thx|cheers",
    "thank you|y'all|ya|u",
    "appreciate|appreciated",
    "grateful",
)
_LEAVING = wordset(
    "bye goodbye farewell ciao adios later soon then talk to you ya see take care have a day "
    "night evening afternoon weekend one rest of your the and for help time i we will got must gotta need go run hang "
    "up now so much very okay alright all right fine well oh alrighty thanks thank that is it everything be done"
)
_WISHED = wordset("good nice great lovely wonderful")
"""A "great day" is wished; "great, bye" praises what was proposed."""
_TIMES_WISHED = wordset("day night evening afternoon weekend one rest time")


THANKING = _THANKS.beginnings


def says_thanks(speech: Speech) -> bool:
    """Whether the caller thanks us."""
    return _THANKS.first(speech) is not None


def only_leaves(speech: Speech) -> bool:
    """Whether nothing else is said than a goodbye needs: "okay, bye" agrees to nothing, "yes, bye" does.

    Only of a turn that has a goodbye in it.
    """
    following = (*speech.words[1:], "")
    return ("is", "right") not in pairwise(speech.words) and all(
        word in _LEAVING or (word in _WISHED and after in _TIMES_WISHED)
        for word, after in zip(speech.words, following, strict=True)
    )
