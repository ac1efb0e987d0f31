"""Pure. What a caller may wish instead of a time that was read out, without naming another."""

from __future__ import annotations

from collections.abc import Iterator, Set
from datetime import date, datetime, timedelta

from dialog_brain.understanding.asking.openings import heard_openings
from dialog_brain.understanding.language.words import hear
from dialog_brain.understanding.understood import When


def wishes_instead(text: str, booked: datetime | None, ruled_out: Set[date]) -> Iterator[When]:
    """Any day but that of the visit that was booked, or a later hour of it."""
    if booked is None:
        return
    if booked.date() in ruled_out:
        yield When(soonest=True)
    if heard_openings(hear(text)) == "later":
        yield When(date=booked.date(), earliest=(booked.replace(minute=0) + timedelta(hours=1)).time())
