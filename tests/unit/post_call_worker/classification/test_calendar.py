"""Pure. What the clock says, on the business's own."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from post_call_worker.classification.calendar import federal_holidays, in_holiday_week, moment_tags
from tests.unit.post_call_worker.call_logs import PROFILE


def test_the_federal_holidays_of_a_year() -> None:
    assert [day.isoformat() for day in federal_holidays(2026)] == [
        "2026-01-01",
        "2026-01-19",
        "2026-02-16",
        "2026-05-25",
        "2026-06-19",
        "2026-07-04",
        "2026-09-07",
        "2026-10-12",
        "2026-11-11",
        "2026-11-26",
        "2026-12-25",
    ]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 11, 23), True),
        (date(2026, 11, 29), True),
        (date(2026, 11, 30), False),
        (date(2026, 12, 28), True),  # the week of New Year's Day
        (date(2027, 1, 4), False),
        (date(2026, 3, 4), False),
    ],
)
def test_a_week_with_a_holiday_runs_from_monday_to_sunday(day: date, expected: bool) -> None:
    assert in_holiday_week(day) is expected


@pytest.mark.parametrize(
    ("at", "tags"),
    [
        (datetime(2026, 6, 1, 4, 59, tzinfo=UTC), {"AFTER_HOURS", "WEEKEND", "HOLIDAY_WEEK"}),  # still May in Austin
        (datetime(2026, 6, 1, 15, 0, tzinfo=UTC), {"PEAK_SUMMER"}),
        (datetime(2026, 9, 1, 4, 59, tzinfo=UTC), {"PEAK_SUMMER", "AFTER_HOURS"}),
        (datetime(2026, 3, 2, 13, 59, tzinfo=UTC), {"AFTER_HOURS"}),
        (datetime(2026, 3, 2, 14, 0, tzinfo=UTC), set()),
        (datetime(2026, 12, 1, 15, 0, tzinfo=UTC), {"PEAK_WINTER"}),
    ],
)
def test_season_hours_and_weekend_are_those_of_the_business(at: datetime, tags: set[str]) -> None:
    assert set(moment_tags(at, PROFILE)) == tags
