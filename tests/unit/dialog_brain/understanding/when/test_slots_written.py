"""Reading the times that the backend writes."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dialog_brain.understanding.when.slots_written import parse_booked, parse_offer

CHICAGO = ZoneInfo("America/Chicago")
NOW = datetime(2026, 2, 23, 10, 0, tzinfo=CHICAGO)
TUESDAY_AT_ONE = datetime(2026, 2, 24, 13, 0, tzinfo=CHICAGO)
WEDNESDAY_AT_NINE = datetime(2026, 2, 25, 9, 0, tzinfo=CHICAGO)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("Tuesday, February 24 at 1:00 PM", TUESDAY_AT_ONE),
        ("Wednesday, February 25 at 9:00 AM", WEDNESDAY_AT_NINE),
        ("2026-02-25T09:00:00-06:00", WEDNESDAY_AT_NINE),
        ("2026-02-25T15:00:00Z", WEDNESDAY_AT_NINE),
        ("2026-02-25T09:00:00", WEDNESDAY_AT_NINE),
        ("tomorrow at 1 PM", TUESDAY_AT_ONE),
        ("soon", None),
        ("Tuesday", None),
        ("", None),
        ("2026-99-99T99:00:00", None),
    ],
)
def test_a_slot_is_read_as_the_backend_writes_it(text: str, at: datetime | None) -> None:
    assert parse_offer(text, NOW) == at


@pytest.mark.parametrize(
    ("answer", "at"),
    [
        ({"booking_time": "2026-02-25T09:00:00-06:00"}, WEDNESDAY_AT_NINE),
        ({"booking_time": "2026-02-25T09:00:00"}, WEDNESDAY_AT_NINE),
        ({"appointment_date": "Wednesday, February 25", "appointment_time": "9:00 AM"}, WEDNESDAY_AT_NINE),
        ({"appointment_date": "2026-02-25", "appointment_time": "9:00 AM"}, WEDNESDAY_AT_NINE),
        (
            {"appointment_date": "Wednesday, February 25", "appointment_time": "2026-02-25T09:00:00-06:00"},
            WEDNESDAY_AT_NINE,
        ),
        ({"appointment_date": "Wednesday, February 25"}, None),
        ({"booking_time": 17, "appointment_date": None}, None),
        ({}, None),
    ],
)
def test_a_booked_time_is_found_in_every_shape_of_answer(answer: dict[str, object], at: datetime | None) -> None:
    assert parse_booked(answer, NOW) == at
