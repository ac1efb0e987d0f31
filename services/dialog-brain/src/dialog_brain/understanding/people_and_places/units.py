"""Pure. Units of a building, after a street or before its number: "apartment 4 B", "the second floor"."""

from __future__ import annotations

from dialog_brain.understanding.language.numbers import Digits, ordinal
from dialog_brain.understanding.language.phrases import Phrases, any_of
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.people_and_places.house_numbers import house_number
from dialog_brain.understanding.people_and_places.street_names import Street
from dialog_brain.understanding.people_and_places.street_words import UNITS
from dialog_brain.understanding.people_and_places.streets import numbered

_BEFORE_UNIT = any_of(
    "and? it|that is in|on? the|a|my?",
    "and? the|my|in|at|on",
    "and",
    "and? i|we am|are in|at|on",
    "on|in the",
)
_NAMED: Phrases[str] = Phrases(
    {
        "Rear": ["in? the? rear house|unit|building|apartment?"],
        "Back House": ["the|a? back house|building|unit", "the? house|unit in|behind|out the? back"],
        "Front House": ["the|a? front house|unit"],
        "Garage Apt": ["the|a? garage apartment|unit|apt", "the|a? apartment above|over the|our? garage"],
        "Guest House": ["the|a|our? guest_house|guesthouse|casita|granny_flat"],
        "Upstairs": ["the? upstairs unit|apartment?"],
        "Downstairs": ["the? downstairs unit|apartment?"],
        "Basement Apt": ["the|a? basement apartment|unit|apt"],
    }
)
""" "The back house", "upstairs": units that have no number."""
_MAY_FOLLOW = wordset("please thanks thank in at zip on")
_AFTER_UNIT = wordset("at in of on it is the address")
_AFTER_LETTER = wordset("and in on at it i we the my please thanks thank off near by that")
"""No article stands before these: "apartment 8 a and the gate code is ..."."""
_FURTHEST = 7
"""Words before a number among which the unit may begin."""


def with_units(speech: Speech, text: str, end: int) -> tuple[str, int]:
    """The street's `text` with up to two units that follow the word before `end`, and the end of them."""
    for _ in range(2):
        unit = unit_at(speech, end)
        if unit is None and end < len(speech.words):
            told = _BEFORE_UNIT.at(speech, end)
            unit = unit_at(speech, told.end) if told is not None else None
        if unit is not None:
            text, end = f"{text} {unit.text}", unit.end
    return text, end


def unit_before(speech: Speech, start: int) -> str:
    """ "Apartment B, 1005 East Riverside Drive": the unit with a space before it, or ""."""
    words = speech.words
    for place in range(start - 1, max(-1, start - _FURTHEST), -1):
        if words[place] in UNITS:
            unit = unit_at(speech, place)
            end = len(words) if unit is None else unit.end
            while end < start and words[end] in _AFTER_UNIT:
                end += 1
            return f" {unit.text}" if unit is not None and end == start else ""
    return ""


def unit_at(speech: Speech, start: int) -> Street | None:
    """The unit that begins with that word."""
    words = speech.words
    place = start
    if place < len(words) and words[place] == "number":
        kind = "#"
    elif place < len(words) and words[place] in UNITS:
        kind = UNITS[words[place]]
    else:
        return _floor(speech, start) or _named_unit(speech, start)
    place += 1
    while place < len(words) and (
        words[place] in ("number", "#", "-", "it", "is") or _abbreviates_number(speech, place)
    ):
        place += 1
    figures = place < len(words) and words[place].isdecimal() and len(words[place]) > 2
    number = Digits(words[place], place, place + 1) if figures else house_number(speech, place)
    text, end = (number.text, number.end) if number is not None else ("", place)
    letter = words[end] if end < len(words) else ""
    if (
        len(letter) == 1
        and letter.isalpha()
        and letter != "i"
        and not (text and letter == "a" and _goes_on(speech, end))
    ):
        text, end = text + letter.upper(), end + 1
        after = house_number(speech, end) if number is None and speech.stops[end - 1] in ("", "-") else None
        if after is not None and len(after.text) < 4:
            text, end = f"{text}{speech.stops[end - 1]}{after.text}", after.end
    if not text:
        return None
    return Street(f"#{text}" if kind == "#" else f"{kind} {text}", end, sure=True)


def _abbreviates_number(speech: Speech, place: int) -> bool:
    """ "Apt No. 4"."""
    following = speech.words[place + 1 : place + 2]
    return speech.words[place] == "no" and not speech.stops[place - 1] and following != () and following[0].isdecimal()


def _goes_on(speech: Speech, place: int) -> bool:
    """Whether the "a" there belongs to what is said next."""
    if place + 1 == len(speech.words) or speech.stops[place] or speech.raw[place].isupper():
        return False
    return speech.words[place + 1] not in _AFTER_LETTER


def _floor(speech: Speech, start: int) -> Street | None:
    number = ordinal(speech, start)
    if number is None or speech.words[number.end : number.end + 1] not in (("floor",), ("flr",), ("fl",)):
        return None
    return Street(f"{numbered(number.value)} Floor", number.end + 1, sure=True)


def _named_unit(speech: Speech, start: int) -> Street | None:
    """A unit without a number, where nothing follows of which it may be told: "upstairs the AC is out"."""
    named = _NAMED.at(speech, start) if start < len(speech.words) else None
    if named is None:
        return None
    ends = named.end == len(speech.words) or speech.stops[named.end - 1] not in ("", "-")
    return Street(named.meaning, named.end, sure=True) if ends or speech.words[named.end] in _MAY_FOLLOW else None
