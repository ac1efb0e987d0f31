"""Pure. Thanks, and a turn that does nothing but take leave."""

from __future__ import annotations

from itertools import pairwise

from dialog_brain.understanding.language.phrases import Phrases
from dialog_brain.understanding.language.words import Speech, wordset

_THANKS: Phrases[bool] = Phrases(
    {
        True: [
            "thanks|thankyou|thx|cheers",
            "thank you|y'all|ya|u",
            "appreciate|appreciated",
            "grateful",
        ]
    }
)
_LEAVING = wordset(
    "bye goodbye farewell ciao adios later soon then talk to you ya see take care have a good nice great lovely day "
    "night evening afternoon weekend one rest of your the and for help time i we will got must gotta need go run hang "
    "up now so much very okay alright all right fine well um uh oh alrighty thanks thank that is it everything be done"
)


def says_thanks(speech: Speech) -> bool:
    """Whether the caller thanks us."""
    return _THANKS.first(speech) is not None


def only_leaves(speech: Speech) -> bool:
    """Whether nothing else is said than a goodbye needs: "okay, bye" agrees to nothing, "yes, bye" does.

    Only of a turn that has a goodbye in it.
    """
    return _LEAVING.issuperset(speech.words) and ("is", "right") not in pairwise(speech.words)
