"""Pure. A day that is only the last one that will do: "Thursday or sooner", "it can't wait until Monday"."""

from __future__ import annotations

from dialog_brain.understanding.language.phrases import any_of
from dialog_brain.understanding.language.words import Speech, wordset

_NO_WAITING = any_of(
    "not|never wait|waiting|last|survive|hold_out|hold_on all_the_way|around|any_longer? until|till|til|for",
    "not|never want|wanna|like|plan|afford|going to? wait|have_to_wait until|till|til|for",
    "rather not wait until|till|til|for",
    "sooner|earlier|quicker|faster than",
)
"""The day that follows is too late."""
_OR_SOONER = any_of(
    "or|if|unless not? even? sooner|earlier than_that?",
    "or|if|unless before that|then",
    "or any sooner|earlier",
    "if|unless you|they|y'all|we|he|somebody|someone|anyone|there|it can|could|have|has|get|got|is|comes|come "
    "... sooner|earlier",
    "if|unless you|they|y'all|we|he|somebody|someone|anyone|there|it can|could|have|has|get|got|is|comes|come "
    "... before then|that",
    "preferably|ideally|hopefully sooner",
    "sooner if|when ... possible|can|could",
)
BEGINNINGS = _NO_WAITING.beginnings | _OR_SOONER.beginnings


def no_waiting(view: Speech, place: int) -> int:
    """Where the day begins that is too late, if a word begins to say so; or 0."""
    found = _NO_WAITING.at(view, place)
    return 0 if found is None or not _TURNED.isdisjoint(view.words[max(0, place - 2) : place]) else found.end


_TURNED = wordset("why no not")
""" "Why not wait until Friday", "no sooner than Friday"."""


def or_sooner(view: Speech, place: int) -> int:
    """The end of what says that the day before it is the last one, if a word begins it; or 0."""
    if view.words[max(0, place - 2) : place] == ("same", "time"):
        return 0
    found = _OR_SOONER.at(view, place)
    if view.words[place : place + 2] == ("or", "before") and (place + 2 == len(view.words) or view.stops[place + 1]):
        return place + 2
    return 0 if found is None else found.end
