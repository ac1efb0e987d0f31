"""Pure. Streets as they are said after a house number: named, numbered, highways, and some without a type."""

from __future__ import annotations

import re
from typing import NamedTuple

from dialog_brain.understanding.language.numbers import Digits, begins_digits, ordinal
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.people_and_places.house_numbers import house_number
from dialog_brain.understanding.people_and_places.spelling import capitalised
from dialog_brain.understanding.people_and_places.street_words import (
    AFTER_STREETS,
    DIRECTIONS,
    FIRST_IN_NAMES,
    HESITATIONS,
    HIGHWAYS,
    NEVER_IN_NAMES,
    NO_STREETS,
    NUMBERED_TYPES,
    SELDOM_IN_NAMES,
    SIDE_ROADS,
    SOLE_NAMES,
    STREET_TYPES,
    SURE_TYPES,
    UNITS,
)

_INITIALS = re.compile(r"\b[A-Z]( [A-Z])+\b")
_SAID_AS_LETTERS = wordset("mlk jfk lbj fdr")
_LONGEST_NAME = 6
_LONGEST_UNTYPED = 2
_LONGEST_HIGHWAY = 4
"""Figures of a highway's number; a ZIP has more."""


class Street(NamedTuple):
    """The part after the house number; `sure` when it is one even if nobody asked."""

    text: str
    end: int
    sure: bool


def street_at(speech: Speech, start: int, known: frozenset[str]) -> Street | None:
    """The street that begins with word `start`; `known` are words of streets that the business expects."""
    words = speech.words
    place, lead = start, ""
    if place < len(words) and words[place] in ("-", "#"):
        return None
    while place + 1 < len(words) and place < start + 2 and words[place] in DIRECTIONS:
        if _bare_type(speech, place + 1):
            break
        lead, place = f"{lead}{DIRECTIONS[words[place]]} ", place + 1
    for grammar in (_highway, _numbered_street, _street_of, _named_street):
        street = grammar(speech, place, known)
        if street is not None:
            street = _trailing_direction(speech, street)
            return Street(lead + street.text, street.end, street.sure)
    if lead and place < len(words) and _may_name(words[place]):
        return Street(lead + _written(speech, place), place + 1, sure=False)
    return None


_ELSEWHERE = wordset("my our the a i we it there that zip")


def untyped_street(speech: Speech, number: Digits) -> Street | None:
    """ "2401 Guadalupe": one or two words that may be a street's name, and then a pause, a unit or the end."""
    words, stops, start = speech.words, speech.stops, number.end
    if number.start and begins_digits(words[number.start - 1]):
        return None  # the end of a longer number: "78704 Austin"
    if len(number.text) == 1 and not (start < len(words) and speech.raw[start][:1].isupper()):
        return None
    longest = _LONGEST_UNTYPED + 2 * (words[start : start + 1] != () and words[start] in FIRST_IN_NAMES)
    for end in range(start + 1, min(start + longest, len(words)) + 1):
        word = words[end - 1]
        short = len(word) < 3 and word not in FIRST_IN_NAMES
        if (
            not _may_name(word)
            or short
            or word in UNITS
            or (end == start + 1 and (word in SURE_TYPES or word in NO_STREETS))
        ):
            return None
        paused = end == len(words) or stops[end - 1] not in ("", "-")
        if paused or words[end] in UNITS or words[end] in AFTER_STREETS or _goes_on(words[end : end + 2]):
            return Street(" ".join(_written(speech, at) for at in range(start, end)), end, sure=False)
    return None


def _goes_on(words: tuple[str, ...]) -> bool:
    """ "12 Elm and my AC is out", but not "5 Black and Tan Lane"."""
    return len(words) == 2 and words[0] == "and" and words[1] in _ELSEWHERE


def names_street(speech: Speech, place: int) -> bool:
    """Whether a street's name may begin with that word."""
    first = speech.words[place]
    named = first in DIRECTIONS or (first[0].isalpha() and first not in NEVER_IN_NAMES) or first in SOLE_NAMES
    return named or ordinal(speech, place) is not None


def _bare_type(speech: Speech, place: int) -> bool:
    """ "East Street": the direction is the name."""
    after = speech.words[place + 1] if place + 1 < len(speech.words) else ""
    return speech.words[place] in SURE_TYPES and after not in STREET_TYPES


def _trailing_direction(speech: Speech, street: Street) -> Street:
    words = speech.words
    spells = len(words[street.end : street.end + 2]) == 2 and max(map(len, words[street.end : street.end + 2])) == 1
    if (
        street.end < len(words)
        and not spells
        and words[street.end] in DIRECTIONS
        and speech.stops[street.end - 1] != "."
    ):
        return Street(f"{street.text} {DIRECTIONS[words[street.end]]}", street.end + 1, street.sure)
    return street


def _highway(speech: Speech, start: int, _known: frozenset[str]) -> Street | None:
    for length in (4, 3, 2, 1):
        name = HIGHWAYS.get(speech.words[start : start + length])
        if name is None:
            continue
        place = start + length
        if place < len(speech.words) and speech.words[place] in ("-", "number"):
            place += 1
        number = _road_number(speech, place)
        if number is not None:
            number = _with_letter(speech, number)
            text = name + ("" if name.endswith("-") else " ") + number.text
            beside = SIDE_ROADS.get(speech.words[number.end : number.end + 2])
            return Street(f"{text} {beside}", number.end + 2, True) if beside else Street(text, number.end, sure=True)
        letter = speech.words[place] if place < len(speech.words) else ""
        if name == "Avenue" and len(letter) == 1:
            return Street(f"Avenue {letter.upper()}", place + 1, sure=True)
    return None


def _road_number(speech: Speech, place: int) -> Digits | None:
    number = house_number(speech, place)
    return number if number is not None and len(number.text) <= _LONGEST_HIGHWAY else None


def _with_letter(speech: Speech, number: Digits) -> Digits:
    """The "A" of "County Road 312A"."""
    letter = speech.raw[number.end] if number.end < len(speech.words) and not speech.stops[number.end - 1] else ""
    if letter not in ("A", "B", "C", "D"):
        return number
    return Digits(number.text + letter, number.start, number.end + 1)


def _numbered_street(speech: Speech, start: int, _known: frozenset[str]) -> Street | None:
    number = ordinal(speech, start)
    if number is None:
        return None
    text = f"{number.value}{_suffix(number.value)}"
    if speech.words[number.end : number.end + 3] == ("and", "a", "half"):
        text, number = f"{text} 1/2", number._replace(end=number.end + 3)
    if number.end < len(speech.words) and speech.words[number.end] in STREET_TYPES:
        return Street(f"{text} {_written(speech, number.end)}", number.end + 1, sure=True)
    return Street(text, number.end, sure=False)


def _suffix(value: int) -> str:
    if value % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")


def _street_of(speech: Speech, start: int, _known: frozenset[str]) -> Street | None:
    """ "Avenue of the Oaks"."""
    words = speech.words
    if words[start + 1 : start + 2] != ("of",) or words[start] not in STREET_TYPES:
        return None
    name = start + 2 + (words[start + 2 : start + 3] == ("the",))
    if name >= len(words) or not _may_name(words[name]):
        return None
    return Street(" ".join([_written(speech, start), *words[start + 1 : name], _written(speech, name)]), name + 1, True)


def _named_street(speech: Speech, start: int, known: frozenset[str]) -> Street | None:
    words, stops = speech.words, speech.stops
    end = 0
    place = start
    longest = min(len(words), start + _LONGEST_NAME)
    while place < longest and (_may_name_here(words, place) or (place > start and words[place] in HESITATIONS)):
        if words[place] in STREET_TYPES and place > start:
            if end and end < place:
                break
            end = place + 1
        elif end:
            break
        if words[place] in SOLE_NAMES or (words[place] in known and words[place] not in STREET_TYPES):
            following = words[place + 1] if place + 1 < len(words) else ""
            if following not in STREET_TYPES:
                end = place + 1
                break
        if stops[place] in (".", "?", ","):
            break
        place += 1
    if not end:
        return None
    last = words[end - 1]
    said = [_written(speech, at) for at in range(start, end) if words[at] not in HESITATIONS]
    text = _INITIALS.sub(_joined, " ".join(said))
    number = _road_number(speech, end) if last in NUMBERED_TYPES and not stops[end - 1] else None
    if number is not None:
        return Street(f"{text} {number.text}", number.end, sure=True)
    return Street(text, end, last in SURE_TYPES or last in SOLE_NAMES or last in known)


def _joined(initials: re.Match[str]) -> str:
    return initials[0].replace(" ", "")


def _may_name_here(words: tuple[str, ...], place: int) -> bool:
    following = words[place + 1] if place + 1 < len(words) else ""
    if (words[place], following) == ("gate", "code"):
        return False
    seldom = words[place] in SELDOM_IN_NAMES and bool(following) and _may_name(following)
    return seldom or _may_name(words[place])


def _may_name(word: str) -> bool:
    return word[0].isalpha() and word not in NEVER_IN_NAMES


def _written(speech: Speech, place: int) -> str:
    raw = speech.raw[place] or speech.words[place]
    if speech.words[place] in DIRECTIONS:
        return str(DIRECTIONS[speech.words[place]])
    if speech.words[place] in _SAID_AS_LETTERS:
        return raw.upper()
    return raw if any(letter.isupper() for letter in raw) else capitalised(raw)
