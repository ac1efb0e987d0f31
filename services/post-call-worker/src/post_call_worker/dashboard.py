"""Pure. What the dashboard's webhooks accept, as types: a payload that can be built is a valid one.

The closed sets are the validator's own. `body` leaves out what is None, because the validator
refuses null, and every date-time has a zone, because it refuses one without.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from post_call_worker.plain import browser_length
from post_call_worker.vocabulary import BookingStatus, EndReason

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""The validator demands at least one character."""


def _within(most_chars: int) -> Callable[[str], str]:
    """The validator counts as browsers do."""

    def checked(text: str) -> str:
        if browser_length(text) > most_chars:
            raise ValueError(f"must have at most {most_chars} characters")
        return text

    return checked


ServiceType = Literal["hvac", "plumbing", "electrical", "general"]
Urgency = Literal["low", "medium", "high", "emergency"]
CallerType = Literal["residential", "commercial", "vendor", "recruiting", "unknown"]
Intent = Literal["new_lead", "active_job_issue", "booking_request", "admin_billing", "solicitation"]
WorkType = Literal["service", "maintenance", "install", "admin"]
Color = Literal["red", "green", "blue", "gray"]
RevenueTier = Literal["replacement", "major_repair", "standard_repair", "minor", "diagnostic"]
RevenueLabel = Literal["$$$$", "$$$", "$$", "$", "$$?"]
Confidence = Literal["low", "medium", "high"]
PropertyType = Literal["house", "condo", "apartment", "commercial"]
SystemStatus = Literal["completely_down", "partially_working", "running_but_ineffective"]
AgeBracket = Literal["under_10", "10_to_15", "over_15", "unknown"]


class Payload(BaseModel):
    """One webhook's body."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def body(self) -> dict[str, Any]:
        """As it is posted: JSON values only, nothing that is None."""
        return self.model_dump(mode="json", exclude_none=True)


class Job(Payload):
    """An appointment (with `scheduled_at`) or a lead."""

    customer_name: Text
    customer_phone: Text
    customer_address: Text
    service_type: ServiceType
    urgency: Urgency
    user_email: Text
    call_id: Text
    ai_summary: Text
    scheduled_at: AwareDatetime | None = None
    call_transcript: Text | None = None
    issue_description: Text | None = None
    end_call_reason: EndReason
    booking_status: BookingStatus
    caller_type: CallerType
    primary_intent: Intent
    work_type: WorkType
    status_color: Color
    priority_color: Color
    priority_reason: Text
    revenue_tier: RevenueTier
    revenue_tier_label: RevenueLabel
    revenue_tier_signals: tuple[str, ...]
    revenue_confidence: Confidence
    potential_replacement: bool
    is_callback_complaint: bool
    is_decision_maker: bool | None = None
    equipment_type: Text | None = None
    equipment_age: Text | None = None
    equipment_age_bracket: AgeBracket
    problem_duration: Text | None = None
    property_type: PropertyType | None = None
    system_status: SystemStatus | None = None
    sales_lead_notes: Text | None = None
    sentiment_score: int = Field(ge=1, le=5)
    tags: dict[str, tuple[str, ...]]
    card_headline: Annotated[str, StringConstraints(min_length=1), AfterValidator(_within(60))]
    card_summary: Annotated[str, StringConstraints(min_length=1), AfterValidator(_within(200))]
    slot_changed: bool | None = None
    booking_requested_time: AwareDatetime | None = None
    booking_booked_slot: AwareDatetime | None = None


class Line(Payload):
    """One line of the transcript; the validator refuses a tool's turn."""

    role: Literal["agent", "user"]
    content: Text


class Call(Payload):
    """A call that has ended. A second delivery overwrites, so it is always whole."""

    call_id: Text
    phone_number: Text
    user_email: Text
    started_at: AwareDatetime
    ended_at: AwareDatetime | None = None
    duration_seconds: int = Field(ge=0)
    direction: Literal["inbound", "outbound"] = "inbound"
    customer_name: Text | None = None
    outcome: Text
    urgency_tier: Text
    problem_description: Text | None = None
    booking_status: BookingStatus
    revenue_tier_label: RevenueLabel
    revenue_tier_signals: tuple[str, ...]
    hvac_issue_type: Text | None = None
    transcript_object: tuple[Line, ...]
    job_id: Text | None = None
    lead_id: Text | None = None


class Alert(Payload):
    """An emergency. `alert_id` is the receiver's only deduplication."""

    alert_id: Text
    phone_number: Text
    problem_description: Text
    user_email: Text
    sms_sent_at: AwareDatetime
    callback_promised_minutes: int = Field(gt=0)
    call_id: Text
    customer_name: Text | None = None
    customer_address: Text | None = None
    urgency_tier: Text = "emergency"


def unbuildable(error: ValidationError) -> str:
    """What could not be built, and in which places; without the values, which are a caller's."""
    places = ", ".join(".".join(map(str, fault["loc"])) for fault in error.errors(include_input=False))
    return f"{error.title} cannot be built: {places}"
