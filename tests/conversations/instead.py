"""Pure. What a caller may wish instead of a time that was read out, and whether a time is what was wished."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from datetime import date, datetime, timedelta

from dialog_brain.understanding.language.words import hear
from dialog_brain.understanding.understood import HOURS_OF_PART, When
from dialog_brain.understanding.when.offers_asked import asked_offers


def wishes_instead(text: str, read_out: Sequence[datetime], ruled_out: Set[date]) -> Iterator[When]:
    """Any day but that of the visit that was booked, or a later hour of the day of a time that was read out."""
    for at in read_out:
        if at.date() in ruled_out:
            yield When(soonest=True)
        if asked_offers(hear(text)) == "later":
            yield When(date=at.date(), earliest=(at.replace(minute=0) + timedelta(hours=1)).time())


def fits(booked: datetime, wish: When, ruled_out: Set[date]) -> bool:
    """Whether a booked moment, on the business's clock, is what was wished."""
    first, after = HOURS_OF_PART[wish.part] if wish.part and wish.time is None else (0, 24)
    return (
        (booked.date() not in ruled_out if wish.date is None else booked.date() == wish.date)
        and (wish.week_of is None or wish.date is not None or 0 <= (booked.date() - wish.week_of).days < 7)
        and (wish.time is None or (booked.hour, booked.minute) == (wish.time.hour, wish.time.minute))
        and first <= booked.hour < after
        and (wish.earliest is None or booked.time() >= wish.earliest)
        and (wish.latest is None or booked.time() < wish.latest)
    )
