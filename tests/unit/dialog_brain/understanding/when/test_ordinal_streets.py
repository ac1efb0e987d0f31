"""Streets with a number for a name."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from dialog_brain.understanding.understand import understand
from dialog_brain.understanding.understood import Expected

NOW = datetime(2026, 2, 23, 10, 0, tzinfo=ZoneInfo("America/Chicago"))
FIFTH = date(2026, 3, 5)


@pytest.mark.parametrize(
    ("asked", "says", "day"),
    [
        ("address", "500 Lamar at Fifth", None),
        ("address", "I've got a rental over on East Sixth", None),
        ("address", "it's on Fifth", None),
        ("address", "12 Oak Street between Fourth and Fifth", None),
        ("address", "500 Congress off of 5th", None),
        ("address", "my shop is at 2nd and Congress", None),
        ("open", "I've got a place on West 5th with no heat", None),
        ("time", "it's the shop at 5th and Lamar", None),
        ("address", "500 Lamar at Fifth, tomorrow", date(2026, 2, 24)),
        ("address", "12 Oak Street on the fifth", FIFTH),
        ("address", "12 Oak Street on 5th of March", FIFTH),
        ("address", "12 Oak Street and the fifth works best", FIFTH),
        ("address", "on second thought Friday", date(2026, 2, 27)),
        ("time", "on 5th", FIFTH),
        ("time", "Thursday the fifth", FIFTH),
        ("time", "at two on the fifth", FIFTH),
    ],
)
def test_a_street_that_is_named_by_a_number_is_no_day(asked: Expected, says: str, day: date | None) -> None:
    when = understand(says, asked, NOW).when

    assert (when.date if when else None) == day
    assert when is None or when.not_on == ()
