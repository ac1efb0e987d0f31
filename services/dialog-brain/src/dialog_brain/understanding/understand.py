"""Pure. One caller turn, given what was asked, as typed values: the grammars put together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any, NamedTuple

from dialog_brain.understanding.answers.answers import Answer, answer_to, answer_to_safety
from dialog_brain.understanding.answers.first_answer import first_answer
from dialog_brain.understanding.answers.plain import PLAIN
from dialog_brain.understanding.answers.presence import only_present
from dialog_brain.understanding.answers.prices_demanded import holds_back_for_price
from dialog_brain.understanding.asking.afterwards import heard_afterwards
from dialog_brain.understanding.asking.asides import asks_aside
from dialog_brain.understanding.asking.beside_a_repair import heard_also
from dialog_brain.understanding.asking.farewells import only_leaves
from dialog_brain.understanding.asking.managing import cancelled_day, is_of_others
from dialog_brain.understanding.asking.requests import NO_REQUESTS, Requests, heard_requests
from dialog_brain.understanding.asking.unknown import is_unknown
from dialog_brain.understanding.asking.visits import NOTHING_OF_THE_VISIT, VisitSaid, heard_visit, without_wishes
from dialog_brain.understanding.danger.gone_with_a_no import may_still_be_there
from dialog_brain.understanding.danger.hazards import NOTHING_TOLD, Heard, heard_hazard
from dialog_brain.understanding.danger.medical import feels_ill
from dialog_brain.understanding.danger.questions_back import own_answer
from dialog_brain.understanding.danger.second_ear import sounds_dangerous
from dialog_brain.understanding.language.words import Speech, hear
from dialog_brain.understanding.leaving import as_leaving
from dialog_brain.understanding.matter.dropped_machines import instead
from dialog_brain.understanding.matter.intent import NO_MATTER, Matter, heard_matter
from dialog_brain.understanding.matter.problem_words import in_order
from dialog_brain.understanding.matter.problems import (
    Complaint,
    adds_problem,
    asks_upkeep,
    evidence,
    heard_problem,
    mentions_machine,
    tells_symptom,
)
from dialog_brain.understanding.on_offer import on_offer
from dialog_brain.understanding.people_and_places.address_on_file import is_for_another_place, on_file
from dialog_brain.understanding.people_and_places.missing_units import leaves_out_unit, tells_unit
from dialog_brain.understanding.people_and_places.others_names import heard_household
from dialog_brain.understanding.people_and_places.phone_numbers import asks_elsewhere, is_ours, is_theirs
from dialog_brain.understanding.people_and_places.spelling import spelled_alone
from dialog_brain.understanding.told_beside import BESIDE, NOTHING_BESIDE, Beside, heard_beside
from dialog_brain.understanding.told_values import Told, told_values
from dialog_brain.understanding.understood import NOTHING_HELD, Expected, Held, Understood
from dialog_brain.understanding.when.relative_times import settles

_NO_COMPLAINT = Complaint(None, None, None)
_BEFORE_A_VISIT = ("open", "problem")
"""In answer to these a visit is one that was arranged before."""
_ABOUT_THE_VISIT = frozenset({"zip", "name", "address", "time", "confirm"})
"""Asked for these, the caller has said before what the call is about."""
_ANY_MOMENT = datetime(2026, 1, 5, 12, tzinfo=UTC)
_LONGEST_TURN = 400
"""Words of one turn that are read for slots; dangers are looked for in all of it."""


def understand(
    text: str,
    asked: Expected,
    now: datetime,
    keyterms: tuple[str, ...] = (),
    offers: Sequence[datetime] = (),
    held: Held = NOTHING_HELD,
) -> Understood:
    """What `text` means as the answer to what was `asked`.

    `now` is aware and in the business's zone; `keyterms` are names the business expects, such as streets; `offers`
    are the times of which the caller was asked to take one; `held` is what was read back to the caller. Never raises on
    any text.
    """
    if offers:
        held = held._replace(offers=tuple([offer.astimezone(now.tzinfo) for offer in offers]))
    whole = hear(text)
    if whole.words in PLAIN and not held.offers:
        return _plainly(whole.words, whole.stops, asked)._replace(text=text)
    return _understood(text, whole, asked, now, keyterms, held)


@cache
def _plainly(words: tuple[str, ...], stops: tuple[str, ...], asked: Expected) -> Understood:
    """What one of the plain answers means, whenever and of whatever it is said."""
    return _understood("", Speech(words, words, stops), asked, _ANY_MOMENT, (), NOTHING_HELD)


def understand_afterwards(
    text: str, now: datetime, keyterms: tuple[str, ...] = (), held: Held = NOTHING_HELD
) -> Understood:
    """What `text` means after the last question, whether there is anything else; `held` is what was booked."""
    whole = hear(text)
    heard = _understood(text, whole, "confirm", now, keyterms, held)._replace(afterwards=heard_afterwards(whole))
    return heard._replace(hazard_withdrawn=True) if feels_ill(whole) else heard


def _understood(
    text: str, whole: Speech, asked: Expected, now: datetime, keyterms: tuple[str, ...], held: Held
) -> Understood:
    hazard = heard_hazard(whole, asked_safety=asked == "safety")
    speech = whole if len(whole.words) <= _LONGEST_TURN else whole.cut(0, _LONGEST_TURN)
    bare = asked != "open" and BESIDE.isdisjoint(speech.words)
    visit = NOTHING_OF_THE_VISIT if bare else heard_visit(speech)
    slots = told_values(speech, asked, now, keyterms, visit.wishes, held)
    visit = visit.beside(slots.number_given(speech)) if asked in _ABOUT_THE_VISIT else visit
    visiting = visit.wishes != [] and asked in _ABOUT_THE_VISIT
    matter = NO_MATTER if bare else heard_matter(speech, asked, visiting=visiting)
    rest = without_wishes(speech, visit)
    only_wished = rest is speech and visit.about == "wished"
    ahead = only_wished or slots.asks_to_be_called(speech)
    requests = NO_REQUESTS if bare else _requests(rest, asked, matter, ahead=ahead)
    beside = NOTHING_BESIDE if bare else heard_beside(speech, before_a_visit=asked in _BEFORE_A_VISIT)
    complaint = _complaint(speech, asked, slots)
    answer = _answer(speech if asked == "safety" else rest, asked, hazard, slots, complaint)
    if only_wished and answer.correction and not slots.changed:  # "call me instead of her when you're close"
        answer = Answer(None)
    parts = _Parts(_doubted(hazard, answer, speech, asked), visit, slots, matter, requests, beside, complaint, answer)
    heard = _with_aside(_put_together(text, whole, speech, parts), speech, asked)
    if (complaint.problem is not None or asked == "confirm") and (machine := instead(speech)) is not None:
        heard = heard if heard.problem_added else heard._replace(machine_instead=machine)
    heard = heard._replace(spanish=beside.spanish, flooding=beside.flooding, cannot_tell=answer.cannot_tell)
    if asked == "confirm":
        settled = slots.when is not None and not slots.detailed and settles(speech)
        heard = heard._replace(settles=settled, household=heard_household(speech))
    if asked == "confirm" and (
        heard.consent is None or heard.when or heard.phone or heard.other_phone or heard.address or heard.on_file
    ):
        heard = _agreeing_beside(heard._replace(begins=first_answer(speech)))
    heard = as_leaving(heard, speech, asked, offered=bool(held.offers))
    heard = _of_what_we_hold(heard, speech, asked, told_more=slots.detailed, held=held)
    if held.offers:
        heard = on_offer(heard, speech, held.offers, now)
    if asked in _BEFORE_A_VISIT and heard.intent == "service" and heard.problem:
        heard = heard._replace(also=heard_also(speech))
    without = asked == "zip" and not (heard.zip or heard.partial_digits)
    return heard._replace(zip_unknown=is_unknown(speech)) if without else heard


def _doubted(hazard: Heard, answer: Answer, speech: Speech, asked: Expected) -> Heard:
    """ "No, we left the house": what may still be there is asked about once more."""
    if asked != "safety" or hazard.hazard is not None or answer.consent == "yes":
        return hazard
    return hazard._replace(withdrawn=hazard.withdrawn or may_still_be_there(own_answer(speech)))


def _agreeing_beside(heard: Understood) -> Understood:
    """ "Yes, and use my cell instead", "yes, but it's also making a noise": neither takes the yes back."""
    if heard.begins != "yes" or heard.when or heard.name or heard.address or heard.zip or heard.disputed or heard.wants:
        return heard
    tells_more = heard.consent is None and heard.problem_added and heard.equipment is None
    beside = tells_more or (heard.consent == "no" and (heard.phone_claimed or heard.other_phone))
    return heard._replace(consent="yes", correction=False) if beside else heard


def _of_what_we_hold(heard: Understood, speech: Speech, asked: Expected, *, told_more: bool, held: Held) -> Understood:
    """A part of it that is spelled, or that is missing: "you left out the unit number" is no trouble of a machine."""
    if asked == "confirm" and heard.spelled and heard.consent is None:
        heard = heard._replace(correction=True)
    if told_more or not held.address or not leaves_out_unit(speech):
        return heard
    return _UNIT_MISSING._replace(text=heard.text, words=heard.words, hazard=heard.hazard, when=heard.when)


class _Parts(NamedTuple):
    """What the grammars found in a turn."""

    hazard: Heard
    visit: VisitSaid
    slots: Told
    matter: Matter
    requests: Requests
    beside: Beside
    complaint: Complaint
    answer: Answer


def _put_together(text: str, whole: Speech, speech: Speech, parts: _Parts) -> Understood:
    hazard, visit, (_, digits, _, name, when, _), matter, requests, beside, complaint, answer = parts
    corrects = answer.correction and (requests.question is None or parts.slots.changed or answer.consent == "no")
    return Understood(
        text=text,
        words=len(whole.words),
        hazard=hazard.hazard,
        hazard_withdrawn=hazard.withdrawn,
        sounds_dangerous=hazard == NOTHING_TOLD and sounds_dangerous(text, len(whole.words)),
        **answer._replace(correction=corrects)._asdict(),
        wants=requests.wants,
        manage=requests.manage,
        of_others=requests.manage is not None and is_of_others(speech),
        cancelled_day=cancelled_day(speech) if requests.manage == "cancel" else None,
        follow_up=requests.follow_up,
        visit=visit.about,
        question=requests.question,
        also_asked=requests.also_asked,
        present=only_present(speech),
        parting=requests.wants == "goodbye" and only_leaves(speech),
        own_visit=beside.own_visit,
        thanks=beside.thanks,
        intent=matter.intent,
        kind=matter.kind,
        zip=digits.zip,
        partial_digits=digits.partial,
        **_where(speech, parts.slots),
        name=None if name is None else name.text,
        spelled=spelled_alone(speech) if name is None else None,
        problem=None if matter.intent == "non_service" else complaint.problem,
        problem_added=complaint.problem is not None and adds_problem(speech),
        equipment=complaint.equipment,
        problem_duration=complaint.duration,
        when=when,
        urgency=beside.urgency,
        lead=beside.lead,
        lead_withdrawn=beside.lead_withdrawn,
    )


_NOTHING = Understood(text="")
_UNIT_MISSING = Understood(text="", consent="no", correction=True, disputed="unit")


def _where(speech: Speech, slots: Told) -> dict[str, Any]:
    phone = slots.phone
    return {
        "address": None if slots.place is None else slots.place.text,
        "on_file": on_file(speech),
        "elsewhere": is_for_another_place(speech),
        "phone": None if phone is None or is_theirs(speech, phone) else phone.text,
        "phone_claimed": phone is not None and is_ours(speech, phone),
        "other_phone": phone is None and asks_elsewhere(speech),
    }


def _with_aside(heard: Understood, speech: Speech, asked: Expected) -> Understood:
    """What was heard, with the question that a turn asks which answers nothing, and asks nothing that we know."""
    held_back = asked == "any" or (asked == "confirm" and heard.consent is None)
    if held_back and heard.question is None and holds_back_for_price(speech):
        return heard._replace(question="fee")
    expected = asked in _ABOUT_THE_VISIT or (asked == "open" and heard.equipment is None)
    told = heard.consent or heard.wants or heard.zip or heard.name or heard.address or heard.when
    if told or not expected or heard.visit == "wished":  # `told` alone only spares most turns the comparison
        return heard
    beside = _NOTHING._replace(
        text=heard.text,
        words=heard.words,
        disputed=heard.disputed,
        intent=heard.intent,
        thanks=heard.thanks,
        visit=heard.visit,
        partial_digits=heard.partial_digits,
        equipment=heard.equipment,
        problem_duration=heard.problem_duration,
        urgency=heard.urgency,
    )
    aside = heard == beside and asks_aside(speech, opening=asked == "open")
    return heard._replace(question="other") if aside else heard


def _requests(rest: Speech, asked: Expected, matter: Matter, *, ahead: bool) -> Requests:
    """What is asked of us; `ahead`: a call before the visit, or the caller's name, is no callback."""
    requests = heard_requests(rest, opening=asked == "open", before_a_visit=asked in _BEFORE_A_VISIT)
    if (matter.pitch and requests.wants == "human") or (ahead and requests.wants == "callback"):
        requests = requests._replace(wants=None)
    return requests._replace(follow_up=False) if requests.follow_up and asked == "safety" else requests


def _answer(speech: Speech, asked: Expected, hazard: Heard, slots: Told, complaint: Complaint) -> Answer:
    if asked != "safety":
        return answer_to(speech, asked, changed=slots.changed, detailed=slots.detailed)
    told = (slots.name, slots.digits.zip, complaint.problem)
    name = None if slots.name is None else (slots.name.start, slots.name.end)
    return answer_to_safety(speech, hazard, name, beside=any(told))


def _complaint(speech: Speech, asked: Expected, slots: Told) -> Complaint:
    """The complaint; where something else was asked, or a time was said, only one that names a machine."""
    if asked in ("open", "problem"):
        return heard_problem(speech, asked=asked == "problem" and slots.when is None, told=slots.told)
    added = adds_problem(speech)
    if asked in ("address", "confirm") and tells_unit(speech):
        return _NO_COMPLAINT
    long = len(speech.words) > (1 if asked == "zip" else 3) or added or (asked == "safety" and evidence(speech))
    denies = asked == "confirm" and speech.words[:1] == ("no",)
    otherwise = asked in _ABOUT_THE_VISIT and (denies or added) and tells_symptom(speech)
    if otherwise or asked == "any" or (long and (mentions_machine(speech) or asks_upkeep(speech))):
        told = heard_problem(speech, asked=False, told=slots.told)
        return told._replace(problem=None) if told.problem and in_order(hear(told.problem)) else told
    return _NO_COMPLAINT
