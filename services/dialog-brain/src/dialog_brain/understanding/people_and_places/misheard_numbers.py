"""Pure. House numbers that a recognizer wrote as other words: "for oh five Pine Street", "one for two Elm Street"."""

from __future__ import annotations

from dialog_brain.understanding.language.numbers import (
    MISHEARD_DIGITS,
    TEENS,
    TENS,
    UNITS,
    ZEROS,
    heard_as_digit,
)
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.people_and_places.street_words import STREET_TYPES

_NUMBERS = ZEROS.union(UNITS, TEENS, TENS)
_PREPOSITIONS = wordset("for to")
""" "It's for twelve Oak Street" may be twelve; no number begins with "oh"."""
_ROUND = wordset("hundred thousand")
_BEFORE_SPANS = wordset("from between open work")
""" "From nine to five"."""
_BEFORE_ADDRESSES = wordset("is at address number it that's it's yes no um uh oh so and sure okay well actually")
_LONGEST = 4
"""Words of a house number around the one that is no number."""
_UNIT_WORDS = {str(value): word for word, value in UNITS.items()}
""" "Twenty ate" is twenty-eight: behind a ten the word adds up, the digit would stand apart."""


def with_house_numbers(speech: Speech) -> Speech:
    """`speech` with numbers for the words that stand for them in a row of numbers before the name of a street."""
    words = speech.words
    if MISHEARD_DIGITS.isdisjoint(words) or (_NUMBERS | _ROUND).isdisjoint(words):
        return speech
    return speech.with_words({at: digit for at in range(len(words)) if (digit := _digit(speech, at)) is not None})


def _digit(speech: Speech, place: int) -> str | None:
    words = speech.words
    digit = heard_as_digit(words[place])
    if digit is None or place + 1 == len(words) or speech.stops[place] not in ("", "-"):
        return None
    follows = words[place + 1] in _NUMBERS
    if place and words[place - 1] in _NUMBERS and speech.stops[place - 1] in ("", "-"):
        spans = not _BEFORE_SPANS.isdisjoint(words[max(0, place - _LONGEST) : place])
        if spans or not (follows or _ends_number(words, place)):
            return None
        return _UNIT_WORDS[digit] if words[place - 1] in TENS else digit
    if place and words[place - 1] not in _BEFORE_ADDRESSES:
        return None
    sure = words[place] not in _PREPOSITIONS or words[place + 1] in ZEROS
    return digit if words[place + 1] in _ROUND or (follows and sure) else None


def _ends_number(words: tuple[str, ...], place: int) -> bool:
    """ "Fifteen ate Elm Street", but not "five Won Lane"."""
    following = words[place + 1]
    return words[place] not in _PREPOSITIONS | {"too"} and following not in STREET_TYPES and following.isalpha()
