"""Pure. A call in a few words for people: composed from the record, never invented."""

from __future__ import annotations

from calllock.contracts.business import BusinessProfile
from post_call_worker.plain import browser_length, day_and_clock, quoted, sentence, shortened
from post_call_worker.record import CallRecord
from post_call_worker.vocabulary import Disposition, tag_words, telling_words, told_to

HEADLINE_MAX_CHARS = 60
CARD_SUMMARY_MAX_CHARS = 200
NOTED_MAX_CHARS = 500
"""Of what the caller said after the last words."""
CARD_NOTED_MAX_CHARS = 90

TITLES: dict[Disposition, str] = {
    "booked": "Appointment booked",
    "booking_failed": "Booking did not succeed, a person must call back",
    "callback": "A person is to call back",
    "sales_lead": "Wants a new system",
    "emergency": "Emergency",
    "out_of_area": "Outside the service area",
    "wrong_number": "Wrong number",
    "not_a_customer": "Not a customer",
    "transferred": "Handed to a person during the call",
    "cancelled": "Wants to cancel an appointment",
    "rescheduled": "Wants to move an appointment",
    "hung_up": "Hung up before the end",
    "silent": "Nobody spoke",
}


_UNHEARD = "has not heard what to do"
_MATTERS = {
    "billing": "a bill",
    "applicant": "a job",
    "vendor": "something to sell",
    "manage_booking": "an appointment that was made before",
    "follow_up": "a call that was promised",
    "estimate": "an estimate",
}
"""What the flow found out about a call that is not about a problem."""


def headline(record: CallRecord) -> str:
    """The title of the call's card, at most 60 characters; a danger comes first."""
    danger = record.emergency
    emergency = f"Emergency, {told(record)}" if danger and record.disposition == "emergency" else ""
    subject = _about(record) or emergency or TITLES[record.disposition]
    if danger:
        subject = f"{tag_words(danger.hazard)}: {subject}"
    return shortened(subject[:1].upper() + subject[1:], HEADLINE_MAX_CHARS)


def summary(record: CallRecord, profile: BusinessProfile) -> str:
    """Who called about what, how it ended, and what else the caller asked for."""
    return f"{_story(record, profile)}{_noted(record, NOTED_MAX_CHARS)}"


def card_summary(record: CallRecord, profile: BusinessProfile) -> str:
    """The summary within the 200 characters of a card; what else was asked for is not what is cut."""
    noted = _noted(record, CARD_NOTED_MAX_CHARS)
    return f"{shortened(_story(record, profile), CARD_SUMMARY_MAX_CHARS - browser_length(noted))}{noted}"


def told(record: CallRecord) -> str:
    """What the caller has been told in the gravest danger, as far as is known that they heard it; empty without one."""
    if record.emergency is None:
        return ""
    instruction = told_to(record.emergency.hazard)
    if record.has_heard(telling_words(record.emergency.hazard)):
        return instruction
    if record.ended_at is None:
        return f"being {instruction}"
    return f"cut off while being {instruction}" if record.was_answered else _UNHEARD


def _story(record: CallRecord, profile: BusinessProfile) -> str:
    who = record.text("customer_name") or "A caller who gave no name"
    about = _about(record)
    opening = sentence(f"{who} called about: {about}") if about else f"{who} called."
    return f"{opening} {_ending(record, profile)}"


def _about(record: CallRecord) -> str:
    return record.text("problem_description") or _MATTERS.get(record.text("callback_type"), "")


def _noted(record: CallRecord, most_chars: int) -> str:
    noted = record.text("noted")
    return f" The caller also said: {quoted(shortened(noted, most_chars))}" if noted else ""


def _ending(record: CallRecord, profile: BusinessProfile) -> str:
    danger, booked = record.emergency, record.booking.booked_at
    emergency = f"Emergency ({tag_words(danger.hazard)}), {told(record)}" if danger else ""
    if emergency and record.disposition == "emergency":
        return _wishing(record, emergency)
    when = f"Booked for {day_and_clock(profile.local(booked))}.{_owed(record)}" if booked else ""
    ended = when or _wishing(record, TITLES[record.disposition])
    return f"{emergency}. {ended}" if emergency else ended


def _owed(record: CallRecord) -> str:
    """What was promised beside a visit."""
    promised = record.text("promised")
    return f" {TITLES['callback']}{f' {promised}' if promised else ''}." if record.callback_promised else ""


def _wishing(record: CallRecord, title: str) -> str:
    wish = record.booking.preferred_time
    return f"{title}{f'; wished for {wish}' if wish else ''}."
