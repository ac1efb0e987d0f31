"""Pure. What was done or happened before the trouble that a caller calls about: "they put in a new furnace"."""

from __future__ import annotations

from dialog_brain.understanding.language.clauses import Clause
from dialog_brain.understanding.language.phrases import any_of
from dialog_brain.understanding.language.words import Speech, wordset

_WHO = "i|we|he|she|they|you|you_guys|y'all|somebody|someone|plumber|technician|tech|guy|landlord|husband|wife|owner"
_DONE = any_of(
    "{who} just|already|also|even|had|have|has|came_and|went_and|came_out_and|tried_and? "
    "changed|checked|replaced|reset|fixed|repaired|installed|put_in|put_a|put_the|bought|snaked|cleaned|"
    "swapped|flipped|serviced|smelled|smelt|tightened|bled|flushed|unclogged|patched|rewired|recharged|refilled",
    "{who} had|got a|an|the|our|my|it ... installed|replaced|fixed|repaired|serviced|cleaned|put_in",
    who=_WHO,
)
_PRESENT = wordset("still again now keeps not never")
_BEGINS = wordset("the my our there i we")
_LEADING = wordset("and but because so then now plus while since")
_OF_THE_SAME = wordset("it it's that this he she they")
_A_TROUBLE = 3
"""The least worth of a statement that tells one."""


def is_back_story(speech: Speech, clause: Clause) -> bool:
    """Whether a statement tells only what somebody did before, and nothing that lasts."""
    said = speech.words[clause.start : clause.end]
    return _PRESENT.isdisjoint(said) and _DONE.first(speech, clause.start, clause.end) is not None


def parted_at_now(speech: Speech, spans: list[Clause]) -> list[Clause]:
    """The statements, each "now the heater won't start" apart from what was before."""
    parted: list[Clause] = []
    for span in spans:
        start = span.start
        for place in range(span.start + 2, span.end - 1):
            begins = speech.words[place] == "now" and speech.words[place + 1] in _BEGINS
            if begins and is_back_story(speech, Clause(start, place)):
                parted.append(Clause(start, place))
                start = place
        parted.append(Clause(start, span.end))
    return parted


def less_the_past(speech: Speech, spans: list[Clause], worth: list[int]) -> list[int]:
    """How much each statement says; what was done before, nothing beside a trouble of something else."""
    past = [is_back_story(speech, span) for span in spans]
    told = zip(spans, worth, past, strict=True)
    if not any(value >= _A_TROUBLE and not before and _names_its_own(speech, span) for span, value, before in told):
        return worth
    return [0 if before else value for value, before in zip(worth, past, strict=True)]


def is_past(speech: Speech, before: Clause, span: Clause) -> bool:
    """Whether a statement tells what was done before another one that is of something else."""
    return is_back_story(speech, before) and _names_its_own(speech, span)


def _names_its_own(speech: Speech, span: Clause) -> bool:
    """Whether it is no "it", of what was named before."""
    first = next((word for word in speech.words[span.start : span.end] if word not in _LEADING), "it")
    return first not in _OF_THE_SAME
