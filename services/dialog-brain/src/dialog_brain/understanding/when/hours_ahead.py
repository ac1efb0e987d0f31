"""Pure. Moments counted from now: "in two hours", "half an hour from now", "in an hour and a half"."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from dialog_brain.understanding.language.numbers import NUMBER_WORDS, Number, quantity, small
from dialog_brain.understanding.language.words import Speech, wordset

_MINUTES = {"hour": 60, "hours": 60, "hr": 60, "hrs": 60, "minute": 1, "minutes": 1, "min": 1, "mins": 1}
_HALVES = {("half", "an", "hour"): 30, ("half", "hour"): 30, ("a", "half", "hour"): 30, ("half", "a", "hour"): 30}
_ABOUT = wordset("about around roughly like maybe another")
_AT_MOST = {"of": ("of",), "the": ("the", "next"), "less": ("less", "than"), "under": ("under",)}
_COUNTS = NUMBER_WORDS | {"half"}
BEGINNINGS = _COUNTS | _ABOUT | wordset("in within inside less under")
"""The words at which a moment may begin, and any that begins with a figure."""
_AND_A_HALF = ("and", "a", "half")
_SHORTEST = 5
"""In fewer minutes nobody comes: "in a minute" asks us to wait."""
_LONGEST = 48 * 60


class Moment(NamedTuple):
    """A moment that was said with the words up to `end`."""

    at: datetime
    end: int
    at_most: bool
    """ "Within two hours": the moment is the latest one."""


def hours_ahead(speech: Speech, place: int, now: datetime) -> Moment | None:
    """The moment that begins with word `place`, to the minute."""
    words = speech.words
    within = words[place] in ("within", "inside")
    named = within or words[place] == "in"
    start = place + 1 if named else place
    bound = _AT_MOST.get(words[start], ()) if start < len(words) else ()
    if bound and words[start : start + len(bound)] == bound:
        within, start = True, start + len(bound)
    if words[start : start + 1] and words[start] in _ABOUT:
        start += 1
    if start >= len(words) or not (words[start] in _COUNTS or words[start][0].isdigit()):
        return None
    wait = _half_hour(speech, start) or _counted(speech, start)
    if wait is None or not _SHORTEST <= wait.value <= _LONGEST:
        return None
    counted = words[wait.end : wait.end + 2] == ("from", "now")
    if not (named or counted) or words[wait.end : wait.end + 1] in (("before",), ("after",), ("past",)):
        return None
    moment = (now + timedelta(minutes=wait.value)).replace(second=0, microsecond=0)
    return Moment(moment, wait.end + 2 if counted else wait.end, within)


def _half_hour(speech: Speech, place: int) -> Number | None:
    for length in (3, 2):
        minutes = _HALVES.get(speech.words[place : place + length])
        if minutes is not None:
            return Number(minutes, place + length)
    return None


def _counted(speech: Speech, place: int) -> Number | None:
    """ "Two hours", "an hour and a half", "two and a half hours", "an hour and twenty minutes", in minutes."""
    words = speech.words
    number = quantity(speech, place)
    if number is None:
        return None
    half = words[number.end : number.end + 3] == _AND_A_HALF
    at = number.end + 3 if half else number.end
    length = _MINUTES.get(words[at]) if at < len(words) else None
    if length is None:
        return None
    wait, end = number.value * length + (length // 2 if half else 0), at + 1
    end += 2 * (words[end : end + 2] in (("or", "two"), ("or", "so")))
    if words[end : end + 3] == _AND_A_HALF:
        return Number(wait + length // 2, end + 3)
    more = small(speech, end + 1 if words[end : end + 1] == ("and",) else end)
    if more is not None and words[more.end : more.end + 1] and _MINUTES.get(words[more.end]) == 1:
        return Number(wait + more.value, more.end + 1)
    return Number(wait, end)
