"""Pure. Street addresses: a number, a street and a unit, as they are said; or the one that we hold."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from dialog_brain.understanding.language.numbers import Digits, begins_digits, piece
from dialog_brain.understanding.language.phrases import any_of
from dialog_brain.understanding.language.words import Speech, hear, wordset
from dialog_brain.understanding.people_and_places.house_numbers import a_hundred, house_number, lettered
from dialog_brain.understanding.people_and_places.later_units import later_unit
from dialog_brain.understanding.people_and_places.misheard_numbers import with_house_numbers
from dialog_brain.understanding.people_and_places.rural_routes import route_and_box
from dialog_brain.understanding.people_and_places.street_names import Street, sole_type, untyped_street
from dialog_brain.understanding.people_and_places.street_words import (
    FIRST_IN_NAMES,
    SURE_TYPES,
    UNITS,
)
from dialog_brain.understanding.people_and_places.streets import names_street, street_at, with_direction
from dialog_brain.understanding.people_and_places.units import unit_before, with_units

_DOUBT = frozenset(["or"])
_GUESSING = wordset("maybe perhaps possibly is it was")
_CROSSINGS = frozenset(["corner", "intersection"])
_LEADING_TO = (("address", "is"), ("live", "at"), ("lives", "at"))
_BEFORE_STREET = any_of(
    "on",
    "that|it is on?",
    "and? the? street|road name? is",
    "and it is on",
)
_BEFORE_LAST_NUMBER = wordset("house number is the and it at #")
_FURTHEST = 7
"""Words before a number among which the street may begin that was said first."""
_ZIP = 5
"""Figures of one."""
_LONGEST_SLIP = 4
"""Words of a street after which the caller may say another instead."""
_REPAIRS = any_of(
    "i mean|meant",
    "or rather",
    "excuse_me|pardon_me",
    "no|nope|sorry|wait|actually|correction|oops|my_mistake|my_bad|i_misspoke|i_said_that_wrong|that_is_wrong|"
    "that_is_not_right no|sorry|wait|i_mean|make_that|i_said_that_wrong|that_is_wrong|i_misspoke|"
    "my_mistake? it_is|i_mean|i_meant?",
)


class Place(NamedTuple):
    """An address that was said with the words from `start` up to `end`."""

    text: str
    start: int
    end: int
    sure: bool = True
    """Whether its street is called one."""


def heard_address(speech: Speech, *, asked: bool, keyterms: tuple[str, ...] = ()) -> Place | None:
    """The one address of a turn; None when there is none or the caller is in doubt between two."""
    speech = with_house_numbers(speech)
    words = speech.words
    numbers = [place for place, word in enumerate(words) if begins_digits(word) or a_hundred(words, place)]
    if not numbers or (len(numbers) == len(words) and not asked):
        return None
    known = _words_of(keyterms)
    chosen: Place | None = None
    read = 0
    for place in numbers:
        number = house_number(speech, place) if place >= read else None
        if number is None or _crosses(speech, place):
            continue
        if number.end == len(words) and not asked:
            break  # and so does every number that begins later
        here = _numbered(speech, number, known, asked=asked) or (
            _street_first(speech, number, known, read) if asked else None
        )
        if here is None:
            continue
        if _is_alternative(speech, place):
            return None
        if chosen is not None and not here.sure and not _amends(speech, chosen.end, here.start):
            continue  # "300 Wacker Drive, 1600, Chicago"
        here = _instead_of(speech, here, numbers)
        if here is not None:
            if chosen is not None and chosen.text != here.text and not _DOUBT.isdisjoint(words[chosen.end : place]):
                return None
            chosen = here._replace(text=_fluent(here.text))
            read = here.end
    return None if chosen is not None and _offers_another(speech, chosen.end) else chosen


def _fluent(text: str) -> str:
    """The address without a word said twice: "44 Elm Elm Street"."""
    words = text.split()
    if len(set(words)) == len(words):
        return " ".join(words)
    again = (at and word == words[at - 1] and word.isalpha() and word not in _DOUBLED for at, word in enumerate(words))
    return " ".join(word for word, twice in zip(words, again, strict=True) if not twice)


_DOUBLED = frozenset({"Walla", "Bora", "Pago"})


def _numbered(speech: Speech, number: Digits, known: frozenset[str], *, asked: bool) -> Place | None:
    told = asked or speech.words[max(0, number.start - 2) : number.start] in _LEADING_TO
    return _boxed(speech, number) or _address(speech, number, asked=told, known=known)


@lru_cache(maxsize=64)
def _words_of(keyterms: tuple[str, ...]) -> frozenset[str]:
    """Their words; they are a business's own, and the same in all its turns."""
    return frozenset(word for term in keyterms for word in term.lower().split())


def crossing(speech: Speech) -> tuple[int, int] | None:
    """The words of a crossing, "the corner of Oltorf and Fifth", which tell no address and no day."""
    words = speech.words
    if _CROSSINGS.isdisjoint(words):
        return None
    start = next((at for at in range(len(words)) if _begins_crossing(words, at)), len(words))
    joint = next((at for at in range(start + 2, min(start + _FURTHEST, len(words))) if words[at] == "and"), 0)
    return (start, min(joint + 3, len(words))) if joint else None


def _begins_crossing(words: tuple[str, ...], place: int) -> bool:
    return words[place] in _CROSSINGS and words[place + 1 : place + 2] in (("of",), ("at",))


def valid_address(value: str | None) -> str:
    """An address that came from outside, tidied; "" unless it has a house number and a street."""
    tidy = " ".join((value or "").split())
    speech = hear(tidy)
    number = house_number(speech, 0) if speech.words else None
    if number is None or number.end >= len(speech.words) or len(tidy) > 200 or "or" in speech.words:
        return ""
    return tidy if names_street(speech, number.end) else ""


def _crosses(speech: Speech, place: int) -> bool:
    """Whether the number is of a crossing: "the corner of 620 and Main Street"."""
    words = speech.words
    for at in range(max(0, place - 5), place - 1):
        if _begins_crossing(words, at) and not any(speech.stops[at:place]):
            return True
    return False


def _instead_of(speech: Speech, here: Place, numbers: list[int]) -> Place | None:
    """ "14, not 40 Birch Lane" is 14 Birch Lane; after another "not" there is no address."""
    if "not" not in speech.words[max(0, here.start - 1) : here.start]:
        return here
    for place in numbers:
        number = house_number(speech, place) if place < here.start - 1 else None
        if number is not None and number.end == here.start - 1:
            return Place(f"{number.text} {here.text.partition(' ')[2]}", place, here.end)
    return None


def _amends(speech: Speech, start: int, end: int) -> bool:
    """Whether the caller takes back between two words what was said before them."""
    return any(_REPAIRS.at(speech, place) is not None for place in range(start, end))


def _is_alternative(speech: Speech, place: int) -> bool:
    """ "12 or maybe 14 Oak Street": the number at `place` stands after another one and an "or"."""
    words = speech.words
    joins = ("or", "and") if "both" in words else ("or",)
    while place and words[place - 1] in _GUESSING:
        place -= 1
    return place > 1 and words[place - 1] in joins and piece(speech, place - 2) is not None


def _offers_another(speech: Speech, end: int) -> bool:
    """ "123 Main Street or maybe it's 125": a second number within a few words of an "or"."""
    words = speech.words[end : end + 2]
    if "or" not in words:
        return False
    after = end + words.index("or") + 1
    if speech.raw[after - 1] == "OR" and len(speech.words[after : after + 1]) == 1 and len(speech.words[after]) == _ZIP:
        return False  # Oregon
    return any(piece(speech, at) is not None for at in range(after, min(after + 4, len(speech.words))))


def _address(speech: Speech, number: Digits, *, asked: bool, known: frozenset[str]) -> Place | None:
    words = speech.words
    if number.end == len(words):
        return None
    number = lettered(speech, number)
    start = number.end
    street = street_at(speech, start, known)
    if street is None and asked and start < len(words) and len(number.text) > 1:
        told = _BEFORE_STREET.at(speech, start)
        street = street_at(speech, told.end, known) if told is not None else None
    if street is None and asked:
        named = _less_plain(speech, number._replace(end=start), known)
        street = named if named is None else with_direction(speech, named)
    if street is None or not (street.sure or asked):
        return None
    street = _repaired(speech, street, known)
    text, end = with_units(speech, f"{number.text} {street.text}", street.end)
    if end == street.end:
        text += unit_before(speech, number.start)
    if _WITH_NUMBER.isdisjoint(text.removeprefix(street.text).split()) and "#" not in text:
        text += later_unit(speech, end)
    return Place(text, number.start, end, street.sure)


_WITH_NUMBER = frozenset({"Apt", "Unit", "Suite", "Ste"})


def _boxed(speech: Speech, number: Digits) -> Place | None:
    box = route_and_box(speech, number)
    return None if box is None else Place(box.text, number.start, box.end)


def _less_plain(speech: Speech, number: Digits, known: frozenset[str]) -> Street | None:
    """A street that only the question tells: "2401 Guadalupe", "3 The Highlands", "14 Oak, sorry, Elm Street"."""
    start = number.end
    spanish = speech.words[start : start + 1] != () and speech.words[start] in FIRST_IN_NAMES
    street = untyped_street(speech, number)
    no_zip = len(number.text.partition(" ")[0]) < _ZIP or spanish
    if street is not None and (no_zip or not UNITS.keys().isdisjoint(speech.words[street.end : street.end + 1])):
        return street
    if speech.words[start : start + 1] == ("the",) and start + 1 < len(speech.words):
        named = untyped_street(speech, Digits("00", number.start, start + 1))
        street = street_at(speech, start + 1, known) or named or sole_type(speech, start + 1)
        return None if street is None else street._replace(text=f"The {street.text}")
    for place in range(start + 1, min(start + _LONGEST_SLIP, len(speech.words) - 1)):
        told = _REPAIRS.at(speech, place)
        if told is not None and told.end < len(speech.words):
            return street_at(speech, told.end, known)
    return None


def _street_first(speech: Speech, number: Digits, known: frozenset[str], read: int) -> Place | None:
    """ "Fern Hollow Road, number 48": a street after the word `read`, before its number, which ends it."""
    words, end = speech.words, number.start
    while end and words[end - 1] in _BEFORE_LAST_NUMBER:
        end -= 1
    numbered = "number" in words[end : number.start]
    ends = number.end == len(words) or speech.stops[number.end - 1] or words[number.end] in UNITS
    if not ends or not (numbered or len(number.text) < 5):
        return None
    for start in range(max(read, end - _FURTHEST), end):
        street = street_at(speech, start, known)
        if street is not None and street.end == end and street.sure:
            text, after = with_units(speech, f"{number.text} {street.text}", number.end)
            return Place(text, start, after)
    return None


def _repaired(speech: Speech, street: Street, known: frozenset[str]) -> Street:
    """The street that the caller says instead: "Oak Street, I mean Oak Lane", "Oak Street, I mean Lane"."""
    words = speech.words
    told = _REPAIRS.at(speech, street.end) if street.end < len(words) else None
    if told is None or told.end == len(words):
        return street
    if words[told.end] in SURE_TYPES:
        return Street(
            f"{street.text.rpartition(' ')[0]} {speech.raw[told.end].capitalize()}", told.end + 1, street.sure
        )
    other = None if begins_digits(words[told.end]) else street_at(speech, told.end, known)
    if other is None:
        return street
    alike = not {*other.text.split()}.isdisjoint(street.text.split())  # "Oak Trail, no, Oak Trace"
    return other if other.sure or alike else street
