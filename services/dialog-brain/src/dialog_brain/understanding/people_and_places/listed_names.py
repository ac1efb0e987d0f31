"""Pure. A name among other values, which nothing introduces: "John Smith, 78745, no heat"."""

from __future__ import annotations

from dialog_brain.understanding.language.calendar_words import MONTHS
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.people_and_places.given_names import GIVEN_NAMES
from dialog_brain.understanding.people_and_places.name_words import (
    NEVER,
    PARTICLES,
    POLITE,
    SOFT_NAMES,
    SURNAMES,
    TITLES,
)
from dialog_brain.understanding.people_and_places.names import heard_name
from dialog_brain.understanding.people_and_places.spelling import spelled_letters
from dialog_brain.understanding.people_and_places.street_words import STATES, SURE_TYPES
from dialog_brain.understanding.people_and_places.whole_names import Named

_AFTER_LISTED = wordset(
    "ac air furnace heater heat water toilet sink drain pipe boiler thermostat no at in from here calling and with zip "
    "phone number address my the i on speaking again over"
)
_PLACES = STATES | wordset(
    "carolina hampshire jersey mexico york dakota rhode washington tx city county beach springs heights park north "
    "south east west deere day"
)
"""After a given name these make a place or a firm: "Austin Texas", "Virginia Beach"."""


def listed_name(speech: Speech, told: list[tuple[int, int]], *, alone: bool) -> Named | None:
    """The first given and family name that stands by itself: "John Smith, 78745". `told`: the words of other values.

    `alone`: it may be all that was said; else that could be the one whom the caller wants to speak to.
    """
    words = speech.words
    if GIVEN_NAMES.isdisjoint(words):
        return None
    starts = {0, *(end for _, end in told), *(place + 1 for place, stop in enumerate(speech.stops) if stop == ",")}
    begins = {start for start, _ in told}
    for start in sorted(starts):
        first = start
        while first < len(words) and (words[first] in POLITE or words[first] in TITLES):
            first += 1
        end = _end_of_listed(words, first)
        if end - first < 2 or not _ends_listed(speech, end, begins):
            continue
        if end == len(words) and not (told or alone):
            continue
        if any(start < end and stop > first for start, stop in told):
            continue
        spelled = spelled_letters(speech, end)
        named = heard_name(speech.cut(first, end if spelled is None else spelled.end), asked=True)
        if named is not None:
            return Named(named.text, first, end)
    return None


def _end_of_listed(words: tuple[str, ...], first: int) -> int:
    """Where the name that begins there ends; `first` where there is none."""
    if first >= len(words) or words[first] not in GIVEN_NAMES:
        return first
    sure = words[first] not in SOFT_NAMES and words[first] not in MONTHS
    end = first + 1
    while end < len(words) and end < first + 4 and _continues(words, end, sure=sure):
        end += 1
    return end if end > first + 1 and words[end - 1] not in PARTICLES else first


def _continues(words: tuple[str, ...], place: int, *, sure: bool) -> bool:
    word = words[place]
    if not word[0].isalpha() or word in _PLACES or word in SURE_TYPES or word in MONTHS:
        return False
    following = words[place + 1] if place + 1 < len(words) else ""
    if len(word) == 1 and len(following) < 2:
        return False
    return word in SURNAMES or (sure and (word not in NEVER or word in GIVEN_NAMES))


def _ends_listed(speech: Speech, end: int, begins: set[int]) -> bool:
    if end >= len(speech.words) or end in begins or speech.stops[end - 1] not in ("", "-"):
        return True
    return len(speech.words[end]) == 1 or speech.words[end] in _AFTER_LISTED
