"""Pure. The words of every text message: short, and nothing in them that the record does not say."""

from __future__ import annotations

import re
from typing import Literal

from calllock.contracts.business import BusinessProfile
from post_call_worker.plain import quoted
from post_call_worker.record import CallRecord, Emergency
from post_call_worker.summary import TITLES
from post_call_worker.vocabulary import tag_words

WORDS_MAX_CHARS = 120
"""Of the caller's own words."""
PAGED_CHARS = 6
"""The end of a call's SID, by which a page names it."""
SCREEN_MAX_CHARS = 300
"""Two segments: what a telephone shows without scrolling."""

_CURLY = "\N{RIGHT SINGLE QUOTATION MARK}"
"""What telephones write for an apostrophe."""
_REACTION = re.compile(
    r"^(liked|loved|disliked|emphasized|questioned|laughed at|reacted .{1,12} to) [\u201c\"].*", re.DOTALL
)
"""What a telephone writes for a mark at a message, and the whole message after it."""
_PASSES_ON = re.compile(
    r"^\W*(?:no|nope|nah|n|pass|next|disliked)\b"
    r"|\b(?:not|can't|cannot|cant|won't|wont|unable|unavailable|busy|wrong number)\b"
    r"|\b(?:driving|focus turned on|auto(?:matic)?[ -]?(?:reply|response)|out of (?:the )?office|on vacation)\b"
)
"""When in doubt somebody else is asked as well; the last row is what telephones answer by themselves."""
_QUESTION = re.compile(r"[^.,!?;]*\?")
_TAKES = re.compile(
    r"^\W*(?:y|k+|liked|loved)\W*$|\N{THUMBS UP SIGN}|\N{OK HAND SIGN}|\N{WHITE HEAVY CHECK MARK}"
    r"|\b(?:o\.?k|okay|okey|yes|yep|yeah|yup|yessir|sure|copy|roger|10-?4|ack|acknowledged?|accept(?:ed)?|confirmed)\b"
    r"|\b(?:tak(?:e|ing|en)|took|got (?:it|this|them)|on (?:it|this|(?:my|the) way)|omw|en ?route|will do|mine)\b"
    r"|\b(?:going|coming|leaving|heading|headed|handl(?:e|ing|ed)|calling|called|understood|done|i'll (?:go|call|be))\b"
)
_OPT_OUT = frozenset({"stop", "stopall", "unsubscribe", "cancel", "end", "quit", "help", "info", "start"})
"""Twilio answers these by itself; they are about the number, not about the call."""

Reply = Literal["takes", "passes on", "is unclear", "says nothing"]


def page(call_sid: str, number: str | None, emergency: Emergency, profile: BusinessProfile, link: str) -> str:
    """What the emergency contact reads. It asks for an answer, because without one the next is asked."""
    who = ", ".join(filter(None, (_plain(emergency.customer_name), _plain(emergency.service_address))))
    minutes = profile.emergency.acknowledge_within_minutes
    caller = ", ".join(filter(None, (number or "with a withheld number", who)))
    return (
        f"EMERGENCY, {profile.name}: {tag_words(emergency.hazard)}. Caller {caller}."
        f" Said: {quoted(_cut(_plain(emergency.words), WORDS_MAX_CHARS))} Told to leave and call 911."
        f" Reply OK or open {link} to take it. After {minutes} min the next person is asked."
        f" Call {call_sid[-PAGED_CHARS:]}"
    )


def confirmation(record: CallRecord, profile: BusinessProfile) -> str | None:
    """What the caller reads after a booking or the promise of a callback; None when neither was made."""
    booked = record.booking.booked_at
    if record.disposition in ("booked", "rescheduled") and booked is not None:
        at = profile.local(booked)
        what = f"your appointment is {at:%A, %B} {at.day} at {at.hour % 12 or 12}:{at:%M %p}"
    elif record.values.get("callback_created") is True:
        what = f"a person will call you back {profile.promise(record.last_at)}"
    else:
        return None
    return f"{profile.name}: {what}. Questions? Call {profile.numbers[0]}. Reply STOP to get no texts."


def lead(record: CallRecord, profile: BusinessProfile) -> str:
    """What the owner reads of somebody who is to be called back: one screen."""
    about = _plain(record.text("problem_description"))
    known = (
        record.text("customer_name") or "No name",
        record.callable_at or "number withheld",
        _plain(record.text("service_address")),
        record.booking.preferred_time and f"wishes {record.booking.preferred_time}",
    )
    head = f"{profile.name}: {TITLES[record.disposition].lower()}."
    return _cut(f"{head} {', '.join(filter(None, known))}.{f' {about}' if about else ''}", SCREEN_MAX_CHARS)


def read_reply(text: str) -> Reply:
    """What somebody who was asked to take an emergency answers. Only words that say so take it: nobody else is asked
    after that, and a question, or a telephone that answers by itself, helps no caller."""
    said = _REACTION.sub(r"\1", text.strip().lower().replace(_CURLY, "'"))
    if not said or said in _OPT_OUT:
        return "says nothing"
    if _PASSES_ON.search(said):
        return "passes on"
    return "takes" if _TAKES.search(_QUESTION.sub("", said)) else "is unclear"


def _plain(text: str) -> str:
    return " ".join(text.split())


def _cut(text: str, most_chars: int) -> str:
    return text if len(text) <= most_chars else text[: most_chars - 3].rstrip() + "..."
