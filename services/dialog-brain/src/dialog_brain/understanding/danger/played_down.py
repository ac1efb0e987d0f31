"""Pure. What is set apart from a no, and may be no danger: "no, just our smoke detector's battery"; asked once more."""

from __future__ import annotations

from dialog_brain.understanding.language.phrases import any_of
from dialog_brain.understanding.language.words import Speech

_APART = "just|only|besides|other_than|apart_from|aside_from|outside_of"
_PLAYED_DOWN = any_of(
    "{apart} natural? gas|propane|natural_gas no|not|but",
    "{apart} have? natural_gas|propane|a_gas_furnace",
    "{apart} a|the|our|my? smoke|co|carbon_monoxide detector|detectors|alarms",
    "{apart} ... battery|batteries|cook|usual|normal|fireplace|outside|next_door|fridge|smoking_weed",
    "{apart} ... ... last week|month|year|night|winter",
    "{apart} ... ... yesterday",
    "{apart} ... headache|headaches|dizzy",
    "{apart} ... feel|feels|feeling|felt sick|faint|nauseous",
    apart=_APART,
)
_NO = any_of("no|nope {apart}", apart=_APART)
_BEGINNING = 4
"""Words among which the no stands: "oh um no"."""


def is_played_down(speech: Speech) -> bool:
    """Whether the turn is a no with something set apart from it that a house may well have."""
    no = _NO.first(speech)
    return no is not None and no.start < _BEGINNING and _PLAYED_DOWN.first(speech, no.start) is not None
