"""Pure. What is said of another matter while a visit is being arranged: an aside ends no booking."""

from __future__ import annotations

from dialog_brain.flow.call import Call
from dialog_brain.understanding.understood import Understood

_OF_OPENINGS = frozenset({"vendor", "applicant"})
"""Of a caller whose trouble is known, "we're selling the house" and "a job interview" are no matters of their own."""
_AGREED_IN = frozenset({"confirm", "booking"})


def beside_the_visit(call: Call, heard: Understood, question: str) -> Understood:
    """What was heard, once it is known what the call is about.

    A matter for the office brings a call beside the visit. It takes the visit's place where the caller goes on about
    nothing else, or refuses the visit in the same turn.
    """
    if not call.slots.problem_description or not (heard.kind or heard.follow_up):
        return heard
    if heard.kind in _OF_OPENINGS:
        heard = heard._replace(kind=None, intent=None)
    elif heard.kind == "wrong_number":  # whoever has told a trouble is asked before they go
        return heard._replace(kind=None, intent=None, wants="goodbye")
    if heard.follow_up and heard.consent == "no" and call.state in _AGREED_IN and not heard.correction:
        heard = heard._replace(consent=None)  # "nobody showed last time" refuses nothing
    refused = heard.consent == "no" and call.state in _AGREED_IN
    if refused or not (heard.kind or heard.follow_up) or (call.also and not _answers(heard, question)):
        return heard
    if heard.kind is None:
        asks = heard.question is not None
        return heard._replace(follow_up=False, also=None if asks else "what you told me")
    return heard._replace(kind=None, intent=None, follow_up=False, also="the bill")


def _answers(heard: Understood, question: str) -> bool:
    """Whether a turn also answers a question that was asked."""
    told = heard.zip or heard.name or heard.address or heard.when or heard.taken is not None
    return bool(question and (heard.consent or told))
