"""What is sent to the backend."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import pytest

from dialog_brain.flow.learning import learn
from dialog_brain.flow.tool_args import callback_reason, tool_args
from dialog_brain.understanding.understood import Understood
from tests.unit.dialog_brain.flow.calls import a_call

KNOWN: Mapping[str, Any] = {
    "customer_name": "Ann Lee",
    "service_address": "12 Oak Street",
    "problem_description": "AC is dead",
    "zip_code": "78704",
    "preferred_time": "Tuesday, February 24 at 9:00 AM",
}


def test_a_booking_carries_what_was_read_back() -> None:
    assert tool_args("book_service", a_call("booking", **KNOWN)) == {
        "customer_name": "Ann Lee",
        "customer_phone": "+15125550123",
        "preferred_time": "Tuesday, February 24 at 9:00 AM",
        "issue_description": "AC is dead",
        "service_address": "12 Oak Street",
        "urgency_tier": "routine",
        "zip_code": "78704",
        "force_book": False,
    }


@pytest.mark.parametrize(
    ("tier", "booking", "callback"),
    [
        ("emergency", "urgent", "urgent"),
        ("urgent", "urgent", "urgent"),
        ("high", "urgent", "urgent"),
        ("routine", "routine", "normal"),
        ("low", "routine", "normal"),
    ],
)
def test_urgency_is_told_in_the_backends_words(tier: str, booking: str, callback: str) -> None:
    call = a_call(urgency_tier=tier)
    assert tool_args("book_service", call)["urgency_tier"] == booking
    assert tool_args("create_callback", call)["urgency"] == callback


def test_a_booking_is_forced_only_after_the_caller_chose() -> None:
    assert tool_args("book_service", a_call(**KNOWN)._replace(force_book=True))["force_book"] is True


def test_without_a_wish_the_soonest_time_is_asked_for() -> None:
    assert tool_args("book_service", a_call())["preferred_time"] == "soonest available"


def test_a_withheld_number_is_sent_as_none() -> None:
    assert tool_args("book_service", a_call()._replace(from_number=None))["customer_phone"] == ""


def test_a_lookup_needs_nothing_but_the_envelope() -> None:
    assert tool_args("lookup_caller", a_call(**KNOWN)) == {}


def test_a_lead_names_the_caller_or_says_that_there_is_no_name() -> None:
    assert tool_args("send_sales_lead_alert", a_call(**KNOWN))["customer_name"] == "Ann Lee"
    assert tool_args("send_sales_lead_alert", a_call())["customer_name"] == "Unknown Caller"


def test_whoever_calls_about_a_new_system_is_told_when_the_caller_wants_to_be_called() -> None:
    call = a_call(lead_type="high_ticket", problem_description="new AC", preferred_time="Thursday after 6:00 PM")
    call = call.fill("said", callback_type="estimate")
    asked = "Asked to be called: Thursday after 6:00 PM."
    assert tool_args("send_sales_lead_alert", call)["notes"] == f"new AC. {asked}"
    assert tool_args("create_callback", call)["reason"] == f"Callback requested: estimate. {asked}"


@pytest.mark.parametrize(
    ("slots", "changes", "words"),
    [
        ({"preferred_time": "Tuesday"}, {"booking_unclear": True}, "check whether it exists"),
        ({}, {"other_time": datetime.fromisoformat("2026-02-27T21:45:00+00:00")}, "Friday, February 27, 15:45"),
        (
            {"callback_type": "manage_booking", "appointment_date": "Thursday", "appointment_time": "2 PM"},
            {},
            "Thursday at 2 PM",
        ),
        (
            {"callback_type": "manage_booking", "preferred_time": "Friday"},
            {},
            "Wants to change an appointment that was not found. Asked for Friday.",
        ),
        (
            {"callback_type": "manage_booking", "appointment_date": "Thursday", "preferred_time": "Friday"},
            {},
            "Thursday. Asked for Friday.",
        ),
        (
            {
                "callback_type": "manage_booking",
                "appointment_date": "Thursday, February 26",
                "appointment_time": "2 PM",
            },
            {"cancels": True, "cancelled_day": "Thursday"},
            "Wants to cancel the appointment on Thursday, February 26 at 2 PM.",
        ),
        (
            {
                "callback_type": "manage_booking",
                "appointment_date": "Thursday, February 26",
                "appointment_time": "2 PM",
            },
            {"cancels": True, "cancelled_day": "Tuesday"},
            "an appointment on Tuesday: the one that was found is on Thursday, February 26 at 2 PM.",
        ),
        (
            {"callback_type": "manage_booking"},
            {"cancels": True, "cancelled_day": "Monday"},
            "Wants to cancel an appointment on Monday: none was found.",
        ),
        (
            {"callback_type": "manage_booking", "appointment_date": "Thursday", "preferred_time": "Thursday"},
            {"said_of_visit": "my dog will be out back"},
            "Called about the appointment on Thursday. The caller said: my dog will be out back",
        ),
        (
            {"callback_type": "manage_booking", "appointment_date": "Thursday", "preferred_time": "Friday"},
            {"said_of_visit": "no, keep that one", "conflict": True},
            "asked whether to book Friday as well as the appointment on Thursday. The caller said: no, keep that one",
        ),
        ({"callback_type": "human"}, {"transfer": "failed"}, "nobody took the call"),
        ({"callback_type": "follow_up", "callback_promise": "quote"}, {}, "Was promised a call: quote."),
        ({"callback_type": "out_of_area", "zip_code": "90210"}, {}, "ZIP 90210"),
        ({"booking_attempted": True, "preferred_time": "Tuesday"}, {}, "Booking for Tuesday did not work."),
        ({"callback_type": "billing"}, {}, "Callback requested: billing."),
        ({}, {}, "Callback requested: general."),
    ],
)
def test_the_person_who_calls_back_reads_why(slots: dict[str, Any], changes: dict[str, Any], words: str) -> None:
    call = a_call(**slots)._replace(**changes)
    assert words in callback_reason(call)
    assert tool_args("create_callback", call)["reason"] == callback_reason(call)


def test_what_is_told_of_a_visit_there_is_is_passed_on_unless_it_is_to_be_moved() -> None:
    told = learn(a_call("welcome"), Understood("the dog is out back", own_visit="held"), "matter")
    assert told.said_of_visit == "the dog is out back"
    moved = Understood("I have a visit, can we move it", own_visit="held", manage="reschedule")
    assert learn(a_call("welcome"), moved, "matter").said_of_visit == ""
