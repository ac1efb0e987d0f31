"""Pure. Days that only tell by when it is to be done: "before my in-laws get here Saturday"."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from dialog_brain.understanding.language.phrases import any_of
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.when.dates import day
from dialog_brain.understanding.when.days import Day
from dialog_brain.understanding.when.times import clock
from dialog_brain.understanding.when.wishes import Wish

_BEGINS = any_of(
    "any_time|anytime|some_time|sometime? before my|our|his|her|their|the|a|i|we|he|she|they|it|closing|company|guests",
    "by the_time i|we|he|she|they|it|my|our|his|her|their|the|company|guests",
)
_DENIALS = wordset("not no never nothing")
""" "Not before my surgery on Friday" is no deadline."""
_FAR = 7
"""Words of what happens on that day."""
_NO_EVENT = wordset("end beginning start middle week weekend month day first next last morning afternoon evening")
_LEADING = wordset("on the this of")
_EVENTS = ("closing", "company", "guests")


class Deadline(NamedTuple):
    """The words from `start` up to `end` tell by when it is to be done: before that `day`, where one is named."""

    start: int
    end: int
    day: date | None


def told_deadlines(speech: Speech, today: date) -> list[Deadline]:
    """The deadlines of a turn; where an hour is told too, it is one of that day and none of these."""
    return [
        Deadline(found.start, event.end, event.date)
        for found in _BEGINS.all(speech)
        if _DENIALS.isdisjoint(speech.words[max(0, found.start - 2) : found.start])
        and (event := _day_of_event(speech, found.end, today)) is not None
    ]


def to_be_done_by(due: list[Deadline], wish: Wish) -> None:
    """Takes deadlines into a wish: when nothing else is wished, it is to be done as soon as possible."""
    if due and not wish.has_any():
        wish.soonest = True
    wish.not_on += tuple(each.day for each in due if each.day is not None)


def _day_of_event(speech: Speech, place: int, today: date) -> Day | None:
    """The day on which happens what is told from `place` on."""
    begins = place - (speech.words[place - 1] in _EVENTS)
    for at in range(begins + 1, min(begins + _FAR, len(speech.words))):
        if speech.stops[at - 1] not in ("", "-") or speech.words[at - 1] in _NO_EVENT or clock(speech, at) is not None:
            return None
        found = None if speech.words[at] in _LEADING else day(speech, at, today)
        if found is not None:
            hours = any(clock(speech, after) for after in range(found.end, min(found.end + 2, len(speech.words))))
            return None if hours else found
    return None
