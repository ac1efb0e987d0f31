"""Pure. Parts of weeks, as they are meant on the day on which they are said."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from dialog_brain.understanding.understand import understand


@pytest.mark.parametrize(
    ("said_on", "meant"), [(25, date(2026, 2, 27)), (27, date(2026, 2, 27)), (28, date(2026, 3, 6))]
)
def test_the_end_of_the_week_is_a_friday_that_is_still_to_come(said_on: int, meant: date) -> None:
    now = datetime(2026, 2, said_on, 10, tzinfo=ZoneInfo("America/Chicago"))
    when = understand("the end of the week", "time", now).when
    assert when is not None
    assert when.date == meant
