"""Pure. What a turn changes of the address that we hold: its number, its unit, or all of it in few words."""

from __future__ import annotations

import re

from dialog_brain.understanding.answers.details import names_thing
from dialog_brain.understanding.language.numbers import Digits, begins_digits
from dialog_brain.understanding.language.phrases import any_of
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.people_and_places.addresses import Place, heard_address
from dialog_brain.understanding.people_and_places.house_numbers import house_number
from dialog_brain.understanding.people_and_places.street_names import untyped
from dialog_brain.understanding.people_and_places.street_words import DIRECTIONS, STREET_TYPES, UNITS
from dialog_brain.understanding.people_and_places.streets import street_at
from dialog_brain.understanding.people_and_places.units import with_units

_BE = "is|was|should_be|needs_to_be|has_to_be|ought_to_be|is_actually|is_really|is_supposed_to_be"
_CALLED = any_of(
    "{house} number {be}?",
    "{house} number {be} wrong|off|incorrect|not_right|not_correct it|that? {be}?",
    "the|my|our|street address {be}",
    "the|my number {be}",
    "change|correct|fix|make|switch|update the|my|that {house}? number|address to",
    house="house|street|building|home|address|door",
    be=_BE,
)
"""What is said before a house number; after a bare number it may be a time."""
_INSTEAD = any_of(
    "and? not",
    "instead|in_place of",
    "rather than",
)
_BUT = any_of(
    "but? it|that? {be}",
    "but",
    be=_BE,
)
_AFTER = wordset("not now instead and please thanks thank rather but sir ma'am actually too by though if so")
_LEADING = any_of(
    "no|nope|wait|actually|sorry|oh|yes|yeah|yep|correct|right|but|well|okay",
    "it|that|this {be}",
    "i|we said|meant|am_at|are_at|live_at",
    "on",
    "i told you",
    "use|try|at|to",
    "should be",
    "make|change|switch|book it|that|this to?",
    "put|send down|it|them? at?",
    "the? address {be}",
    be=_BE,
)
"""What is said before an address that is said again."""
_STREET = any_of(
    "the|my street|road name? {be}",
    "it|that {be} on",
    be=_BE,
)
_LEAST_FIGURES = 3
"""Figures of a number that is no hour."""
_OF_TIMES = wordset("sharp ish flat exact exactly work works hrs hours ante")
_LAST_HOUR = 12
_LAST_MINUTE = 2459
"""Written as four figures."""
_YES = wordset("yes yeah yep right correct")
_DIRECTION = tuple((direction,) for direction in DIRECTIONS)
_TELLING = UNITS.keys() | STREET_TYPES
_ROOMS = wordset("room floor")
""" "The room is 80" tells how warm it is."""
_UNIT = re.compile(r" (?:Apt|Unit|Suite|Lot|Space|Trailer|Room|#) ?\S+")


def amended_address(speech: Speech, held: str) -> Place | None:
    """The whole address as this turn leaves it, and the words that tell; None if they tell nothing of it."""
    words = speech.words
    if not any(map(begins_digits, words)) and _TELLING.isdisjoint(words):
        return None
    number, _, street = held.partition(" ")
    house = _called(speech) or _contrasted(speech, number) or _on_the_same_street(speech, street)
    if house is not None and street:
        return Place(f"{house.text} {street}", house.start, house.end)
    return _with_unit(speech, held) or _said_again(speech) or _on_another_street(speech, held)


def _called(speech: Speech) -> Digits | None:
    """ "The house number is 510"."""
    for found in _CALLED.all(speech):
        number = _ending(speech, found.end)
        if number is not None:
            return number._replace(start=found.start)
    return None


def _ending(speech: Speech, place: int) -> Digits | None:
    """The number that begins there and says all that is said there."""
    number = house_number(speech, place) if place < len(speech.words) else None
    return number if number is not None and _ends(speech, number.end) else None


def _ends(speech: Speech, end: int) -> bool:
    return end == len(speech.words) or speech.stops[end - 1] not in ("", "-") or speech.words[end] in _AFTER


def _contrasted(speech: Speech, held: str) -> Digits | None:
    """ "600, not 500", "not 500, it's 600", where we hold 500."""
    for place, word in enumerate(speech.words):
        said = house_number(speech, place) if begins_digits(word) else None
        if said is None:
            continue
        between = _INSTEAD.at(speech, said.end) if said.end < len(speech.words) else None
        other = None if between is None else _ending(speech, between.end)
        if other is not None and other.text == held and _no_hour(said):
            return said._replace(end=other.end)
        if said.text == held and speech.words[max(0, place - 1) : place] == ("not",):
            between = _BUT.at(speech, said.end) if said.end < len(speech.words) else None
            other = _ending(speech, said.end if between is None else between.end)
            if other is not None and _no_hour(other):
                return other._replace(start=place - 1)
    return None


def _on_the_same_street(speech: Speech, street: str) -> Digits | None:
    """ "Yes, 89 Elm", where we hold Elm Street; "yes, but it's 4212", which is no time either."""
    place = _after_leading(speech)
    number = house_number(speech, place) if place < len(speech.words) else None
    if number is None:
        return None
    called = (name for name in _names(street) if speech.words[number.end : number.end + len(name)] == name)
    named = next(called, ())
    end = number.end + len(named)
    no_time = len(number.text) == _LEAST_FIGURES + 1 and _no_hour(number) and int(number.text) > _LAST_MINUTE
    told = named != () or no_time
    return number._replace(end=end) if told and (_ends(speech, end) or speech.words[end] in _YES) else None


def _names(street: str) -> tuple[tuple[str, ...], ...]:
    """ "South Lamar" and "Lamar", of "South Lamar Boulevard Apt 4"."""
    words = tuple(_UNIT.sub("", street).lower().split())
    name = words[:-1] if words[-1:] and words[-1] in STREET_TYPES else words
    return tuple(each for each in (name, name[1:] if name[:1] in _DIRECTION else ()) if each)


def _no_hour(number: Digits) -> bool:
    return number.text.isdecimal() and int(number.text) > _LAST_HOUR


def _with_unit(speech: Speech, held: str) -> Place | None:
    """ "It's unit 12": in place of the one that we hold."""
    for place, word in enumerate(speech.words):
        told, end = with_units(speech, "", place) if word in UNITS else ("", place)
        if not told or not _ends(speech, end) or (word in _ROOMS and speech.words[place + 1] == "is"):
            continue
        without = _UNIT.sub("", held, count=1) if _UNIT.search(told) else held
        return Place(held if held.endswith(told) else without + told, place, end)
    return None


def _on_another_street(speech: Speech, held: str) -> Place | None:
    """ "No, Birch Road", "the street is Birch": with the number that we hold."""
    stops = (at + 1 for at, stop in enumerate(speech.stops[:-1]) if stop not in ("", "-"))
    return next((found for start in (0, *stops) if (found := _on_street_from(speech, start, held)) is not None), None)


def _on_street_from(speech: Speech, start: int, held: str) -> Place | None:
    words = speech.words
    told = _STREET.first(speech, start)
    place = _after_leading(speech, start) if told is None else told.end
    refused = "not" in words[:start]  # "not Oak Street, Oak Lane"
    if place == len(words) or not (place > start or told or refused) or not names_thing(words[place]):
        return None
    named = street_at(speech, place, frozenset())
    street = named if named is not None and (named.sure or told) else None
    if street is None and told is not None:
        street = untyped(speech, place)
    number = held.partition(" ")[0]
    if street is None or not _ends(speech, street.end) or not number.isdecimal():
        return None
    unit = _UNIT.search(held)
    return Place(f"{number} {street.text}{unit[0] if unit else ''}", place, street.end)


def _after_leading(speech: Speech, place: int = 0) -> int:
    while place < len(speech.words) and (found := _LEADING.at(speech, place)) is not None:
        place = found.end
    return place


def _said_again(speech: Speech) -> Place | None:
    """ "No, 600 Elm": a number that is no hour, and a street that nothing calls one."""
    place = _after_leading(speech)
    number = house_number(speech, place) if place < len(speech.words) else None
    if number is None or len(number.text) < _LEAST_FIGURES or number.end == len(speech.words):
        return None
    end = next((at for at in range(number.end, len(speech.words)) if speech.words[at] in _AFTER), len(speech.words))
    here = heard_address(speech.cut(place, end), asked=True)
    first = speech.words[number.end]
    if (
        here is None
        or here.start
        or first in _OF_TIMES
        or not names_thing(first)
        or not _ends(speech, place + here.end)
    ):
        return None
    return here._replace(start=place, end=place + here.end)
