"""Pure. Where in a statement the wish is: "tomorrow I'm on site, so Wednesday", "Monday's bad, Tuesday"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from dialog_brain.understanding.language.calendar_words import WEEKDAYS
from dialog_brain.understanding.language.clauses import Clause
from dialog_brain.understanding.language.phrases import any_of
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.when.dates import day
from dialog_brain.understanding.when.times import clock
from dialog_brain.understanding.when.when_words import DECLINED

_LEADING = wordset(
    "so do make let us let's say how about maybe better go with put me down for i guess we then it is come try just "
    "that leaves on probably what at around about schedule book give need want rather like would can could you prefer"
)
_GOING_ON = wordset("i we he she they my our it you")
""" "So Friday I can rest" tells what for."""


def concludes(speech: Speech, clause: Clause, now: datetime) -> bool:
    """Whether the statement begins with "so" and goes on with the day or the time that is wished for."""
    words, place = speech.words, clause.start + 1
    if words[clause.start] != "so":
        return False
    while place < clause.end and words[place] in _LEADING:
        place += 1
    found = (day(speech, place, now.date()) or clock(speech, place)) if place < clause.end else None
    return found is not None and _GOING_ON.isdisjoint(words[found.end : found.end + 1])


_NAMED_DAYS = WEEKDAYS.keys() | {"today", "tomorrow"}
_JOINED = wordset("and or nor not on by until till for to before after through next this last every")
_IS_NOT = (("is", "not"), ("are", "not"), ("does", "not"))
_PRAISE = wordset("good fine better best okay great perfect works")
_ALSO = wordset("either too also neither nor or and")


def other_days(speech: Speech, start: int, end: int) -> Iterator[int]:
    """Where another day begins in the same breath: "Monday's no good, Tuesday", "Tuesday's better, Monday's bad"."""
    yield from sorted({*_behind_declined(speech, start, end), *_behind_praised(speech, start, end)})


def _behind_declined(speech: Speech, start: int, end: int) -> Iterator[int]:
    words = speech.words
    for declined in DECLINED.all(speech, start, end):
        if _NAMED_DAYS.isdisjoint(words[start : declined.start]):
            continue
        other = next((place for place in range(declined.end, end) if words[place] in _NAMED_DAYS), end)
        if other < end and words[other - 1] not in _JOINED and _ALSO.isdisjoint(words[other + 1 : other + 2]):
            yield other
            start = other


def only_denied(speech: Speech, clause: Clause) -> bool:
    """ "Friday's not", behind "Thursday's fine, but"."""
    said = speech.words[clause.start : clause.end]
    return said[-2:] in _IS_NOT and not _NAMED_DAYS.isdisjoint(said)


def _behind_praised(speech: Speech, start: int, end: int) -> Iterator[int]:
    words = speech.words
    ends = [declined.end for declined in DECLINED.all(speech, start, end)]
    for declined in (*ends, *([end] if words[end - 2 : end] in _IS_NOT else ())):
        days = [place for place in range(start, declined) if words[place] in _NAMED_DAYS]
        if len(days) > 1 and not _PRAISE.isdisjoint(words[days[-2] + 1 : days[-1]]):
            yield days[-1]
            start = days[-1]


_DONE_BY = any_of(
    "if|as_long_as|assuming|provided he|she|it|they|you|y'all|you_guys|tech|technician|guy ... "
    "done|finished|out|gone|through|over by|before|at"
)


def without_its_end(speech: Speech, said: list[Clause]) -> list[Clause]:
    """The statements without a condition on when a visit ends: "I could do that if he's done by five"."""
    return said if _DONE_BY.absent(speech) else [rest for each in said for rest in _around_its_end(speech, each)]


def _around_its_end(speech: Speech, clause: Clause) -> Iterator[Clause]:
    found = _DONE_BY.first(speech, clause.start, clause.end)
    if found is None:
        yield clause
        return
    told = clock(speech, found.end) if found.end < clause.end else None
    for rest in (Clause(clause.start, found.start), Clause(found.end if told is None else told.end, clause.end)):
        if rest.start < rest.end:
            yield rest
