"""Pure. The time that a caller wishes for: filled in, mended in part, compared with a time that is on offer."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime, time

from dialog_brain.flow.call import Call
from dialog_brain.understanding.spoken import backend_phrase, spoken_when
from dialog_brain.understanding.understood import HOURS_OF_PART, Understood, When
from dialog_brain.understanding.when.days import in_week


def wish(call: Call, when: When) -> Call:
    """The call with another wish; a clock time alone keeps the known day, a day alone the known clock time."""
    only_rules_out = not when.wishes
    whole = mended(when, call.when)
    when = when if over(whole, call.now) and not over(when, call.now) else whole  # today, but not at tomorrow's hour
    if only_rules_out and when.date is not None:
        return call._replace(when=when)
    if over(when, call.now):
        today = When(date=when.date) if call.when is None and when.date == call.now.date() else call.when
        return call._replace(wish_over=call.state == "confirm", when=today)
    if not when.wishes:
        return call.fill("said", preferred_time="", requested_at="")._replace(when=when, wish_spoken="")
    moment = call.now.replace(hour=0, minute=0, second=0, microsecond=0)
    exact = ""
    if when.date is not None and when.time is not None:
        exact = moment.combine(when.date, when.time, moment.tzinfo).isoformat()
    filled = call.fill("said", preferred_time=backend_phrase(when, call.now), requested_at=exact)
    meanwhile = "" if call.meanwhile == "the time" else call.meanwhile
    return filled._replace(when=when, wish_over=False, wish_spoken=spoken_when(when, call.now), meanwhile=meanwhile)


def asks_of_a_closed_day(call: Call, heard: Understood) -> bool:
    """ "Do you work weekends?": a caller who hears that nobody does has wished for none."""
    when, profile = heard.when, call.profile
    if heard.question != "hours" or when is None or when.date is None:
        return False
    return profile.hours_on(when.date) is None


def wish_instead(call: Call, when: When, days: Collection[date]) -> Call:
    """The call with a wish that takes the place of one that could not be had: only the days ruled out are kept.

    A clock time alone is meant on the day in `days`, if there is only one.
    """
    held = When(not_on=call.when.not_on) if call.when is not None else None
    only = next(iter(days)) if len(days) == 1 and when.date is None and when.week_of is None else when.date
    return wish(call._replace(when=held), replace(when, date=only))


def rule_out(call: Call, days: Collection[date]) -> Call:
    """The call with days on which it is not to be, and the wish as it was."""
    held = call.when if call.when is not None else When()
    return call._replace(when=replace(held, not_on=tuple(sorted({*held.not_on, *days}))))


def over(when: When, now: datetime) -> bool:
    """Whether the latest moment that a wish allows has passed."""
    if when.date is None or when.date > now.date():
        return False
    latest = when.time or when.latest or (time(HOURS_OF_PART[when.part][1] - 1, 59) if when.part else time.max)
    return when.date < now.date() or latest <= now.time()


def mended(when: When, known: When | None) -> When:
    """`when`, with the half that it leaves out taken from what was wished before."""
    if known is None:
        return when
    if when.date is not None and when.by_weekday:
        when = replace(when, date=in_week(when.date, known.week_of))
    if known.not_on:
        when = replace(when, not_on=tuple(sorted({*known.not_on, *when.not_on} - {when.date})))
    if not when.wishes:
        return replace(known, date=None if known.date in when.not_on else known.date, not_on=when.not_on)
    if when.soonest or known.soonest:
        return when
    names_day = when.date is not None or when.week_of is not None
    names_clock = any((when.time, when.part, when.earliest, when.latest))
    if names_clock and not names_day:
        return replace(when, date=known.date, week_of=known.week_of, or_on=known.or_on, in_month=known.in_month)
    if names_day and not names_clock:
        hours = replace(known, date=when.date, week_of=when.week_of, soonest=False, not_on=when.not_on)
        return replace(hours, by_weekday=when.by_weekday, or_on=when.or_on, in_month=when.in_month)
    return when


def changes_wish(call: Call, when: When | None) -> bool:
    """Whether a wish differs from the one that the call holds."""
    if when is None:
        return False
    wished = mended(when, call.when)
    ruled_out = set(wished.not_on) - set(call.when.not_on if call.when is not None else ())
    return (bool(ruled_out) and wished.date is None) or backend_phrase(wished, call.now) != call.slots.preferred_time


def names_another(when: When | None, moment: datetime) -> bool:
    """Whether a wish names another day or clock time than `moment`, on the business's clock."""
    if when is None:
        return False
    return (moment.date() in when.not_on if when.date is None else when.date != moment.date()) or (
        when.time is not None and (when.time.hour, when.time.minute) != (moment.hour, moment.minute)
    )


def takes(heard: Understood, moment: datetime) -> bool:
    """Whether a turn agrees to a moment that was read out: a yes, or that moment said again, and no other with it."""
    if heard.correction or names_another(heard.when, moment):
        return False
    told = heard.when is None or heard.when.time is not None or heard.when.soonest
    return heard.consent == "yes" or (heard.taken is not None and heard.consent is None and told)
