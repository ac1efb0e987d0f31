"""Whether a wish is for one of the times that are offered."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from dialog_brain.understanding.language.words import hear
from dialog_brain.understanding.understood import When
from dialog_brain.understanding.when.offers_fitting import fits, of_its_week

WEDNESDAY_AT_TEN = datetime(2026, 2, 25, 10, tzinfo=UTC)
A_WEEK_LATER = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("when", "fitting"),
    [
        (When(date=date(2026, 2, 25)), True),
        (When(date=A_WEEK_LATER), False),
        (When(date=A_WEEK_LATER, by_weekday=True), True),
        (When(time=time(22)), True),  # said "at ten", and taken for the other half of the day
        (When(time=time(11)), False),
        (When(part="afternoon"), False),
        (When(earliest=time(9), latest=time(11)), True),
        (When(soonest=True, not_on=(date(2026, 2, 25),)), False),
    ],
)
def test_a_wish_fits_an_offer_where_nothing_of_it_differs(when: When, fitting: bool) -> None:
    assert fits(when, WEDNESDAY_AT_TEN) is fitting


def test_a_weekday_of_another_week_is_not_that_of_any_week() -> None:
    named = When(date=A_WEEK_LATER, by_weekday=True)

    assert fits(of_its_week(named, hear("Wednesday please")), WEDNESDAY_AT_TEN)
    assert not fits(of_its_week(named, hear("the following Wednesday")), WEDNESDAY_AT_TEN)
