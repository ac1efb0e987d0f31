"""Pure. Streets as they are said after a house number: named, numbered, highways, and some without a type."""

from __future__ import annotations

import re

from dialog_brain.understanding.language.numbers import Digits, hundredth, ordinal, paired_ordinal
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.people_and_places.house_numbers import house_number, mile_road
from dialog_brain.understanding.people_and_places.street_names import Street, may_name, untyped, written
from dialog_brain.understanding.people_and_places.street_words import (
    AFTER_STREETS,
    DIRECTIONS,
    HIGHWAYS,
    NAMED_BY_DIRECTION,
    NEVER_IN_NAMES,
    NUMBERED_TYPES,
    QUADRANTS,
    SECOND_TYPES,
    SELDOM_IN_NAMES,
    SIDE_ROADS,
    SOLE_NAMES,
    STREET_TYPES,
    SURE_TYPES,
    UNITS,
)

_INITIALS = re.compile(r"\b[A-Z]( [A-Z])+\b")
_LONGEST_NAME = 6
_LONGEST_HIGHWAY = 4
"""Figures of a highway's number; a ZIP has more."""


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
            street = with_direction(speech, street)
            return Street(lead + street.text, street.end, street.sure)
    grid = _grid(speech, place) if lead else None
    if grid is not None:
        return Street(lead + grid.text, grid.end, sure=True)
    if lead and place < len(words) and may_name(words[place]):
        named = untyped(speech, place) or Street(written(speech, place), place + 1, sure=False)
        return named._replace(text=lead + named.text)
    return None


def _grid(speech: Speech, place: int) -> Street | None:
    """ "239 South 500 East": the street is a number and a direction, as in Utah; or "30 West 26 Street"."""
    number = house_number(speech, place)
    if number is None or number.end >= len(speech.words) or len(number.text) < 2:
        return None
    if speech.words[number.end] in SURE_TYPES and len(number.text) < 4 and number.text.isdecimal():
        return Street(f"{numbered(int(number.text))} {written(speech, number.end)}", number.end + 1, sure=True)
    if speech.words[number.end] not in DIRECTIONS:
        return None
    text, end = f"{number.text} {DIRECTIONS[speech.words[number.end]]}", number.end + 1
    if end < len(speech.words) and speech.words[end] in SURE_TYPES:
        text, end = f"{text} {written(speech, end)}", end + 1
    return Street(text, end, sure=True)


def names_street(speech: Speech, place: int) -> bool:
    """Whether a street's name may begin with that word."""
    first = speech.words[place]
    named = first in DIRECTIONS or (first[0].isalpha() and first not in NEVER_IN_NAMES) or first in SOLE_NAMES
    return named or ordinal(speech, place) is not None


def _bare_type(speech: Speech, place: int) -> bool:
    """ "East Street": the direction is the name."""
    after = speech.words[place + 1] if place + 1 < len(speech.words) else ""
    if speech.words[place] in ("st", "dr") and after and not speech.stops[place] and may_name(after):
        return False  # "West St Louis Avenue", "South Dr King Drive"
    if speech.words[place] not in SURE_TYPES or after in STREET_TYPES:
        return False
    return _highway(speech, place, frozenset()) is None


def with_direction(speech: Speech, street: Street) -> Street:
    """`street` with the direction after it, and the type after that: "Oak Street NE", "Otter Creek South Road"."""
    end = street.end
    if speech.words[end : end + 1] in (("extension",), ("ext",)) and not speech.stops[end - 1]:
        street, end = Street(f"{street.text} {written(speech, end)}", end + 1, street.sure), end + 1
    said = speech.words[end : end + 3]
    quadrant = "".join(said[:2])
    spells = max(map(len, said[:2]), default=0) == 1 and len(said) > 1
    if quadrant in QUADRANTS and not (spells and len(said[-1]) == 1 and len(said) > 2) and not speech.stops[end]:
        return Street(f"{street.text} {DIRECTIONS[quadrant]}", end + 2, street.sure)
    if not said or spells or said[0] not in DIRECTIONS or _begins_city(speech, end):
        return street
    text, end = f"{street.text} {DIRECTIONS[said[0]]}", end + 1
    if said[1:2] and said[1] in SURE_TYPES and not speech.stops[end - 1] and said[2:3] != ("number",):
        text, end = f"{text} {written(speech, end)}", end + 1
    return Street(text, end, street.sure)


_LETTERED = frozenset(["Avenue", "Ave", "County Road", "County Highway"])


def _begins_city(speech: Speech, place: int) -> bool:
    """Whether the direction there is of the town: "12 Elm Road, West Chicago", "12 Elm Road South Bend Indiana"."""
    stop = speech.stops[place - 1]
    if stop == "." or speech.words[place : place + 2] in NAMED_BY_DIRECTION:
        return True
    following = speech.words[place + 1] if place + 1 < len(speech.words) and not speech.stops[place] else ""
    named = following != "" and may_name(following) and not (following in UNITS or following in AFTER_STREETS)
    return stop == "," and named and speech.words[place] in ("north", "south", "east", "west")


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
        if name in _LETTERED and len(letter) == 1 and letter.isalpha():
            return Street(f"{name} {letter.upper()}", place + 1, sure=True)
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
    miles = mile_road(speech, start)
    if miles is not None:
        return Street(f"{miles.value} Mile {written(speech, miles.end + 1)}", miles.end + 2, sure=True)
    number = ordinal(speech, start) or hundredth(speech, start) or paired_ordinal(speech, start)
    if number is None:
        return None
    text = numbered(number.value)
    if speech.words[number.end : number.end + 3] == ("and", "a", "half"):
        text, number = f"{text} 1/2", number._replace(end=number.end + 3)
    if number.end < len(speech.words) and speech.words[number.end] in STREET_TYPES:
        text, end = f"{text} {written(speech, number.end)}", number.end + 1
        if end < len(speech.words) and speech.words[end] in SECOND_TYPES and not speech.stops[end - 1]:
            text, end = f"{text} {written(speech, end)}", end + 1
        return Street(text, end, sure=True)
    return Street(text, number.end, sure=False)


def numbered(value: int) -> str:
    """ "1st", "22nd"."""
    if value % 100 in (11, 12, 13):
        return f"{value}th"
    return f"{value}{({1: 'st', 2: 'nd', 3: 'rd'}).get(value % 10, 'th')}"


def _street_of(speech: Speech, start: int, _known: frozenset[str]) -> Street | None:
    """ "Avenue of the Oaks"."""
    words = speech.words
    if words[start + 1 : start + 2] != ("of",) or words[start] not in STREET_TYPES:
        return None
    name = start + 2 + (words[start + 2 : start + 3] == ("the",))
    if name >= len(words) or not may_name(words[name]):
        return None
    return Street(" ".join([written(speech, start), *words[start + 1 : name], written(speech, name)]), name + 1, True)


def _named_street(speech: Speech, start: int, known: frozenset[str]) -> Street | None:
    words, stops = speech.words, speech.stops
    end = 0
    place = start
    longest = min(len(words), start + _LONGEST_NAME)
    while place < longest and _may_name_here(words, place):
        if words[place] in STREET_TYPES and place > start:
            if end and (end < place or not _goes_on_to_type(words, place)):
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
    said = [words[at] if words[at] in _JOINS else written(speech, at) for at in range(start, end)]
    text = _INITIALS.sub(_joined, " ".join(said))
    number = _road_number(speech, end) if last in NUMBERED_TYPES and not stops[end - 1] else None
    if number is not None:
        return Street(f"{text} {number.text}", number.end, sure=True)
    return Street(text, end, last in SURE_TYPES or last in SOLE_NAMES or last in known)


def _joined(initials: re.Match[str]) -> str:
    return initials[0].replace(" ", "")


def _goes_on_to_type(words: tuple[str, ...], place: int) -> bool:
    """Whether a type right after another belongs to the name: "Walnut Creek Drive", but not "Main Street Center"."""
    sure = SURE_TYPES.intersection(words[place : place + 2])
    return words[place - 1] not in SURE_TYPES or bool(sure)


def _may_name_here(words: tuple[str, ...], place: int) -> bool:
    following = words[place + 1] if place + 1 < len(words) else ""
    if (words[place], following) == ("gate", "code"):
        return False
    if len(words[place]) == 1 and following in SURE_TYPES:
        return words[place].isalpha()  # "A Street"
    seldom = words[place] in SELDOM_IN_NAMES and bool(following) and may_name(following)
    inside = words[place] in _INSIDE_NAMES and following in SURE_TYPES and place > 0 and may_name(words[place - 1])
    return seldom or inside or may_name(words[place]) or _joins_names(words, place)


_INSIDE_NAMES = wordset("down off over up under out")
""" "Thistle Down Lane", "Cut Off Road"."""
_JOINS = ("of", "and")


def _joins_names(words: tuple[str, ...], place: int) -> bool:
    """The "of" of "Capital of Texas Highway", the "and" of "Peace and Plenty Lane"."""
    if words[place] not in _JOINS or not place or not may_name(words[place - 1]):
        return False
    after = words[place + 1 : place + 4]
    named = next((at for at, word in enumerate(after) if word in SURE_TYPES), 0)
    return named > 0 and words[place - 1] not in STREET_TYPES and all(map(may_name, after[:named]))
