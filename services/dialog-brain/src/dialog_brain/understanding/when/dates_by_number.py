"""Pure. Days that are named by their number: "March fifth", "the 23rd", "3/5", "2026-03-05"."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from dialog_brain.understanding.language.calendar_words import MONTHS, PARTS
from dialog_brain.understanding.language.numbers import Number, ordinal, small
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.when import times
from dialog_brain.understanding.when.days import Day
from dialog_brain.understanding.when.ordinal_streets import is_street
from dialog_brain.understanding.when.periods import MONTH_AFTER, months_on
from dialog_brain.understanding.when.when_words import AFTER_TIMES

_DOTTED = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}", re.ASCII)
_JUST_PAST = timedelta(days=31)
"""A date that is over no longer than this is a slip of the tongue, and not next year's."""


def hyphened(speech: Speech, place: int, today: date) -> Day | None:
    """ "2026-03-05", "3-5-2026", "3-5-26" and "on 3-15", whose hyphens stand between their words."""
    if speech.stops[place] != "-" or not speech.words[place].isdecimal():
        return None
    parts = speech.words[place : place + (3 if speech.stops[place + 1 : place + 2] == ("-",) else 2)]
    if not all(part.isdecimal() for part in parts):
        return None
    figures = [int(part) for part in parts]
    if len(parts) == 2 and (speech.words[max(0, place - 1) : place] == ("on",) or _no_hours(figures)):
        return Day(_coming(figures[0], figures[1], today, None), None, None, place + 2)
    if len(parts) == 3 and len(parts[0]) == 4:
        return Day(date(*figures), None, None, place + 3)
    year = figures[2] % 100 + 2000 if len(parts) == 3 else 0
    if len(parts) < 3 or not (len(parts[2]) == 4 or year in (today.year, today.year + 1)):
        return None
    month, number = sorted(figures[:2]) if figures[0] > 12 else figures[:2]
    return Day(date(year, month, number), None, None, place + 3)


def _no_hours(figures: list[int]) -> bool:
    """Whether they begin with an hour and go on with what is neither another of the same twelve nor minutes: "3-18"."""
    return figures[0] <= _HALF_DIAL < figures[1] <= _FULL_DIAL


_HALF_DIAL, _FULL_DIAL = 12, 24


def month_day(speech: Speech, place: int, today: date) -> Day | None:
    """ "March fifth", "March the 5th", "the fifth of March", "3/5", "3.5.2026"."""
    words = speech.words
    if words[place] in MONTHS:
        at = place + 2 if words[place + 1 : place + 2] == ("the",) else place + 1
        number = ordinal(speech, at) or small(speech, at)
        if number is None:
            return None
        return _dated(speech, MONTHS[words[place]], number.value, number.end, today)
    if "/" in words[place] or _DOTTED.fullmatch(words[place]):
        figures = [int(part) for part in words[place].replace(".", "/").split("/") if part.isdecimal()]
        if len(figures) == 3 and figures[0] > 31:
            figures = [*figures[1:], figures[0]]
        if len(figures) in (2, 3) and figures[0] > 12 >= figures[1]:
            figures[:2] = figures[1::-1]
        if len(figures) not in (2, 3) or figures[0] > 12:
            return None
        year = (figures[2] % 100 + 2000) if len(figures) == 3 else None
        return Day(_coming(figures[0], figures[1], today, year), None, None, place + 1)
    number = ordinal(speech, place) or small(speech, place)
    if number is None:
        return None
    at = number.end + 1 if words[number.end : number.end + 2] == ("day", "of") else _last_of_days(speech, number.end)
    at = at + 1 if words[at : at + 1] == ("of",) else at
    if at < len(words) and words[at] in MONTHS:
        return _dated(speech, MONTHS[words[at]], number.value, at + 1, today)
    ahead = MONTH_AFTER.get(words[at : at + 2]) if at > number.end else None
    if ahead is None:
        return None
    found = months_on(today, ahead).replace(day=number.value)
    over = found < today and words[at] == "the"
    return Day(months_on(today, 1).replace(day=number.value) if over else found, None, None, at + 2)


def _last_of_days(speech: Speech, end: int) -> int:
    """Behind the other day that shares its month: "the third or fourth of April", "the 23rd to the 26th of May"."""
    words = speech.words
    joined = words[end : end + 1] and words[end] in ("or", "to", "and", "through", "till", "until")
    at = end + 1 if joined else end
    at = at + 1 if joined and words[at : at + 1] == ("the",) else at
    other = ordinal(speech, at) if joined or speech.stops[end - 1] == "-" else None
    return end if other is None else other.end


def _dated(speech: Speech, month: int, number: int, end: int, today: date) -> Day:
    year = _year(speech, end)
    if year is not None and abs(year.value - today.year) <= 2:
        return Day(date(year.value, month, number), None, None, year.end)
    return Day(_coming(month, number, today, None), None, None, end)


def _year(speech: Speech, place: int) -> Number | None:
    """ "2026", "twenty twenty six", "two thousand and twenty six"."""
    words = speech.words
    word = words[place] if place < len(words) else ""
    if word.isdecimal() and len(word) == 4:
        return Number(int(word), place + 1)
    if words[place : place + 2] == ("two", "thousand"):
        rest = small(speech, place + (3 if words[place + 2 : place + 3] == ("and",) else 2))
    else:
        rest = small(speech, place + 1) if word == "twenty" else None
    return Number(2000 + rest.value, rest.end) if rest is not None and rest.value > 9 else None


def _coming(month: int, number: int, today: date, year: int | None) -> date:
    if year is not None:
        return date(year, month, number)
    found = date(today.year, month, number)
    return found if found >= today - _JUST_PAST else date(today.year + 1, month, number)


def day_of_month(speech: Speech, place: int, today: date) -> Day | None:
    """ "the twenty third", "the 23rd": the next such day, counted from today."""
    words = speech.words
    at = place + 1 if words[place : place + 1] == ("the",) else place
    number = ordinal(speech, at)
    if number is None and words[max(0, at - 2) : at] in _BEFORE_BARE_DAYS and at + 1 == len(words):
        number = small(speech, at)
    if number is None and words[max(0, at - 1) : at] == ("on",):
        number = past_noon(speech, at)
    if number is None or not 1 <= number.value <= 31 or _counts_things(speech, number.end):
        return None
    if words[max(0, place - 1) : place] != () and words[place - 1] in MONTHS and not speech.stops[place - 1]:
        return None  # "February thirtieth" is in no month, not in March either
    if at == place and (is_street(speech, at) or (words[max(0, at - 1) : at] == ("on",) and _stands(words, at - 2))):
        return None
    if words[at] == "first" and words[number.end : number.end + 1] == ("available",):
        return None
    if words[at] in ("first", "second") and at == place and words[max(0, place - 1) : place] != ("the",):
        return None
    found = next_such(number.value, today)
    return None if found is None else Day(found, None, None, number.end)


def _stands(words: tuple[str, ...], place: int) -> bool:
    """ "The condo on 5th"."""
    return place >= 0 and words[place] in _STANDING


_STANDING = wordset(
    "house home condo apartment place building office store shop restaurant salon duplex rental property live lives "
    "located over up down out here"
)
_BEFORE_BARE_DAYS = (("on", "the"), ("for", "the"))
_LAST_HOUR = 12


def past_noon(speech: Speech, place: int) -> Number | None:
    """A bare number that is no hour of a clock and is a day of a month: the 15 of "on 15 at eight"."""
    number = small(speech, place)
    return number if number is not None and _LAST_HOUR < number.value <= 31 else None


_AFTER_DAYS = (
    AFTER_TIMES | PARTS.keys() | times.BEGINNINGS | wordset("available open free work suit look looking sound are from")
) - wordset("one of half time")
"""Words that may follow a bare number of a day; before any other word it counts something."""


def _counts_things(speech: Speech, end: int) -> bool:
    """Whether the ordinal that ends there is of something else: "the second floor", "the first freeze"."""
    words = speech.words
    if end >= len(words) or speech.stops[end - 1]:
        return False
    return not (words[end] in _AFTER_DAYS or words[end][0].isdigit())


def next_such(day_of_month: int, today: date) -> date | None:
    """The next day with that number, counted from today."""
    year, month = today.year, today.month
    for _ in range(12):
        if day_of_month <= calendar.monthrange(year, month)[1] and date(year, month, day_of_month) >= today:
            return date(year, month, day_of_month)
        year, month = year + month // 12, month % 12 + 1
    return None
