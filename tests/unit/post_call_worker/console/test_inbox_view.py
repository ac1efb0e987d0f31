"""From rows to cards."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from post_call_worker.console.filters import place_of
from post_call_worker.console.inbox_view import BusinessShown, card, inbox_page

ACE = BusinessShown("ACE Cooling", ZoneInfo("America/Chicago"))
AT = datetime(2026, 2, 23, 16, 0, tzinfo=UTC)
ROW: dict[str, Any] = {
    "call_sid": "CA0001",
    "business": "ace-cooling",
    "from_number": "+15125550177",
    "callable_at": "+15125550142",
    "started_at": AT,
    "duration_s": 61.0,
    "disposition": "booked",
    "final_state": "done",
    "booking_status": "confirmed",
    "priority_color": "blue",
    "customer_name": "Jonas Miller",
    "urgency_tier": "routine",
    "seen_at": None,
    "done_at": None,
    "problem": "AC stopped cooling",
    "booking": {"booked_at": "2026-02-24T15:00:00Z", "preferred_time": "tomorrow"},
    "hazard": None,
    "revenue": {"label": "$$", "tier": "standard_repair"},
    "reason": "a repair",
    "deliveries": ["delivered", "delivered"],
}


def test_a_card_says_who_about_what_and_what_became_of_it() -> None:
    shown = card(ROW, ACE)
    assert (shown.title, shown.caller) == ("AC stopped cooling", "Jonas Miller")
    assert shown.number == "(512) 555-0142"
    assert (shown.outcome, shown.promise, shown.at, shown.length) == (
        "Booked",
        "Tue, Feb 24, 9:00 AM",
        "10:00 AM",
        "1:01",
    )
    assert (shown.revenue, shown.revenue_tier, shown.delivery) == ("$$", "standard repair", "Delivered")
    assert shown.unseen
    assert not shown.done


@pytest.mark.parametrize(
    ("change", "title"),
    [
        ({"hazard": "GAS_LEAK"}, "Gas leak"),
        ({"hazard": "UNSPECIFIED"}, "AC stopped cooling"),
        (
            {"problem": None, "disposition": "hung_up", "final_state": "service_area"},
            "Hung up at the step: service area",
        ),
        ({"problem": " ", "disposition": "silent"}, "Nobody spoke"),
    ],
)
def test_the_title_is_the_most_telling_thing_that_is_known(change: dict[str, Any], title: str) -> None:
    assert card({**ROW, **change}, ACE).title == title


def test_a_wish_is_shown_where_nothing_is_booked() -> None:
    assert card({**ROW, "booking": {"preferred_time": "Tuesday at ten"}}, ACE).promise == "Wished for Tuesday at ten"
    assert card({**ROW, "booking": {}}, ACE).promise == ""


def test_a_worth_that_nobody_knows_is_shown_only_for_a_problem() -> None:
    unknown = {"label": "$$?", "tier": "diagnostic"}
    assert card({**ROW, "revenue": unknown}, ACE).revenue == "$$?"
    assert card({**ROW, "revenue": unknown, "problem": None}, ACE).revenue == ""


def test_calls_are_grouped_by_day_and_the_next_page_begins_after_the_last_one_shown() -> None:
    rows = [{**ROW, "call_sid": f"CA{n}", "started_at": AT - timedelta(hours=8 * n)} for n in range(4)]
    page = inbox_page(rows, 3, lambda _: ACE, AT, ACE.zone)
    assert [(day.label, [one.call_sid for one in day.cards]) for day in page.days] == [
        ("Today", ["CA0", "CA1"]),
        ("Yesterday", ["CA2"]),
    ]
    place = place_of(page.next_place)
    assert (place.call_sid, place.started_at) == ("CA2", rows[2]["started_at"])


def test_a_day_that_goes_on_is_not_named_twice_and_the_last_page_leads_nowhere() -> None:
    page = inbox_page([ROW], 3, lambda _: ACE, AT, ACE.zone, after_day="Today")
    assert [day.label for day in page.days] == [""]
    assert page.next_place == ""


def test_calls_of_two_businesses_in_two_zones_stand_under_one_day_in_their_order() -> None:
    midnight = datetime(2026, 2, 24, 6, 0, tzinfo=UTC)
    west = BusinessShown("West Air", ZoneInfo("America/Los_Angeles"))
    rows = [{**ROW, "business": name, "started_at": midnight} for name in ("ace", "west", "ace", "west")]
    page = inbox_page(rows, 9, {"ace": ACE, "west": west}.__getitem__, midnight, ACE.zone)
    assert [(day.label, len(day.cards)) for day in page.days] == [("Today", 4)]
