"""Pure. The words of a street's name, and names that have no type: "2401 Guadalupe", "4 The Terrace"."""

from __future__ import annotations

from typing import NamedTuple

from dialog_brain.understanding.language.numbers import Digits, begins_digits
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.people_and_places.spelling import capitalised
from dialog_brain.understanding.people_and_places.street_words import (
    AFTER_STREETS,
    DIRECTIONS,
    FIRST_IN_NAMES,
    NEVER_IN_NAMES,
    NO_STREETS,
    QUADRANTS,
    STREET_TYPES,
    SURE_TYPES,
    UNITS,
)

_SAID_AS_LETTERS = wordset("mlk jfk lbj fdr")
_LONGEST_UNTYPED = 2


class Street(NamedTuple):
    """The part after the house number; `sure` when it is one even if nobody asked."""

    text: str
    end: int
    sure: bool


def may_name(word: str) -> bool:
    return word[0].isalpha() and word not in NEVER_IN_NAMES


def written(speech: Speech, place: int) -> str:
    raw = speech.raw[place] or speech.words[place]
    if speech.words[place] in DIRECTIONS:
        return str(DIRECTIONS[speech.words[place]])
    if speech.words[place] in _SAID_AS_LETTERS:
        return raw.upper()
    return raw if any(letter.isupper() for letter in raw) else capitalised(raw)


_ON_THE_WAY = wordset("go turn take come make pass drive follow head will just have need can")
_ELSEWHERE = wordset("my our the a i we it there that zip")


def untyped_street(speech: Speech, number: Digits) -> Street | None:
    """ "2401 Guadalupe": one or two words that may be a street's name, and then a pause, a unit or the end."""
    words, start = speech.words, number.end
    if number.start and (begins_digits(words[number.start - 1]) or _ends_a_unit(words, number.start - 1)):
        return None  # the end of a longer number, "78704 Austin", or of a unit, "suite 105, Austin"
    if len(number.text) == 1 and not (start < len(words) and speech.raw[start][:1].isupper()):
        return None
    return untyped(speech, start)


def _ends_a_unit(words: tuple[str, ...], place: int) -> bool:
    """Of "building 4" the number is; the Brown Building has a name."""
    named = words[place] == "building" and place > 1 and words[place - 2] in ("the", "at", "in")
    return words[place] in UNITS and not named


def untyped(speech: Speech, start: int) -> Street | None:
    """One or two words that may name a street, more after the first of a Spanish one, and then an end."""
    words, stops = speech.words, speech.stops
    if words[start : start + 3] == ("martin", "luther", "king"):
        end = start + 3 + (words[start + 3 : start + 4] in (("junior",), ("jr",)))
        return Street(" ".join(written(speech, at) for at in range(start, end)), end, sure=False)
    inside = words[start + 1 : start + 2] != () and words[start + 1] in ("de", "del", "la")
    longest = _LONGEST_UNTYPED + inside + 2 * (words[start : start + 1] != () and words[start] in FIRST_IN_NAMES)
    for end in range(start + 1, min(start + longest, len(words)) + 1):
        word = words[end - 1]
        short = len(word) < 3 and word not in FIRST_IN_NAMES
        if (
            not may_name(word)
            or short
            or word in UNITS
            or (end == start + 1 and word not in FIRST_IN_NAMES and (word in SURE_TYPES or word in NO_STREETS))
        ):
            return None
        paused = end == len(words) or stops[end - 1] not in ("", "-") or (end > start + 1 and words[end][0].isdigit())
        if (
            paused
            or words[end] in QUADRANTS
            or _ends_in_direction(speech, end)
            or words[end] in UNITS
            or words[end] in AFTER_STREETS
            or _goes_on(words[end : end + 2])
        ):
            return Street(" ".join(written(speech, at) for at in range(start, end)), end, sure=False)
    return None


def _ends_in_direction(speech: Speech, place: int) -> bool:
    """ "12 Valley Elm South": a direction and then a pause, a unit or the end."""
    ends = place + 1 == len(speech.words) or bool(speech.stops[place]) or speech.words[place + 1] in UNITS
    return speech.words[place] in DIRECTIONS and ends


def _goes_on(words: tuple[str, ...]) -> bool:
    """ "12 Elm and my AC is out", "12 Elm you go past the light", but not "5 Black and Tan Lane"."""
    if len(words) < 2:
        return False
    return (words[0] == "and" and words[1] in _ELSEWHERE) or (words[0] == "you" and words[1] in _ON_THE_WAY)


def sole_type(speech: Speech, place: int) -> Street | None:
    """A type that is the whole name: "4 The Terrace"."""
    ended = place + 1 == len(speech.words) or bool(speech.stops[place]) or speech.words[place + 1] in UNITS
    return (
        Street(written(speech, place), place + 1, sure=True) if speech.words[place] in STREET_TYPES and ended else None
    )
