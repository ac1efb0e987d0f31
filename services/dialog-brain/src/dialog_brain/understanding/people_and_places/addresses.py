"""Pure. Street addresses: a number, a street and a unit, as they are said; or the one that we hold."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from dialog_brain.understanding.language.numbers import Digits, begins_digits, piece
from dialog_brain.understanding.language.phrases import Phrases
from dialog_brain.understanding.language.words import Speech, hear, wordset
from dialog_brain.understanding.people_and_places.house_numbers import a_hundred, house_number, lettered
from dialog_brain.understanding.people_and_places.rural_routes import route_and_box
from dialog_brain.understanding.people_and_places.street_words import HESITATIONS, SURE_TYPES, UNITS
from dialog_brain.understanding.people_and_places.streets import Street, names_street, street_at, untyped_street

_DOUBT = frozenset(["or"])
_GUESSING = wordset("maybe perhaps possibly is it was")
_CROSSINGS = frozenset(["corner", "intersection"])
_LEADING_TO = (("address", "is"), ("live", "at"), ("lives", "at"))
_BEFORE_STREET: Phrases[bool] = Phrases(
    {True: ["on", "that|it is on?", "and? the? street|road name? is", "and it is on"]}
)
_BEFORE_UNIT: Phrases[bool] = Phrases(
    {True: ["and? it|that is in?", "and? the|my|in|at", "and", "and? i|we am|are in|at"]}
)
_AFTER_UNIT = wordset("at in of on it is the address")
_BEFORE_LAST_NUMBER = wordset("house number is the and it at #")
_FURTHEST = 7
"""Words before a number among which the street or the unit may begin that were said first."""
_LONGEST_SLIP = 4
"""Words of a street after which the caller may say another instead."""
_REPAIRS: Phrases[bool] = Phrases(
    {
        True: [
            "i mean|meant",
            "or rather",
            "excuse_me|pardon_me",
            "no|nope|sorry|wait|actually|correction no|sorry|i_mean|make_that|it_is?",
        ]
    }
)


class Place(NamedTuple):
    """An address that was said with the words from `start` up to `end`."""

    text: str
    start: int
    end: int


def heard_address(speech: Speech, *, asked: bool, keyterms: tuple[str, ...] = ()) -> Place | None:
    """The one address of a turn; None when there is none or the caller is in doubt between two."""
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
        told = asked or words[max(0, place - 2) : place] in _LEADING_TO
        here = _boxed(speech, number) or _address(speech, number, asked=told, known=known)
        here = _street_first(speech, number, known, read) if here is None and asked else here
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
    return tidy if names_street(speech, number.end) else ""


def _crosses(speech: Speech, place: int) -> bool:
    """Whether the number is of a crossing: "the corner of 620 and Main Street"."""
    words = speech.words
    for at in range(max(0, place - 5), place - 1):
        if words[at] in _CROSSINGS and words[at + 1] in ("of", "at") and not any(speech.stops[at:place]):
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
    return any(piece(speech, at) is not None for at in range(after, min(after + 4, len(speech.words))))


def _address(speech: Speech, number: Digits, *, asked: bool, known: frozenset[str]) -> Place | None:
    words = speech.words
    if number.end == len(words):
        return None
    number = lettered(speech, number)
    start = number.end
    while start < len(words) and words[start] in HESITATIONS:
        start += 1
    street = street_at(speech, start, known)
    if street is None and asked and start < len(words) and len(number.text) > 1:
        told = _BEFORE_STREET.at(speech, start)
        street = street_at(speech, told.end, known) if told is not None else None
    if street is None and asked:
        street = _less_plain(speech, number._replace(end=start), known)
    if street is None or not (street.sure or asked):
        return None
    street = _repaired(speech, street, known)
    text, end = _with_units(speech, f"{number.text} {street.text}", street.end)
    if end == street.end:
        text += _unit_before(speech, number.start)
    return Place(text, number.start, end)


def _boxed(speech: Speech, number: Digits) -> Place | None:
    box = route_and_box(speech, number)
    return None if box is None else Place(box.text, number.start, box.end)


def _less_plain(speech: Speech, number: Digits, known: frozenset[str]) -> Street | None:
    """A street that only the question tells: "2401 Guadalupe", "3 The Highlands", "14 Oak, sorry, Elm Street"."""
    start = number.end
    if len(number.text.partition(" ")[0]) < 5:
        street = untyped_street(speech, number)
        if street is not None:
            return street
    if speech.words[start : start + 1] == ("the",) and start + 1 < len(speech.words):
        named = untyped_street(speech, Digits("00", number.start, start + 1))
        street = street_at(speech, start + 1, known) or named
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
            text, after = _with_units(speech, f"{number.text} {street.text}", number.end)
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
    return other if other is not None and other.sure else street


def _with_units(speech: Speech, text: str, end: int) -> tuple[str, int]:
    for _ in range(2):
        unit = _unit(speech, end)
        if unit is None and end < len(speech.words):
            told = _BEFORE_UNIT.at(speech, end)
            unit = _unit(speech, told.end) if told is not None else None
        if unit is not None:
            text, end = f"{text} {unit.text}", unit.end
    return text, end


def _unit_before(speech: Speech, start: int) -> str:
    """ "Apartment B, 1005 East Riverside Drive"."""
    words = speech.words
    for place in range(start - 1, max(-1, start - _FURTHEST), -1):
        if words[place] in UNITS:
            unit = _unit(speech, place)
            end = len(words) if unit is None else unit.end
            while end < start and words[end] in _AFTER_UNIT:
                end += 1
            return f" {unit.text}" if unit is not None and end == start else ""
    return ""


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
    while place < len(words) and words[place] in ("number", "#", "-", "is"):
        place += 1
    figures = place < len(words) and words[place].isdecimal() and len(words[place]) > 2
    number = Digits(words[place], place, place + 1) if figures else house_number(speech, place)
    text, end = (number.text, number.end) if number is not None else ("", place)
    letter = words[end] if end < len(words) else ""
    if len(letter) == 1 and letter.isalpha() and letter != "i" and not (text and letter == "a"):
        text, end = text + letter.upper(), end + 1
        after = house_number(speech, end) if number is None and not speech.stops[end - 1] else None
        if after is not None and len(after.text) < 4:
            text, end = text + after.text, after.end
    if not text:
        return None
    return Street(f"#{text}" if kind == "#" else f"{kind} {text}", end, sure=True)
