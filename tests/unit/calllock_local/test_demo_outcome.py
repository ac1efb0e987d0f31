"""Pure. How the demo judges what became of a call."""

from __future__ import annotations

from typing import Any

import pytest

from calllock_local.demo_outcome import Expected, faults, is_settled, told, told_webhook

EXPECTED = Expected(
    end_reason="completed", booking_status="confirmed", fields={"zip_code": "78745"}, deliveries=("call", "job")
)
ACCEPTED = [{"kind": "jobs", "status": 200}, {"kind": "calls", "status": 200}]


def _call(**record: Any) -> dict[str, Any]:
    deliveries = [{"kind": "call", "status": "delivered"}, {"kind": "job", "status": "delivered"}]
    stored = {
        "end_reason": "completed",
        "disposition": "booked",
        "booking": {"status": "confirmed"},
        "emergency": None,
        "path": [{"state": "welcome"}, {"state": "lookup"}],
        "fields": {"zip_code": {"value": "78745"}},
        "tools": [{"tool": "lookup_caller", "outcome": "answered", "took_ms": 7}],
        **record,
    }
    return {"record": stored, "classification": {"tags": {"URGENCY": ["STANDARD"]}}, "deliveries": deliveries}


def _with_job(status: str) -> dict[str, Any]:
    call = _call()
    call["deliveries"][1]["status"] = status
    return call


def test_a_call_that_went_as_it_should_has_no_faults() -> None:
    assert faults(_call(), ACCEPTED, EXPECTED) == []


@pytest.mark.parametrize(
    ("call", "fault"),
    [
        (_call(end_reason="callback_later"), "end_reason is 'callback_later' instead of 'completed'"),
        (_call(booking={"status": "attempted_failed"}), "booking_status is 'attempted_failed' instead of 'confirmed'"),
        (_call(emergency={"hazard": "GAS_LEAK"}), "hazard is 'GAS_LEAK' instead of None"),
        (
            _call(fields={"zip_code": {"value": "78754"}}),
            "fields is {'zip_code': '78754'} instead of {'zip_code': '78745'}",
        ),
        (_call(fields={}), "fields is {} instead of {'zip_code': '78745'}"),
        (_with_job("dead"), "deliveries is ('call',) instead of ('call', 'job')"),
    ],
)
def test_what_is_not_as_expected_is_named(call: dict[str, Any], fault: str) -> None:
    assert faults(call, ACCEPTED, EXPECTED) == [fault]


def test_a_webhook_that_the_dashboard_refused_is_a_fault() -> None:
    received = [ACCEPTED[0], {"kind": "calls", "status": 400}]
    assert faults(_call(), received, EXPECTED) == ["the dashboard accepted 1 webhooks instead of 2"]


@pytest.mark.parametrize(
    ("call", "settled"),
    [
        (_call(), True),
        (_with_job("dead"), True),
        (_with_job("pending"), False),
        ({**_call(), "record": None}, False),
        ({**_call(), "deliveries": []}, False),
    ],
)
def test_a_call_is_settled_when_it_is_stored_and_nothing_is_left_to_deliver(
    call: dict[str, Any], settled: bool
) -> None:
    assert is_settled(call, EXPECTED) is settled


def test_a_call_is_told_in_a_few_lines() -> None:
    lines = [" ".join(line.split()) for line in told(_call(emergency={"hazard": "GAS_LEAK"}))]
    assert lines == [
        "path welcome > lookup",
        "ended completed, booked",
        "zip_code 78745",
        "tool lookup_caller, answered after 7 ms",
        "emergency GAS_LEAK",
        "tags STANDARD",
    ]


def test_a_webhook_is_told_by_what_tells_most() -> None:
    body = {"urgency": "medium", "user_email": "owner@example.com", "card_headline": "word " * 100}
    lines = list(told_webhook({"kind": "jobs", "status": 200, "answer": {"success": True}, "body": body}))
    assert lines[0] == '  jobs: 200 {"success": true}'
    assert [line.split()[0] for line in lines[1:]] == ["card_headline", "urgency", "and"]
    assert lines[1].endswith("...")
    assert len(lines[1]) < 130
    assert lines[3] == "    and 1 more fields"
