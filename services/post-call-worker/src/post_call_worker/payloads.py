"""Pure. From a record and its classification to the webhooks that the dashboard is to get."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, assert_never

from calllock.contracts.business import BusinessProfile
from calllock.contracts.ids import EMERGENCY, GRAVER_EMERGENCY, single_id
from post_call_worker.classification.result import Classification
from post_call_worker.dashboard import Alert, Call, Job, Line, Urgency
from post_call_worker.plain import quoted
from post_call_worker.record import CallRecord, Emergency
from post_call_worker.summary import card_summary, headline, summary
from post_call_worker.transcript import as_text
from post_call_worker.vocabulary import UrgencyTier, tag_words

TRANSCRIPT_MAX_CHARS = 200_000
"""More than nine hours of talk; what is longer is noise, and is cut."""

NO_SMS = "No SMS had been sent when this alert was made."
SMS_SENT = "An SMS was sent to the emergency contact."

_NO_LEAD_S = 10.0
"""A shorter call in which nothing was learned is no lead."""

_NO_JOB_REASONS = frozenset({"wrong_number"})
_NO_JOB_DISPOSITIONS = frozenset({"silent", "not_a_customer", "wrong_number"})
_SAID = ("problem_description", "service_address", "preferred_time", "zip_code", "customer_name")


@dataclass(frozen=True, slots=True)
class Payloads:
    """The webhooks of one call; None where none is sent."""

    job: Job | None
    call: Call
    alert: Alert | None


def payloads_for(record: CallRecord, classification: Classification, profile: BusinessProfile) -> Payloads:
    """Everything that the dashboard is told of a call that has ended."""
    danger = record.emergency
    return Payloads(
        job=_job(record, classification, profile) if is_lead(record, classification) else None,
        call=_call(record, classification, profile),
        alert=alert_for(record.call_sid, record.alarm_number, danger, profile) if danger else None,
    )


def alert_for(call_sid: str, from_number: str | None, emergency: Emergency, profile: BusinessProfile) -> Alert:
    """The alert of an emergency; the same one whether made while the call runs or after it.

    The dashboard demands `sms_sent_at`. Until a text message has gone out it is the time at which the
    alert was raised, and the description says so; the queue puts the true time in when it knows it.
    """
    words = quoted(emergency.words.strip()[:500])
    hazard = emergency.hazard
    about = f"{'Said' if hazard == 'UNSPECIFIED' else 'Possible'} {tag_words(hazard)}"
    return Alert(
        alert_id=single_id(call_sid, GRAVER_EMERGENCY if emergency.is_graver else EMERGENCY),
        phone_number=from_number or "unknown",
        problem_description=f"{about}. The caller said: {words} {NO_SMS}",
        user_email=profile.dashboard.user_email,
        sms_sent_at=emergency.raised_at,
        callback_promised_minutes=profile.emergency.callback_minutes,
        call_id=call_sid,
        customer_name=emergency.customer_name.strip() or None,
        customer_address=emergency.service_address.strip() or None,
    )


def is_lead(record: CallRecord, classification: Classification) -> bool:
    """Whether somebody should act on the call: no wrong number, no seller who was promised nothing, no empty call."""
    if record.end_reason in _NO_JOB_REASONS or record.disposition in _NO_JOB_DISPOSITIONS:
        return False
    promised = record.disposition == "callback" or record.callback_promised
    if record.emergency or record.final_state == "safety_exit" or promised:
        return True
    if classification.caller_type == "vendor":
        return False
    if record.final_state in ("done", "callback", "booking"):
        return True
    said = any(name in record.fields and record.fields[name].origin != "looked_up" for name in _SAID)
    return said or (record.duration_s >= _NO_LEAD_S and classification.has_substance)


def dashboard_urgency(tier: UrgencyTier) -> Urgency:
    """The call's tier in the dashboard's words."""
    match tier:
        case "emergency":
            return "emergency"
        case "urgent" | "high":
            return "high"
        case "routine":
            return "medium"
        case "low":
            return "low"
        case _:
            assert_never(tier)


def _name(record: CallRecord) -> str:
    return record.text("customer_name")


def _job(record: CallRecord, found: Classification, profile: BusinessProfile) -> Job:
    booking = record.booking
    changed = booking.requested_at != booking.booked_at if booking.requested_at and booking.booked_at else None
    about = summary(record, profile)
    return Job(
        customer_name=_name(record) or "Unknown Caller",
        customer_phone=record.callable_at or "unknown",
        customer_address=record.text("service_address") or "Not provided",
        service_type=profile.dashboard.service_type,
        urgency=dashboard_urgency(record.urgency_tier),
        user_email=profile.dashboard.user_email,
        call_id=record.call_sid,
        ai_summary=about,
        scheduled_at=booking.booked_at,
        call_transcript=as_text(record.transcript)[:TRANSCRIPT_MAX_CHARS].strip() or None,
        issue_description=record.text("problem_description") or None,
        end_call_reason=record.end_reason,
        booking_status=booking.status,
        sales_lead_notes=about if record.end_reason == "sales_lead" else None,
        card_headline=headline(record),
        card_summary=card_summary(record, profile),
        slot_changed=changed,
        booking_requested_time=booking.requested_at,
        booking_booked_slot=booking.booked_at,
        **_verdict(found),
    )


def _verdict(found: Classification) -> dict[str, Any]:
    """The classification in the words of a job."""
    age = found.equipment_age_years
    return {
        "caller_type": found.caller_type,
        "primary_intent": found.primary_intent,
        "work_type": found.work_type,
        "status_color": found.priority.color,
        "priority_color": found.priority.color,
        "priority_reason": found.priority.reason,
        "revenue_tier": found.revenue.tier,
        "revenue_tier_label": found.revenue.label,
        "revenue_tier_signals": found.revenue.signals,
        "revenue_confidence": found.revenue.confidence,
        "potential_replacement": found.has("HOT_LEAD", "REPLACE_OPP", "INSTALL_REPLACEMENT", "R22_RETROFIT"),
        "is_callback_complaint": found.has("CALLBACK_RISK"),
        "is_decision_maker": _decides(found),
        "equipment_type": found.equipment_type,
        "equipment_age": None if age is None else f"{age} years",
        "equipment_age_bracket": found.equipment_age_bracket,
        "problem_duration": found.problem_duration,
        "property_type": found.property_type,
        "system_status": found.system_status,
        "sentiment_score": found.sentiment,
        "tags": found.tags,
    }


def _decides(found: Classification) -> bool | None:
    if found.has("NEEDS_APPROVAL", "LANDLORD_AUTH"):
        return False
    return True if found.has("DECISION_MAKER") else None


def _call(record: CallRecord, found: Classification, profile: BusinessProfile) -> Call:
    issue = found.tags.get("SERVICE_TYPE", ())
    hvac = profile.dashboard.service_type == "hvac" and issue
    return Call(
        call_id=record.call_sid,
        phone_number=record.from_number or "unknown",
        user_email=profile.dashboard.user_email,
        started_at=record.started_at,
        ended_at=record.ended_at,
        duration_seconds=round(record.duration_s),
        customer_name=_name(record) or None,
        outcome=record.disposition,
        urgency_tier=record.urgency_tier,
        problem_description=record.text("problem_description") or None,
        booking_status=record.booking.status,
        revenue_tier_label=found.revenue.label,
        revenue_tier_signals=found.revenue.signals,
        hvac_issue_type=tag_words(issue[0]) if hvac else None,
        transcript_object=_lines(record),
    )


def _lines(record: CallRecord) -> tuple[Line, ...]:
    lines: list[Line] = []
    left = TRANSCRIPT_MAX_CHARS
    for entry in record.transcript:
        text = entry.text[:left].strip()
        if entry.role != "tool" and text:
            lines.append(Line(role=entry.role, content=text))
            left -= len(text)
    return tuple(lines)
