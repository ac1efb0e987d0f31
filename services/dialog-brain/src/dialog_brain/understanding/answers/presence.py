"""Pure. A turn that only asks whether we are there, or tells that the caller is: "hello?", "okay, I'm back"."""

from __future__ import annotations

from dialog_brain.understanding.language.phrases import Phrases
from dialog_brain.understanding.language.words import Speech, wordset

_TELLING = wordset("hello hi hey hola there here hear back listening holding waiting")
"""One of these is needed: "are you okay" and a plain "yes" tell nothing about who is there."""
_ALLOWED = _TELLING | wordset(
    "good morning afternoon evening are you is it anyone anybody somebody someone still can could do i am we me us "
    "okay oh ah well so yes yeah yep yup sorry about that thanks thank for now on the line phone"
)


_OF_DAYS = frozenset((("good", "morning"), ("good", "afternoon"), ("good", "evening")))
_STAYED: Phrases[bool] = Phrases({True: ["i|we am|are still there"]})
""" "We're still there" tells of an address."""


def only_present(speech: Speech) -> bool:
    """Whether a greeting, "are you there?" or "I'm back" is all that was said; a yes in it agrees to nothing."""
    if speech.words in _OF_DAYS:
        return True
    told = not _TELLING.isdisjoint(speech.words) and _ALLOWED.issuperset(speech.words)
    return told and _STAYED.first(speech) is None
