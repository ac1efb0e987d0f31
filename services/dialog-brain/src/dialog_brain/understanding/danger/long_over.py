"""Pure. Dangers that are not there: one that was gone weeks ago, and one for which we are asked to test."""

from __future__ import annotations

from typing import Literal

from dialog_brain.understanding.danger.harmless_words import LONG_AGO, WEEKS_AGO
from dialog_brain.understanding.language.clauses import Clause, negated
from dialog_brain.understanding.language.phrases import Phrases
from dialog_brain.understanding.language.words import Speech, wordset

_AT_FIRST: Phrases[bool] = Phrases({True: ["first|first_time ... turned|switched|started|fired|kicked|ran|used|lit"]})
_OVER: Phrases[Literal["gone", "explained", "denied"]] = Phrases(
    {
        "gone": [
            "gone away?",
            "went|faded away",
            "cleared up|out",
            "aired out",
            "stopped|disappeared|vanished|dissipated",
        ],
        "explained": [
            "bad|dead|low|faulty|old|dying|weak|expired battery|batteries|sensor|detector|unit|alarm",
            "battery|batteries|sensor was|were|went? just? bad|dead|low|faulty|old|dying|weak|expired",
            "needed a? new? battery|batteries",
        ],
        "denied": ["not ... anymore|any_more|longer", "not ... since|since_then"],
    }
)
_WHAT_IS_OVER = wordset(
    "and but it that this they the smell odor smoke fumes alarm beeping burning is has was had all just then now "
    "already since completely on its own after smelled happened come have a only out turned be"
)
""" "It stopped", not "the furnace stopped"; "it's gone now", not "gone to work"."""
_THERE_STILL = wordset("still again back today tonight keeps since")
_THERE_NOW: Phrases[bool] = Phrases(
    {True: ["i|we|can smell|see|hear", "smells|smelling|reeks|stinks|beeping|sounding", "there is a|an|some|this"]}
)
_WHETHER_WE_TEST: Phrases[bool] = Phrases(
    {
        True: [
            "do|can|could|would|will you|y'all|they|your guys|folks|all|people|technicians|techs? also|even|ever? "
            "test|check|inspect|look|handle|offer|measure|do for|at? that|it|those|this|them",
            "is that|this|it something|anything|part you|your|of",
        ]
    }
)
_BESIDE_A_TOPIC = wordset(
    "hi hello hey yes yeah so okay well and what how about the a for testing test tests check checks detection "
    "inspection inspections question leak leaks"
)


def is_long_over(speech: Speech, clause: Clause) -> bool:
    """Whether a statement says of what was days ago that it is gone: "gone now", and nothing that it is back."""
    over = _OVER.first(speech, clause.start, clause.end)
    if over is None or (over.meaning != "denied" and negated(speech, clause, over.start, over.end)):
        return False
    words = speech.words
    if not _WHAT_IS_OVER.issuperset((*words[clause.start : over.start], *words[over.end : clause.end])):
        return False
    long_ago = LONG_AGO.first(speech) or WEEKS_AGO.first(speech) or _AT_FIRST.first(speech)
    present = _THERE_NOW.first(speech) or not _THERE_STILL.isdisjoint((*words[: over.start], *words[over.end :]))
    return long_ago is not None and not present


def is_only_topic(speech: Speech, clause: Clause, start: int, end: int) -> bool:
    """Whether a danger is all that a statement names, and the next asks whether we test for it."""
    if clause.end >= len(speech.words) or _WHETHER_WE_TEST.at(speech, clause.end) is None:
        return False
    return _BESIDE_A_TOPIC.issuperset((*speech.words[clause.start : start], *speech.words[end : clause.end]))
