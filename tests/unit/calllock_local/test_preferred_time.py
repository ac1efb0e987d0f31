"""Pure. The preferred time, as the receptionist words it for the backend."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from calllock_local.preferred_time import Wish, read_wish
from dialog_brain.understanding.spoken import backend_phrase
from dialog_brain.understanding.understood import When

TODAY = date(2026, 2, 25)
NOW = datetime(2026, 2, 25, 16, 0, tzinfo=UTC)
TUESDAY = date(2026, 3, 3)
MONDAY = date(2026, 2, 23)


@pytest.mark.parametrize(
    ("when", "wish"),
    [
        (When(soonest=True), Wish()),
        (When(date=TUESDAY), Wish(TUESDAY, TUESDAY)),
        (When(date=TUESDAY, time=time(14, 45)), Wish(TUESDAY, TUESDAY, time(14, 45), time(14, 45))),
        (When(date=TUESDAY, time=time(12, 0)), Wish(TUESDAY, TUESDAY, time(12, 0), time(12, 0))),
        (When(date=TUESDAY, time=time(0, 30)), Wish(TUESDAY, TUESDAY, time(0, 30), time(0, 30))),
        (When(date=TUESDAY, earliest=time(16)), Wish(TUESDAY, TUESDAY, time(16))),
        (When(date=TUESDAY, latest=time(9)), Wish(TUESDAY, TUESDAY, time.min, time(9))),
        (When(date=TUESDAY, earliest=time(9), latest=time(11)), Wish(TUESDAY, TUESDAY, time(9), time(11))),
        (When(date=TUESDAY, part="morning"), Wish(TUESDAY, TUESDAY, time(0), time(11, 59))),
        (When(date=TUESDAY, part="night"), Wish(TUESDAY, TUESDAY, time(18), time(23, 59))),
        (When(part="evening"), Wish(None, None, time(17), time(20, 59))),
        (When(week_of=MONDAY), Wish(MONDAY, date(2026, 3, 1))),
        (When(date=date(2027, 1, 4)), Wish(date(2027, 1, 4), date(2027, 1, 4))),
    ],
)
def test_every_phrase_that_the_receptionist_makes_is_understood(when: When, wish: Wish) -> None:
    assert read_wish(backend_phrase(when, NOW), TODAY) == wish


@pytest.mark.parametrize(
    "phrase",
    [
        *("", "tomorrow at nine", "February 31 at 9:00 AM", "Smarch 3", "May 4 at 25:00 PM", "May 4 at 0:30 AM"),
        *("May 4 at 9:75 AM", "May 4 in the bathroom", "May 4 at 9:00 AM sharp"),
    ],
)
def test_a_phrase_that_is_no_time_is_not_understood(phrase: str) -> None:
    assert read_wish(phrase, TODAY) is None


def test_a_date_without_a_year_is_the_next_one() -> None:
    assert read_wish("February 25", TODAY) == Wish(TODAY, TODAY)
    assert read_wish("January 4", TODAY) == Wish(date(2027, 1, 4), date(2027, 1, 4))
