"""Pure. What a turn of the caller changes in the call, before any way out is looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dialog_brain.flow.as_answer import OFFER_CALLS
from dialog_brain.flow.call import Call
from dialog_brain.flow.callbacks import appointment_at, callback_type, managed, reached, tells_otherwise
from dialog_brain.flow.checked_values import (
    address_check,
    moved_to,
    name_check,
    on_file,
    unit_told,
    zip_check,
)
from dialog_brain.flow.matters import LONGEST_NOTE, learn_matter, named_anew, noted, of_the_same
from dialog_brain.flow.offered_times import (
    OPEN_TIMES,
    answer_to_offer,
    answer_to_other_time,
    names_held,
    offered_after_all,
    puts_off,
    wished_beside,
)
from dialog_brain.flow.wished_times import asks_of_a_closed_day, changes_wish, wish
from dialog_brain.understanding.people_and_places.amended_names import whole_name
from dialog_brain.understanding.people_and_places.spelling import respelled
from dialog_brain.understanding.understood import Disputed, Understood, When

_OF_OFFERS = frozenset({"offer", "new_time"})
_OPENING = frozenset({"welcome", "lookup", "safety"})
_EXCLUDES_DANGER = frozenset({"safety", "safety_there", "recheck"})
"""Whoever says no to these may name what there is none of."""
_AMENDABLE = frozenset({"customer_name", "service_address", "problem_description", "equipment"})
"""Values of the read-back, besides the time."""


def learn(call: Call, heard: Understood, question: str) -> Call:
    """The call with what was heard filled in; `question` is the one that this turn answers."""
    cleared = question == "recheck" and heard.consent == "no"
    agreed = heard.consent == "yes" and question in {"read_back", "other_time"}
    suspicious = heard.hazard_withdrawn or (heard.sounds_dangerous and question not in _EXCLUDES_DANGER)
    if suspicious and not call.suspicious:
        call = call._replace(suspicious=heard.text[:LONGEST_NOTE])
    anew = suspicious and not (call.cleared or call.state in _OPENING)
    recheck = heard.hazard_withdrawn or anew or (call.recheck and not cleared)
    leaves = heard.wants == "goodbye" or (question in OPEN_TIMES and puts_off(call, heard))
    leaving = (leaves and not agreed) or (call.leaving and question != "leaving")
    if (recheck, leaving) != (call.recheck, call.leaving):
        call = call._replace(recheck=recheck, leaving=leaving, cleared=cleared or (call.cleared and not recheck))
    if heard.cannot_tell == "away" and not call.away:
        call = noted(call, heard)._replace(away=True)
    if call.state == "confirm" and call.slots.caller_confirmed:
        call = call.fill("said", caller_confirmed=False)
    waits = recheck and call.state == "booking"  # nothing is taken before that, or the offers would be gone
    if (answer := _ANSWERS.get(question)) is not None and not waits:
        call = answer(call, heard)
    call = _begun(call, heard)
    call = reached(_other_matter(call, heard, question), heard, question)
    if call.state == "booking":
        return _while_booking(call, heard, question)
    doubtful = question == "safety" and heard.hazard_withdrawn and heard.consent == "no"
    return _volunteered(noted(call, heard) if doubtful or _is_noted(heard) else call, heard, question)


def _is_noted(heard: Understood) -> bool:
    """Whether somebody is to read it."""
    return heard.visit == "wished" or heard.also is not None or heard.of_others


def _while_booking(call: Call, heard: Understood, question: str) -> Call:
    """What a turn may change while the calendar is asked: nothing that was sent already, it is noted.

    Where nothing is in the calendar yet, and times are offered, it is learned and read back before one is taken.
    """
    if question not in _OF_OFFERS or call.pending or call.unsettled or heard.zip:
        return noted(call, heard) if _is_noted(heard) or tells_otherwise(heard) else call
    told = heard._replace(when=None, urgency=None, lead=None, lead_withdrawn=False)
    after = _volunteered(noted(call, heard) if _is_noted(heard) else call, told, question)
    if not _AMENDABLE.isdisjoint(after.slots.changes_since(call.slots)):
        after = after._replace(amended=True)
    return after._replace(wish_unheard=True) if after.amended and not after.offers else after


def _begun(call: Call, heard: Understood) -> Call:
    """What counts from the first time that it is said, or when it is said again at once."""
    first = call.state == "welcome"
    if heard.present if first else call.greeted and heard.words and heard.wants not in {"repeat", "wait"}:
        call = call._replace(greeted=first)
    if heard.spanish or (call.spanish and heard.words > 1):
        call = call._replace(spanish=call.spanish + 1 + (first or heard.wants == "human") if heard.spanish else 0)
    return call._replace(flooding=heard.text) if heard.flooding and not call.flooding else call


def _volunteered(call: Call, heard: Understood, question: str) -> Call:
    """What a turn may change whatever was asked; not while booking, where it would not be what was agreed to."""
    call = learn_matter(*(named_anew(call, heard) if heard.machine_instead else (call, heard)))
    call = _person(call, heard, question)
    call = _place(call, heard, question)
    return call if heard.when is None or asks_of_a_closed_day(call, heard) else wish(call, heard.when)


def _other_matter(call: Call, heard: Understood, question: str) -> Call:
    """What a person has to see to."""
    if heard.own_visit is not None and not _is_of_another_day(call, heard):
        call = call._replace(own_visit=heard.own_visit, said_of_visit="")
        if heard.own_visit == "held":
            call = call._replace(said_of_visit=heard.text[:LONGEST_NOTE])
    if heard.manage is not None:
        call = managed(call, heard)
    if heard.when is not None and (heard.wants == "callback" or (heard.consent == "yes" and question in OFFER_CALLS)):
        call = call._replace(call_wished=heard.when.wishes)
    kind = callback_type(heard) or call.for_own_visit
    return call.fill("said", callback_type=kind) if kind and not call.slots.callback_type else call


def _is_of_another_day(call: Call, heard: Understood) -> bool:
    """Whether a visit that the caller speaks of, while another is arranged, cannot be the one in the calendar."""
    at = appointment_at(call)
    named = heard.when.date if heard.when is not None else None
    return call.state not in _OPENING and at is not None and named not in {None, at.date()}


def _person(call: Call, heard: Understood, question: str) -> Call:
    if heard.spelled and call.slots.customer_name:
        return call.fill("said", customer_name=respelled(call.slots.customer_name, heard.spelled))
    if not heard.name:
        return call
    said, held = (set(name.lower().split()) for name in (heard.name, call.slots.customer_name))
    if said <= held and not heard.correction and call.agreed("customer_name"):
        return call
    asked = question in {"name", "name_check", "change", "read_back", *_OF_OFFERS}
    if asked or not call.agreed("customer_name") or heard.correction or held < said:
        of_caller = call.agreed("customer_name")
        return call.fill("said", customer_name=whole_name(heard.name, call.slots.customer_name, of_caller=of_caller))
    return call


def _place(call: Call, heard: Understood, question: str) -> Call:
    if heard.zip and (heard.phone or question != "phone"):  # else the digits are a part of the number
        confirmed = call.zip_confirmed and heard.zip == call.slots.zip_code
        call = call.fill("said", zip_code=heard.zip)._replace(zip_confirmed=confirmed)
    asked = question in {"address", "address_check", "change"}
    again = call.state in {"confirm", "booking"}  # it is read back
    if heard.address and (asked or again or not call.agreed("service_address") or heard.correction):
        return moved_to(call, "said", heard.address)
    return call


def _read_back(call: Call, heard: Understood) -> Call:
    """Consent is a yes with nothing in the turn that changes what was read back."""
    if _agrees(call, heard):
        return call.fill("said", caller_confirmed=True)
    if heard.withdraws and heard.wants is None and not _changes(call, heard):
        return call._replace(declined=True)
    if heard.consent == "no" or heard.correction:
        said_again = (_names_values(heard) or heard.phone is not None) and heard.disputed is None
        return _drop_disputed(call._replace(changing=not (said_again or _changes(call, heard))), heard)
    return call


def _names_values(heard: Understood) -> bool:
    """ "No, I said Ann Lee": what is said with a no, and is what we have, is read back again."""
    wished = heard.when is not None and heard.when.wishes
    return heard.correction and (wished or bool(heard.name or heard.spelled or heard.zip or heard.address))


def _change(call: Call, heard: Understood) -> Call:
    if heard.withdraws and heard.wants is None and not _changes(call, heard):
        return call._replace(changing=False, declined=True)
    if heard.disputed is None and (_agrees(call, heard) or heard.kept == "as_is"):
        return call._replace(changing=False)
    after = _drop_disputed(call._replace(changing=not (heard.phone or _changes(call, heard))), heard)
    if after.changing and heard.consent == "no" and not heard.correction:
        return after._replace(changing=False, declined=True)
    return after


def _agrees(call: Call, heard: Understood) -> bool:
    """A yes with nothing in the turn that changes what was said."""
    return heard.consent == "yes" and not heard.correction and not _changes(call, heard)


def _changes(call: Call, heard: Understood) -> bool:
    """Whether the turn names another value for something that we read back."""
    slots, denied = call.slots, heard.problem_added and heard.consent == "no"
    changing = heard.correction or denied or call.question == "change" or of_the_same(heard)
    return (
        (heard.name is not None and heard.name != slots.customer_name)
        or (heard.zip is not None and heard.zip != slots.zip_code)
        or (heard.address is not None and heard.address != slots.service_address)
        or changes_wish(call, heard.when)
        or (heard.machine_instead is not None and heard.machine_instead != slots.equipment)
        or (heard.problem is not None and changing and heard.problem != slots.problem_description)
    )


_DISPUTED: Mapping[Disputed, str] = {
    "address": "service_address",
    "zip": "zip_code",
    "name": "customer_name",
    "time": "preferred_time",
    "problem": "problem_description",
}


def _drop_disputed(call: Call, heard: Understood) -> Call:
    """Forget the value that the caller calls wrong without naming another."""
    if heard.disputed == "unit":
        return call._replace(changing=False, unit_missing=True)
    if not call.changing or heard.disputed is None:
        return call
    return call.fill("said", **{_DISPUTED[heard.disputed]: ""})._replace(changing=False)


def _new_time(call: Call, heard: Understood) -> Call:
    if (offered := offered_after_all(call, heard)) is not None:
        return offered
    if heard.when is not None and changes_wish(call, heard.when):
        return wish(call, heard.when)
    return call._replace(wish_unheard=False, amended=False) if _agrees(call, heard) else call


def _conflict(call: Call, heard: Understood) -> Call:
    if (otherwise := wished_beside(call, heard)) is not None:
        return otherwise
    both = _agrees(call, heard) or (heard.consent == "yes" and heard.kept in {"both", "instead"})
    if both:
        return call._replace(force_book=True, conflict=False)
    keeps = heard.consent == "no" or names_held(call, heard)
    return call._replace(said_of_visit=heard.text[:LONGEST_NOTE]) if keeps else call


def _when(call: Call, heard: Understood) -> Call:
    """A yes to "should I look for the first opening?"; the bare question for a day has none. An emergency is asked
    for no day."""
    offered = (call.misses > 0 or heard.urgency == "urgent") and heard.consent == "yes"
    soonest = heard.when is None and (offered or heard.urgency == "emergency")
    if heard.disputed == "unit":
        call = call._replace(unit_missing=True)
    return wish(call, When(soonest=True)) if soonest else call


def _declined(call: Call, heard: Understood) -> Call:
    """A caller who changes something after all has not declined; with a yes a time is one to be called at."""
    after_all = heard.books or (heard.consent != "yes" and _changes(call, heard))
    return call._replace(declined=False) if after_all else call


def _zip(call: Call, heard: Understood) -> Call:
    unknown = heard.zip_unknown and heard.wants is None
    return call._replace(zip_unknown=True) if unknown else call


_ANSWERS: dict[str, Callable[[Call, Understood], Call]] = {
    "name_check": name_check,
    "address_check": address_check,
    "address": on_file,
    "zip": _zip,
    "zip_check": zip_check,
    "read_back": _read_back,
    "change": _change,
    "when": _when,
    "unit": unit_told,
    "declined": _declined,
    "other_time": answer_to_other_time,
    "offer": answer_to_offer,
    "new_time": _new_time,
    "conflict": _conflict,
}
"""What an answer to one question changes beyond what any turn may change."""
