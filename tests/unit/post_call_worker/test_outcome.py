"""Pure. How calls end."""

from __future__ import annotations

from typing import Any

import pytest

from post_call_worker.outcome import booking_status, disposition, end_reason, urgency_tier
from post_call_worker.vocabulary import State
from tests.unit.post_call_worker.acceptance_cases import cases


@pytest.mark.parametrize("case", cases("end_reason"), ids=str)
def test_every_final_state_has_its_reason(case: dict[str, Any]) -> None:
    assert end_reason(case["state"], case.get("fields", {})) == case["reason"]


@pytest.mark.parametrize("case", cases("booking_status"), ids=str)
def test_an_appointment_was_made_or_tried_or_never_asked_for(case: dict[str, Any]) -> None:
    assert booking_status(case.get("state", "done"), case.get("fields", {})) == case["status"]


@pytest.mark.parametrize(
    ("state", "slots", "words", "expected"),
    [
        ("done", {"booking_confirmed": True}, True, "booked"),
        ("done", {"booking_confirmed": True, "end_reason_hint": "rescheduled"}, True, "rescheduled"),
        ("callback", {"booking_attempted": True}, True, "booking_failed"),
        ("callback", {"callback_type": "vendor"}, True, "not_a_customer"),
        ("callback", {"callback_type": "wrong_number"}, True, "wrong_number"),
        ("callback", {"callback_type": "out_of_area"}, True, "out_of_area"),
        ("callback", {"lead_type": "high_ticket", "caller_confirmed": True}, True, "sales_lead"),
        ("callback", {"end_reason_hint": "cancelled"}, True, "cancelled"),
        ("callback", {"callback_type": "service"}, True, "callback"),
        ("callback", {"callback_type": "none"}, False, "silent"),
        ("callback", {"callback_type": "general", "callback_created": True}, False, "callback"),
        ("callback", {"callback_type": ["general"], "end_reason_hint": {}, "urgency_tier": []}, True, "callback"),
        ("discovery", {}, True, "hung_up"),
        ("welcome", {}, False, "silent"),
        ("safety_exit", {"booking_attempted": True}, True, "emergency"),
    ],
)
def test_the_business_can_tell_one_ending_from_another(
    state: State, slots: dict[str, Any], words: bool, expected: str
) -> None:
    assert disposition(state, slots, heard_words=words) == expected


def test_a_call_that_a_person_took_is_handed_over_and_completed_but_a_danger_stays_one() -> None:
    assert disposition("callback", {}, heard_words=True, ended_by="transfer") == "transferred"
    assert end_reason("callback", {"callback_type": "service"}, "transfer") == "completed"
    assert disposition("safety_exit", {}, heard_words=True, ended_by="transfer") == "emergency"
    assert end_reason("safety_exit", {}, "transfer") == "safety_emergency"
    assert disposition("done", {"booking_confirmed": True}, heard_words=True, ended_by="transfer") == "booked"


@pytest.mark.parametrize(("value", "tier"), [("urgent", "urgent"), ("", "routine"), (None, "routine"), (7, "routine")])
def test_an_unknown_tier_is_routine(value: object, tier: str) -> None:
    assert urgency_tier({"urgency_tier": value}) == tier
