"""Pure. Appointment times as the business's backend writes them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from dialog_brain.understanding.language.words import hear
from dialog_brain.understanding.when.dates import day
from dialog_brain.understanding.when.times import clock


def parse_offer(text: str, now: datetime) -> datetime | None:
    """A slot as the backend writes it ("Tuesday, February 24 at 1:00 PM", or ISO), in the business's zone."""
    written = text.strip()
    exact = _iso(written, now)
    if exact is not None:
        return exact
    speech = hear(written)
    found = None
    for place in range(len(speech.words)):
        found = found or day(speech, place, now.date())
    if found is None or found.date is None:
        return None
    for place in range(len(speech.words)):
        at = clock(speech, place) if place >= found.end or place < 1 else None
        if at is not None and not at.plain:
            return datetime.combine(found.date, at.at(), tzinfo=now.tzinfo)
    return None


def parse_booked(answer: Mapping[str, object], now: datetime) -> datetime | None:
    """The booked time of a booking answer: `booking_time`, else `appointment_date` and `appointment_time`."""
    for key in ("booking_time", "appointment_time"):
        exact = _iso(_text(answer, key), now)
        if exact is not None:
            return exact
    on, at = _text(answer, "appointment_date"), _text(answer, "appointment_time")
    dated = _iso_date(on)
    if dated is not None:
        return parse_offer(f"{dated.month}/{dated.day}/{dated.year} at {at}", now)
    return parse_offer(f"{on} at {at}", now) if on and at else None


def _text(answer: Mapping[str, object], key: str) -> str:
    value = answer.get(key)
    return value.strip() if isinstance(value, str) else ""


def _iso(text: str, now: datetime) -> datetime | None:
    if len(text) < 16 or "T" not in text:
        return None
    try:
        parsed = datetime.fromisoformat(text)
    except ValueError:
        return None
    return parsed.replace(tzinfo=now.tzinfo) if parsed.tzinfo is None else parsed.astimezone(now.tzinfo)


def _iso_date(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
