"""Pure. Parts of the day, and hours that have a name: "mid-morning", "tomorrow a.m.", "end of day", "at lunch"."""

from __future__ import annotations

from typing import Literal

from dialog_brain.understanding.language.calendar_words import PARTS, WEEKDAYS
from dialog_brain.understanding.language.phrases import Found
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.when.bounded_times import named_hour
from dialog_brain.understanding.when.clock import HALVES, Clock
from dialog_brain.understanding.when.days import Day
from dialog_brain.understanding.when.ruled_out_days import ALL, EXCEPT
from dialog_brain.understanding.when.when_words import EDGES_OF_DAYS, NAMED_HOURS, NO_PART, REOPENING
from dialog_brain.understanding.when.wishes import Wish

BEGINNINGS = NAMED_HOURS.beginnings | EDGES_OF_DAYS.beginnings | PARTS.keys() | {"mid", "am", "pm", "a", "p"}


def read_part(view: Speech, place: int, wish: Wish) -> int:
    """Takes the part of the day that begins with a word into the wish; the end of it, or 0."""
    words = view.words
    at = place + 1 if words[place] == "mid" else place
    if wish.reopened and wish.clock is not None and (end := _other_half(view, place, wish.clock, wish)):
        return end
    if at < len(words) and words[at] in PARTS:
        if not _refused(view, place):
            wish.part = wish.part or PARTS[words[at]]
        return at + 1
    half = HALVES.get(words[place:])
    if half is not None and place and (view.stops[place - 1] or words[place - 2 : place] == ("in", "the")):
        wish.part = wish.part or half
        return len(words)
    named = NAMED_HOURS.at(view, place) or _edge_of_day(view, place)
    judged = (
        named is not None and named.meaning in ("late", "opening") and view.words[max(0, place - 1) : place] in _JUDGING
    )
    if named is None or judged or _refused(view, place):
        return 0
    if named.meaning == "opening":
        wish.part = wish.part or "morning"
    elif named.meaning == "closing":
        wish.latest = wish.latest or named_hour(17, named.end)
    elif named.meaning == "no_earlier":
        wish.earliest = wish.earliest or named_hour(_NOT_EARLY, named.end)
    elif named.meaning == "late":
        wish.vague = wish.earliest is None
        wish.earliest = wish.earliest or named_hour(_LATE, named.end)
    else:
        wish.clock = wish.clock or named_hour(12, named.end)._replace(plain=True)
    return named.end


_CORRECTING = REOPENING - {"but"}
_NEAR = 3


def _other_half(view: Speech, place: int, told: Clock, wish: Wish) -> int:
    """ "Six thirty p.m., no, I mean a.m.": the hour stays; the end of it, or 0."""
    corrects = not _CORRECTING.isdisjoint(view.words[max(0, place - _NEAR) : place])
    if told.full_dial or view.words[place - 1] == "i" or not corrects:
        return 0
    for length in (2, 1):
        part = HALVES.get(view.words[place : place + length]) or PARTS.get(view.words[place])
        if part is not None:
            end = place + (1 if view.words[place] in PARTS else length)
            wish.clock, wish.reopened = told._replace(half=None, part=part), False
            return end
    return 0


def _edge_of_day(view: Speech, place: int) -> Found[Literal["opening", "late"]] | None:
    """ "Early Tuesday", "the last appointment on Tuesday", and "Tuesday, late" where that ends a statement."""
    found = EDGES_OF_DAYS.at(view, place)
    if found is None:
        return None
    following = view.words[found.end : found.end + 2]
    if following[:1] and following[0] in _NAMED_DAYS:
        return None if following[1:] and following[1] in PARTS else found
    after = view.words[max(0, place - 1) : place]
    return found if not following and after and after[0] in _NAMED_DAYS else None


_NAMED_DAYS = WEEKDAYS.keys() | {"tomorrow"}
_JUDGING = {
    (word,)
    for word in wordset(
        "too kinda kind of bit little pretty so very quite is getting somewhat that work works working sleep sleeps "
        "stay up run running off home leave leaving out done"
    )
}
""" "Kinda late in the day", "I work late Tuesday" wish nothing."""
_NOT_EARLY = 10
"""From when it is no longer early in the day."""
_LATE = 15
"""From when it is late in the day."""


def with_half(view: Speech, found: Day) -> Day:
    """ "Tomorrow a.m.", where that ends a statement: else "am" is a verb."""
    for length in (1, 2):
        end = found.end + length
        part = HALVES.get(view.words[found.end : end])
        if part is not None and (end == len(view.words) or view.stops[end - 1]):
            return found._replace(part=part, end=end)
    return found


def _refused(view: Speech, place: int) -> bool:
    """ "not in the morning"; and "good morning" is no wish either."""
    for at in range(place - 1, max(-1, place - 4), -1):
        if view.stops[at] not in ("", "-"):
            return False
        any_but = view.words[at] == "but" and not ALL.isdisjoint(view.words[max(0, at - 2) : at])
        if any_but or view.words[at] in NO_PART or view.words[at] in EXCEPT:
            return True
    return False
