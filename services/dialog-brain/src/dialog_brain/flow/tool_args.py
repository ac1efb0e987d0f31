"""Pure. The arguments of each request to the business backend, made from the call's slots."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from calllock.contracts.events import ToolName
from dialog_brain.flow.call import Call
from dialog_brain.flow.callbacks import appointment_at, is_another_visit
from dialog_brain.flow.trades import told_of_another_trade
from dialog_brain.flow.wished_times import names_another

UNKNOWN_CALLER = "Unknown Caller"
"""The backend demands a name for a lead; this is the one that says there is none."""


def tool_args(tool: ToolName, call: Call) -> dict[str, Any]:
    """The `args` of the request, as the backend's contract names them."""
    return _ARGS[tool](call)


def _urgent(call: Call) -> bool:
    return call.slots.urgency_tier in {"emergency", "urgent", "high"}


def _lookup(_: Call) -> dict[str, Any]:
    return {}


def _booking(call: Call) -> dict[str, Any]:
    slots = call.slots
    return {
        "customer_name": slots.customer_name,
        "customer_phone": call.callable_at,
        "preferred_time": slots.preferred_time or "soonest available",
        "issue_description": slots.problem_description,
        "service_address": slots.service_address,
        "urgency_tier": "urgent" if _urgent(call) else "routine",
        "zip_code": slots.zip_code,
        "force_book": call.force_book or _instead_that_day(call),
    }


def _instead_that_day(call: Call) -> bool:
    """Whether the only visit that this call knows of that day is one that the caller wants at another hour."""
    return (
        call.left_over is not None
        and call.when is not None
        and call.when.date == call.profile.local(call.left_over).date()
    )


def _callback(call: Call) -> dict[str, Any]:
    slots = call.slots
    speaks = " Speaks Spanish." if call.spanish > 1 else ""
    number = " Asked to be called at another number." if call.other_number else ""
    number = f" Call {call.callable_at}." if slots.callback_number else number
    return {
        "reason": callback_reason(call) + speaks + number,
        "callback_type": slots.callback_type,
        "customer_name": slots.customer_name,
        "issue_description": slots.problem_description,
        "urgency": "urgent" if _urgent(call) else "normal",
    }


def callback_reason(call: Call) -> str:
    """One sentence for the person who calls back."""
    slots = call.slots
    appointment = " at ".join(part for part in (slots.appointment_date, slots.appointment_time) if part)
    if in_calendar := _in_calendar(call):
        return in_calendar
    if slots.callback_type == "manage_booking":
        return _managed(call, appointment)
    if slots.callback_type == "follow_up" and slots.callback_promise:
        return f"Was promised a call: {slots.callback_promise}."
    if slots.callback_type == "follow_up" and appointment:
        asks = "Says that nobody came or called: has a" if call.own_visit == "missed" else "Asks about the"
        return f"{asks} visit on {appointment}."
    if call.transfer == "failed":
        return "Asked for a person, and nobody took the call."
    if slots.callback_type == "out_of_area":
        return f"Outside the service area (ZIP {slots.zip_code}): referral promised."
    if told_of_another_trade(call):
        return "Asked for what is of another trade: told that a person will call about it."
    if slots.booking_attempted and not slots.booking_confirmed:
        return f"Booking for {slots.preferred_time or 'the soonest time'} did not work."
    return f"Callback requested: {slots.callback_type or 'general'}.{_call_time(call)}"


def _managed(call: Call, appointment: str) -> str:
    slots = call.slots
    wished = f" Asked for {slots.preferred_time}." if slots.preferred_time else ""
    wants = f"Wants to {'cancel' if call.cancels else 'change'}"
    if call.of_others:
        beside = f" than that on {appointment}" if appointment else ""
        return f"{wants} another appointment{beside}. The caller said: {slots.noted}"
    if call.cancels and call.cancelled_day and (not appointment or is_another_visit(call)):
        known = f"the one that was found is on {appointment}" if appointment else "none was found"
        return f"Wants to cancel an appointment on {call.cancelled_day}: {known}.{wished}"
    known = f"the appointment on {appointment}" if appointment else "an appointment that was not found"
    if not call.said_of_visit:
        return f"{wants} {known}.{wished}"
    said = f" The caller said: {call.said_of_visit}"
    if call.conflict:
        return f"Was asked whether to book {slots.preferred_time or 'the soonest time'} as well as {known}.{said}"
    at = appointment_at(call)
    return f"Called about {known}.{wished if at is not None and names_another(call.when, at) else ''}{said}"


def _call_time(call: Call) -> str:
    """When the caller wants to be called; of a new system no other time is spoken."""
    wished = call.slots.preferred_time if call.call_wished or call.slots.lead_type else ""
    return f" Asked to be called: {wished}." if wished else ""


def _in_calendar(call: Call) -> str:
    """What is to be done about a visit that this call has put into the calendar, or may have."""
    slots = call.slots
    if call.booking_unclear:
        return f"Booking for {slots.preferred_time or 'the soonest time'} got no clear answer: check whether it exists."
    if call.unsettled:
        booked = " and ".join(_written(call, visit) for visit in call.unsettled)
        wished = f" Asked for {slots.preferred_time}." if call.left_over and not slots.booked_time else ""
        return f"Caller did not agree to the time that was booked ({booked}): move or cancel it.{wished}{_since(call)}"
    if slots.booked_time:
        return _since(call).strip()
    return ""


def _since(call: Call) -> str:
    """What was booked in the end, and what the caller has said since."""
    slots = call.slots
    if not slots.booked_time:
        return ""
    booked = _written(call, datetime.fromisoformat(slots.booked_time))
    return f" Booked and agreed to: {booked}.{f' The caller then said: {slots.noted}' if slots.noted else ''}"


def _written(call: Call, moment: datetime) -> str:
    return f"{call.profile.local(moment):%A, %B %d, %H:%M}"


def _lead_alert(call: Call) -> dict[str, Any]:
    slots = call.slots
    return {
        "customer_phone": call.callable_at,
        "customer_name": slots.customer_name or UNKNOWN_CALLER,
        "address": slots.service_address,
        "current_equipment": slots.equipment,
        "notes": f"{slots.problem_description}.{_call_time(call)}",
    }


_ARGS: dict[ToolName, Callable[[Call], dict[str, Any]]] = {
    "lookup_caller": _lookup,
    "book_service": _booking,
    "create_callback": _callback,
    "send_sales_lead_alert": _lead_alert,
}
