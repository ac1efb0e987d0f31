"""Pure. How pressing it is, in the caller's words; apart from when somebody should come."""

from __future__ import annotations

from typing import Literal, NamedTuple

from dialog_brain.understanding.danger.harmless_words import LONG_AGO, WEEKS_AGO
from dialog_brain.understanding.language.clauses import clauses, negated
from dialog_brain.understanding.language.for_now import for_now
from dialog_brain.understanding.language.phrases import Phrases
from dialog_brain.understanding.language.words import Speech
from dialog_brain.understanding.understood import Urgency


class Pressing(NamedTuple):
    """How pressing a turn says it is, and whether because water or sewage is running where it should not."""

    urgency: Urgency | None
    flooding: bool = False


_PRESSING: Phrases[Urgency | Literal["flooding"]] = Phrases(
    {
        "emergency": ["emergency|emergencies", "life or death"],
        "flooding": [
            "burst|bursting|busted|broken|exploded pipe|pipes|water_line|water_main|main",
            "pipe|pipes|hose|line|main is|has|just? burst|bursted|exploded",
            "water is|was? pouring|gushing|spraying|flooding|shooting",
            "water ... everywhere",
            "flooding|flooded",
            "ceiling|roof is? sagging|caving|collapsing|falling|coming_down",
            "sewage|sewer is|has? backing|backed|coming|everywhere|overflowing",
            "raw sewage",
        ],
        "urgent": [
            "urgent|urgently|asap|immediately|desperate|desperately|critical",
            "a s a p",
            "as soon|quick|quickly|fast as",
            "right away|now",
            "as early as possible|you_can",
            "need|want|get|come|somebody|someone|help ... right_now|now|today|tonight",
            "can not wait",
            "soonest|quickest",
            "the sooner the",
            "in a hurry|rush",
            "today if possible|you_can|at_all",
            "this instant|minute",
            "water ... all_over",
            "newborn|infant|elderly|oxygen",
            "have a baby|newborn",
        ],
        "low": [
            "no rush|hurry|pressure|urgency",
            "not in a|any rush|hurry",
            "not a rush|hurry",
            "whenever you can|get|have|are_free|is_convenient|works",
            "whenever is fine|good|okay|convenient",
            "take your time",
            "at your convenience|leisure",
            "planning|thinking ahead",
            "can wait",
            "there is no rush|hurry",
        ],
        "routine": ["regular|routine|annual|yearly|seasonal maintenance|tune_up|checkup|check_up|service|inspection"],
        "high": ["pretty|fairly|kind_of|somewhat urgent|soon", "getting worse", "fairly|pretty soon", "high priority"],
    }
)
_ORDER: tuple[Urgency, ...] = ("emergency", "urgent", "high", "low", "routine")
_NOT_PRESSING = Pressing(None)


PRESSING = _PRESSING.beginnings
"""Without any of these words no hurry is told."""


def heard_urgency(speech: Speech) -> Pressing:
    """The highest that is stated; "not an emergency" is routine, unless there is no hurry at all."""
    if _PRESSING.absent(speech):
        return _NOT_PRESSING
    stated: set[Urgency | Literal["flooding"]] = set()
    denied = False
    for clause in clauses(speech):
        for found in _PRESSING.all(speech, clause.start, clause.end):
            if for_now(speech, found.end):
                continue
            if (
                found.meaning != "low"
                and negated(speech, clause, found.start, found.start + 1)
                and (speech.words[found.start] != "can")
            ):
                denied = True
            else:
                stated.add(found.meaning)
    if "flooding" in stated:
        past = LONG_AGO.first(speech) or WEEKS_AGO.first(speech)
        return Pressing("emergency", flooding="low" not in stated and past is None)
    return Pressing(next((each for each in _ORDER if each in stated), "routine" if denied else None))
