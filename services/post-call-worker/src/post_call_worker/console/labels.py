"""Pure. The words that people read in place of the record's own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Literal
from zoneinfo import ZoneInfo

from calllock.contracts.e164 import is_e164
from post_call_worker.plain import clock
from post_call_worker.vocabulary import DeliveryStatus, Disposition, tag_words

Tone = Literal["good", "bad", "warn", "info", "plain"]

OUTCOMES: dict[Disposition, tuple[str, Tone]] = {
    "booked": ("Booked", "good"),
    "rescheduled": ("Moved", "good"),
    "booking_failed": ("Booking failed", "bad"),
    "callback": ("Call back", "warn"),
    "sales_lead": ("New system", "info"),
    "emergency": ("Emergency", "bad"),
    "out_of_area": ("Out of area", "plain"),
    "wrong_number": ("Wrong number", "plain"),
    "not_a_customer": ("Not a customer", "plain"),
    "transferred": ("Handed over", "good"),
    "cancelled": ("Cancelled", "warn"),
    "hung_up": ("Hung up", "plain"),
    "silent": ("Silent", "plain"),
}
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")
PRIORITIES = {"red": "Urgent", "green": "Worth more", "blue": "Ordinary", "gray": "No customer"}
_TOOLS = {
    "lookup_caller": "Look up the caller",
    "book_service": "Book the visit",
    "create_callback": "Create a callback",
    "send_sales_lead_alert": "Alert sales",
}
SLOTS = {
    "customer_name": "Name",
    "callback_number": "Call at",
    "service_address": "Address",
    "zip_code": "ZIP",
    "problem_description": "Problem",
    "problem_duration": "Since",
    "preferred_time": "Wished for",
    "requested_at": "Understood as",
    "booked_time": "Booked for",
    "urgency_tier": "Urgency",
    "caller_known": "Known caller",
}
"""The slots of a visit, in the order in which people read them."""
_LABELS = {
    **SLOTS,
    # what else the flow learns
    "equipment": "Equipment",
    "noted": "Also said",
    "lead_type": "Lead",
    "callback_type": "Call back about",
    "callback_promise": "Was promised",
    "looked_up_name": "Name on file",
    "has_appointment": "Has a visit",
    "appointment_date": "Visit on",
    "appointment_time": "Visit at",
    "caller_confirmed": "Agreed",
    "booking_attempted": "Booking tried",
    "booking_confirmed": "Booking made",
    "callback_created": "Callback made",
    "promised": "Promised a call",
    "end_reason_hint": "Ends as",
    # what a request says
    "customer_phone": "Phone",
    "issue_description": "Problem",
    "address": "Address",
    "current_equipment": "Equipment",
    "notes": "Notes",
    "reason": "Reason",
    "urgency": "Urgency",
    "force_book": "Even if there is another",
    # what a backend answers
    "found": "Found",
    "customerName": "Name",
    "zipCode": "ZIP",
    "upcomingAppointment": "Next visit",
    "pastAppointments": "Earlier visits",
    "recentCalls": "Earlier calls",
    "callbackPromise": "Was promised",
    "operatorNotes": "Notes",
    "urgentAlert": "Alert",
    "date": "Date",
    "time": "Time",
    "issue": "About",
    "promisedBy": "By",
    "success": "Success",
    "booked": "Booked",
    "booking_time": "Booked for",
    "available_slots": "Free instead",
    "existing_appointment": "Has a visit",
    "message": "Message",
}
_CODE = re.compile(r"[a-z]+(_[a-z]+)+")
"""A value out of a closed set, as out_of_area."""
STEPS = frozenset({"booking_attempted", "caller_confirmed", "booking_confirmed", "callback_created", "end_reason_hint"})
"""Slots by which the flow knows how far it is; the decisions beside the conversation tell them."""


def slot_label(name: str) -> str:
    """A slot's name, or one in a request or an answer, for people; empty for what tells them nothing, as an id."""
    return _LABELS.get(name, "")


def pairs(values: Mapping[str, Any]) -> str:
    """Names and values as one reads them, without those that say nothing."""
    told = ((slot_label(str(name)), shown(value)) for name, value in values.items() if value not in ("", None))
    return ", ".join(f"{label}: {value}" for label, value in told if label and value)


def tool_label(name: str) -> str:
    """What a tool does."""
    return _TOOLS.get(name, name.replace("_", " "))


def tag_label(tag: str) -> str:
    """A tag as words, as "Repair AC"."""
    words = tag_words(tag)
    return re.sub(r"\b(ac|hvac)\b", lambda found: found[0].upper(), words[:1].upper() + words[1:])


def shown(value: Any) -> str:
    """A JSON value as one reads it."""
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return pairs(value)
    if isinstance(value, list | tuple):
        return ("; " if any(isinstance(one, dict) for one in value) else ", ").join(filter(None, map(shown, value)))
    return _shown_text(value) if isinstance(value, str) else str(value)


def _shown_text(text: str) -> str:
    if _MOMENT.match(text):
        return _local_moment(text)
    if _CODE.fullmatch(text):
        return text.replace("_", " ")
    return number(text) if is_e164(text) else text


def _local_moment(text: str) -> str:
    """An ISO date and time as it stands there: its own zone is the business's."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return text
    return _moment(at)


def number(e164: str | None) -> str:
    """A telephone number, grouped when it is North American."""
    if not e164:
        return "Withheld"
    if len(e164) == 12 and e164.startswith("+1"):
        return f"({e164[2:5]}) {e164[5:8]}-{e164[8:]}"
    return e164


def span(seconds: float) -> str:
    """A length of time as m:ss."""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"


def clock_time(at: datetime, zone: ZoneInfo) -> str:
    """The time of day in the zone, as 9:05 AM."""
    return clock(at.astimezone(zone))


def day_label(at: datetime, now: datetime, zone: ZoneInfo) -> str:
    """Today, Yesterday, or the date."""
    local, today = at.astimezone(zone).date(), now.astimezone(zone).date()
    if local == today:
        return "Today"
    if local == today - timedelta(days=1):
        return "Yesterday"
    year = f", {local.year}" if local.year != today.year else ""
    return f"{local:%A, %B} {local.day}{year}"


def moment_label(at: datetime, zone: ZoneInfo) -> str:
    """A day and a time in the zone, as Tue, Feb 24, 9:00 AM."""
    return _moment(at.astimezone(zone))


def _moment(at: datetime) -> str:
    return f"{at:%a, %b} {at.day}, {clock(at)}"


def delivery_state(statuses: list[DeliveryStatus] | None) -> tuple[str, Tone]:
    """What became of a call's deliveries, in a word."""
    found = statuses or []
    if "dead" in found:
        return "Not delivered", "bad"
    if "pending" in found:
        return "Delivering", "info"
    if "delivered" in found:
        return "Delivered", "good"
    return ("Discarded", "plain") if found else ("Nothing to deliver", "plain")
