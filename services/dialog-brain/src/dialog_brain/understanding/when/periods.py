"""Pure. Weeks and months as people say them, and days counted in them."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from dialog_brain.understanding.language.calendar_words import MONTHS, WEEKDAYS
from dialog_brain.understanding.language.numbers import Number, ordinal, quantity
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.when.days import DAY, WEEK, Day, monday_of

MONTH_AFTER: dict[tuple[str, ...], int] = {("this", "month"): 0, ("the", "month"): 0, ("next", "month"): 1}
"""How many months on, after "of" or "in"."""
EDGES = wordset("end beginning start middle early late later first mid top")


def _edge(speech: Speech, place: int) -> tuple[str, int]:
    """ "end of the", "early": which part of a week or month, and the words up to there."""
    words = speech.words
    if words[place : place + 2] in (("last", "day"), ("first", "day")):
        at = place + 2
        while at < len(words) and words[at] in ("of", "the", "in"):
            at += 1
        return "end" if words[place] == "last" else "beginning", at
    if words[place : place + 2] == ("last", "of"):
        return "end", place + (3 if words[place + 2 : place + 3] == ("the",) else 2)
    if words[place] not in EDGES:
        return "", place
    at = place + 1
    while at < len(words) and words[at] in ("of", "the", "in", "part", "-", "thing", "half", "on"):
        at += 1
    return words[place], at


def week(speech: Speech, place: int, today: date) -> Day | None:
    """ "next week", "this weekend", "early next week", "the week after next"."""
    words = speech.words
    edge, at = _edge(speech, place)
    which = words[at] if at < len(words) else ""
    if which in ("this", "next", "coming", "following"):
        at += 1
    period = words[at] if at < len(words) else ""
    if period == "week" and words[at + 1 : at + 2] == ("end",) and (speech.stops[at] == "-" or at + 2 == len(words)):
        period, at = "weekend", at + 1
    if period == "week" and words[at + 1 : at + 3] == ("after", "next"):
        return Day(None, monday_of(today) + 2 * WEEK, None, at + 3)
    monday = monday_of(today) + (WEEK if which in ("next", "following") else timedelta())
    if period in ("weekend", "weekends"):
        begun = monday if today == monday + 5 * DAY else None
        return Day(max(monday + 5 * DAY, today), begun, None, at + 1, monday + 6 * DAY)
    if period != "week" or not (edge or at > place):
        return None
    return _part_of_week(edge, monday, today, at + 1)


def week_of_month(speech: Speech, place: int, today: date) -> Day | None:
    """ "the first week of March", "the last week of the month", "the last weekend in May"."""
    words = speech.words
    number = ordinal(speech, place)
    which = -1 if words[place] == "last" else (number.value if number is not None else 0)
    at = place + 1 if number is None else number.end
    weekend = words[at : at + 1] == ("weekend",)
    if (
        not which
        or not (weekend or words[at : at + 1] == ("week",))
        or words[at + 1 : at + 2] not in (("in",), ("of",))
    ):
        return None
    named = words[at + 2] if at + 2 < len(words) else ""
    ahead = MONTH_AFTER.get(words[at + 2 : at + 4])
    if named in MONTHS:
        first, end = date(today.year + (1 if MONTHS[named] < today.month else 0), MONTHS[named], 1), at + 3
    elif ahead is not None:
        first, end = months_on(today, ahead), at + 4
    else:
        return None
    if weekend:
        saturday = weekday_of_month(first, 5, which)
        return Day(saturday, None, None, end, saturday + DAY)
    if which < 0:
        last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
        monday = monday_of(last if last.weekday() >= _WEDNESDAY else last - WEEK)
        return Day(None, max(monday, monday_of(today)), None, end)
    return _week_from(first, which - 1, today, end)


def _week_from(first: date, weeks: int, today: date, end: int) -> Day:
    """That many weeks after the first of a month, which is the first one with most of its working days in it."""
    monday = monday_of(first if first.weekday() <= _WEDNESDAY else first + 6 * DAY) + weeks * WEEK
    before = tuple(monday + count * DAY for count in range((first - monday).days))
    return Day(None, max(monday, monday_of(today)), None, end, without=before)


_WEDNESDAY = 2


def month(speech: Speech, place: int, today: date) -> Day | None:
    """ "the end of the month", "early March", "sometime in April", "next month"."""
    words = speech.words
    edge, at = _edge(speech, place)
    which = words[at] if at < len(words) else ""
    if which in ("this", "next"):
        ahead, named = (1 if which == "next" else 0), words[at + 1 : at + 2] == ("month",)
        on = at + 3 if words[at + 2 : at + 3] == ("on",) else at + 2
        number = ordinal(speech, on + 1 if words[on : on + 1] == ("the",) else on) if named else None
        if number is not None:
            return Day(months_on(today, ahead).replace(day=number.value), None, None, number.end)
        return _part_of_month(edge, months_on(today, ahead), today, at + 2) if named else None
    if which == "month" and edge in ("first", "beginning", "start", "top") and today.day > 1:
        return _part_of_month(edge, months_on(today, 1), today, at + 1)
    if which == "month" and edge:
        return _part_of_month(edge, months_on(today, 0), today, at + 1)
    if which == "year" and edge == "end":
        return Day(date(today.year, 12, 31), None, None, at + 1)
    if which in MONTHS and (edge or words[max(0, place - 1) : place] == ("in",)):
        month = MONTHS[which]
        first = date(today.year + (1 if month < today.month else 0), month, 1)
        return _part_of_month(edge, first, today, at + 1)
    return None


def months_on(today: date, ahead: int) -> date:
    """The first day of the month that lies `ahead` months after this one."""
    return date(today.year + (today.month - 1 + ahead) // 12, (today.month - 1 + ahead) % 12 + 1, 1)


def _part_of_week(edge: str, monday: date, today: date, end: int) -> Day:
    if edge == "end":
        friday = monday + 4 * DAY
        return Day(friday if friday >= today else friday + WEEK, None, None, end)
    if edge in ("middle", "mid"):
        return Day(max(monday + 2 * DAY, today), None, None, end)
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
    return _week_from(first, 0, today, end)._replace(in_month=True)


def nth_weekday(speech: Speech, place: int, today: date) -> Day | None:
    """ "the first Monday in March", "the last Friday of the month"."""
    words = speech.words
    number = ordinal(speech, place)
    which = -1 if words[place] in ("last", "final") else (number.value if number is not None else 0)
    at = place + 1 if number is None else number.end
    weekday = WEEKDAYS.get(words[at]) if at < len(words) else None
    if weekday is None or which == 0 or words[at + 1 : at + 2] not in (("in",), ("of",), ("this",)):
        return None
    at += 2
    if at < len(words) and words[at] in MONTHS:
        first = date(today.year, MONTHS[words[at]], 1)
        found = weekday_of_month(first, weekday, which)
        if found < today:
            found = weekday_of_month(first.replace(year=first.year + 1), weekday, which)
        return Day(found, None, None, at + 1)
    ahead = MONTH_AFTER.get(words[at : at + 2])
    if ahead is None:
        return None
    found = weekday_of_month(months_on(today, ahead), weekday, which)
    return Day(
        found if found >= today else weekday_of_month(months_on(today, ahead + 1), weekday, which), None, None, at + 2
    )


def weekday_of_month(first: date, weekday: int, which: int) -> date:
    """The `which`-th such weekday, from 1, or -1 for the last, of the month that begins on `first`.

    Raises IndexError where the month has no such day.
    """
    begins, length = calendar.monthrange(first.year, first.month)
    days = [day for week in range(5) if (day := 1 + (weekday - begins) % 7 + 7 * week) <= length]
    return first.replace(day=days[which if which < 0 else which - 1])


def with_week_shift(speech: Speech, found: Day, today: date) -> Day:
    """ "Friday week", "Friday after next", "Tuesday of next week"; and the week of a holiday: "Easter week"."""
    words, end = speech.words, found.end
    if found.date is None:
        return found
    following = words[end : end + 1]
    if following == ("week",):
        ahead = words[end - 1] in WEEKDAYS or words[end - 1] in ("today", "tomorrow")
        later = found._replace(date=found.date + WEEK, end=end + 1)
        return later if ahead else Day(None, monday_of(found.date), None, end + 1)
    if following == ("fortnight",) and words[end - 1] in WEEKDAYS:
        return found._replace(date=found.date + 2 * WEEK, end=end + 1)
    if following == ("next",) and end + 1 == len(words):
        return found._replace(date=monday_of(today) + WEEK + found.date.weekday() * DAY, end=end + 1)
    if words[end : end + 4] in (("a", "week", "from", "now"), ("a", "week", "from", "today")):
        return found._replace(date=found.date + WEEK, end=end + 4)
    if words[end : end + 2] in (("after", "this"), ("after", "that")):
        return found._replace(date=found.date + WEEK, end=end + 3)
    if words[end : end + 2] == ("after", "next"):
        return found._replace(date=found.date + WEEK, end=end + 2)
    return _in_that_week(speech, found, monday_of(today) + found.date.weekday() * DAY, today)


def _in_that_week(speech: Speech, found: Day, this_week: date, today: date) -> Day:
    """ "Tuesday of next week", "Tuesday in two weeks"; `this_week`: that day of this week."""
    words, end = speech.words, found.end
    at = end + 1 if words[end : end + 1] in (("of",), ("in",)) else end
    named = words[at : at + 2]
    if named in _NEXT_WEEK or words[at : at + 3] == ("the", "next", "week"):
        return found._replace(date=this_week + WEEK, end=at + (2 if named in _NEXT_WEEK else 3))
    if named == ("the", "week") and words[at + 2 : at + 4] == ("after", "next"):
        return found._replace(date=this_week + 2 * WEEK, end=at + 4)
    if named == ("this", "week"):
        return found._replace(date=max(this_week, today), end=at + 2)
    weeks = _in_weeks(speech, end) if words[end - 1] in WEEKDAYS else None
    return found if weeks is None else found._replace(date=this_week + weeks.value * WEEK, end=weeks.end)


_NEXT_WEEK = (("next", "week"), ("the", "following"))


def _in_weeks(speech: Speech, place: int) -> Number | None:
    """ "Tuesday in two weeks", "Tuesday two weeks from now": how many, and where that ends."""
    words = speech.words
    named = words[place : place + 1] == ("in",)
    number = quantity(speech, place + named)
    end = number.end if number is not None else place
    if number is None or words[end : end + 1] not in (("week",), ("weeks",)):
        return None
    after = words[end + 1 : end + 3] in (("from", "now"), ("from", "today"))
    return Number(number.value, end + 3 if after else end + 1) if named or after else None
