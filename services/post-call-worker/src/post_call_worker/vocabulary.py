"""Pure. The closed sets of words that a record is written in."""

from __future__ import annotations

from typing import Literal, get_args

State = Literal[
    "welcome",
    "lookup",
    "safety",
    "safety_exit",
    "service_area",
    "discovery",
    "confirm",
    "booking",
    "done",
    "callback",
]
"""The ten states of the flow."""

UrgencyTier = Literal["emergency", "urgent", "high", "routine", "low"]

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
"""Why a call ended, in the dashboard's words."""

BookingStatus = Literal["confirmed", "attempted_failed", "not_requested"]

Disposition = Literal[
    "booked",
    "booking_failed",
    "callback",
    "sales_lead",
    "emergency",
    "out_of_area",
    "wrong_number",
    "not_a_customer",
    "transferred",
    "cancelled",
    "rescheduled",
    "hung_up",
    "silent",
]
"""How a call ended for the business: one per call, finer than the dashboard's end reason."""

WebhookKind = Literal["job", "call", "alert"]
TextKind = Literal["page", "confirmation", "lead"]
"""Text messages: to the emergency contact, to the caller, to the owner."""
DeliveryKind = WebhookKind | TextKind
MUST_ARRIVE: frozenset[DeliveryKind] = frozenset({"page", "lead"})
"""Texts of which Twilio is asked to tell whether they have arrived: it takes one first and sends it then."""
GRAVER_STEP = 1_000
"""Pages of a danger that is graver than the call's first are numbered from the step after this one."""
DeliveryStatus = Literal["pending", "delivered", "dead", "discarded"]

_WORDS_OF = {"CO_EVENT": "carbon monoxide", "UNSPECIFIED": "yes to the safety question"}


def tag_words(tag: str) -> str:
    """A tag, or a danger, as people say it."""
    return _WORDS_OF.get(tag, tag.replace("_", " ").lower())


_TOLD_TO = {
    "HEALTH_RISK": ("told to call 911", ("911",)),
    "ACTIVE_FLOODING": ("told that you will call", ("our", "team")),
}
_TOLD_TO_LEAVE = ("told to leave and call 911", ("leave", "911"))


def told_to(hazard: str) -> str:
    """What a caller in that danger is told: one who is ill in a safe building stays there, as one who is flooded."""
    return _TOLD_TO.get(hazard, _TOLD_TO_LEAVE)[0]


def telling_words(hazard: str) -> tuple[str, ...]:
    """The words of a prompt by which they are told it: whoever has not heard them all does not know what to do."""
    return _TOLD_TO.get(hazard, _TOLD_TO_LEAVE)[1]


STATES: frozenset[str] = frozenset(get_args(State))
END_REASONS: frozenset[str] = frozenset(get_args(EndReason))
URGENCY_TIERS: frozenset[str] = frozenset(get_args(UrgencyTier))
