"""Pure. Appointment slots: reading the backend's, and understanding which one the caller takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from dialog_brain.understanding.consent import heard_consent
from dialog_brain.understanding.dates import day
from dialog_brain.understanding.phrases import Found, Phrases
from dialog_brain.understanding.times import clock
from dialog_brain.understanding.understood import Part, When
from dialog_brain.understanding.whens import heard_when
from dialog_brain.understanding.words import Speech, hear

_ORDER: Phrases[int] = Phrases(
    {
        0: [
            "the? first|1st one|option|slot|time|choice?",
            "the? earlier|earliest|sooner|soonest|former one|option|slot|time?",
            "option|number one|1",
        ],
        1: ["the? second|2nd one|option|slot|time|choice?", "option|number two|2"],
        2: ["the? third|3rd one|option|slot|time|choice?", "option|number three|3"],
        -1: ["the? last|latter|later|latest one|option|slot|time|choice?"],
    }
)
_ANY: Phrases[bool] = Phrases(
    {True: ["either|any|whichever one?|of_them?|of_those?|works?", "both work", "does not matter", "you pick|choose"]}
)
_ASKED: Phrases[bool] = Phrases(
    {
        True: [
            "what|which one|time|slot|option|day? was|is the? first|second|third|last|earlier|earliest|sooner|soonest|"
            "later|latest|other"
        ]
    }
)
""" "What was the first one again" takes none."""
_REFUSED: Phrases[bool] = Phrases({True: ["none|neither of? them|those|these|either?", "not either|any"]})


def choose(text: str, offers: Sequence[datetime], now: datetime) -> int | None:
    """Which of the `offers` the caller takes, by its place from 0; None when none, or when it could be several."""
    speech = hear(text)
    if not offers or _REFUSED.first(speech) is not None or _ASKED.first(speech) is not None:
        return None
    local = [offer.astimezone(now.tzinfo) for offer in offers]
    ordered = _ORDER.first(speech)
    named = _named(speech, local, now, ordered)
    if named is not None:
        return named if named >= 0 else None
    if ordered is not None:
        return _in_order(speech, local, ordered)
    agreed = heard_consent(speech, "confirm") == "yes"
    if _ANY.first(speech) is not None or (agreed and len(offers) == 1):
        return 0
    return None


def _named(speech: Speech, offers: list[datetime], now: datetime, counted: Found[int] | None) -> int | None:
    """The offer that fits the day and time of the turn; -1 when several or none fit, None when no time was said."""
    counter = [] if counted is None else [(counted.start, counted.end)]
    when = heard_when(speech, "time", now, counter)
    if when is None or (when.soonest and not (when.date or when.time or when.part)):
        return None
    fitting = [place for place, offer in enumerate(offers) if _fits(when, offer)]
    return fitting[0] if len(fitting) == 1 else -1


def _fits(when: When, offer: datetime) -> bool:
    if when.date is not None and offer.date() != when.date and offer.weekday() != when.date.weekday():
        return False
    at = offer.time()
    if when.time is not None and (at.hour % 12, at.minute) != (when.time.hour % 12, when.time.minute):
        return False
    if when.earliest is not None and at < when.earliest:
        return False
    if when.latest is not None and at > when.latest:
        return False
    return when.part is None or _part_of_day(offer) == when.part


def _part_of_day(at: datetime) -> Part:
    if at.hour < 12:
        return "morning"
    return "afternoon" if at.hour < 17 else "evening"


def _in_order(speech: Speech, offers: list[datetime], found: Found[int]) -> int | None:
    by_time = sorted(range(len(offers)), key=offers.__getitem__)
    word = speech.words[found.start + 1 if speech.words[found.start] == "the" else found.start]
    if word in ("later", "latest", "earlier", "earliest", "sooner", "soonest"):
        return by_time[-1] if found.meaning == -1 else by_time[0]
    if found.meaning >= len(offers):
        return None
    return found.meaning if found.meaning >= 0 else len(offers) - 1


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
