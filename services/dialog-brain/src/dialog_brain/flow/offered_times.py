"""Pure. What an answer to the times that the calendar has changes in the call: one is taken, or another is wished."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime, time, timedelta

from dialog_brain.flow.backend_answers import matches
from dialog_brain.flow.call import BOOKINGS_AT_MOST, Call
from dialog_brain.flow.callbacks import appointment_at
from dialog_brain.flow.wished_times import changes_wish, rule_out, takes, wish, wish_instead
from dialog_brain.understanding.understood import Understood, When

_NEAR = timedelta(hours=2)
OPEN_TIMES = frozenset({"when", "offer"})
"""Questions for a time, which may be put off."""


def puts_off(call: Call, heard: Understood) -> bool:
    """Whether the caller puts it off: "I'll call you back", or a no to "should I look for the first opening?"."""
    refused = call.question == "when" and call.misses > 0 and heard.consent == "no"
    return heard.when is None and (heard.withdraws or refused)


def answer_to_other_time(call: Call, heard: Understood) -> Call:
    """A yes, or the time said again, takes it; one other wish is looked for instead."""
    if call.other_time is None:
        return call
    booked = call.profile.local(call.other_time)
    if takes(heard, booked):
        agreed = call.fill("said", booking_confirmed=True, booked_time=call.other_time.isoformat())
        return agreed._replace(other_time=None)
    counter = None if call.left_over or call.bookings >= BOOKINGS_AT_MOST else _counter(call, heard, booked)
    if counter is None:
        return call
    instead = wish_instead(call, counter, () if counter.soonest else {booked.date()})
    if instead.slots.preferred_time == call.slots.preferred_time:
        return call
    return instead._replace(left_over=call.other_time, other_time=None, wish_unheard=True, second_thoughts=False)


def _counter(call: Call, heard: Understood, booked: datetime) -> When | None:
    """What the caller wants instead of a time."""
    when = heard.when
    if heard.asks_for == "later" and _only_names_its_day(when, booked):
        return _later_that_day(booked)
    if when is not None and when.wishes:
        fits = heard.taken is not None or matches(booked, call._replace(when=when))
        return None if when.soonest or fits else when
    if when is not None and booked.date() in when.not_on:
        return When(soonest=True, not_on=when.not_on)
    return None


def _only_names_its_day(when: When | None, slot: datetime) -> bool:
    """ "Thursday's fine but eight is too early": nothing is said of an hour that would do."""
    return when is None or (when.date == slot.date() and when.time in (None, slot.time()) and not _bounded(when))


def _bounded(when: When) -> bool:
    return (when.part, when.earliest, when.latest) != (None, None, None)


def _later_that_day(slot: datetime) -> When | None:
    later = slot.replace(minute=0) + timedelta(hours=1)
    return When(date=slot.date(), earliest=later.time()) if later.date() == slot.date() else None


def answer_to_offer(call: Call, heard: Understood) -> Call:
    """One of the offered times, those of a day, or another time, which is tried once it was agreed to."""
    if heard.taken is not None:
        chosen = call.offers[heard.taken]
        chosen_now = call._replace(offers=(), second_thoughts=False)
        return wish(chosen_now, When(date=chosen.date(), time=chosen.time()))
    if heard.refused:
        left = tuple(offer for place, offer in enumerate(call.offers) if place not in heard.refused)
        return call._replace(offers=left or call.offers)
    if heard.when is None or (heard.asks_for == "others" and heard.when.soonest):
        return call
    days = {offer: call.profile.local(offer).date() for offer in call.offers}
    if not heard.when.wishes:
        left = tuple(offer for offer, day in days.items() if day not in heard.when.not_on)
        return rule_out(call._replace(offers=left or call.offers), heard.when.not_on)
    of_that_day = tuple(offer for offer, day in days.items() if day == heard.when.date)
    if of_that_day and heard.when.time is None:
        other = _instead(call, heard, of_that_day)
        return call._replace(offers=of_that_day) if other is None else _try(call, other)
    if heard.when.date is None and heard.when.time is not None and len(set(days.values())) > 1:
        near = _days_near(call, heard.when.time)
        return _try(call, heard.when, near) if len(near) == 1 else call
    return _try(call, heard.when, set(days.values()))


def _days_near(call: Call, at: time) -> set[date]:
    """The days of the offers that are nearest to an hour, at most `_NEAR` from it; none where it is offered itself."""
    local = [call.profile.local(offer) for offer in call.offers]
    apart = [abs((slot - slot.replace(hour=at.hour, minute=at.minute)).total_seconds()) for slot in local]
    nearest = min(apart)
    near = 0 < nearest <= _NEAR.total_seconds()
    return {slot.date() for slot, far in zip(local, apart, strict=True) if near and far == nearest}


def wished_beside(call: Call, heard: Understood) -> Call | None:
    """Another time than the one that an appointment is in the way of; it is tried once it was agreed to.

    With both visits only another day is another time: in "keep the one I've got" there is no hour.
    """
    when, held = heard.when, appointment_at(call)
    if not call.conflict or when is None or not when.wishes or not changes_wish(call, when):
        return None
    if (heard.kept == "both" and when.date is None) or (held and matches(held, call._replace(when=when))):
        return None
    days = {call.when.date} if call.when is not None and call.when.date is not None else set()
    return wish_instead(call._replace(conflict=False, wish_unheard=True), when, days)


def names_held(call: Call, heard: Understood) -> bool:
    """Whether the time that is named is that of the appointment in the way, and not of the visit: "the two o'clock"."""
    when, held = heard.when, appointment_at(call)
    if when is None or when.time is None or held is None or heard.kept is not None or heard.consent == "no":
        return False
    return matches(held, call._replace(when=when)) and changes_wish(call, when)


def _try(call: Call, when: When, days: Collection[date] = ()) -> Call:
    return wish_instead(call._replace(offers=(), passed_over=call.offers, wish_unheard=True), when, days)


def offered_after_all(call: Call, heard: Understood) -> Call | None:
    """The call with an offer that was passed over, taken or asked for again; None where none is meant."""
    if heard.taken is not None:
        chosen = call.profile.local(call.passed_over[heard.taken])
        return wish(call._replace(wish_unheard=False), When(date=chosen.date(), time=chosen.time()))
    when = heard.when
    if when is None or when.date is None or not changes_wish(call, when):
        return None
    meant = tuple(slot for slot in call.passed_over if matches(slot, call._replace(when=when)))
    if not meant:
        return None
    return call._replace(offers=meant, passed_over=(), wish_unheard=False, question="offer")  # it was heard before


def _instead(call: Call, heard: Understood, of_that_day: Sequence[datetime]) -> When | None:
    """What is wished for on a day of which only hours are offered that will not do."""
    when, local = heard.when, [call.profile.local(offer) for offer in of_that_day]
    if when is None or any(matches(slot, call._replace(when=when)) for slot in local if _bounded(when)):
        return None
    if _bounded(when):
        return when
    return _later_that_day(max(local)) if heard.asks_for == "later" else None


def restates(call: Call, when: When | None, question: str) -> bool:
    """Whether a time that the caller settles on is the one that was read out."""
    if when is None or not when.wishes:
        return False
    if question == "other_time":
        return call.other_time is not None and matches(call.other_time, call._replace(when=when))
    return question in {"read_back", "lead_read_back", "new_time"} and not changes_wish(call, when)
