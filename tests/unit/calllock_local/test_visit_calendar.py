"""Pure. The stand-in's calendar."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from calllock.contracts.business import BusinessProfile
from calllock.runtime.profiles import load_profiles
from calllock_local.preferred_time import read_wish
from calllock_local.visit_calendar import Calendar, spoken_date, spoken_time

NOW = datetime(2026, 2, 23, 16, 0, tzinfo=UTC)  # Monday, ten in the morning in Austin
TODAY = NOW.date()
BUSINESSES = Path(__file__).parents[3] / "deploy/businesses"


@pytest.fixture
def profile() -> BusinessProfile:
    found = load_profiles(BUSINESSES).by_id("ace-cooling")
    assert found
    return found


def _found(calendar: Calendar, phrase: str) -> str | None:
    wish = read_wish(phrase, TODAY)
    assert wish is not None, phrase
    moment = calendar.find(wish, NOW)
    return moment.isoformat() if moment else None


@pytest.mark.parametrize(
    ("phrase", "moment"),
    [
        ("Tuesday, February 24 at 2:45 PM", "2026-02-24T14:45:00-06:00"),
        ("Tuesday, February 24 at 12:15 PM", "2026-02-24T12:15:00-06:00"),
        ("February 24 at 9:00 am", "2026-02-24T09:00:00-06:00"),
        ("Tuesday, February 24", "2026-02-24T08:00:00-06:00"),
        ("Tuesday, February 24 in the afternoon", "2026-02-24T12:00:00-06:00"),
        ("soonest available", "2026-02-23T11:00:00-06:00"),
        ("Tuesday, February 24 after 3:00 PM", "2026-02-24T15:00:00-06:00"),
        ("Tuesday, February 24 before 9:00 AM", "2026-02-24T08:00:00-06:00"),
        ("Tuesday, February 24 between 1:00 PM and 3:00 PM", "2026-02-24T13:00:00-06:00"),
        ("the week of Monday, March 2 in the afternoon", "2026-03-02T12:00:00-06:00"),
        ("first available day at 10:30 AM", "2026-02-24T10:30:00-06:00"),
        ("first available day in the afternoon", "2026-02-23T12:00:00-06:00"),
        ("Monday, January 4 at 9:00 AM", "2027-01-04T09:00:00-06:00"),
    ],
)
def test_a_phrase_of_the_receptionist_finds_its_moment(profile: BusinessProfile, phrase: str, moment: str) -> None:
    assert _found(Calendar(profile), phrase) == moment


@pytest.mark.parametrize(
    "phrase",
    [
        "Tuesday, February 24 at 7:45 AM",  # before opening
        "Tuesday, February 24 at 5:30 PM",  # no time left for the work
        "Sunday, March 1 at 10:00 AM",  # closed
        "Monday, February 23 at 10:30 AM",  # too soon
        "Monday, May 25 at 10:00 AM",  # a holiday
        "the week of Monday, February 23 at night",
        "Tuesday, February 24 before 7:00 AM",
        "Tuesday, February 24 before 8:00 AM",  # no visit before eight begins at eight
    ],
)
def test_a_time_at_which_nobody_can_come_is_not_found(profile: BusinessProfile, phrase: str) -> None:
    assert _found(Calendar(profile), phrase) is None


def test_a_booked_slot_is_taken_for_as_long_as_the_visit_lasts(profile: BusinessProfile) -> None:
    calendar = Calendar(profile)
    wish = read_wish("Tuesday, February 24 at 9:00 AM", TODAY)
    assert wish
    moment = calendar.find(wish, NOW)
    assert moment
    calendar.book("+15125550142", moment)

    assert _found(calendar, "Tuesday, February 24 at 9:00 AM") is None
    assert _found(calendar, "Tuesday, February 24 at 10:45 AM") is None
    assert _found(calendar, "Tuesday, February 24 at 11:00 AM") == "2026-02-24T11:00:00-06:00"
    assert [f"{spoken_date(m)} at {spoken_time(m)}" for m in calendar.offers(wish, NOW)] == [
        "Tuesday, February 24 at 11:00 AM",
        "Tuesday, February 24 at 12:00 PM",
        "Tuesday, February 24 at 1:00 PM",
    ]


def test_a_day_fills_up(profile: BusinessProfile) -> None:
    calendar = Calendar(profile)
    booked = []
    while (moment := _found(calendar, "Tuesday, February 24")) is not None:
        calendar.book("+15125550142", datetime.fromisoformat(moment))
        booked.append(moment[11:16])
    assert booked == ["08:00", "10:00", "12:00", "14:00", "16:00"]


def test_only_a_coming_visit_is_the_next_one(profile: BusinessProfile) -> None:
    calendar = Calendar(profile)
    past, first, second = (datetime(2026, 2, day, 16, 0, tzinfo=UTC) for day in (20, 24, 25))
    for moment in (second, past, first):
        calendar.book("+15125550142", moment)
    visit = calendar.next_visit("+15125550142", NOW)
    assert visit
    assert visit.starts_at == first
    assert calendar.next_visit("+15125550143", NOW) is None
