"""Pure. What the dashboard's validator demands of the three webhooks, read from it; shares no code with the sender."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

Kind = Literal["jobs", "calls", "emergency-alerts"]
_DATE_TIME = re.compile(r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$")


def _zoned(text: str) -> str:
    if not _DATE_TIME.match(text):
        raise ValueError("must be a date-time with a zone (Z or +hh:mm)")
    datetime.fromisoformat(text)
    return text


def _at_most(most: int) -> Callable[[str], str]:
    """JavaScript counts an emoji as two characters."""

    def checked(text: str) -> str:
        if sum(1 + (character > "\uffff") for character in text) > most:
            raise ValueError(f"must have at most {most} characters")
        return text

    return checked


def _whole(value: object) -> object:
    """JSON knows one kind of number: 3.0 is the integer 3."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


Absent: Any = None
"""Default of an optional field. It is not validated, so a null that was sent is still refused."""
Some = Annotated[str, Field(min_length=1)]
Zoned = Annotated[str, AfterValidator(_zoned)]
Whole = Annotated[int, BeforeValidator(_whole)]
Urgency = Literal["low", "medium", "high", "emergency"]
Color = Literal["red", "green", "blue", "gray"]
TierLabel = Literal["$$$$", "$$$", "$$", "$", "$$?"]
EndReason = Literal[
    "wrong_number",
    "callback_later",
    "safety_emergency",
    "urgent_escalation",
    "out_of_area",
    "waitlist_added",
    "completed",
    "customer_hangup",
    "sales_lead",
    "cancelled",
    "rescheduled",
]


class _Webhook(BaseModel):
    model_config = ConfigDict(extra="ignore", strict=True)
    user_email: str


class Job(_Webhook):
    """Body of `/api/webhook/jobs`."""

    customer_name: Some
    customer_phone: Some
    customer_address: Some
    service_type: Literal["hvac", "plumbing", "electrical", "general"]
    urgency: Urgency
    call_id: str = Absent
    ai_summary: str = Absent
    scheduled_at: Zoned = Absent
    call_transcript: str = Absent
    issue_description: str = Absent
    end_call_reason: EndReason = Absent
    booking_status: Literal["confirmed", "attempted_failed", "not_requested"] = Absent
    caller_type: Literal["residential", "commercial", "vendor", "recruiting", "unknown"] = Absent
    primary_intent: Literal["new_lead", "active_job_issue", "booking_request", "admin_billing", "solicitation"] = Absent
    work_type: Literal["service", "maintenance", "install", "admin"] = Absent
    status_color: Color = Absent
    priority_color: Color = Absent
    priority_reason: str = Absent
    revenue_tier: Literal["replacement", "major_repair", "standard_repair", "minor", "diagnostic"] = Absent
    revenue_tier_label: TierLabel = Absent
    revenue_tier_signals: list[str] = Absent
    revenue_confidence: Literal["low", "medium", "high"] = Absent
    estimated_value: float = Absent
    estimated_revenue_low: float = Absent
    estimated_revenue_high: float = Absent
    potential_replacement: bool = Absent
    is_callback_complaint: bool = Absent
    is_archived: bool = Absent
    is_decision_maker: bool = Absent
    equipment_type: str = Absent
    equipment_age: str = Absent
    problem_duration: str = Absent
    problem_onset: str = Absent
    problem_pattern: str = Absent
    customer_attempted_fixes: str = Absent
    sales_lead_notes: str = Absent
    property_type: Literal["house", "condo", "apartment", "commercial"] = Absent
    system_status: Literal["completely_down", "partially_working", "running_but_ineffective"] = Absent
    equipment_age_bracket: Literal["under_10", "10_to_15", "over_15", "unknown"] = Absent
    sentiment_score: Annotated[Whole, Field(ge=1, le=5)] = Absent
    tags: dict[str, list[str]] = Absent
    card_headline: Annotated[str, AfterValidator(_at_most(60))] = Absent
    card_summary: Annotated[str, AfterValidator(_at_most(200))] = Absent
    slot_changed: bool = Absent
    booking_requested_time: str = Absent
    booking_booked_slot: str = Absent


class TranscriptTurn(BaseModel):
    """One entry of a transcript; a tool is not a role."""

    model_config = ConfigDict(extra="ignore", strict=True)
    role: Literal["agent", "user"]
    content: str


class Call(_Webhook):
    """Body of `/api/webhook/calls`."""

    call_id: Some
    phone_number: Some
    started_at: Zoned
    ended_at: Zoned = Absent
    duration_seconds: Annotated[Whole, Field(ge=0)] = Absent
    direction: Literal["inbound", "outbound"] = Absent
    customer_name: str = Absent
    outcome: str = Absent
    urgency_tier: str = Absent
    problem_description: str = Absent
    booking_status: str = Absent
    revenue_tier_label: str = Absent
    revenue_tier_signals: list[str] = Absent
    hvac_issue_type: str = Absent
    transcript_object: list[TranscriptTurn] = Absent
    job_id: str = Absent
    lead_id: str = Absent


class EmergencyAlert(_Webhook):
    """Body of `/api/webhook/emergency-alerts`."""

    phone_number: Some
    problem_description: Some
    sms_sent_at: Zoned
    callback_promised_minutes: Annotated[Whole, Field(gt=0)]
    alert_id: str = Absent
    call_id: str = Absent
    customer_name: str = Absent
    customer_address: str = Absent
    urgency_tier: str = Absent
    sms_message_sid: str = Absent


SCHEMAS: Mapping[Kind, type[_Webhook]] = {"jobs": Job, "calls": Call, "emergency-alerts": EmergencyAlert}


class Rejected(ValueError):
    """The body breaks the schema; `details` says where, as the dashboard does."""

    def __init__(self, details: list[dict[str, str]]) -> None:
        super().__init__("Validation failed")
        self.details = details


def accept(kind: Kind, body: object) -> dict[str, Any]:
    """The fields that the dashboard keeps of a body; raises `Rejected`."""
    try:
        return SCHEMAS[kind].model_validate(body).model_dump(exclude_unset=True)
    except ValidationError as error:
        raise Rejected(
            [
                {"path": ".".join(str(part) for part in fault["loc"]), "message": fault["msg"]}
                for fault in error.errors(include_url=False, include_input=False)
            ]
        ) from None
