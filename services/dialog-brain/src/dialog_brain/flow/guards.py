"""Pure. The named tests of the flow's rows. Each docstring is what the printed table says."""

from __future__ import annotations

from dialog_brain.flow.call import NUMBER_ASKED_AT_MOST
from dialog_brain.flow.ending_guards import person_reachable
from dialog_brain.flow.rows import Guard, Situation
from dialog_brain.flow.trades import of_another_trade
from dialog_brain.understanding.understood import Consent

OFFICE_MATTERS = frozenset({"billing", "vendor", "applicant", "wrong_number"})


def always(_: Situation) -> bool:
    """otherwise"""
    return True


def something_was_said(s: Situation) -> bool:
    """the caller has said what it is about, or anything that is no question and no request to wait or repeat"""
    if not s.heard.words:
        return False
    beside = s.heard.question is not None or s.heard.wants in {"repeat", "wait"}
    return not beside or bool(s.learned)


def office_matter(s: Situation) -> bool:
    """it is about a bill or a job, or the caller sells something or has the wrong number"""
    return s.call.slots.callback_type in OFFICE_MATTERS


def callback_wanted(s: Situation) -> bool:
    """the caller wants to be called, or has a matter for a person"""
    return bool(s.call.slots.callback_type)


def callback_wanted_later(s: Situation) -> bool:
    """the caller wants to be called, or turns out to have a matter for a person"""
    return callback_wanted(s) and s.call.state != "welcome"


def number_needed(s: Situation) -> bool:
    """a call or a visit is wanted, and the caller's number is withheld, or another one is to be called"""
    call = s.call
    wanted = call.state == "confirm" or call.slots.callback_type not in {"", "none", "vendor", "wrong_number"}
    asks_again = wanted and call.number_asked < NUMBER_ASKED_AT_MOST
    return asks_again and (call.other_number or not call.callable_at) and not person_reachable(s)


def human_wanted(s: Situation) -> bool:
    """a person is asked for"""
    return s.heard.wants == "human"


def speaks_spanish(s: Situation) -> bool:
    """the caller opens in Spanish, or goes on in it, and can be called"""
    return s.heard.spanish and s.call.spanish > 1 and bool(s.call.callable_at)


def hazard_named(s: Situation) -> bool:
    """a danger is named"""
    return s.heard.hazard is not None


def medical(s: Situation) -> bool:
    """somebody's life is in danger, and the building is safe"""
    return s.call.medical


def hazard_withdrawn(s: Situation) -> bool:
    """a danger is taken back"""
    return s.heard.hazard_withdrawn and s.question != "recheck"


def danger_suspected(s: Situation) -> bool:
    """what is told sounds like a danger, and none has been excluded"""
    return s.heard.sounds_dangerous and s.question != "recheck" and s.call.recheck


def sounded_dangerous(s: Situation) -> bool:
    """what was told sounds like a danger"""
    return s.call.suspicious != ""


def repeat_wanted(s: Situation) -> bool:
    """the caller wants it said again"""
    return s.heard.wants == "repeat"


def wait_wanted(s: Situation) -> bool:
    """the caller needs a moment, and says nothing else"""
    return s.heard.wants == "wait" and not s.learned


def goodbye_said(s: Situation) -> bool:
    """the caller says goodbye"""
    return s.heard.wants == "goodbye"


def presence_told(s: Situation) -> bool:
    """the caller only says hello, or asks whether we are there"""
    return s.heard.present and s.call.state != "welcome"


def says_hello(s: Situation) -> bool:
    """the caller begins with nothing but a hello"""
    return s.heard.present and s.call.state == "welcome"


def greeted(s: Situation) -> bool:
    """the caller has only said hello so far"""
    return s.call.greeted


def asked_in_passing(s: Situation) -> bool:
    """something else is asked"""
    return s.heard.question is not None


def answered(question: str, consent: Consent) -> Guard:
    """The guard that holds when `question` was answered with that consent and no correction."""

    def guard(s: Situation) -> bool:
        return s.answers(question, consent)

    guard.__doc__ = f"{consent} to “{question.replace('_', ' ')}”"
    return guard


def danger_excluded(s: Situation) -> bool:
    """no to “recheck”, now or before"""
    return s.call.cleared


def away(s: Situation) -> bool:
    """the caller is not where the service is"""
    return s.call.away


def none_told_there(s: Situation) -> bool:
    """no to “safety there”, or the caller cannot tell"""
    return s.answers("safety_there", "no") or (s.question == "safety_there" and s.heard.cannot_tell is not None)


def zip_missing(s: Situation) -> bool:
    """no ZIP is known"""
    return not s.call.slots.zip_code


def zip_in_area(s: Situation) -> bool:
    """the ZIP is in the service area"""
    return s.call.profile.service_area.covers(s.call.slots.zip_code)


def other_trade(s: Situation) -> bool:
    """the problem is one of another trade"""
    return of_another_trade(s.call)


def zip_unknown(s: Situation) -> bool:
    """the caller does not know the ZIP, and has given a name or was asked for one"""
    asked = s.question == "name" and s.heard.words > 0 and (s.heard.wants, s.heard.question) == (None, None)
    return s.call.zip_unknown and (asked or not name_missing(s))


def name_missing_for_call(s: Situation) -> bool:
    """the caller does not know the ZIP, and no name is known"""
    return s.call.zip_unknown and name_missing(s)


def zip_outside_unconfirmed(s: Situation) -> bool:
    """the ZIP is outside and has not been read back"""
    return bool(s.call.slots.zip_code) and not zip_in_area(s) and not s.call.zip_confirmed


def zip_outside(s: Situation) -> bool:
    """the ZIP is outside, and the caller confirmed it"""
    return s.call.zip_confirmed and bool(s.call.slots.zip_code) and not zip_in_area(s)


def name_unchecked(s: Situation) -> bool:
    """a name was looked up, and the caller has not agreed to it"""
    return bool(s.call.slots.customer_name) and not s.call.agreed("customer_name")


def name_missing(s: Situation) -> bool:
    """no name is known"""
    return not s.call.slots.customer_name


def problem_missing(s: Situation) -> bool:
    """no problem is known"""
    return not s.call.slots.problem_description


def address_unchecked(s: Situation) -> bool:
    """an address was looked up, and the caller has not agreed to it"""
    return bool(s.call.slots.service_address) and not s.call.agreed("service_address")


def unit_missing(s: Situation) -> bool:
    """the caller says that the unit of the address is missing"""
    return s.call.unit_missing and bool(s.call.slots.service_address)


def address_missing(s: Situation) -> bool:
    """no address is known"""
    return not s.call.slots.service_address


_SPOKEN = {
    "zip_code": "ZIP",
    "customer_name": "name",
    "problem_description": "problem",
    "service_address": "address",
}
"""For the printed table: slots in an owner's words."""


def disputed(slot: str) -> Guard:
    """The guard that holds when the slot was filled and then called wrong."""

    def guard(s: Situation) -> bool:
        return s.call.disputed(slot)

    guard.__doc__ = f"the {_SPOKEN[slot]} was called wrong"
    return guard


def all_known(s: Situation) -> bool:
    """name, problem and address are known and agreed"""
    unknown = name_missing(s) or problem_missing(s) or address_missing(s) or s.call.disputed("zip_code")
    return not (unknown or name_unchecked(s) or address_unchecked(s) or zip_outside_unconfirmed(s))


def lead(s: Situation) -> bool:
    """the caller wants a new system"""
    return s.call.slots.lead_type == "high_ticket"


def time_missing(s: Situation) -> bool:
    """no time is wished for"""
    return not s.call.slots.preferred_time


def call_time_missing(s: Situation) -> bool:
    """no time to call is known, for a new system"""
    return lead(s) and time_missing(s)


def wish_over(s: Situation) -> bool:
    """the time that was wished for has passed"""
    return s.call.wish_over


def declined(s: Situation) -> bool:
    """the caller wants nothing of what was read back"""
    return s.call.declined


def nothing_wanted(s: Situation) -> bool:
    """the caller wants no call either"""
    return s.answers("declined", "no") and s.call.declined


def changing(s: Situation) -> bool:
    """the caller disagreed and has not said with what"""
    return s.call.changing


def rechecking(s: Situation) -> bool:
    """a danger was taken back, or what was told sounds like one"""
    return s.call.recheck


def leaving(s: Situation) -> bool:
    """the caller is about to leave"""
    return s.call.leaving


def lead_agreed(s: Situation) -> bool:
    """a new system is wanted and the caller agrees"""
    return lead(s) and s.heard.consent == "yes" and not s.heard.correction


def consented(s: Situation) -> bool:
    """the caller agreed to the read-back"""
    return s.call.slots.caller_confirmed


def leaving_agreed(s: Situation) -> bool:
    """a call is wanted before leaving, and the call does not go on"""
    return s.answers("leaving", "yes") and s.learned.isdisjoint({"customer_name", "zip_code", "service_address"})


def leaving_refused(s: Situation) -> bool:
    """no callback is wanted before leaving"""
    return s.question == "leaving" and (s.heard.consent == "no" or goodbye_said(s))
