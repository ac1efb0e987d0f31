"""Pure. Questions that leave the yes before them as it is: "that works, what's your number?"."""

from __future__ import annotations

from dialog_brain.understanding.answers.consent_idioms import Tone
from dialog_brain.understanding.answers.consent_parts import QUESTION_WORDS
from dialog_brain.understanding.answers.consent_words import FILLER_WORDS
from dialog_brain.understanding.language.calendar_words import PARTS, WEEKDAYS
from dialog_brain.understanding.language.phrases import Found
from dialog_brain.understanding.language.words import Speech, wordset

_ASKS = wordset("what where who when how which")
_JOINS = wordset("but so and")
_BEFORE_ANSWERS = FILLER_WORDS - wordset("that it")
_PRICE = wordset("much cost costs charge charges price fee pay expensive")
_OTHERWISE = (
    WEEKDAYS.keys()
    | PARTS.keys()
    | wordset(
        "else other another alternative alternatives option options choice choices earlier later sooner soonest "
        "earliest latest time times day days date dates open opening openings available availability slot slots "
        "instead different change next today tomorrow tonight noon"
    )
)
"""A question with one of these is after another time: it comes first, as one about the price does."""
_PLEADS = wordset("can could will would")
_TO_US = wordset("you we i y'all")
_TELLING = wordset("tell give remind text send call")
_ABOUT_IT = tuple((verb, what) for verb in ("is", "was") for what in ("that", "it", "this"))
""" "Is that the soonest?" asks about what we proposed."""


def asked_beside(yes: Tone | None, found: Found[Tone], speech: Speech) -> bool:
    """Whether what begins there is such a question; after a mere "yes" only a sentence of its own is."""
    words, pause = speech.words, speech.stops[found.start - 1]
    asked = words[found.start :]
    first = next((place for place, word in enumerate(words) if word not in _BEFORE_ANSWERS), 0)
    merely = found.start < first + 2 or yes == "weak_yes"
    if words[found.start - 1] in _JOINS or (merely and pause != "."):
        return False
    if asked[0] not in _ASKS and (asked[0] not in QUESTION_WORDS or pause not in (".", ",", "?")):
        return False
    pleads = asked[0] in _PLEADS and not _TO_US.isdisjoint(asked[1:2]) and _TELLING.isdisjoint(asked[2:4])
    if pleads or asked[:2] in _ABOUT_IT:
        return False
    return not any(word in _PRICE or word in _OTHERWISE or word[0].isdigit() for word in asked)
