"""Pure. What the moment of a call says: season, holiday week, hours, weekend, on the business's clock."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache

from calllock.contracts.business import BusinessProfile

_MONDAY, _THURSDAY, _SATURDAY = 0, 3, 5


def moment_tags(started_at: datetime, profile: BusinessProfile) -> tuple[str, ...]:
    """The CONTEXT tags that the clock gives, in the taxonomy's order."""
    here = profile.local(started_at)
    claims = {
        "PEAK_SUMMER": here.month in (6, 7, 8),
        "PEAK_WINTER": here.month in (12, 1, 2),
        "HOLIDAY_WEEK": in_holiday_week(here.date()),
        "AFTER_HOURS": not profile.is_open(started_at),
        "WEEKEND": here.weekday() >= _SATURDAY,
    }
    return tuple(tag for tag, holds in claims.items() if holds)


@lru_cache(maxsize=64)
def in_holiday_week(day: date) -> bool:
    """Whether a US federal holiday lies in the week, Monday to Sunday, of `day`."""
    monday = day - timedelta(days=day.weekday())
    return any(monday <= holiday < monday + timedelta(days=7) for holiday in _around(day.year))


def federal_holidays(year: int) -> tuple[date, ...]:
    """The eleven holidays of 5 U.S.C. 6103 in that year, in order."""
    return (
        date(year, 1, 1),
        _nth(year, 1, _MONDAY, 3),
        _nth(year, 2, _MONDAY, 3),
        _nth(year, 6, _MONDAY, 1) - timedelta(days=7),  # the last Monday of May
        date(year, 6, 19),
        date(year, 7, 4),
        _nth(year, 9, _MONDAY, 1),
        _nth(year, 10, _MONDAY, 2),
        date(year, 11, 11),
        _nth(year, 11, _THURSDAY, 4),
        date(year, 12, 25),
    )


def _around(year: int) -> tuple[date, ...]:
    """The holidays of the year and of the next New Year, whose week may begin in this one."""
    return (*federal_holidays(year), date(year + 1, 1, 1))


def _nth(year: int, month: int, weekday: int, number: int) -> date:
    """The `number`-th such weekday of the month, counted from 1."""
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))
