"""Pure. A day or a week that was said, and how days are counted."""

from __future__ import annotations

import datetime as dt
from datetime import date, timedelta
from typing import NamedTuple

from dialog_brain.understanding.understood import Part

DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)
FRIDAY, SATURDAY = 4, 5


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
