"""Pure. The callback that a turn asks for, and the number at which the caller is to be called."""

from __future__ import annotations

from datetime import datetime, timedelta

from dialog_brain.flow.call import NUMBER_ASKED_AT_MOST, Call
from dialog_brain.understanding.understood import Understood
from dialog_brain.understanding.when.slots_written import parse_booked

_AHEAD = {"today": 0, "tomorrow": 1}
_OF_THE_VISIT = frozenset({"confirm", "booking"})
_WISHED = {"callback": "service", "human": "human"}


def callback_type(heard: Understood) -> str:
    """The type of the callback that a turn asks for; empty for none."""
    if heard.kind is not None:
        return heard.kind
    if heard.manage is not None:
        return "manage_booking"
    if heard.follow_up:
        return "follow_up"
    return _WISHED.get(heard.wants or "", "")


def managed(call: Call, heard: Understood) -> Call:
    """What is to happen to a visit that the caller has, and on which day that is."""
    named = heard.cancelled_day or ""
    if named in _AHEAD:
        named = f"{call.now + timedelta(days=_AHEAD[named]):%A}"
    others = heard.of_others or call.of_others
    cancels = heard.manage == "cancel"
    return call._replace(cancels=cancels, cancelled_day=named.capitalize(), of_others=others, said_of_visit="")


def appointment_at(call: Call) -> datetime | None:
    """When the visit is that the caller has, where the backend's writing can be read."""
    slots = call.slots
    written = {"appointment_date": slots.appointment_date, "appointment_time": slots.appointment_time}
    return parse_booked(written, call.now)


def is_another_visit(call: Call) -> bool:
    """Whether the visit that is to be cancelled is another than the one in the calendar: of another day or caller."""
    at = appointment_at(call)
    return call.of_others or (at is not None and call.cancelled_day not in {"", f"{at:%A}"})


def reached(call: Call, heard: Understood, question: str) -> Call:
    """The number at which the caller wants to be called."""
    asked = question == "phone"
    given = call.state in _OF_THE_VISIT and not (heard.follow_up or heard.also)  # no "you called me from this number"
    if heard.phone and (asked or given or heard.phone_claimed):
        return call.fill("said", callback_number=f"+1{heard.phone}")._replace(other_number=False)
    if heard.other_phone and not asked:
        return call._replace(other_number=True)
    if not asked or not heard.words:
        return call
    passes_over = heard.when is not None or heard.address is not None or heard.zip is not None
    return call._replace(number_asked=NUMBER_ASKED_AT_MOST if passes_over else call.number_asked + 1)


def told_meanwhile(heard: Understood) -> str:
    """What a turn changes of what is being booked, as people say it; empty for nothing."""
    for value, told in (
        ("the address", heard.address or heard.disputed == "address"),
        ("the ZIP code", heard.zip or heard.disputed == "zip"),
        ("the name", heard.correction and (heard.name or heard.disputed == "name")),
        ("the problem", heard.disputed == "problem" or (heard.correction and heard.problem)),
        ("the time", heard.disputed == "time" or (heard.correction and heard.when)),
    ):
        if told:
            return value
    return "that" if heard.correction and heard.consent is None else ""


def tells_otherwise(heard: Understood) -> bool:
    """Whether something that is in the booking already is told differently, or comes on top of it."""
    disputed = heard.disputed is not None and heard.disputed != "time"
    named = heard.correction and heard.name is not None
    return disputed or named or heard.problem_added or heard.address is not None or heard.zip is not None
