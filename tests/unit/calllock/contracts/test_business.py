from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from yaml import safe_load

from calllock.contracts.business import ProfileError, ServiceArea, parse_profile

RAW: dict[str, Any] = {
    "id": "ace-cooling",
    "name": "ACE Cooling",
    "trade": "heating and cooling",
    "numbers": ["+15125550100"],
    "zone": "America/Chicago",
    "greeting": "Thanks for calling.",
    "hours": {"monday": {"opens": "08:00", "closes": "18:00"}},
    "holidays": ["2026-05-25"],
    "service_area": {"spoken": "the Austin area", "zip_prefixes": ["787"], "zips": ["78610"]},
    "dashboard": {"user_email": "owner@acecooling.example", "service_type": "hvac"},
}


@pytest.mark.parametrize(
    ("field", "value", "named"),
    [
        ("numbers", ["512-555-0100"], "numbers.0"),
        ("numbers", [], "numbers"),
        ("zone", "America/Texas", "zone"),
        ("zone", "../etc", "zone"),
        ("hours", {"monday": {"opens": "18:00", "closes": "08:00"}}, "hours.monday"),
        ("hours", {"monday": {"opens": "08:00", "closes": "08:00"}}, "hours.monday"),
        ("hours", safe_load("monday: {opens: 9:00, closes: 17:30}"), r"hours.monday.opens: .*in quotes"),
        ("hours", safe_load("monday: {opens: 08:00, closes: 18:00}"), r"hours.monday.closes: .*in quotes"),
        ("hours", {"monday": {"opens": "08:00Z", "closes": "18:00Z"}}, "hours.monday.opens"),
        ("hours", {"funday": {"opens": "08:00", "closes": "18:00"}}, "hours.funday"),
        ("service_area", {"spoken": "here"}, "service_area"),
        ("service_area", {"spoken": "here", "zips": ["7870"]}, "service_area.zips"),
        ("dashboard", {"user_email": "nobody", "service_type": "hvac"}, "dashboard.user_email"),
        ("greting", "Hello", "greting"),
        ("id", "ACE Cooling", "id"),
        ("limits", {"silence_s": 0}, "limits.silence_s"),
        ("facts", {"weather": "fine"}, "facts.weather"),
        ("hours", {}, "hours: name at least one day"),
        ("forward_number", "+15125550100", r"forward_number: \+15125550100 is one of the business's own"),
        ("voicemail_number", "+15125550100", r"voicemail_number: \+15125550100 is one of"),
        ("texts", {"leads_to": "+15125550100"}, r"texts\.leads_to: \+15125550100 is one of"),
        ("emergency", {"numbers": ["+15125550190", "+15125550100"]}, r"emergency\.numbers: \+15125550100 is one of"),
        ("emergency", {"numbers": ["+15125550190", "+15125550190"]}, r"emergency\.numbers: the same number twice"),
    ],
)
def test_a_wrong_field_is_named_with_its_file(field: str, value: object, named: str) -> None:
    with pytest.raises(ProfileError, match=rf"^ace\.yaml: {named}") as refusal:
        parse_profile(RAW | {field: value}, "ace.yaml")
    assert "pydantic" not in str(refusal.value)


@pytest.mark.parametrize("raw", [None, [], "text", 3])
def test_a_file_that_holds_no_profile_is_refused(raw: object) -> None:
    with pytest.raises(ProfileError, match=r"^ace\.yaml: file: "):
        parse_profile(raw, "ace.yaml")


def test_all_faults_are_named_at_once() -> None:
    with pytest.raises(ProfileError, match=r"numbers.*; .*zone"):
        parse_profile(RAW | {"numbers": [], "zone": "x"}, "ace.yaml")


@pytest.mark.parametrize(
    ("at", "is_open"),
    [
        (datetime(2026, 3, 2, 14, 0, tzinfo=UTC), True),  # Monday, 8:00 in Chicago
        (datetime(2026, 3, 2, 13, 59, tzinfo=UTC), False),
        (datetime(2026, 3, 3, 0, 0, tzinfo=UTC), False),  # Monday, 18:00
        (datetime(2026, 3, 9, 13, 0, tzinfo=UTC), True),  # Monday, 8:00 in summer time
        (datetime(2026, 3, 3, 16, 0, tzinfo=UTC), False),  # Tuesday
        (datetime(2026, 5, 25, 16, 0, tzinfo=UTC), False),  # a holiday
    ],
)
def test_opening_hours_are_those_of_the_businesss_zone(at: datetime, is_open: bool) -> None:
    profile = parse_profile(RAW, "ace.yaml")

    assert profile.is_open(at) is is_open
    assert profile.promise(at) == (profile.callback.in_hours if is_open else profile.callback.after_hours)


@pytest.mark.parametrize(
    ("minutes", "at", "promised"),
    [
        (60, datetime(2026, 3, 2, 23, 0, tzinfo=UTC), "within the hour"),  # Monday, 17:00 in Chicago, open until 18:00
        (60, datetime(2026, 3, 2, 23, 1, tzinfo=UTC), "when we open in the morning"),
        (60, datetime(2026, 3, 2, 23, 57, tzinfo=UTC), "when we open in the morning"),
        (15, datetime(2026, 3, 2, 23, 45, tzinfo=UTC), "within the hour"),
        (15, datetime(2026, 3, 2, 23, 46, tzinfo=UTC), "when we open in the morning"),
    ],
)
def test_a_call_is_promised_in_hours_only_while_they_last_as_long(minutes: int, at: datetime, promised: str) -> None:
    profile = parse_profile(RAW | {"callback": {"in_hours_minutes": minutes}}, "ace.yaml")

    assert profile.promise(at) == promised


@pytest.mark.parametrize(
    ("opens", "at", "is_open"),
    [
        ("00:00", datetime(2026, 3, 2, 6, 0, tzinfo=UTC), True),  # Monday, midnight in Chicago
        ("00:00", datetime(2026, 3, 3, 5, 59, 59, 999_999, tzinfo=UTC), True),
        ("00:00", datetime(2026, 3, 3, 6, 0, tzinfo=UTC), False),  # Tuesday
        ("17:00", datetime(2026, 3, 3, 5, 59, tzinfo=UTC), True),
        ("17:00", datetime(2026, 3, 2, 22, 59, tzinfo=UTC), False),
    ],
)
def test_a_day_may_be_open_until_midnight(opens: str, at: datetime, is_open: bool) -> None:
    hours = {"monday": {"opens": opens, "closes": "00:00"}}
    assert parse_profile(RAW | {"hours": hours}, "ace.yaml").is_open(at) is is_open


@pytest.mark.parametrize(
    ("zip_code", "covered"),
    [
        ("78745", True),
        ("78610", True),
        ("78611", False),
        ("787", False),
        ("787450", False),
        ("787a5", False),
        ("", False),
        ("\uff17\uff18\uff17\uff14\uff15", False),
    ],
)
def test_a_zip_is_inside_by_prefix_or_by_name(zip_code: str, covered: bool) -> None:
    assert parse_profile(RAW, "ace.yaml").service_area.covers(zip_code) is covered


def test_an_area_of_named_zips_only_covers_no_others() -> None:
    area = ServiceArea(spoken="downtown", zips=frozenset({"78701"}))

    assert area.covers("78701")
    assert not area.covers("78702")


def test_how_a_file_breaks_words_into_lines_means_nothing() -> None:
    """A notice that was heard is found in what was heard, word by word."""
    profile = parse_profile(RAW | {"recording_notice": "This call\nis  recorded.\n"}, "ace.yaml")
    assert profile.greetings() == ("This call is recorded. Thanks for calling.",)
