"""Pure. The named tests of how a call ends. Each docstring is what the printed table says."""

from __future__ import annotations

from datetime import datetime

from dialog_brain.flow.rows import Guard, Situation
from dialog_brain.flow.trades import told_of_another_trade

_MATTERS = {
    "wrong_number": "the caller wanted somebody else",
    "vendor": "the caller sells something",
    "none": "the caller wants nothing more",
    "estimate": "the caller wants a new system",
    "out_of_area": "the address is outside the service area",
    "manage_booking": "an appointment is to be moved or cancelled",
    "follow_up": "something that was arranged before is asked after",
    "general": "we could not understand the caller",
    "human": "a person was asked for",
    "billing": "it is about a bill",
    "applicant": "it is about a job",
}
"""For the printed table: callback types in an owner's words."""


def gone_silent(s: Situation) -> bool:
    """nobody answers any more"""
    return s.call.silences > s.call.profile.limits.silences_before_goodbye


def gone_silent_with_problem(s: Situation) -> bool:
    """nobody answers any more, and a problem is known"""
    return gone_silent(s) and bool(s.call.slots.problem_description)


def callback_type_is(*types: str) -> Guard:
    """The guard that holds for these callback types."""

    def guard(s: Situation) -> bool:
        return s.call.slots.callback_type in types

    guard.__doc__ = ", or ".join(_MATTERS[kind] for kind in types)
    return guard


def person_reachable(s: Situation) -> bool:
    """a person is asked for, the office is open and has a number for it"""
    call = s.call
    if call.transfer or call.raised:
        return call.transfer == "under_way" and not call.raised
    wanted = call.slots.callback_type == "human" and call.profile.forward_number is not None
    return wanted and call.profile.is_open(call.now)


def person_did_not_answer(s: Situation) -> bool:
    """the person did not take the call"""
    return s.call.transfer == "failed"


def told_in_spanish(s: Situation) -> bool:
    """the caller speaks Spanish, and is called at the number of this call"""
    slots = s.call.slots
    return s.call.spanish > 1 and slots.callback_type == "human" and not slots.callback_number


def danger_not_excluded(s: Situation) -> bool:
    """a question about danger was not answered, or was not asked of what sounds like one"""
    unanswered = s.call.slots.callback_type == "general" or (s.call.spanish > 1 and not person_reachable(s))
    unasked = s.call.suspicious != "" and s.call.left_from in ("welcome", "lookup")
    return s.call.recheck or unasked or (s.call.left_from == "safety" and unanswered)


def other_trade(s: Situation) -> bool:
    """what is to be repaired is of another trade"""
    return told_of_another_trade(s.call)


def flooded_after_hours(s: Situation) -> bool:
    """water or sewage does damage, the business is closed and somebody is on call"""
    call = s.call
    if call.alerted or call.raised:
        return call.alerted
    if not call.flooding or call.slots.urgency_tier != "emergency" or call.slots.callback_type in _NOT_ON_CALL:
        return False
    return bool(call.profile.emergency.numbers and call.callable_at) and not call.profile.is_open(call.now)


def flooded_until_visit(s: Situation) -> bool:
    """water or sewage does damage until the visit, which could not be today, with somebody on call after hours"""
    call, wish = s.call, s.call.when
    if call.alerted or not (call.flooding and call.slots.booked_time):
        return call.alerted
    today = call.now.date()
    later = call.profile.local(datetime.fromisoformat(call.slots.booked_time)).date() > today
    at_once = wish is None or wish.soonest or wish.date == today
    return later and at_once and flooded_after_hours(s)


def noted_beside(s: Situation) -> bool:
    """the caller asked for something beside the visit"""
    return bool(s.call.slots.noted)


_NOT_ON_CALL = frozenset({"wrong_number", "vendor", "none", "estimate", "out_of_area", "billing", "applicant"})
"""Callbacks for which nobody is woken."""
