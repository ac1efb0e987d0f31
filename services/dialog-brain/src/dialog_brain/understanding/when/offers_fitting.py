"""Pure. Whether a wish is for one of the times that are offered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.understood import Part, When
from dialog_brain.understanding.when.days import DAY, monday_of

_OTHER_WEEK = wordset("next following week weeks after")


def of_its_week(when: When, speech: Speech) -> When:
    """`when`, of which "a week from Wednesday" is the Wednesday of that week, and not any that is offered."""
    return when if _OTHER_WEEK.isdisjoint(speech.words) else replace(when, by_weekday=False)


def fits(when: When, offer: datetime) -> bool:
    """Whether `offer`, in the business's zone, is what is wished; a weekday alone is that of any week."""
    same_weekday = when.by_weekday and when.date is not None and offer.weekday() == when.date.weekday()
    if when.date is not None and offer.date() != when.date and not same_weekday:
        return False
    if when.date is None and offer.date() in when.not_on:
        return False
    if when.week_of is not None and not _in_that_week(when, when.week_of, offer.date()):
        return False
    at = offer.time()
    if when.time is not None and (at.hour % 12, at.minute) != (when.time.hour % 12, when.time.minute):
        return False
    if when.earliest is not None and at < when.earliest:
        return False
    if when.latest is not None and at > when.latest:
        return False
    return when.part is None or _part_of_day(offer) == when.part


def _in_that_week(when: When, week_of: date, day: date) -> bool:
    return (week_of + 6 * DAY).month == day.month if when.in_month else monday_of(day) == week_of


def _part_of_day(at: datetime) -> Part:
    if at.hour < 12:
        return "morning"
    return "afternoon" if at.hour < 17 else "evening"
