"""Pure. Parts of weeks, as they are meant on the day on which they are said."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from dialog_brain.understanding.spoken import spoken_when
from dialog_brain.understanding.understand import understand


@pytest.mark.parametrize(
    ("said_on", "meant"), [(25, date(2026, 2, 27)), (27, date(2026, 2, 27)), (28, date(2026, 3, 6))]
)
def test_the_end_of_the_week_is_a_friday_that_is_still_to_come(said_on: int, meant: date) -> None:
    now = datetime(2026, 2, said_on, 10, tzinfo=ZoneInfo("America/Chicago"))
    when = understand("the end of the week", "time", now).when
    assert when is not None
    assert when.date == meant


@pytest.mark.parametrize(
    ("says", "said"),
    [
        ("this weekend", "this weekend"),
        ("weekends only", "this weekend"),
        ("after the weekend", "Monday"),
        ("next weekend", "Saturday, December 5"),
        ("any day this week except Tuesday", "next week but not Tuesday"),
        ("next month", "sometime in December"),
        ("the first week of December", "the week of December 1"),
        ("any day but the weekend", "as soon as possible but not today or tomorrow"),
    ],
)
def test_on_a_saturday_weeks_are_told_as_they_are_meant(says: str, said: str) -> None:
    now = datetime(2026, 11, 28, 10, tzinfo=ZoneInfo("America/Chicago"))
    when = understand(says, "time", now).when
    assert when is not None
    assert spoken_when(when, now) == said
