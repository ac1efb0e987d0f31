"""Pure. Days as people say them, counted from today on the business's calendar."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from dialog_brain.understanding.numbers import ordinal, quantity, small
from dialog_brain.understanding.understood import Part
from dialog_brain.understanding.words import Speech, wordlist, wordset

_DAY = timedelta(days=1)
_WEEK = timedelta(weeks=1)
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mondays mon",
            "tuesday tuesdays tues tue",
            "wednesday wednesdays weds wed",
            "thursday thursdays thurs thur thu",
            "friday fridays fri",
            "saturday saturdays sat",
            "sunday sundays sun",
        )
    )
    for name in names.split()
}
_SHORT_DAYS = frozenset(["sat", "sun"])
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
PARTS: dict[str, Part] = {
    "morning": "morning",
    "mornings": "morning",
    "afternoon": "afternoon",
    "afternoons": "afternoon",
    "evening": "evening",
    "evenings": "evening",
    "night": "night",
    "nighttime": "night",
}


class Day(NamedTuple):
    """A day or a week that was said with the words up to `end`."""

    date: dt.date | None
    week_of: dt.date | None
    part: Part | None
    end: int


def monday_of(day: date) -> date:
    """The first day of that week."""
    return day - day.weekday() * _DAY


def day(speech: Speech, place: int, today: date) -> Day | None:
    """The day that begins with word `place`."""
    words = speech.words
    start = place
    while start < len(words) and words[start] in ("on", "the", "for", "say") and start < place + 2:
        start += 1
    if start >= len(words):
        return None
    found = _in_days(speech, start, today) or _simple(speech, start, today)
    return None if found is None else _with_week_shift(speech, found, today)


def _simple(speech: Speech, place: int, today: date) -> Day | None:
    """A day that is not counted from another one; a date that no calendar has is none."""
    for grammar in _GRAMMARS:
        try:
            found = grammar(speech, place, today)
        except (ValueError, OverflowError):
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
    if word in ("tomorrow", "tomorrows", "tmrw"):
        return Day(today + _DAY, None, None, place + 1)
    if word == "day" and rest == ("after", "tomorrow", *rest[2:]):
        return Day(today + 2 * _DAY, None, None, place + 3)
    if word == "this" and rest[:1] and rest[0] in PARTS:
        return Day(today, None, PARTS[rest[0]], place + 2)
    if word in ("same", "this") and rest[:1] == ("day",):
        return Day(today, None, None, place + 2)
    if word == "later" and rest[:1] == ("today",):
        return Day(today, None, None, place + 2)
    return None


def _weekday(speech: Speech, place: int, today: date) -> Day | None:
    """ "Friday", "this Friday", "next Friday" (of next week), "Friday the sixth"."""
    words = speech.words
    which = words[place] if words[place] in ("this", "next", "coming", "following", "upcoming") else ""
    at = place + 1 if which else place
    if which in ("this", "next") and words[at : at + 1] in (("coming",), ("upcoming",)):
        which, at = "this", at + 1
    number = WEEKDAYS.get(words[at]) if at < len(words) else None
    if number is None or (words[at] in _SHORT_DAYS and not speech.raw[at][:1].isupper()):
        return None
    ahead = today + ((number - today.weekday() - 1) % 7 + 1) * _DAY
    if which == "next":
        ahead = monday_of(today) + _WEEK + number * _DAY
    dated = _dated_after(speech, at + 1, today)
    if dated is not None and dated.date is not None:
        return dated
    return Day(ahead, None, None, at + 1)


def _dated_after(speech: Speech, place: int, today: date) -> Day | None:
    """The date that follows a weekday; a named month counts more than the weekday."""
    at = place + 1 if speech.words[place : place + 1] == ("the",) else place
    if at >= len(speech.words):
        return None
    return _month_day(speech, at, today) or _day_of_month(speech, place, today)


def _with_week_shift(speech: Speech, found: Day, today: date) -> Day:
    """ "Friday week", "Friday after next", "Tuesday of next week"."""
    words, end = speech.words, found.end
    if found.date is None:
        return found
    if words[end : end + 1] == ("week",):
        return found._replace(date=found.date + _WEEK, end=end + 1)
    if words[end : end + 2] == ("after", "next"):
        return found._replace(date=found.date + _WEEK, end=end + 2)
    at = end + 1 if words[end : end + 1] in (("of",), ("in",)) else end
    if words[at : at + 2] in (("next", "week"), ("the", "following")):
        return found._replace(date=monday_of(today) + _WEEK + found.date.weekday() * _DAY, end=at + 2)
    if words[at : at + 2] == ("this", "week"):
        return found._replace(end=at + 2)
    return found


_EDGES = wordset("end beginning start middle early late later first mid top")


def _edge(speech: Speech, place: int) -> tuple[str, int]:
    """ "end of the", "early": which part of a week or month, and the words up to there."""
    words = speech.words
    if words[place] not in _EDGES:
        return "", place
    at = place + 1
    while at < len(words) and words[at] in ("of", "the", "in", "part", "-", "thing", "half", "on"):
        at += 1
    return words[place], at


def _week(speech: Speech, place: int, today: date) -> Day | None:
    """ "next week", "this weekend", "early next week", "the week after next"."""
    words = speech.words
    edge, at = _edge(speech, place)
    which = words[at] if at < len(words) else ""
    if which in ("this", "next", "coming", "following"):
        at += 1
    period = words[at] if at < len(words) else ""
    if period == "week" and words[at + 1 : at + 3] == ("after", "next"):
        return Day(None, monday_of(today) + 2 * _WEEK, None, at + 3)
    monday = monday_of(today) + (_WEEK if which in ("next", "following") else timedelta())
    if period in ("weekend", "weekends"):
        return Day(max(monday + 5 * _DAY, today), None, None, at + 1)
    if period != "week" or not (edge or at > place):
        return None
    return _part_of_week(edge, monday, today, at + 1)


def _month(speech: Speech, place: int, today: date) -> Day | None:
    """ "the end of the month", "early March", "sometime in April", "next month"."""
    words = speech.words
    edge, at = _edge(speech, place)
    which = words[at] if at < len(words) else ""
    if which in ("this", "next"):
        ahead, named = (1 if which == "next" else 0), words[at + 1 : at + 2] == ("month",)
        return _part_of_month(edge, _months_on(today, ahead), today, at + 2) if named else None
    if which == "month" and edge:
        return _part_of_month(edge, _months_on(today, 0), today, at + 1)
    if which in MONTHS and (edge or words[max(0, place - 1) : place] == ("in",)):
        month = MONTHS[which]
        first = date(today.year + (1 if month < today.month else 0), month, 1)
        return _part_of_month(edge, first, today, at + 1)
    return None


def _months_on(today: date, ahead: int) -> date:
    return date(today.year + (today.month - 1 + ahead) // 12, (today.month - 1 + ahead) % 12 + 1, 1)


def _part_of_week(edge: str, monday: date, today: date, end: int) -> Day:
    if edge == "end":
        return Day(max(monday + 4 * _DAY, today), None, None, end)
    if edge in ("middle", "mid"):
        return Day(max(monday + 2 * _DAY, today), None, None, end)
    if edge in ("beginning", "start", "first", "top") and monday > today:
        return Day(monday, None, None, end)
    return Day(None, monday, None, end)


def _part_of_month(edge: str, first: date, today: date, end: int) -> Day:
    if edge in ("end", "late"):
        return Day(first.replace(day=calendar.monthrange(first.year, first.month)[1]), None, None, end)
    if edge in ("middle", "mid"):
        return Day(max(first.replace(day=15), today), None, None, end)
    if edge:
        return Day(max(first, today), None, None, end)
    return Day(None, max(monday_of(first + 6 * _DAY), monday_of(today)), None, end)


_DAYS_IN = {"day": 1, "days": 1, "week": 7, "weeks": 7, "fortnight": 14}


def _in_days(speech: Speech, place: int, today: date) -> Day | None:
    """ "in three days", "a week from Friday", "two weeks from now"."""
    words = speech.words
    named = words[place] in ("in", "within")
    number = quantity(speech, place + 1 if named else place)
    if number is None or number.end >= len(words):
        return None
    unit = words[number.end]
    days = _DAYS_IN.get(unit, 0) * number.value
    end = number.end + 1
    if not days:
        return None
    if words[end : end + 1] in (("from",), ("after",), ("on",)):
        at = end + 2 if words[end + 1 : end + 2] == ("the",) else end + 1
        base = _simple(speech, at, today) if at < len(words) else None
        if words[end + 1 : end + 2] == ("now",):
            base = Day(today, None, None, end + 2)
        if base is not None and base.date is not None:
            return Day(base.date + days * _DAY, None, base.part, base.end)
        return None
    return Day(today + days * _DAY, None, None, end) if named else None


def _nth_weekday(speech: Speech, place: int, today: date) -> Day | None:
    """ "the first Monday in March", "the last Friday of the month"."""
    words = speech.words
    number = ordinal(speech, place)
    which = -1 if words[place] == "last" else (number.value if number is not None else 0)
    at = place + 1 if number is None else number.end
    weekday = WEEKDAYS.get(words[at]) if at < len(words) else None
    if weekday is None or which == 0 or words[at + 1 : at + 2] not in (("in",), ("of",)):
        return None
    at += 2
    named = next((name for name in words[at : at + 1] if name in MONTHS), "")
    if named:
        end, year, month = at + 1, today.year, MONTHS[named]
    elif words[at : at + 2] in (("the", "month"), ("this", "month")):
        end, year, month = at + 2, today.year, today.month
    elif words[at : at + 2] == ("next", "month"):
        end, year, month = at + 2, today.year + today.month // 12, today.month % 12 + 1
    else:
        return None
    found = _nth(year, month, weekday, which)
    if found < today and named:
        found = _nth(year + 1, month, weekday, which)
    return Day(found, None, None, end)


def _nth(year: int, month: int, weekday: int, which: int) -> date:
    first, length = calendar.monthrange(year, month)
    days = [1 + (weekday - first) % 7 + 7 * week for week in range(5)]
    days = [each for each in days if each <= length]
    return date(year, month, days[which if which < 0 else which - 1])


def _month_day(speech: Speech, place: int, today: date) -> Day | None:
    """ "March fifth", "March the 5th", "the fifth of March", "3/5"."""
    words = speech.words
    if words[place] in MONTHS:
        at = place + 2 if words[place + 1 : place + 2] == ("the",) else place + 1
        number = ordinal(speech, at) or small(speech, at)
        if number is None:
            return None
        return _dated(speech, MONTHS[words[place]], number.value, number.end, today)
    if "/" in words[place]:
        figures = [int(part) for part in words[place].split("/") if part.isdecimal()]
        if len(figures) not in (2, 3) or figures[0] > 12:
            return None
        year = (figures[2] % 100 + 2000) if len(figures) == 3 else None
        return Day(_coming(figures[0], figures[1], today, year), None, None, place + 1)
    number = ordinal(speech, place) or small(speech, place)
    if number is not None and words[number.end : number.end + 1] == ("of",):
        month = MONTHS.get(words[number.end + 1]) if number.end + 1 < len(words) else None
        if month is not None:
            return _dated(speech, month, number.value, number.end + 2, today)
    return None


def _dated(speech: Speech, month: int, number: int, end: int, today: date) -> Day:
    year = speech.words[end] if end < len(speech.words) else ""
    if len(year) == 4 and year.isdecimal() and abs(int(year) - today.year) <= 2:
        return Day(date(int(year), month, number), None, None, end + 1)
    return Day(_coming(month, number, today, None), None, None, end)


def _coming(month: int, number: int, today: date, year: int | None) -> date:
    if year is not None:
        return date(year, month, number)
    found = date(today.year, month, number)
    return found if found >= today else date(today.year + 1, month, number)


def _day_of_month(speech: Speech, place: int, today: date) -> Day | None:
    """ "the twenty third", "the 23rd": the next such day, counted from today."""
    words = speech.words
    at = place + 1 if words[place : place + 1] == ("the",) else place
    number = ordinal(speech, at)
    if number is None or not 1 <= number.value <= 31 or words[number.end : number.end + 1] in _OTHER_THINGS:
        return None
    if words[at] in ("first", "second") and at == place and words[max(0, place - 1) : place] != ("the",):
        return None
    year, month = today.year, today.month
    for _ in range(12):
        if number.value <= calendar.monthrange(year, month)[1]:
            found = date(year, month, number.value)
            if found >= today:
                return Day(found, None, None, number.end)
        year, month = year + month // 12, month % 12 + 1
    return None


_OTHER_THINGS = {
    (word,)
    for word in wordlist(
        "floor one thing available opening street avenue time slot appointment visit unit house door of"
    )
}
_GRAMMARS: tuple[Callable[[Speech, int, date], Day | None], ...] = (
    _relative,
    _nth_weekday,
    _weekday,
    _week,
    _month,
    _month_day,
    _day_of_month,
)
