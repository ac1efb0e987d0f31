"""Pure. Carbon monoxide that nobody smells: people who feel ill where something burns fuel."""

from __future__ import annotations

from dialog_brain.understanding.clauses import clauses, negated
from dialog_brain.understanding.phrases import Phrases
from dialog_brain.understanding.words import Speech, wordset

_ILL: Phrases[bool] = Phrases(
    {
        True: [
            "dizzy|dizziness|lightheaded|nauseous|nausea|nauseated|woozy|headache|headaches",
            "light headed",
            "passed|passing|blacked out",
            "feel|feels|feeling|felt|makes|making|made ... sick|faint|drowsy|ill",
        ]
    }
)
_BURNS_FUEL = wordset("furnace furnaces heater heaters heating boiler fireplace generator stove")
_TOGETHER = wordset("since when whenever after from makes making made everybody everyone we all family kids both us")
""" "Dizzy since the furnace came on", "we all have headaches": the cause, or more than one who is ill."""


def poisoned(speech: Speech) -> bool:
    """Whether a turn tells of people who feel ill by a machine that burns fuel, and does not deny it."""
    words = frozenset(speech.words)
    if words.isdisjoint(_BURNS_FUEL) or words.isdisjoint(_TOGETHER):
        return False
    return any(
        not negated(speech, clause, found.start, found.end)
        for clause in clauses(speech)
        for found in _ILL.all(speech, clause.start, clause.end)
    )
