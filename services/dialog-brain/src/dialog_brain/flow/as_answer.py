"""Pure. What a turn means as the answer to its question, without what it only sounds like."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dialog_brain.understanding.understood import Understood

_BINDING = frozenset({"read_back", "lead_read_back", "other_time", "new_time", "conflict"})
"""Questions to which "okay, bye" is no yes."""
OFFER_CALLS = frozenset({"leaving", "declined"})
"""Questions that offer a call."""


def as_answer(heard: Understood, question: str) -> Understood:
    """What was heard, without what it only sounds like: Bill is no bill, and "okay, I'm back" agrees to nothing."""
    if heard.present or (heard.parting and question in _BINDING):
        return heard._replace(consent=None)
    if heard.wants == "wait" and heard.consent == "no" and heard.taken is None:
        heard = _waits(heard, question)
    meant = _MEANT.get(question)
    heard = heard if meant is None else meant(heard)
    if not (heard.kind or heard.manage or heard.follow_up or heard.wants):
        return heard
    numbered = heard.phone or heard.other_phone
    if heard.wants == "callback" and numbered and heard.consent == "yes" and question in _BINDING:
        return heard._replace(wants=None)  # "yes, and call me at this other number"
    named = heard.name and question in {"name", "name_check", "address"}  # in full, after a part of it
    placed = heard.address and question in {"address", "address_check"}
    return heard._replace(kind=None, manage=None, follow_up=False, wants=None) if named or placed else heard


def _waits(heard: Understood, question: str) -> Understood:
    """ "No, wait" to what was read out answers nothing yet; "no, wait, what about Friday" asks for other offers."""
    if question == "offer":
        return heard._replace(consent=None, wants=None if heard.when else "wait")
    told = heard.when or heard.name or heard.address or heard.zip or heard.disputed or heard.withdraws or heard.books
    return heard if told or question not in _BINDING | OFFER_CALLS else heard._replace(consent=None)


def _before_leaving(heard: Understood) -> Understood:
    """ "No, tomorrow at nine" to a call that is offered wants the visit."""
    another = heard.when is not None and heard.when.wishes and heard.consent == "no" and not heard.withdraws
    if heard.books or (another and heard.begins != "yes" and heard.wants in {None, "wait"}):
        return heard._replace(consent=None, correction=False, wants=None)
    return _with_a_call(heard)


def _once_declined(heard: Understood) -> Understood:
    return heard._replace(consent=None, correction=False, wants=None) if heard.books else _with_a_call(heard)


def _with_a_call(heard: Understood) -> Understood:
    """ "Yes please, but after five", "call me at this other number"."""
    later = heard.begins == "yes" and heard.consent == "no" and heard.when is not None
    numbered = heard.phone_claimed and heard.consent is None
    return heard._replace(consent="yes", correction=False) if later or numbered else heard


def _read_back(heard: Understood) -> Understood:
    if heard.question == "fee":  # whoever asks what another thing costs orders none
        return heard._replace(problem=None, lead=None)
    return heard._replace(consent=None) if heard.of_one else heard


def _change(heard: Understood) -> Understood:
    """ "Nothing else"."""
    done = heard.wants == "goodbye" and not heard.parting
    return heard._replace(consent=None, kept="as_is", wants=None) if done else heard


def _of_two_visits(heard: Understood) -> Understood:
    """What is to happen to the visit that is in the way of the new one: who wants it cancelled is called about it."""
    if not (heard.kept or (heard.consent == "yes" and heard.visit == "cancelled")):
        return heard
    if heard.kept == "as_is":
        return heard._replace(consent="no", correction=False, when=None)
    heard = heard._replace(consent="yes", correction=False)
    return heard if heard.kept == "both" else heard._replace(also="the other visit", visit=None, manage=None)


_MEANT: Mapping[str, Callable[[Understood], Understood]] = {
    "leaving": _before_leaving,
    "declined": _once_declined,
    "read_back": _read_back,
    "change": _change,
    "conflict": _of_two_visits,
}
