"""Pure. Units that are told apart from their street: "12 Oak Street, it's the Oaks complex, unit 14"."""

from __future__ import annotations

from dialog_brain.understanding.language.phrases import Phrases, any_of
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.people_and_places.house_numbers import house_number
from dialog_brain.understanding.people_and_places.units import unit_at

_HOMES = wordset("apartment apt suite ste")
"""Of these there is no other kind, unlike "unit", which may be a machine, and "number"."""
_COMPLEXES = wordset(
    "complex building tower apartments condos condo condominiums lofts townhouse townhome townhomes duplex fourplex "
    "triplex mall plaza center in is back texas tx"
)
"""Right behind these a "unit" or a "number" is one of them."""
_DENIALS = wordset("not no or neither without another other next neighbor's neighbors")
_OTHERS = wordset("key keys office manager manager's neighbor landlord super leasing")
""" "Get the key at apartment 3"."""
_NEAR, _FAR = 2, 6
_FURTHEST = 14
"""Words behind the street among which its unit may begin."""
_MAY_FOLLOW = wordset("and please thanks thank in at on zip the gate it with but so off near by my i we that")
_LIVES_IN = any_of("i|we am|are|live in number?")
_SIDES: Phrases[str] = Phrases(
    {
        "Left Side": ["the left hand? side|half|unit|door|one?", "left hand? side|half|unit|door"],
        "Right Side": ["the right hand? side|half|unit|door|one?", "right hand? side|half|unit|door"],
        "Front": ["front side|half|unit|one"],
        "Back": ["back side|half|unit|one"],
        "Side A": ["side|unit|half a"],
        "Side B": ["side|unit|half b"],
    }
)
_SHARED = wordset("duplex triplex fourplex")
_LONGEST = 4
"""Figures of a unit's number."""


def later_unit(speech: Speech, end: int) -> str:
    """The unit that is told in the words behind `end`, where a street ends, with a space before it, or ""."""
    for place in range(end, min(end + _FURTHEST, len(speech.words))):
        denied = not _DENIALS.isdisjoint(speech.words[max(end, place - _NEAR) : place])
        if not denied and _OTHERS.isdisjoint(speech.words[max(end, place - _FAR) : place]):
            found = _unit_of_homes(speech, place) or _where_one_lives(speech, place)
            if found:
                return f" {found}"
    if _SHARED.isdisjoint(speech.words[end:]):
        return ""
    side = _SIDES.first(speech, end)
    return f" {side.meaning}" if side is not None and _ends(speech, side.end) else ""


def _unit_of_homes(speech: Speech, place: int) -> str:
    """ "Apartment 6", and "unit 6" or "number 6" at the beginning of a clause or behind a building."""
    word, before = speech.words[place], speech.words[max(0, place - 1) : place]
    begins = place > 0 and speech.stops[place - 1] not in ("", "-")
    begins = begins or not _COMPLEXES.isdisjoint(before) or _is_zip(before)
    told = word in _HOMES or (word in ("unit", "number") and begins)
    unit = unit_at(speech, place) if told else None
    return unit.text if unit is not None and _ends(speech, unit.end) else ""


def _is_zip(words: tuple[str, ...]) -> bool:
    return bool(words) and words[0].isdecimal() and len(words[0]) > _LONGEST


def _where_one_lives(speech: Speech, place: int) -> str:
    """ "I'm in 305"."""
    lives = _LIVES_IN.at(speech, place)
    number = house_number(speech, lives.end) if lives is not None and lives.end < len(speech.words) else None
    if number is None or len(number.text) > _LONGEST:
        return ""
    return f"#{number.text}" if number.end == len(speech.words) or speech.stops[number.end - 1] else ""


def _ends(speech: Speech, end: int) -> bool:
    """Whether nothing follows of which the number may be told: "unit 5 years old"."""
    return end == len(speech.words) or speech.stops[end - 1] not in ("", "-") or speech.words[end] in _MAY_FOLLOW
