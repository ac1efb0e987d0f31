"""Pure. What may be said of a call: the values that fill the lines, as people say them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, time, timedelta
from string import Formatter

from dialog_brain.flow.call import Call
from dialog_brain.flow.callbacks import appointment_at, is_another_visit
from dialog_brain.flow.lines import LINES
from dialog_brain.understanding.spoken import spoken_digits, spoken_phone, spoken_time, spoken_times, spoken_when
from dialog_brain.understanding.spoken_addresses import spoken_address, spoken_street
from dialog_brain.understanding.understood import Part, When


def _appointment(call: Call) -> str:
    """As people say it, where the backend's writing can be read."""
    at, written = appointment_at(call), (call.slots.appointment_date, call.slots.appointment_time)
    return _moment(call, at) if at else " at ".join(part for part in written if part)


def _your_appointment(call: Call) -> str:
    known = "" if is_another_visit(call) else _appointment(call)
    return f"your visit on {known}" if known else "that visit"


def _address(call: Call) -> str:
    """An address on file is never read out in full."""
    address = call.slots.service_address
    return f"the address on {_street(address)}" if address == call.address_on_file else spoken_address(address)


def _street(address: str) -> str:
    return spoken_street(address) or "file"


_AN_HOUR_OF: Mapping[Part | None, time] = {
    "morning": time(11),
    "afternoon": time(13),
    "evening": time(18),
    "night": time(20),
    None: time(12),
}


_LONGEST_CLOSED = 14
"""Days that a business may be closed in a row, as far as we look."""


def _promise(call: Call) -> str:
    """When a person will call: when that was asked for, if somebody is there, or else on the next day with hours."""
    when = call.when if call.call_wished and call.wish_spoken else None
    wished = "" if when is None or _whenever(when) else _asked_for(call, when)
    return wished or call.profile.promise(call.now)


def _asked_for(call: Call, when: When) -> str:
    day = when.date or max(when.week_of or call.now.date(), call.now.date())
    moment = datetime.combine(day, when.time or when.earliest or _AN_HOUR_OF[when.part], call.now.tzinfo)
    if moment < call.now and when.date is None:
        moment += timedelta(days=1)
    if call.profile.is_open(moment):
        return call.wish_spoken
    opens = next((at for at in _days_from(moment) if _opens_after(call, at, moment)), None)
    return "" if opens is None else f"{spoken_when(When(date=opens.date()), call.now)}, when we're open"


def _whenever(when: When) -> bool:
    """ "As soon as you can" leaves it to us."""
    return when.soonest and not (when.date or when.time or when.part or when.earliest)


def _days_from(moment: datetime) -> Iterator[datetime]:
    return (moment + timedelta(days=ahead) for ahead in range(_LONGEST_CLOSED))


def _opens_after(call: Call, day: datetime, asked_for: datetime) -> bool:
    """Whether somebody is there on that day at the hour that was asked for, or later."""
    hours = call.profile.hours_on(day.date())
    return hours is not None and (day > asked_for or asked_for.time() < hours.opens)


def _number(call: Call) -> str:
    if call.slots.callback_number:
        return f" at {spoken_phone(call.slots.callback_number.removeprefix('+1'))}"
    return " at this number" if call.from_number and not call.other_number else ""


def _moment(call: Call, at: datetime) -> str:
    return spoken_time(call.profile.local(at), call.now.date())


def _booked(call: Call) -> str:
    booked = call.slots.booked_time
    return _moment(call, datetime.fromisoformat(booked)) if booked else call.slots.preferred_time


def _visit(call: Call) -> str:
    """The wished time of a visit; a day is said, be it only the first one that is free."""
    when, spoken = call.when, call.wish_spoken or call.slots.preferred_time
    any_day = when is not None and when.wishes and not (when.soonest or when.date or when.week_of)
    return f"on the first day that's free, {spoken}" if any_day else spoken


_FACTS: Mapping[str, Callable[[Call, str], str]] = {
    "greeting": lambda call, _: call.profile.greeting_at(call.now),
    "business": lambda call, _: call.profile.name,
    "area": lambda call, _: call.profile.service_area.spoken,
    "trade": lambda call, _: call.profile.trade,
    "promise": lambda call, _: _promise(call),
    "on_call_promise": lambda call, _: f"within {call.profile.emergency.callback_minutes} minutes",
    "expert": lambda call, _: call.profile.expert,
    "number": lambda call, _: _number(call),
    "name": lambda call, _: call.slots.customer_name,
    "zip": lambda call, _: spoken_digits(call.slots.zip_code),
    "address": lambda call, _: _address(call),
    "street": lambda call, _: _street(call.slots.service_address),
    "problem": lambda call, _: call.problem_spoken,
    "when": lambda call, _: call.wish_spoken or call.slots.preferred_time,
    "visit": lambda call, _: _visit(call),
    "booked": lambda call, _: _booked(call),
    "other_time": lambda call, _: _moment(call, call.other_time) if call.other_time else "",
    "offers": lambda call, _: spoken_times(map(call.profile.local, call.offers), call.now.date()),
    "pick": lambda call, _: "Does that work" if len(call.offers) == 1 else "Which one works",
    "meanwhile": lambda call, _: call.meanwhile,
    "also": lambda call, _: call.also,
    "appointment": lambda call, _: _appointment(call) or "that day",
    "your_appointment": lambda call, _: _your_appointment(call),
    "fact": lambda call, topic: call.profile.facts[topic],  # type: ignore[index]  # rows name only topics
}


_PROMISES = frozenset({"promise", "on_call_promise"})


def facts_in(sentence: str) -> frozenset[str]:
    """The names of the facts that a sentence needs."""
    return frozenset(name for _, name, _, _ in Formatter().parse(sentence) if name)


FACT_NAMES = frozenset(_FACTS)
_NEEDS = {line: facts_in(" ".join(sentences)) for line, sentences in LINES.items()}


def promised_by(line: str, call: Call) -> str:
    """When a person will call, as the line says it; empty where it names no time."""
    return " ".join(_FACTS[name](call, "") for name in _NEEDS[line] & _PROMISES)


def say(line: str, call: Call, topic: str = "") -> tuple[str, ...]:
    """The sentences of a line, filled with the facts of the call."""
    sentences, needs = LINES[line], _NEEDS[line]
    if not needs:
        return sentences
    facts = {name: _FACTS[name](call, topic) for name in needs}
    return tuple([sentence.format_map(facts) for sentence in sentences])
