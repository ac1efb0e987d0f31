"""Pure. The named tests of the flow's rows that are about the calendar and what the caller says to it."""

from __future__ import annotations

from dialog_brain.flow.call import BOOKINGS_AT_MOST
from dialog_brain.flow.offered_times import names_held
from dialog_brain.flow.rows import Situation
from dialog_brain.flow.wished_times import names_another

_BEFORE_A_TIME = frozenset({"safety", "service_area", "discovery"})


def booking_unanswered(s: Situation) -> bool:
    """the booking did not answer in time, or not so that it is known whether it happened"""
    return s.answer is not None and s.call.booking_unclear


def booked_as_wished(s: Situation) -> bool:
    """booked as wished"""
    return s.call.slots.booking_confirmed


def booked_otherwise(s: Situation) -> bool:
    """booked at another time than wished, or the caller has objected meanwhile"""
    return s.call.other_time is not None


def booked_meanwhile(s: Situation) -> bool:
    """booked before the caller told something of it otherwise"""
    return booked_otherwise(s) and bool(s.call.meanwhile)


def told_meanwhile(s: Situation) -> bool:
    """booked, and something of it was told otherwise meanwhile"""
    return booked_as_wished(s) and bool(s.call.meanwhile)


def also_wanted(s: Situation) -> bool:
    """booked, and a person has to see to something else"""
    return booked_as_wished(s) and bool(s.call.also)


def appointment_conflicts(s: Situation) -> bool:
    """the caller has an appointment that day"""
    return s.call.conflict and not s.call.force_book


def in_the_way_of_itself(s: Situation) -> bool:
    """the caller has an appointment that day, and wants another time instead of one that this call has booked"""
    return appointment_conflicts(s) and s.call.left_over is not None


def both_wanted(s: Situation) -> bool:
    """both visits are wanted"""
    return s.answers("conflict", "yes") and s.call.force_book


def appointment_kept(s: Situation) -> bool:
    """the appointment is enough, and no other time is wished for"""
    kept = s.answers("conflict", "no") or (s.question == "conflict" and names_held(s.call, s.heard))
    return kept and not s.call.wish_unheard


def unsettled(s: Situation) -> bool:
    """booked at a time that the caller does not want"""
    return bool(s.call.unsettled)


def others_asked(s: Situation) -> bool:
    """other times are asked for, and there are none"""
    if s.heard.asks_for != "others" or s.heard.consent is not None:
        return s.question == "other_time" and s.heard.asks_for == "others" and s.call.other_time is not None
    return (s.question == "other_time" and s.call.other_time is not None) or (s.question == "offer" and offered(s))


def offered(s: Situation) -> bool:
    """other times are free"""
    return bool(s.call.offers) and s.call.bookings <= BOOKINGS_AT_MOST


def offer_pending(s: Situation) -> bool:
    """times were offered"""
    return bool(s.call.offers)


def time_chosen(s: Situation) -> bool:
    """one of the offered times is chosen"""
    return s.question == "offer" and not s.call.offers and not s.call.wish_unheard


def new_time(s: Situation) -> bool:
    """another time than the offered ones is wished for"""
    return s.call.wish_unheard


def amended(s: Situation) -> bool:
    """something else than the time was changed while times were offered"""
    return new_time(s) and s.call.amended


def offers_refused(s: Situation) -> bool:
    """none of the offered times suits, and no other is wished for"""
    if s.question != "offer" or not s.call.offers:
        return False
    ruled_out = s.heard.when.not_on if s.heard.when is not None else ()
    if any(s.call.profile.local(offer).date() not in ruled_out for offer in s.call.offers):
        return s.answers("offer", "no") and not ruled_out
    return True


def new_time_agreed(s: Situation) -> bool:
    """the caller agrees to try the other time"""
    return s.question == "new_time" and not (s.call.wish_unheard or s.call.offers)


def other_time_refused(s: Situation) -> bool:
    """the caller does not want the time that was booked"""
    if s.question != "other_time" or s.call.other_time is None:
        return False
    if s.heard.taken is not None or others_asked(s):
        return False
    another = names_another(s.heard.when, s.call.profile.local(s.call.other_time))
    return s.heard.consent == "no" or s.heard.correction or another


def new_time_refused(s: Situation) -> bool:
    """the other time is not it either"""
    return s.answers("new_time", "no") and s.learned <= {"noted"}


def time_asked_early(s: Situation) -> bool:
    """when somebody comes is asked, and that is not agreed yet, or only the day"""
    if s.heard.visit != "asked":
        return False
    undecided = s.question == "read_back" and not s.call.slots.requested_at
    early = undecided and s.heard.consent is None and not s.learned
    return early or (s.call.state in _BEFORE_A_TIME and s.heard.own_visit != "held")


def booking_unclear(s: Situation) -> bool:
    """it is not known whether the booking happened"""
    return s.call.booking_unclear


def booking_failed(s: Situation) -> bool:
    """a booking was tried and did not happen"""
    return s.call.slots.booking_attempted and not s.call.slots.booking_confirmed


def promise_open(s: Situation) -> bool:
    """a call that was promised has not come"""
    return s.call.slots.callback_type == "follow_up" and bool(s.call.slots.callback_promise)


def visit_expected(s: Situation) -> bool:
    """a visit that is in the calendar is asked about"""
    slots = s.call.slots
    expected = slots.callback_type == "follow_up" and bool(slots.appointment_date) and not slots.callback_promise
    return expected and not kept_waiting(s)


def kept_waiting(s: Situation) -> bool:
    """nobody came to a visit"""
    return s.call.own_visit == "missed" and s.call.slots.callback_type == "follow_up"
