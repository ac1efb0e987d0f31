"""Pure. One caller turn, given what was asked, as typed values: the grammars put together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from dialog_brain.understanding.answers.answers import Answer, answer_to, answer_to_safety
from dialog_brain.understanding.answers.presence import only_present
from dialog_brain.understanding.asking.afterwards import heard_afterwards
from dialog_brain.understanding.asking.asides import asks_aside
from dialog_brain.understanding.asking.farewells import only_leaves
from dialog_brain.understanding.asking.openings import heard_openings
from dialog_brain.understanding.asking.requests import NO_REQUESTS, Requests, heard_requests
from dialog_brain.understanding.asking.unknown import is_unknown
from dialog_brain.understanding.asking.visits import (
    NOTHING_OF_THE_VISIT,
    VisitSaid,
    heard_visit,
    without_wishes,
)
from dialog_brain.understanding.asking.withdrawals import withdraws
from dialog_brain.understanding.beside import BESIDE, NOTHING_BESIDE, PLAIN, Beside, heard_beside
from dialog_brain.understanding.danger.hazards import Heard, heard_hazard
from dialog_brain.understanding.language.digit_rows import digit_rows
from dialog_brain.understanding.language.numbers import Digits, says_digits
from dialog_brain.understanding.language.words import Speech, hear
from dialog_brain.understanding.matter.intent import NO_MATTER, Matter, heard_matter
from dialog_brain.understanding.matter.problem_words import in_order
from dialog_brain.understanding.matter.problems import (
    Complaint,
    adds_problem,
    asks_upkeep,
    heard_problem,
    mentions_machine,
)
from dialog_brain.understanding.people_and_places.address_on_file import on_file
from dialog_brain.understanding.people_and_places.addresses import Place, crossing, heard_address
from dialog_brain.understanding.people_and_places.amended_addresses import amended_address
from dialog_brain.understanding.people_and_places.amended_names import amended_name, completed_name
from dialog_brain.understanding.people_and_places.asked_names import asked_name
from dialog_brain.understanding.people_and_places.listed_names import listed_name
from dialog_brain.understanding.people_and_places.names import heard_name
from dialog_brain.understanding.people_and_places.phone_numbers import heard_phone, is_ours, is_theirs
from dialog_brain.understanding.people_and_places.spelling import spelled_alone
from dialog_brain.understanding.people_and_places.whole_names import Named
from dialog_brain.understanding.people_and_places.zip_codes import SaidDigits, heard_zip
from dialog_brain.understanding.understood import NOTHING_HELD, Expected, Held, Understood, When
from dialog_brain.understanding.when.offers import choose
from dialog_brain.understanding.when.whens import heard_when

_NO_COMPLAINT = Complaint(None, None, None)
_BEFORE_A_VISIT = ("open", "problem")
"""In answer to these a visit is one that was arranged before."""
_LONGEST_TURN = 400
"""Words of one turn that are read for slots; dangers are looked for in all of it."""


class _Slots(NamedTuple):
    """The values that a turn gives, and the words that gave them (those of the time left out)."""

    place: Place | None
    digits: SaidDigits
    phone: Digits | None
    name: Named | None
    when: When | None
    told: list[tuple[int, int]]

    @property
    def changed(self) -> bool:
        """Whether any value was given that we may hold already."""
        return self.detailed or (self.when is not None and self.when.wishes)

    @property
    def detailed(self) -> bool:
        """Whether a value other than a time was given."""
        return (self.place, self.digits.zip, self.name) != (None, None, None)


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
    whole = hear(text)
    hazard = heard_hazard(whole, asked_safety=asked == "safety")
    speech = whole if len(whole.words) <= _LONGEST_TURN else whole.cut(0, _LONGEST_TURN)
    plain = speech.words in PLAIN
    bare = asked != "open" and (plain or BESIDE.isdisjoint(speech.words))
    visit = NOTHING_OF_THE_VISIT if bare else heard_visit(speech)
    if offers:
        held = held._replace(last_offered=max(offers).astimezone(now.tzinfo).date())
    slots = _NO_SLOTS if plain else _amended(speech, _slots(speech, asked, now, keyterms, visit.wishes, held), held)
    matter = NO_MATTER if bare else heard_matter(speech, opening=asked == "open")
    rest = without_wishes(speech, visit)
    ahead = (rest is speech and visit.about == "wished") or _is_to_be_called(speech, slots.name)
    requests = NO_REQUESTS if bare else _requests(rest, asked, matter, ahead=ahead)
    beside = NOTHING_BESIDE if bare else heard_beside(speech, before_a_visit=asked in _BEFORE_A_VISIT)
    complaint = _complaint(speech, asked, slots)
    answer = _answer(speech if asked == "safety" else rest, asked, hazard, slots, complaint)
    taken = choose(speech, offers, now) if offers else None
    parts = _Parts(hazard, visit, slots, matter, requests, beside, complaint, answer, taken)
    heard = _with_aside(_put_together(text, whole, speech, parts), speech, asked)
    if asked == "confirm" and heard.consent != "yes" and withdraws(speech):
        heard = heard._replace(withdraws=True)
    if offers and (asks_for := heard_openings(speech)) is not None:
        heard = heard._replace(asks_for=asks_for, question=None if heard.question == "other" else heard.question)
    unknown = asked == "zip" and not (heard.zip or heard.partial_digits) and is_unknown(speech)
    return heard._replace(zip_unknown=True) if unknown else heard


def understand_afterwards(text: str, now: datetime, keyterms: tuple[str, ...] = ()) -> Understood:
    """What `text` means after the last question, whether there is anything else."""
    return understand(text, "confirm", now, keyterms)._replace(afterwards=heard_afterwards(hear(text)))


class _Parts(NamedTuple):
    """What the grammars found in a turn."""

    hazard: Heard
    visit: VisitSaid
    slots: _Slots
    matter: Matter
    requests: Requests
    beside: Beside
    complaint: Complaint
    answer: Answer
    taken: int | None


def _put_together(text: str, whole: Speech, speech: Speech, parts: _Parts) -> Understood:
    hazard, visit, (place, digits, phone, name, when, _), matter, requests, beside, complaint, answer, taken = parts
    return Understood(
        text=text,
        words=len(whole.words),
        hazard=hazard.hazard,
        hazard_withdrawn=hazard.withdrawn,
        consent=answer.consent,
        correction=answer.correction and (requests.question is None or parts.slots.changed or answer.consent == "no"),
        disputed=answer.disputed,
        kept=answer.kept,
        taken=taken,
        wants=requests.wants,
        manage=requests.manage,
        follow_up=requests.follow_up,
        visit=visit.about,
        question=requests.question,
        present=only_present(speech),
        parting=requests.wants == "goodbye" and only_leaves(speech),
        own_visit=beside.own_visit,
        thanks=beside.thanks,
        intent=matter.intent,
        kind=matter.kind,
        zip=digits.zip,
        partial_digits=digits.partial,
        phone=None if phone is None or is_theirs(speech, phone) else phone.text,
        phone_claimed=phone is not None and is_ours(speech, phone),
        name=None if name is None else name.text,
        spelled=spelled_alone(speech) if name is None else None,
        problem=None if matter.intent == "non_service" else complaint.problem,
        problem_added=complaint.problem is not None and adds_problem(speech),
        equipment=complaint.equipment,
        problem_duration=complaint.duration,
        address=None if place is None else place.text,
        on_file=on_file(speech),
        when=when,
        urgency=beside.urgency,
        flooding=beside.flooding,
        lead=beside.lead,
        lead_withdrawn=beside.lead_withdrawn,
    )


_NOTHING = Understood(text="")


def _with_aside(heard: Understood, speech: Speech, asked: Expected) -> Understood:
    """What was heard, with the question that a turn asks which answers nothing, and asks nothing that we know."""
    expected = asked in ("zip", "name", "address", "time", "confirm") or (asked == "open" and heard.equipment is None)
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
        flooding=heard.flooding,
    )
    aside = heard == beside and asks_aside(speech, opening=asked == "open")
    return heard._replace(question="other") if aside else heard


def _is_to_be_called(speech: Speech, name: Named | None) -> bool:
    """ "You can call me Jay" asks for no call."""
    return name is not None and speech.words[max(0, name.start - 2) : name.start] == ("call", "me")


def _requests(rest: Speech, asked: Expected, matter: Matter, *, ahead: bool) -> Requests:
    """What is asked of us; `ahead`: a call before the visit, or the caller's name, is no callback."""
    requests = heard_requests(rest, opening=asked == "open")
    if (matter.pitch and requests.wants == "human") or (ahead and requests.wants == "callback"):
        requests = requests._replace(wants=None)
    return requests._replace(follow_up=False) if requests.follow_up and asked == "safety" else requests


def _answer(speech: Speech, asked: Expected, hazard: Heard, slots: _Slots, complaint: Complaint) -> Answer:
    if asked != "safety":
        return answer_to(speech, asked, changed=slots.changed, detailed=slots.detailed)
    told = (slots.name, slots.digits.zip, complaint.problem)
    name = None if slots.name is None else (slots.name.start, slots.name.end)
    return answer_to_safety(speech, hazard, name, beside=any(told))


def _slots(
    speech: Speech,
    asked: Expected,
    now: datetime,
    keyterms: tuple[str, ...],
    wishes: list[tuple[int, int]],
    held: Held,
) -> _Slots:
    """Address before digits before names before times: what is one of them is none of the later.

    `wishes` are words about who comes, which tell no time.
    """
    place, digits, phone = _numbers(speech, asked, keyterms) if says_digits(speech) else _NO_NUMBERS
    if place is None and held.address:
        place = amended_address(speech, held.address)
    told = [(part.start, part.end) for part in (place, phone) if part is not None]
    told += [] if digits.words is None else [digits.words]
    name = asked_name(speech) if asked == "name" else heard_name(speech)
    if name is None and asked != "name":
        name = listed_name(speech, told, alone=asked in ("zip", "address", "problem", "time"))
    if name is not None and asked == "time" and any(start <= name.start < end for start, end in wishes):
        name = None  # "the tenant's name is Ann Lee": whom we shall meet
    if (crossed := crossing(speech)) is not None:
        told.append(crossed)
    told += wishes if name is None else [(name.start, name.end), *wishes]
    return _Slots(place, digits, phone, name, heard_when(speech, asked, now, told, held.last_offered), told)


def _amended(speech: Speech, slots: _Slots, held: Held) -> _Slots:
    """The name that we hold as a turn writes it that tells nothing else."""
    if not held.name or (slots.name is None and (slots.detailed or slots.when is not None or slots.phone is not None)):
        return slots
    if slots.name is not None:
        return slots._replace(name=completed_name(speech, slots.name, held.name))
    name = amended_name(speech, held.name)
    return slots if name is None else slots._replace(name=name)


def _numbers(
    speech: Speech, asked: Expected, keyterms: tuple[str, ...]
) -> tuple[Place | None, SaidDigits, Digits | None]:
    """The address, the ZIP and the telephone number."""
    place = heard_address(speech, asked=asked == "address", keyterms=keyterms)
    taken = None if place is None else (place.start, place.end)
    rows = digit_rows(speech)
    return place, heard_zip(speech, rows, asked=asked == "zip", taken=taken), heard_phone(speech, rows)


_NO_NUMBERS = (None, SaidDigits(None, ""), None)
_NO_SLOTS = _Slots(None, SaidDigits(None, ""), None, None, None, [])


def _complaint(speech: Speech, asked: Expected, slots: _Slots) -> Complaint:
    """The complaint; where something else was asked, or a time was said, only one that names a machine."""
    if asked in ("open", "problem"):
        return heard_problem(speech, asked=asked == "problem" and slots.when is None, told=slots.told)
    long = len(speech.words) > 3 or adds_problem(speech)
    if asked == "any" or (long and (mentions_machine(speech) or asks_upkeep(speech))):
        complaint = heard_problem(speech, asked=False, told=slots.told)
        settled = complaint.problem is not None and in_order(hear(complaint.problem))
        return complaint._replace(problem=None) if settled else complaint
    return _NO_COMPLAINT
