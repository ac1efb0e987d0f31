"""Pure. Street addresses: a number and a street, as they are said."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from dialog_brain.understanding.house_numbers import a_hundred, house_number, lettered
from dialog_brain.understanding.numbers import Digits, begins_digits, ordinal, piece
from dialog_brain.understanding.spelling import capitalised
from dialog_brain.understanding.street_words import (
    DIRECTIONS,
    HIGHWAYS,
    NEVER_IN_NAMES,
    SELDOM_IN_NAMES,
    SIDE_ROADS,
    SOLE_NAMES,
    STREET_TYPES,
    SURE_TYPES,
    UNITS,
)
from dialog_brain.understanding.words import Speech, hear, wordset

_LONGEST_NAME = 5
_LONGEST_UNTYPED = 2
_DOUBT = frozenset(["or"])
_GUESSING = wordset("maybe perhaps possibly is it was")
_HESITATIONS = frozenset(["um", "uh", "er"])
_UNLIKELY = frozenset(["corner", "intersection"])


class Place(NamedTuple):
    """An address that was said with the words from `start` up to `end`."""

    text: str
    start: int
    end: int


class Street(NamedTuple):
    """The part after the house number."""

    text: str
    end: int
    sure: bool


def heard_address(speech: Speech, *, asked: bool, keyterms: tuple[str, ...] = ()) -> Place | None:
    """The one address of a turn; None when there is none or the caller is in doubt between two."""
    words = speech.words
    numbers = [place for place, word in enumerate(words) if begins_digits(word) or a_hundred(words, place)]
    if not numbers or not _UNLIKELY.isdisjoint(words):
        return None
    known = _words_of(keyterms)
    chosen: Place | None = None
    read = 0
    for place in numbers:
        number = house_number(speech, place) if place >= read else None
        if number is None:
            continue
        if number.end == len(words):
            break  # and so does every number that begins later
        here = _address(speech, number, asked=asked, known=known)
        if here is None:
            continue
        if _is_alternative(speech, place):
            return None
        here = _instead_of(speech, here, numbers)
        if here is not None:
            if chosen is not None and chosen.text != here.text and not _DOUBT.isdisjoint(words[chosen.end : place]):
                return None
            chosen = here
            read = here.end
    if chosen is not None and _offers_another(speech, chosen.end):
        return None
    return chosen


@lru_cache(maxsize=64)
def _words_of(keyterms: tuple[str, ...]) -> frozenset[str]:
    """Their words; they are a business's own, and the same in all its turns."""
    return frozenset(word for term in keyterms for word in term.lower().split())


def valid_address(value: str | None) -> str:
    """An address that came from outside, tidied; "" unless it has a house number and a street."""
    tidy = " ".join((value or "").split())
    speech = hear(tidy)
    number = house_number(speech, 0) if speech.words else None
    if number is None or number.end >= len(speech.words) or len(tidy) > 200 or "or" in speech.words:
        return ""
    first = speech.words[number.end]
    named = first in DIRECTIONS or (first[0].isalpha() and first not in NEVER_IN_NAMES) or first in SOLE_NAMES
    return tidy if named or ordinal(speech, number.end) is not None else ""


def _instead_of(speech: Speech, here: Place, numbers: list[int]) -> Place | None:
    """ "14, not 40 Birch Lane" is 14 Birch Lane; after another "not" there is no address."""
    if "not" not in speech.words[max(0, here.start - 1) : here.start]:
        return here
    for place in numbers:
        number = house_number(speech, place) if place < here.start - 1 else None
        if number is not None and number.end == here.start - 1:
            return Place(f"{number.text} {here.text.partition(' ')[2]}", place, here.end)
    return None


def _is_alternative(speech: Speech, place: int) -> bool:
    """ "12 or maybe 14 Oak Street": the number at `place` stands after another one and an "or"."""
    words = speech.words
    while place and words[place - 1] in _GUESSING:
        place -= 1
    return place > 1 and words[place - 1] == "or" and piece(speech, place - 2) is not None


def _offers_another(speech: Speech, end: int) -> bool:
    """ "123 Main Street or maybe it's 125": a second number within a few words of an "or"."""
    words = speech.words[end : end + 2]
    if "or" not in words:
        return False
    after = end + words.index("or") + 1
    return any(piece(speech, at) is not None for at in range(after, min(after + 4, len(speech.words))))


def _address(speech: Speech, number: Digits, *, asked: bool, known: frozenset[str]) -> Place | None:
    number = lettered(speech, number)
    while speech.words[number.end : number.end + 1] and speech.words[number.end] in _HESITATIONS:
        number = number._replace(end=number.end + 1)
    street = _street(speech, number.end, known)
    if street is None and asked and 1 < len(number.text) < 5:
        street = _untyped_street(speech, number)
    if street is None or not (street.sure or asked):
        return None
    text, end = f"{number.text} {street.text}", street.end
    for _ in range(2):
        unit = _unit(speech, end)
        if unit is not None:
            text, end = f"{text} {unit.text}", unit.end
    if end == street.end:
        text += _unit_before(speech, number.start)
    return Place(text, number.start, end)


def _unit_before(speech: Speech, start: int) -> str:
    """ "Apartment B, 1005 East Riverside Drive"."""
    if start < 2 or speech.words[start - 2] not in UNITS:
        return ""
    name = speech.words[start - 1]
    return f" {UNITS[speech.words[start - 2]]} {name.upper()}" if len(name) == 1 or name.isdecimal() else ""


def _street(speech: Speech, start: int, known: frozenset[str]) -> Street | None:
    words = speech.words
    place, lead = start, ""
    if place < len(words) and words[place] in ("-", "#"):
        return None
    if place + 1 < len(words) and words[place] in DIRECTIONS and not _bare_type(speech, place + 1):
        lead, place = DIRECTIONS[words[place]] + " ", place + 1
    for grammar in (_highway, _numbered_street, _named_street):
        street = grammar(speech, place, known)
        if street is not None:
            street = _trailing_direction(speech, street)
            return Street(lead + street.text, street.end, street.sure)
    if lead and place < len(words) and _may_name(words[place]):
        end = place + 1
        return Street(lead + _written(speech, place), end, sure=False)
    return None


def _untyped_street(speech: Speech, number: Digits) -> Street | None:
    """ "2401 Guadalupe": one or two words that may be a street's name, and then a pause, a unit or the end."""
    words, stops, start = speech.words, speech.stops, number.end
    if number.start and begins_digits(words[number.start - 1]):
        return None  # the end of a longer number: "78704 Austin"
    for end in range(start + 1, min(start + _LONGEST_UNTYPED, len(words)) + 1):
        if not _may_name(words[end - 1]) or len(words[end - 1]) < 3 or words[end - 1] in UNITS:
            return None
        if end == len(words) or stops[end - 1] not in ("", "-") or words[end] in UNITS or words[end] in ("in", "or"):
            return Street(" ".join(_written(speech, at) for at in range(start, end)), end, sure=False)
    return None


def _bare_type(speech: Speech, place: int) -> bool:
    """ "East Street": the direction is the name."""
    after = speech.words[place + 1] if place + 1 < len(speech.words) else ""
    return speech.words[place] in SURE_TYPES and after not in STREET_TYPES


def _trailing_direction(speech: Speech, street: Street) -> Street:
    words = speech.words
    if street.end < len(words) and words[street.end] in DIRECTIONS and speech.stops[street.end - 1] != ".":
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
        number = house_number(speech, place)
        if number is not None:
            text = name + ("" if name.endswith("-") else " ") + number.text
            beside = SIDE_ROADS.get(speech.words[number.end : number.end + 2])
            return Street(f"{text} {beside}", number.end + 2, True) if beside else Street(text, number.end, sure=True)
        letter = speech.words[place] if place < len(speech.words) else ""
        if name == "Avenue" and len(letter) == 1:
            return Street(f"Avenue {letter.upper()}", place + 1, sure=True)
    return None


def _numbered_street(speech: Speech, start: int, _known: frozenset[str]) -> Street | None:
    number = ordinal(speech, start)
    if number is None:
        return None
    text = f"{number.value}{_suffix(number.value)}"
    if number.end < len(speech.words) and speech.words[number.end] in STREET_TYPES:
        return Street(f"{text} {_written(speech, number.end)}", number.end + 1, sure=True)
    return Street(text, number.end, sure=False)


def _suffix(value: int) -> str:
    if value % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")


def _named_street(speech: Speech, start: int, known: frozenset[str]) -> Street | None:
    words, stops = speech.words, speech.stops
    end = 0
    place = start
    longest = min(len(words), start + _LONGEST_NAME)
    while place < longest and _may_name_here(words, place):
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
        if stops[place] not in ("", "-") and place + 1 != end:
            break
        if stops[place] in (".", "?", ","):
            break
        place += 1
    if not end:
        return None
    last = words[end - 1]
    sure = last in SURE_TYPES or last in SOLE_NAMES or last in known
    return Street(" ".join([_written(speech, at) for at in range(start, end)]), end, sure)


def _may_name_here(words: tuple[str, ...], place: int) -> bool:
    following = words[place + 1] if place + 1 < len(words) else ""
    seldom = words[place] in SELDOM_IN_NAMES and bool(following) and _may_name(following)
    return seldom or _may_name(words[place])


def _may_name(word: str) -> bool:
    return word[0].isalpha() and word not in NEVER_IN_NAMES


def _written(speech: Speech, place: int) -> str:
    raw = speech.raw[place] or speech.words[place]
    if speech.words[place] in DIRECTIONS:
        return str(DIRECTIONS[speech.words[place]])
    return raw if any(letter.isupper() for letter in raw) else capitalised(raw)


def _unit(speech: Speech, start: int) -> Street | None:
    words = speech.words
    place = start
    if place < len(words) and words[place] == "number":
        kind = "#"
    elif place < len(words) and words[place] in UNITS:
        kind = UNITS[words[place]]
    else:
        return None
    place += 1
    while place < len(words) and words[place] in ("number", "#", "-"):
        place += 1
    number = house_number(speech, place)
    text, end = (number.text, number.end) if number is not None else ("", place)
    letter = words[end] if end < len(words) else ""
    if len(letter) == 1 and letter.isalpha() and letter != "i" and not (text and letter == "a"):
        text, end = text + letter.upper(), end + 1
    if not text:
        return None
    return Street(f"#{text}" if kind == "#" else f"{kind} {text}", end, sure=True)
