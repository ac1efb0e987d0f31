"""Pure. The words of every text message: short, and nothing in them that the record does not say."""

from __future__ import annotations

from calllock.contracts.business import BusinessProfile
from post_call_worker.plain import clock, day_and_clock, quoted, shortened
from post_call_worker.record import CallRecord, Emergency
from post_call_worker.summary import TITLES
from post_call_worker.vocabulary import tag_words, told_to

WORDS_MAX_CHARS = 120
"""Of the caller's own words."""
PAGED_CHARS = 6
"""The end of a call's SID, by which a page names it."""
SCREEN_MAX_CHARS = 300
"""Two segments: what a telephone shows without scrolling."""


def page(
    call_sid: str, number: str | None, emergency: Emergency, profile: BusinessProfile, link: str, *, last: bool
) -> str:
    """What the emergency contact reads. It asks for an answer, because without one the next is asked, if it is not the
    `last`, and says when it was, because it may come hours later."""
    who = ", ".join(filter(None, (_plain(emergency.customer_name), _plain(emergency.service_address))))
    words = shortened(_plain(emergency.words), WORDS_MAX_CHARS)
    minutes = profile.emergency.acknowledge_within_minutes
    then = "Nobody is asked after you." if last else f"After {minutes} min the next person is asked."
    caller = ", ".join(filter(None, (number or "with a withheld number", who)))
    worse = ", worse than this call told before" if emergency.is_graver else ""
    said_at = clock(profile.local(emergency.raised_at))
    return (
        f"EMERGENCY, {profile.name}: {tag_words(emergency.hazard)}{worse}. Caller {caller}."
        f" Said at {said_at}: {quoted(words)} Being {told_to(emergency.hazard)}."
        f" Reply OK or open {link} to take it. {then}"
        f" Call {call_sid[-PAGED_CHARS:]}"
    )


def confirmation(record: CallRecord, profile: BusinessProfile) -> str | None:
    """What the caller reads after a booking or the promise of a callback; None when neither was made. A time is in it
    only where the call has named that very one."""
    booked, agreed = record.booking.booked_at, []
    if record.disposition in ("booked", "rescheduled") and booked is not None:
        agreed = [f"your appointment is {day_and_clock(profile.local(booked))}"]
    if record.callback_promised:
        agreed += [" ".join(filter(None, ("a person will call you back", record.text("promised"))))]
    if not agreed:
        return None
    return f"{profile.name}: {', and '.join(agreed)}. Questions? Call {profile.numbers[0]}. Reply STOP to get no texts."


def lead(record: CallRecord, profile: BusinessProfile) -> str:
    """What the owner reads of somebody who is to be called back: one screen."""
    about = _plain(record.text("problem_description"))
    known = (
        record.text("customer_name") or "No name",
        record.callable_at or "number withheld",
        _plain(record.text("service_address")),
        record.booking.preferred_time and f"wishes {record.booking.preferred_time}",
    )
    owed = ", and a person is to call back" if record.booking.booked_at and record.callback_promised else ""
    head = f"{profile.name}: {TITLES[record.disposition].lower()}{owed}."
    also = f" Also said: {quoted(shortened(_plain(noted), WORDS_MAX_CHARS))}" if (noted := record.text("noted")) else ""
    told = f"{head} {', '.join(filter(None, known))}.{also}{f' {about}' if about else ''}"
    return shortened(told, SCREEN_MAX_CHARS)


def _plain(text: str) -> str:
    return " ".join(text.split())
