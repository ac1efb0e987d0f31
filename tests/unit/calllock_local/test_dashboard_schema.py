"""Pure. What the dashboard's validator accepts and refuses."""

from __future__ import annotations

from typing import Any

import pytest

from calllock_local.dashboard_schema import Kind, Rejected, accept

JOB = {
    "customer_name": "Eva Stone",
    "customer_phone": "+15125550171",
    "customer_address": "Not provided",
    "service_type": "hvac",
    "urgency": "medium",
    "user_email": "owner@acecooling.example",
}
CALL = {
    "call_id": "CA1",
    "phone_number": "+15125550171",
    "user_email": "owner@acecooling.example",
    "started_at": "2026-02-23T16:00:00Z",
}
ALERT = {
    "phone_number": "+15125550171",
    "problem_description": "Gas smell",
    "user_email": "owner@acecooling.example",
    "sms_sent_at": "2026-02-23T16:00:00.250+00:00",
    "callback_promised_minutes": 15,
}
BODIES: dict[Kind, dict[str, Any]] = {"jobs": JOB, "calls": CALL, "emergency-alerts": ALERT}


def _paths(kind: Kind, body: object) -> list[str]:
    with pytest.raises(Rejected) as rejected:
        accept(kind, body)
    assert all(detail["message"] for detail in rejected.value.details)
    return [detail["path"] for detail in rejected.value.details]


@pytest.mark.parametrize("kind", BODIES)
def test_the_least_that_is_demanded_is_enough(kind: Kind) -> None:
    assert accept(kind, BODIES[kind]) == BODIES[kind]


@pytest.mark.parametrize(("kind", "field"), [(kind, field) for kind, body in BODIES.items() for field in body])
def test_a_missing_field_that_is_demanded_is_named(kind: Kind, field: str) -> None:
    body = {key: value for key, value in BODIES[kind].items() if key != field}
    assert _paths(kind, body) == [field]


@pytest.mark.parametrize("kind", BODIES)
def test_unknown_keys_are_dropped(kind: Kind) -> None:
    assert accept(kind, {**BODIES[kind], "favourite_color": "red"}) == BODIES[kind]


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("jobs", "scheduled_at", None),
        ("jobs", "ai_summary", None),
        ("jobs", "tags", None),
        ("jobs", "estimated_value", None),
        ("calls", "ended_at", None),
        ("calls", "job_id", None),
        ("emergency-alerts", "alert_id", None),
        ("jobs", "customer_name", ""),
        ("jobs", "customer_address", ""),
        ("jobs", "scheduled_at", "2026-02-24T09:00:00"),
        ("jobs", "scheduled_at", "2026-02-30T09:00:00Z"),
        ("jobs", "scheduled_at", "2026-02-24"),
        ("jobs", "scheduled_at", ""),
        ("jobs", "urgency", "routine"),
        ("jobs", "service_type", "roofing"),
        ("jobs", "end_call_reason", "callback"),
        ("jobs", "status_color", "orange"),
        ("jobs", "revenue_tier_label", "$$$$$"),
        ("jobs", "sentiment_score", 6),
        ("jobs", "sentiment_score", 2.5),
        ("jobs", "sentiment_score", "3"),
        ("jobs", "is_archived", "true"),
        ("jobs", "estimated_value", "100"),
        ("jobs", "card_headline", "x" * 61),
        ("jobs", "card_summary", "x" * 201),
        ("jobs", "card_summary", "\U0001f64f" * 101),
        ("calls", "started_at", "2026-02-23 16:00:00Z"),
        ("calls", "duration_seconds", -1),
        ("calls", "direction", "sideways"),
        ("emergency-alerts", "callback_promised_minutes", 0),
        ("emergency-alerts", "sms_sent_at", "2026-02-23T16:00:00"),
    ],
)
def test_a_value_that_the_dashboard_refuses_is_named(kind: Kind, field: str, value: object) -> None:
    assert _paths(kind, {**BODIES[kind], field: value}) == [field]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("scheduled_at", "2026-02-24T09:00:00-06:00"),
        ("sentiment_score", 3.0),
        ("estimated_value", 100),
        ("tags", {"HAZARD": ["GAS_LEAK"], "URGENCY": []}),
        ("revenue_tier_label", "$$?"),
        ("card_headline", "x" * 60),
        ("card_summary", "\U0001f64f" * 100),
    ],
)
def test_an_optional_field_is_kept(field: str, value: object) -> None:
    assert accept("jobs", {**JOB, field: value})[field] == value


def test_a_tool_turn_in_the_transcript_is_refused_by_its_place() -> None:
    turns = [{"role": "agent", "content": "Hello"}, {"role": "tool", "content": "{}"}]
    assert _paths("calls", {**CALL, "transcript_object": turns}) == ["transcript_object.1.role"]


def test_every_fault_is_reported_at_once() -> None:
    assert _paths("jobs", {**JOB, "urgency": "?", "tags": {"HAZARD": "GAS_LEAK"}}) == ["urgency", "tags.HAZARD"]


@pytest.mark.parametrize("body", [[], "text", None, 3])
def test_a_body_that_is_no_object_is_refused(body: object) -> None:
    assert _paths("jobs", body) == [""]
