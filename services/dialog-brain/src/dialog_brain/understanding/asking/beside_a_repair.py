"""Pure. What a caller wants besides the visit that the call is about: a bill looked at, a second visit."""

from __future__ import annotations

from itertools import pairwise

from dialog_brain.understanding.language.phrases import any_of
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.matter.problems import mentions_machine
from dialog_brain.understanding.understood import Also

_BILL = any_of(
    "question|questions|ask|talk|problem|issue|mistake|concern|complaint about|on|with|regarding|over "
    "my|our|the|a|an|your .. bill|bills|invoice|charge|charges|balance|statement",
    "pay|paying|dispute|settle|discuss my|our|the|a|an .. bill|invoice|balance",
)
_ENERGY = wordset("electric electricity energy gas power utility utilities water heating")
""" "A problem with my gas bill" is with another company."""
_BOOKS = wordset("book schedule appointment appointments visit visits booking")
_JOINS = wordset("and plus then")
_DAYS = wordset("monday tuesday wednesday thursday friday saturday sunday today tomorrow")
_FOR = wordset("for on")


def heard_also(speech: Speech) -> Also | None:
    """What a turn that tells of a repair wants besides: "and I have a question about my last bill"."""
    bill = _BILL.first(speech)
    if bill is not None and _ENERGY.isdisjoint(speech.words[bill.start : bill.end]):
        return "the bill"
    return "the other visit" if _two_visits(speech) else None


def _two_visits(speech: Speech) -> bool:
    """ "An AC repair for tomorrow and a furnace check for Friday": two machines, each with a day of its own."""
    words = speech.words
    if _BOOKS.isdisjoint(words):
        return False
    edges = [0, *[place for place, word in enumerate(words) if word in _JOINS], len(words)]
    pieces = [speech.cut(start, end) for start, end in pairwise(edges) if start < end]
    days = {day for piece in pieces if mentions_machine(piece) for day in [_day(piece)] if day}
    return len(days) > 1


def _day(piece: Speech) -> str:
    return next((day for before, day in pairwise(piece.words) if before in _FOR and day in _DAYS), "")
