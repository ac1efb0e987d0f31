"""Pure. Which of the offered times a turn refuses by their hour or day: "nine is too early", "three won't work"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from dialog_brain.understanding.answers.objections import objects
from dialog_brain.understanding.language.clauses import clauses
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.understood import When
from dialog_brain.understanding.when.offers import declines
from dialog_brain.understanding.when.offers_fitting import fits
from dialog_brain.understanding.when.whens import heard_when

_OF_TIMES = wordset(
    "monday tuesday wednesday thursday friday saturday sunday today tomorrow one two three four five six seven eight "
    "nine ten eleven twelve noon thirty fifteen forty oh o'clock am pm 1 2 3 4 5 6 7 8 9 10 11 12"
)


def refused_offers(speech: Speech, wished: When | None, offers: Sequence[datetime], now: datetime) -> tuple[int, ...]:
    """The places, from 0, of the `offers` that are refused; an hour that is too early refuses those before it too.

    `wished`: what is heard of a time; "Tuesday but not at one" wishes for that day.
    """
    day_wished = wished is not None and wished.date is not None and wished.time is None
    local = [offer.astimezone(now.tzinfo) for offer in offers]
    ends_with_no = speech.words[-1:] == ("no",)
    refused = set[int]()
    for clause in clauses(speech):
        said = speech.cut(clause.start, clause.end)
        if not (ends_with_no or declines(speech, clause) or objects(said)):
            continue
        for when in _times(said, now):
            if day_wished and when.time is not None:
                return ()
            refused.update(place for place, offer in enumerate(local) if _is_meant(when, offer, said))
    return tuple(sorted(refused))


def _times(said: Speech, now: datetime) -> Iterator[When]:
    """The times of a statement without the words that deny them."""
    start = 0
    for place in range(len(said.words) + 1):
        if place < len(said.words) and said.words[place] in _OF_TIMES:
            continue
        when = heard_when(said.cut(start, place), "time", now, []) if place > start else None
        if when is not None and (when.time or when.date):
            yield when
        start = place + 1


def _is_meant(when: When, offer: datetime, said: Speech) -> bool:
    if fits(when, offer):
        return True
    if when.time is None or when.date not in (None, offer.date()):
        return False
    named, at = when.time.hour % 12 or 12, offer.hour
    named = named + 12 if named < 7 else named
    return ("early" in said.words and at < named) or ("late" in said.words and at > named)
