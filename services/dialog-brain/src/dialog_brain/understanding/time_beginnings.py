"""Pure. At which words something that says a time may begin."""

from __future__ import annotations

from dialog_brain.understanding import dates, hours_ahead, own_hours, times
from dialog_brain.understanding.calendar_words import PARTS
from dialog_brain.understanding.holidays import begins_holiday
from dialog_brain.understanding.when_words import BOUNDS, NAMED_HOURS, SOONEST

_BEGINNINGS = (
    own_hours.BEGINNINGS
    | hours_ahead.BEGINNINGS
    | dates.BEGINNINGS
    | SOONEST.beginnings
    | BOUNDS.beginnings
    | times.BEGINNINGS
    | NAMED_HOURS.beginnings
    | PARTS.keys()
    | {"mid"}
)


def begins_time(word: str) -> bool:
    """Whether any of the grammars can begin with that word: most words begin nothing."""
    return word in _BEGINNINGS or word[0].isdigit() or begins_holiday(word)
