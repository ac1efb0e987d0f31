"""Pure. How values are said aloud, and how they are written to the business's backend."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from functools import partial
from itertools import groupby

from dialog_brain.understanding.language.words import wordlist
from dialog_brain.understanding.understood import When
from dialog_brain.understanding.when.days import SATURDAY

_HOURS = wordlist("twelve one two three four five six seven eight nine ten eleven")
_MONTHS = wordlist("January February March April May June July August September October November December")
_WEEKDAYS = wordlist("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
_NEAR = timedelta(days=7)
_FAR = timedelta(days=300)


def spoken_time(at: datetime, today: date) -> str:
    """`at`, in the business's zone, as one says it: "Tuesday, February 24 at 2:45 in the afternoon"."""
    return f"{_spoken_date(at.date(), today)} at {spoken_clock(at.time())}"


def spoken_times(moments: Iterable[datetime], today: date) -> str:
    """Moments to choose from, in the business's zone, a day said once: "Monday, March 2 at noon or 2 in the ..."."""
    days = [
        f"{_spoken_date(day, today)} at {_either([spoken_clock(at.time()) for at in same], ' or ')}"
        for day, same in groupby(moments, key=datetime.date)
    ]
    return _either(days, ", or ")


def _either(choices: list[str], last: str) -> str:
    return last.join([", ".join(choices[:-1]), choices[-1]]) if len(choices) > 1 else "".join(choices)


def spoken_clock(at: time) -> str:
    """A time of day without its date: "2:45 in the afternoon", "9 in the morning", "noon"."""
    if (at.hour, at.minute) == (12, 0):
        return "noon"
    hour = at.hour % 12 or 12
    minutes = f":{at.minute:02d}" if at.minute else ""
    return f"{hour}{minutes} {_half(at)}"


_NIGHT_ENDS = 5
"""Before this hour the caller's "tomorrow" may be today."""


def spoken_when(when: When, now: datetime) -> str:
    """A wish as one says it: "tomorrow morning", "Friday after four"; "" when nothing was wished."""
    day = _spoken_day(when, now.date())
    if day == "tomorrow" and now.hour < _NIGHT_ENDS and when.date is not None:
        day = _WEEKDAYS[when.date.weekday()]
    part = str(when.part or "")
    if day == "today" and part:
        day, part = ("tonight", "") if part == "night" else ("this", part)
    bounds = _spoken_bounds(when)
    if part and (when.date is None or day[-1].isdecimal()):
        part = "at night" if part == "night" else f"in the {part}"
    told = " ".join(piece for piece in (day, part, bounds) if piece)
    if when.soonest and not day:
        told = f"as soon as possible, {told}" if told else "as soon as possible"
    first = _first_day(when.week_of, when.not_on) if when.week_of is not None else date.min
    ruled_out = _spoken_ruled_out([day for day in when.not_on if day >= first], now.date())
    if when.date is not None:
        others = [_spoken_day(When(date=other), now.date()) for other in when.or_on]
        return f"{told} rather than {_either(others, ' or ')}" if others else told
    return f"{told} but not {ruled_out}" if told and ruled_out else told


def _spoken_ruled_out(days: Iterable[date], today: date) -> str:
    """Days one after the other are said as one: "Monday through Thursday", those of two weekends as "a weekend"."""
    days = list(days)
    if len(days) > 2 and all(day.weekday() >= SATURDAY for day in days):
        return "on a weekend"
    runs: list[list[date]] = []
    for day in days:
        if runs and day - runs[-1][-1] == timedelta(days=1):
            runs[-1].append(day)
        else:
            runs.append([day])
    named = [[_spoken_day(When(date=day), today) for day in run] for run in runs]
    return " or ".join(f"{run[0]} through {run[-1]}" if len(run) > 2 else " or ".join(run) for run in named)


def backend_phrase(when: When, now: datetime) -> str:
    """A wish without ambiguity, for the backend: "Tuesday, February 24 at 2:45 PM", or "soonest available"."""
    if when.date is not None:
        day = f"{_WEEKDAYS[when.date.weekday()]}, {_MONTHS[when.date.month - 1]} {when.date.day}"
        if when.date.year != now.year:
            day += f", {when.date.year}"
    elif when.week_of is not None:
        first = _first_day(when.week_of, when.not_on)
        day = f"the week of {_WEEKDAYS[first.weekday()]}, {_MONTHS[first.month - 1]} {first.day}"
    else:
        day = ""
    clock = _backend_clock(when)
    if not day:
        return f"first available day {clock}" if clock else "soonest available"
    return f"{day} {clock}".strip()


def spoken_digits(digits: str) -> str:
    """Digits one by one: "7 8 7 4 5"."""
    return " ".join(character for character in digits if character.isalnum())


def spoken_phone(number: str) -> str:
    """Ten digits as people say them: "5 1 2, 5 5 5, 0 1 8 8"."""
    return ", ".join(spoken_digits(part) for part in (number[:3], number[3:6], number[6:]))


def _spoken_date(day: date, today: date) -> str:
    """A date that could be taken for one of this year is said with its own."""
    year = f", {day.year}" if day - today > _FAR else ""
    return f"{_WEEKDAYS[day.weekday()]}, {_MONTHS[day.month - 1]} {day.day}{year}"


def _half(at: time) -> str:
    if at.hour < 12:
        return "in the morning" if at.hour >= 4 else "at night"
    if at.hour < 17:
        return "in the afternoon"
    return "in the evening" if at.hour < 21 else "at night"


def _spoken_day(when: When, today: date) -> str:
    if when.date is None:
        if when.week_of is None:
            return ""
        first = _first_day(when.week_of, when.not_on)
        if when.in_month:
            return f"sometime in {_MONTHS[(when.week_of + timedelta(days=6)).month - 1]}"
        if first != when.week_of:
            return f"the week of {_MONTHS[first.month - 1]} {first.day}"
        ahead = (when.week_of - (today - timedelta(days=today.weekday()))).days // 7
        named = {0: "this weekend" if today.weekday() == SATURDAY else "this week", 1: "next week"}
        return named.get(ahead, f"the week of {_MONTHS[when.week_of.month - 1]} {when.week_of.day}")
    ahead_days = (when.date - today).days
    if ahead_days in (0, 1):
        return "today" if ahead_days == 0 else "tomorrow"
    if timedelta(0) < when.date - today < _NEAR:
        return _WEEKDAYS[when.date.weekday()]
    return _spoken_date(when.date, today)


def _first_day(monday: date, not_on: tuple[date, ...]) -> date:
    """Of a week its Monday, but in the first week of a month the first day that belongs to it."""
    days = (monday + timedelta(days=ahead) for ahead in range(7))
    first = next((day for day in days if day not in not_on), monday)
    return first if first.month != monday.month else monday


def _spoken_bounds(when: When) -> str:
    return _bounds(when, partial(_short, certain=when.time is None or not when.guessed))


def _bounds(when: When, clock: Callable[[time], str]) -> str:
    """The time of day, or what it lies between, with each time as `clock` puts it; empty for none."""
    if when.time is not None:
        return f"at {clock(when.time)}"
    if when.earliest is not None and when.latest is not None:
        return f"between {clock(when.earliest)} and {clock(when.latest)}"
    if when.earliest is not None:
        return f"after {clock(when.earliest)}"
    return "" if when.latest is None else f"before {clock(when.latest)}"


def _short(at: time, *, certain: bool = True) -> str:
    """A time by day in as few words as possible: "four", "2:45", "noon"; with its half where it could be mistaken."""
    if (at.hour, at.minute) == (12, 0):
        return "noon"
    usual = certain and 7 <= at.hour <= 18
    said = _HOURS[at.hour % 12] if not at.minute else f"{at.hour % 12 or 12}:{at.minute:02d}"
    return said if usual else f"{said} {_half(at)}"


def _backend_clock(when: When) -> str:
    bounds = _bounds(when, _meridian)
    if bounds or when.part is None:
        return bounds
    return "at night" if when.part == "night" else f"in the {when.part}"


def _meridian(at: time) -> str:
    return f"{at.hour % 12 or 12}:{at.minute:02d} {'AM' if at.hour < 12 else 'PM'}"
