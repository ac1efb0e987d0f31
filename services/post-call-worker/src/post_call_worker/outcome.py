"""Pure. How a call ended: from its final state and its slots, exhaustively."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, assert_never, cast

from calllock.contracts.events import EndedBy
from post_call_worker.vocabulary import (
    END_REASONS,
    URGENCY_TIERS,
    BookingStatus,
    Disposition,
    EndReason,
    State,
    UrgencyTier,
)

_NOT_A_CUSTOMER = frozenset({"vendor"})


def urgency_tier(slots: Mapping[str, Any]) -> UrgencyTier:
    """The call's tier; routine unless a known one was filled in."""
    tier = _word(slots, "urgency_tier")
    return cast("UrgencyTier", tier) if tier in URGENCY_TIERS else "routine"


def booking_status(state: State, slots: Mapping[str, Any]) -> BookingStatus:
    """Whether an appointment was made, tried in vain, or never asked for.

    A caller who agreed to a read-back and ended elsewhere than in `done` wanted an appointment,
    unless it was about a replacement, which is agreed to but not booked.
    """
    if slots.get("booking_confirmed") is True:
        return "confirmed"
    if slots.get("booking_attempted") is True or state == "booking":
        return "attempted_failed"
    agreed = slots.get("caller_confirmed") is True and slots.get("lead_type") != "high_ticket"
    return "attempted_failed" if agreed and state in ("callback", "safety_exit") else "not_requested"


def end_reason(
    state: State, slots: Mapping[str, Any], ended_by: EndedBy | None = None, *, unserved: bool = False
) -> EndReason:
    """Why the call ended, in the dashboard's words. A person who took the call completed it.

    `unserved`: no brain answered. Unless a person took the call, somebody has to call back.
    """
    if ended_by == "transfer" and state != "safety_exit":
        return "completed"
    match state:
        case "safety_exit":
            return "safety_emergency"
        case "done":
            return _hint(slots) or "completed"
        case "callback":
            return _hint(slots) or _callback_reason(slots)
        case "welcome" | "lookup" | "safety" | "service_area" | "discovery" | "confirm" | "booking":
            return "callback_later" if unserved else "customer_hangup"
        case _:
            assert_never(state)


def disposition(
    state: State,
    slots: Mapping[str, Any],
    *,
    heard_words: bool,
    ended_by: EndedBy | None = None,
    unserved: bool = False,
) -> Disposition:
    """How the call ended for the business."""
    if state == "safety_exit":
        return "emergency"
    if booking_status(state, slots) == "confirmed":
        return "rescheduled" if _hint(slots) == "rescheduled" else "booked"
    if ended_by == "transfer":
        return "transferred"
    if not heard_words and not unserved and not _is_promised(state, slots):
        return "silent"
    if _word(slots, "callback_type") in _NOT_A_CUSTOMER:
        return "not_a_customer"
    if booking_status(state, slots) == "attempted_failed":
        return "booking_failed"
    return _by_reason(end_reason(state, slots, unserved=unserved))


def _is_promised(state: State, slots: Mapping[str, Any]) -> bool:
    """Whether a callback was: also to a caller of whom no word came through."""
    return state == "callback" and end_reason(state, slots) != "customer_hangup"


def _by_reason(reason: EndReason) -> Disposition:
    match reason:
        case "wrong_number" | "out_of_area" | "cancelled" | "rescheduled" | "sales_lead":
            return reason
        case "safety_emergency":
            return "emergency"
        case "callback_later" | "urgent_escalation" | "waitlist_added" | "completed":
            return "callback"
        case "customer_hangup":
            return "hung_up"
        case _:
            assert_never(reason)


def _hint(slots: Mapping[str, Any]) -> EndReason | None:
    hint = _word(slots, "end_reason_hint")
    return cast("EndReason", hint) if hint in END_REASONS else None


def _callback_reason(slots: Mapping[str, Any]) -> EndReason:
    kind = _word(slots, "callback_type")
    if kind == "wrong_number":
        return "wrong_number"
    if kind == "out_of_area":
        return "out_of_area"
    if kind == "vendor":
        return "completed"
    if slots.get("lead_type") == "high_ticket":
        return "sales_lead"
    if kind == "none" and slots.get("callback_created") is not True:
        return "customer_hangup"
    wanted_booking = slots.get("booking_attempted") is True or slots.get("caller_confirmed") is True
    if urgency_tier(slots) in ("emergency", "urgent") and not wanted_booking:
        return "urgent_escalation"
    return "callback_later"


def _word(slots: Mapping[str, Any], name: str) -> str:
    """The slot's text; empty when it is none."""
    value = slots.get(name)
    return value if isinstance(value, str) else ""
