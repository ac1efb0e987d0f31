"""The words that people read."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import get_args
from zoneinfo import ZoneInfo

import pytest

from post_call_worker.console import labels
from post_call_worker.vocabulary import DeliveryStatus, Disposition

AUSTIN = ZoneInfo("America/Chicago")
NOW = datetime(2026, 2, 24, 3, 0, tzinfo=UTC)
"""Monday the 23rd, nine in the evening in Austin."""


def test_every_disposition_has_its_words() -> None:
    assert set(labels.OUTCOMES) == set(get_args(Disposition))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "none"),
        (True, "yes"),
        (["a", 2], "a, 2"),
        ({"zip_code": "78745", "caller_known": False}, "ZIP: 78745, Known caller: no"),
        ({"customerName": "Ann Lee", "recentCalls": [], "alertId": "a1", "address": ""}, "Name: Ann Lee"),
        (
            {"pastAppointments": [{"date": "May 2", "jobId": "j1"}, {"date": "June 3", "issue": "no heat"}, {}]},
            "Earlier visits: Date: May 2; Date: June 3, About: no heat",
        ),
        ("out_of_area", "out of area"),
        ("+15125550142", "(512) 555-0142"),
        ("2026-02-24T09:00:00-06:00", "Tue, Feb 24, 9:00 AM"),
        ("2026-02-99T09:00:00-06:00", "2026-02-99T09:00:00-06:00"),
        ("plain", "plain"),
    ],
)
def test_a_value_is_shown_as_one_reads_it(value: object, text: str) -> None:
    assert labels.shown(value) == text


@pytest.mark.parametrize(
    ("tag", "text"), [("REPAIR_AC", "Repair AC"), ("CO_EVENT", "Carbon monoxide"), ("ACTIVE_LEAK", "Active leak")]
)
def test_a_tag_reads_as_words(tag: str, text: str) -> None:
    assert labels.tag_label(tag) == text


@pytest.mark.parametrize(
    ("e164", "text"),
    [("+15125550142", "(512) 555-0142"), ("+4930901820", "+4930901820"), (None, "Withheld"), ("", "Withheld")],
)
def test_a_number_is_grouped_when_we_know_how(e164: str | None, text: str) -> None:
    assert labels.number(e164) == text


def test_a_day_is_named_in_the_zone_of_the_business() -> None:
    assert labels.day_label(datetime(2026, 2, 23, 7, tzinfo=UTC), NOW, AUSTIN) == "Today"
    assert labels.day_label(datetime(2026, 2, 23, 5, tzinfo=UTC), NOW, AUSTIN) == "Yesterday"
    assert labels.day_label(datetime(2026, 2, 20, 18, tzinfo=UTC), NOW, AUSTIN) == "Friday, February 20"
    assert labels.day_label(datetime(2025, 2, 20, 18, tzinfo=UTC), NOW, AUSTIN) == "Thursday, February 20, 2025"


@pytest.mark.parametrize(("seconds", "text"), [(0, "0:00"), (59.9, "0:59"), (61, "1:01"), (3700, "61:40")])
def test_a_length_is_minutes_and_seconds(seconds: float, text: str) -> None:
    assert labels.span(seconds) == text


@pytest.mark.parametrize(
    ("statuses", "text"),
    [
        (["delivered", "dead"], "Not delivered"),
        (["delivered", "pending"], "Delivering"),
        (["delivered", "discarded"], "Delivered"),
        (["discarded"], "Discarded"),
        (None, "Nothing to deliver"),
    ],
)
def test_the_worst_delivery_is_what_a_call_is_known_by(statuses: list[DeliveryStatus] | None, text: str) -> None:
    assert labels.delivery_state(statuses)[0] == text
