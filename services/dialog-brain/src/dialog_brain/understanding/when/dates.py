"""Pure. Days as people say them, counted from today on the business's calendar."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date

from dialog_brain.understanding.language.calendar_words import MONTHS, PARTS, SHORT_DAYS, WEEKDAYS
from dialog_brain.understanding.language.numbers import NUMBER_WORDS, quantity, small
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.when.dates_by_number import (
    day_of_month,
    hyphened,
    month_day,
    next_such,
    past_noon,
)
from dialog_brain.understanding.when.days import DAY, FRIDAY, WEEK, Day, monday_of
from dialog_brain.understanding.when.holidays import begins_holiday, holiday
from dialog_brain.understanding.when.periods import (
    EDGES,
    month,
    months_on,
    nth_weekday,
    week,
    week_of_month,
    with_week_shift,
)


def day(speech: Speech, place: int, today: date) -> Day | None:
    """The day that begins with word `place`."""
    words = speech.words
    start = place
    while start < len(words) and words[start] in BEFORE_DAYS and start < place + 2:
        start += 1
    if start >= len(words) or not _begins(words[start]):
        return None
    found = _in_days(speech, start, today) or _beside(speech, start, today) or _simple(speech, start, today)
    return None if found is None else with_week_shift(speech, found, today)


BEFORE_DAYS = frozenset(["on", "the", "for", "say"])
_FIRST_WORDS = (
    wordset(
        "today tonight tomorrow tomorrows tmrw tmr final this same later not last next coming following upcoming in "
        "within after about around roughly day week weekend weekends the"
    )
    | EDGES
    | NUMBER_WORDS
    | WEEKDAYS.keys()
    | MONTHS.keys()
)
BEGINNINGS = _FIRST_WORDS | BEFORE_DAYS
"""The words at which a day may begin, and any that begins with a figure or names a holiday."""


def _begins(word: str) -> bool:
    """Whether any of the grammars can begin with that word: most words begin no day."""
    return word in _FIRST_WORDS or word[0].isdigit() or begins_holiday(word)


def _simple(speech: Speech, place: int, today: date) -> Day | None:
    """A day that is not counted from another one; a date that no calendar has is none."""
    for grammar in _GRAMMARS:
        try:
            found = grammar(speech, place, today)
        except (ValueError, IndexError, OverflowError):
            found = None
        if found is not None:
            return found
    return None


def _relative(speech: Speech, place: int, today: date) -> Day | None:
    words = speech.words
    word, rest = words[place], words[place + 1 : place + 4]
    if word == "today":
        return Day(today, None, None, place + 1)
    if word == "tonight":
        return Day(today, None, "night", place + 1)
    if word in ("tomorrow", "tomorrows", "tmrw", "tmr"):
        return Day(today + DAY, None, None, place + 1)
    if word == "this" and rest[:1] and rest[0] in PARTS:
        return Day(today, None, PARTS[rest[0]], place + 2)
    if word in ("same", "this") and rest[:1] == ("day",):
        return Day(today, None, None, place + 2)
    if word == "later" and rest[:1] == ("today",):
        return Day(today, None, None, place + 2)
    if word == "next" and (rest[:1] == ("weekday",) or rest[:2] in _WORKING_DAY):
        ahead = today + DAY
        while ahead.weekday() > FRIDAY:
            ahead += DAY
        return Day(ahead, None, None, place + (2 if rest[0] == "weekday" else 3))
    return None


_WORKING_DAY = (("business", "day"), ("working", "day"), ("work", "day"), ("week", "day"))


def _weekday(speech: Speech, place: int, today: date) -> Day | None:
    """ "Friday", "this Friday", "next Friday" (of next week), "Friday the sixth"."""
    words = speech.words
    which = words[place] if words[place] in ("this", "next", "coming", "following", "upcoming") else ""
    at = place + 1 if which else place
    if which in ("this", "next") and words[at : at + 1] in (("coming",), ("upcoming",)):
        which, at = "this", at + 1
    number = WEEKDAYS.get(words[at]) if at < len(words) else None
    if number is None or (words[at] in SHORT_DAYS and _may_be_verb(speech, at) and not which):
        return None
    ahead = today + ((number - today.weekday() - 1) % 7 + 1) * DAY
    if which == "next":
        ahead = monday_of(today) + WEEK + number * DAY
    part = PARTS.get(words[at + 1]) if at + 1 < len(words) else None
    dated = _dated_after(speech, at + 1 + (part is not None), today, number)
    if dated is not None and dated.date is not None:
        return dated._replace(part=part)
    return Day(ahead, None, None, at + 1)


def _may_be_verb(speech: Speech, place: int) -> bool:
    """ "It sat there", "in the sun"; not "on sat" or "Sat"."""
    return place > 0 and speech.words[place - 1] != "on" and not speech.raw[place][:1].isupper()


def _dated_after(speech: Speech, place: int, today: date, weekday: int) -> Day | None:
    """The date that follows a weekday; a named month counts more than the weekday, and that more than this month."""
    at = place + 1 if speech.words[place : place + 1] == ("the",) else place
    if at >= len(speech.words):
        return None
    dated = month_day(speech, at, today)
    if dated is not None:
        return dated
    dated = day_of_month(speech, place, today)
    number = small(speech, at) if dated is None and (at > place or past_noon(speech, at)) else None
    if number is not None and number.end == len(speech.words) and 1 <= number.value <= 31:
        dated = Day(next_such(number.value, today), None, None, number.end)
    if dated is None or dated.date is None or dated.date.weekday() == weekday:
        return dated
    later = next_such(dated.date.day, dated.date + DAY)
    return dated._replace(date=later) if later is not None and later.weekday() == weekday else dated


_SIDES = {"after": 1, "following": 1, "before": -1, "of": 0}


def _beside(speech: Speech, place: int, today: date) -> Day | None:
    """ "the day after tomorrow", "the day before Thanksgiving", "the Monday after Easter"."""
    words = speech.words
    weekday = WEEKDAYS.get(words[place])
    side = words[place + 1] if place + 1 < len(words) else ""
    of_week = words[place] == "week" and side != "following"
    if side not in _SIDES or not (weekday is not None or words[place] == "day" or of_week):
        return None
    at = place + 3 if words[place + 2 : place + 3] == ("the",) else place + 2
    if at >= len(words) or (side == "of" and not of_week):
        return None
    bases = (_just_past(speech, at, today) if side in ("after", "following") else None, _simple(speech, at, today))
    for base in bases:
        if base is None or base.date is None:
            continue
        if of_week:
            monday = monday_of(base.date) + _SIDES[side] * WEEK
            if monday >= monday_of(today):
                return Day(None, monday, None, base.end)
            continue
        step = _SIDES[side] * DAY
        found = base.date + step
        while weekday is not None and found.weekday() != weekday:
            found += step
        if found > today or weekday is None:
            return Day(found, None, None, base.end)
    return None


def _just_past(speech: Speech, place: int, today: date) -> Day | None:
    """A day with a name or a number that may be over: "the Monday after Thanksgiving" is said on that Friday too."""
    since = today - WEEK
    try:
        return holiday(speech, place, since) or month_day(speech, place, since) or day_of_month(speech, place, since)
    except (ValueError, IndexError, OverflowError):
        return None


_DAYS_IN = {"day": 1, "days": 1, "week": 7, "weeks": 7, "fortnight": 14, "fortnights": 14}
_ON = (("hence",), ("out",), ("later",))
_WEEKS = _DAYS_IN.keys() - {"day", "days"}
_NAMED_DAYS = frozenset(["today", "tomorrow"])
""" "A week today", "two weeks Friday"."""


def _in_days(speech: Speech, place: int, today: date) -> Day | None:
    """ "in three days", "a week from Friday", "two weeks from now"."""
    words = speech.words
    named = words[place] in ("in", "within", "after")
    at = place + 1 if named else place
    if named and words[at : at + 2] == ("the", "next"):
        at += 2
    if words[place - 1 : place] == ("been",):
        return None
    number = quantity(
        speech, at + 1 if words[at : at + 1] in (("about",), ("around",), ("roughly",), ("like",)) else at
    )
    if number is None or number.end >= len(words):
        return None
    unit, end = words[number.end].removesuffix("'s"), number.end + 1
    if unit in WEEKDAYS and words[end : end + 2] in (("from", "now"), ("from", "today")):
        ahead = (WEEKDAYS[unit] - today.weekday() - 1) % 7 + 1
        return Day(today + ahead * DAY + (number.value - 1) * WEEK, None, None, end + 2)
    if unit in ("month", "months"):
        return _in_months(speech, end, number.value, today, named=named)
    days = _DAYS_IN.get(unit, 0) * number.value
    if not days:
        return None
    if words[end : end + 1] in _ON and (end + 1 == len(words) or words[end + 1] in ("on", "like", "maybe")):
        return Day(today + days * DAY, None, None, end + 1)
    beside = _days_beside(speech, end, days, today, weeks=unit in _WEEKS)
    if beside is not None:
        weekday = WEEKDAYS.get(words[beside.end - 1]) if named and words[end] == "on" else None
        return beside if weekday is None else beside._replace(date=monday_of(today + days * DAY) + weekday * DAY)
    later = words[end : end + 1] == ("time",)
    if words[place] == "after" and end < len(words) and speech.stops[end - 1] in ("", "-"):
        return None  # "after three days of this"
    return Day(today + days * DAY, None, None, end + later) if named or later else None


def _days_beside(speech: Speech, place: int, days: int, today: date, *, weeks: bool) -> Day | None:
    """ "(Three days) from Friday", "(a week) before the fifth", "(two weeks) tomorrow"."""
    words = speech.words
    side = words[place] if place < len(words) else ""
    if side in _BESIDE:
        at = place + 2 if words[place + 1 : place + 2] in (("the",), ("right",), ("a",)) else place + 1
    elif weeks and (side in WEEKDAYS or side in _NAMED_DAYS) and not speech.stops[place - 1]:
        at = place
    else:
        return None
    base = _simple(speech, at, today) if at < len(words) else None
    if words[at : at + 1] == ("now",):
        base = Day(today, None, None, at + 1)
    if base is None or base.date is None:
        return None
    return Day(base.date + (-days if side == "before" else days) * DAY, None, base.part, base.end)


_BESIDE = frozenset(["from", "after", "on", "before"])


def _in_months(speech: Speech, end: int, months: int, today: date, *, named: bool) -> Day | None:
    """ "in a month", "two months from today": the same day of that month, or its last one."""
    counted = 2 * (speech.words[end : end + 2] in (("from", "now"), ("from", "today")))
    counted = counted or speech.words[end : end + 1] == ("hence",)
    if not (named or counted):
        return None
    first = months_on(today, months)
    found = first.replace(day=min(today.day, calendar.monthrange(first.year, first.month)[1]))
    return Day(found, None, None, end + counted)


_GRAMMARS: tuple[Callable[[Speech, int, date], Day | None], ...] = (
    _relative,
    holiday,
    hyphened,
    nth_weekday,
    week_of_month,
    _weekday,
    week,
    month_day,
    month,
    day_of_month,
)
