"""Pure. What a caller may wish instead of a time that was read out, without naming another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from datetime import date, datetime, timedelta

from dialog_brain.understanding.asking.openings import heard_openings
from dialog_brain.understanding.language.words import hear
from dialog_brain.understanding.understood import When


def wishes_instead(text: str, read_out: Sequence[datetime], ruled_out: Set[date]) -> Iterator[When]:
    """Any day but that of the visit that was booked, or a later hour of the day of a time that was read out."""
    for at in read_out:
        if at.date() in ruled_out:
            yield When(soonest=True)
        if heard_openings(hear(text)) == "later":
            yield When(date=at.date(), earliest=(at.replace(minute=0) + timedelta(hours=1)).time())
