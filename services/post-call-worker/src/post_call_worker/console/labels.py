"""Pure. The words that people read in place of the record's own."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Any, Literal
from zoneinfo import ZoneInfo

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
STEPS = frozenset({"booking_attempted", "caller_confirmed", "booking_confirmed", "callback_created", "end_reason_hint"})
"""Slots by which the flow knows how far it is; the decisions beside the conversation tell them."""


def slot_label(name: str) -> str:
    """A slot's name, or a tool's argument, for people."""
    return SLOTS.get(name, name.replace("_", " ").capitalize())


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
        return ", ".join(f"{slot_label(str(name))}: {shown(one)}" for name, one in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(map(shown, value))
    if isinstance(value, str) and _MOMENT.match(value):
        return _local_moment(value)
    return str(value)


def _local_moment(text: str) -> str:
    """An ISO date and time as it stands there: its own zone is the business's."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return text
    return f"{at:%a, %b} {at.day}, {at.hour % 12 or 12}:{at:%M %p}"


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
    local = at.astimezone(zone)
    return f"{local.hour % 12 or 12}:{local:%M %p}"


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
    local = at.astimezone(zone)
    return f"{local:%a, %b} {local.day}, {clock_time(at, zone)}"


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
