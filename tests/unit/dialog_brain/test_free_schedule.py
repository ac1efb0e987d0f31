"""The schedule of a scripted call."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.free_schedule import answer_of_a_free_schedule
from dialog_brain.script import Script
from dialog_brain.understanding.understood import When
from tests.unit.dialog_brain.flow.calls import PROFILES
from tests.unit.dialog_brain.in_one_state import in_state

SATURDAY = datetime(2026, 11, 28, 16, 0, tzinfo=UTC)
"""Ten in the morning in Austin; the office closes at two."""


def answer(wish: When | None) -> dict[str, Any]:
    profile = PROFILES.by_id("ace-cooling")
    assert profile is not None
    call = in_state(RECEPTIONIST, profile, "confirm", Script(name="a call", now=SATURDAY)).call
    return answer_of_a_free_schedule(call._replace(when=wish))


@pytest.mark.parametrize(
    ("wish", "booked"),
    [
        (None, "2026-11-30T09:00"),
        (When(soonest=True, not_on=(date(2026, 11, 30),)), "2026-12-01T09:00"),
        (When(time=time(10)), "2026-11-30T10:00"),
        (When(date=date(2026, 11, 30), latest=time(9)), "2026-11-30T08:00"),
        (When(date=date(2026, 11, 30), earliest=time(14, 30), latest=time(15)), "2026-11-30T14:30"),
        (When(date=date(2026, 12, 2), part="afternoon"), "2026-12-02T12:00"),
        (When(date=date(2026, 11, 28)), "2026-11-28T12:00"),
        (When(week_of=date(2026, 12, 7), not_on=(date(2026, 12, 7),)), "2026-12-08T09:00"),
    ],
)
def test_the_first_moment_in_the_hours_that_fits_a_wish_is_booked(wish: When | None, booked: str) -> None:
    assert answer(wish) == {"booked": True, "booking_time": f"{booked}:00-06:00"}


@pytest.mark.parametrize(
    ("wish", "nearest"),
    [
        (When(date=date(2026, 11, 29), time=time(10)), ["2026-11-28T12:00", "2026-11-28T13:00", "2026-11-30T08:00"]),
        (When(date=date(2026, 12, 1), time=time(19)), ["2026-12-01T15:00", "2026-12-01T16:00", "2026-12-01T17:00"]),
        (When(date=date(2026, 12, 25), time=time(9)), ["2026-12-24T15:00", "2026-12-24T16:00", "2026-12-24T17:00"]),
        (
            When(part="night", not_on=(date(2026, 11, 28), date(2026, 11, 30))),
            ["2026-12-01T08:00", "2026-12-01T09:00", "2026-12-01T10:00"],
        ),
    ],
)
def test_out_of_hours_the_nearest_free_moments_are_offered(wish: When, nearest: list[str]) -> None:
    slots = [f"{moment}:00-06:00" for moment in nearest]
    assert answer(wish) == {"booked": False, "available_slots": slots}
