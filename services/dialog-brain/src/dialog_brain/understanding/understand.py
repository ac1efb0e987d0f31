"""Pure. One caller turn, given what was asked, as typed values: the grammars put together."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from dialog_brain.understanding.addresses import Place, heard_address
from dialog_brain.understanding.asides import asks_aside
from dialog_brain.understanding.consent import begins_with_no, heard_consent
from dialog_brain.understanding.corrections import heard_correction
from dialog_brain.understanding.hazards import Heard, heard_hazard
from dialog_brain.understanding.hesitations import fluent
from dialog_brain.understanding.intent import heard_matter
from dialog_brain.understanding.listed_names import listed_name
from dialog_brain.understanding.names import Named, heard_name
from dialog_brain.understanding.numbers import Digits, says_digits
from dialog_brain.understanding.on_file import on_file
from dialog_brain.understanding.phone_numbers import heard_phone
from dialog_brain.understanding.presence import only_present
from dialog_brain.understanding.problems import Complaint, heard_problem, mentions_machine
from dialog_brain.understanding.requests import heard_requests
from dialog_brain.understanding.sales_leads import heard_lead
from dialog_brain.understanding.understood import Consent, Expected, Understood, When
from dialog_brain.understanding.urgency import heard_urgency
from dialog_brain.understanding.whens import heard_when
from dialog_brain.understanding.words import Speech, hear, wordset
from dialog_brain.understanding.zip_codes import SaidDigits, heard_zip

_QUESTION_WORDS = wordset("do is are can could what how would any anything")
_OPENING_WORDS = wordset("um uh well okay so yeah yes sure hmm oh and but no")
_NO_COMPLAINT = Complaint(None, None, None)
_HOPED = wordset("hoping hoped preferred wanted expecting expected thought thinking")
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
        wished = self.when is not None and self.when.wishes
        return wished or (self.place, self.digits.zip, self.name) != (None, None, None)


def understand(text: str, asked: Expected, now: datetime, keyterms: tuple[str, ...] = ()) -> Understood:
    """What `text` means as the answer to what was `asked`.

    `now` is aware and in the business's zone; `keyterms` are names the business expects. Never raises on any text.
    """
    whole = hear(text)
    hazard = heard_hazard(whole, asked_safety=asked == "safety")
    speech = whole if len(whole.words) <= _LONGEST_TURN else whole.cut(0, _LONGEST_TURN)
    slots = _slots(speech, asked, now, keyterms)
    requests = heard_requests(speech, opening=asked == "open")
    matter = heard_matter(speech, opening=asked == "open")
    consent, correction = _answer(speech, asked, hazard, changed=slots.changed)
    complaint = _complaint(speech, asked, slots) if requests.question != "other" else _NO_COMPLAINT
    heard = Understood(
        text=text,
        hazard=hazard.hazard,
        hazard_withdrawn=hazard.withdrawn,
        consent=consent,
        correction=correction and (requests.question is None or slots.changed or consent == "no"),
        wants=None if matter.pitch and requests.wants == "human" else requests.wants,
        intent=matter.intent,
        kind=matter.kind,
        manage=requests.manage,
        follow_up=requests.follow_up and asked != "safety",
        present=only_present(speech),
        zip=slots.digits.zip,
        partial_digits=slots.digits.partial,
        phone=None if slots.phone is None else slots.phone.text,
        name=None if slots.name is None else slots.name.text,
        problem=None if matter.intent == "non_service" else complaint.problem,
        equipment=complaint.equipment,
        problem_duration=complaint.duration,
        address=None if slots.place is None else slots.place.text,
        on_file=on_file(speech),
        when=slots.when,
        urgency=heard_urgency(speech),
        lead=heard_lead(speech),
        question=requests.question,
    )
    return _with_aside(heard, speech, asked)


def _with_aside(heard: Understood, speech: Speech, asked: Expected) -> Understood:
    """What was heard, with the question that a turn asks which answers nothing, and asks nothing that we know."""
    rest = heard._replace(text="", intent=None, partial_digits="", equipment=None, problem_duration=None, urgency=None)
    expected = asked in ("zip", "name", "address", "time", "confirm") or (asked == "open" and heard.equipment is None)
    nothing_else = expected and rest == Understood(text="")
    return heard._replace(question="other") if nothing_else and asks_aside(speech, opening=asked == "open") else heard


def _slots(speech: Speech, asked: Expected, now: datetime, keyterms: tuple[str, ...]) -> _Slots:
    """Address before digits before names before times: what is one of them is none of the later."""
    place, digits, phone = _numbers(speech, asked, keyterms) if says_digits(speech) else _NO_NUMBERS
    name = heard_name(speech, asked=asked == "name")
    if name is None and asked != "name":
        found = [(part.start, part.end) for part in (place, phone) if part is not None]
        listed = found if digits.words is None else [*found, digits.words]
        name = listed_name(speech, listed, alone=asked in ("zip", "address", "problem"))
    spans = [(part.start, part.end) for part in (place, phone, name) if part is not None]
    told = spans if digits.words is None else [*spans, digits.words]
    return _Slots(place, digits, phone, name, heard_when(speech, asked, now, told), told)


def _numbers(
    speech: Speech, asked: Expected, keyterms: tuple[str, ...]
) -> tuple[Place | None, SaidDigits, Digits | None]:
    """The address, the ZIP and the telephone number."""
    place = heard_address(speech, asked=asked == "address", keyterms=keyterms)
    taken = None if place is None else (place.start, place.end)
    return place, heard_zip(speech, asked=asked == "zip", taken=taken), heard_phone(speech)


_NO_NUMBERS = (None, SaidDigits(None, ""), None)


def _answer(speech: Speech, asked: Expected, hazard: Heard, *, changed: bool) -> tuple[Consent | None, bool]:
    """Consent and whether something is to be changed; with a change, consent is never yes."""
    answer = fluent(speech)
    consent = heard_consent(answer, asked)
    if asked == "safety":
        if hazard.denied and hazard.hazard is None:
            return "no", False
        return consent, False
    if asked in ("open", "problem"):
        return consent, False
    correction = heard_correction(speech, valued=changed) and asked in ("confirm", "zip", "name", "address", "any")
    if changed and ((consent != "yes" and begins_with_no(answer)) or (consent == "yes" and _turns(speech))):
        correction = True
    if correction and (consent is not None or (asked == "confirm" and not _asks_for_change(speech))):
        return "no", True
    return consent, correction


def _turns(speech: Speech) -> bool:
    """ "Yes, but make it Friday" changes something, "I was hoping for Friday, but yes" does not."""
    words = speech.words
    return "but" in words and _HOPED.isdisjoint(words[: words.index("but")])


def _asks_for_change(speech: Speech) -> bool:
    """ "Do you have anything earlier" asks for another time without refusing this one."""
    if "instead" in speech.words:
        return False
    first = next((word for word in speech.words if word not in _OPENING_WORDS), "")
    return first in _QUESTION_WORDS


def _complaint(speech: Speech, asked: Expected, slots: _Slots) -> Complaint:
    """The complaint; where something else was asked, or a time was said, only one that names a machine."""
    if asked in ("open", "problem", "any"):
        return heard_problem(speech, asked=asked == "problem" and slots.when is None, told=slots.told)
    if len(speech.words) > 3 and mentions_machine(speech):
        return heard_problem(speech, asked=False, told=slots.told)
    return _NO_COMPLAINT
