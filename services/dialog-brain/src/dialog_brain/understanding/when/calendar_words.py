"""Pure. The names of the calendar, and what is said of a day."""

from __future__ import annotations

import datetime as dt
from datetime import date, timedelta
from typing import NamedTuple

from dialog_brain.understanding.understood import Part

DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mondays mon",
            "tuesday tuesdays tues tue tuseday tusday teusday",
            "wednesday wednesdays weds wed wensday wendsday wednsday wenesday",
            "thursday thursdays thurs thur thu thrusday thursay",
            "friday fridays fri",
            "saturday saturdays sat saterday satuday",
            "sunday sundays sun",
        )
    )
    for name in names.split()
}
FRIDAY, SATURDAY = 4, 5
SHORT_DAYS = frozenset(["sat", "sun"])
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
    "forenoon": "morning",
    "afternoon": "afternoon",
    "afternoons": "afternoon",
    "evening": "evening",
    "evenings": "evening",
    "afternoonish": "afternoon",
    "night": "night",
    "nighttime": "night",
    "midmorning": "morning",
    "midafternoon": "afternoon",
}


class Day(NamedTuple):
    """A day or a week that was said with the words up to `end`."""

    date: dt.date | None
    week_of: dt.date | None
    part: Part | None
    end: int
    last: dt.date | None = None
    """The last one of several days: "the weekend", "Monday through Wednesday"."""
    without: tuple[dt.date, ...] = ()
    """Days of the week that are not meant: in the first week of a month those before it."""
    in_month: bool = False
    """A month was named, of which the week is only the first."""

    def days(self) -> tuple[dt.date, ...]:
        """Every day of it."""
        first = self.date or self.week_of
        if first is None:
            return ()
        last = self.last or (first + 6 * DAY if self.date is None else first)
        return tuple(first + count * DAY for count in range((last - first).days + 1))


def in_week(day: date, week_of: date | None) -> date:
    """ "Tuesday", said of the week that begins on `week_of`: none before it is meant."""
    return day if week_of is None or day >= week_of else week_of + day.weekday() * DAY


def monday_of(day: date) -> date:
    """The first day of that week."""
    return day - day.weekday() * DAY
