"""Pure. Gas that a house only burns, and gases that a caller could not tell: asked for once more, not fled from."""

from __future__ import annotations

from dialog_brain.understanding.language.phrases import any_of
from dialog_brain.understanding.language.words import Speech, wordset

_BURNED = any_of(
    "it|that|heat|heater|furnace|house|mine|stove is gas|propane|natural_gas",
    "i|we do? have? got? gas|propane|natural_gas",
    "there is gas|propane|natural_gas",
)
_YES = wordset("yes yeah yep yup")
_NO = wordset("no nope nah")
_UNSMELLED = any_of("not|never smell|smelled|notice|noticed", "no smell|odor|gas_smell|leak", "but no", "but not any")
_UNDENIED = wordset("but not")
""" "No smoke, but it's gas": before the gas these tell of what is not there."""
_SIGNS = wordset("headache headaches dizzy sick nauseous lightheaded faint vomiting smell smelled stinks leaking")
_UNKNOWN = any_of(
    "not know|sure about? the|any|a? carbon_monoxide|monoxide|co",
    "not know what|how|if|whether the|any|a? carbon_monoxide|monoxide|co|gas|propane smells|smell|looks|is like?",
)


def is_only_burned(speech: Speech, start: int, end: int) -> bool:
    """Whether the gas from `start` to `end` is a fuel, told with a no: "no, we have gas", "it's gas, but no smell"."""
    if speech.words[0] in _YES or not _UNDENIED.isdisjoint(speech.words[:start]):
        return False
    near = range(max(0, start - 4), start)
    told = any((found := _BURNED.at(speech, at, end)) is not None and found.end == end for at in near)
    return told and (speech.words[0] in _NO or _UNSMELLED.first(speech, end) is not None)


def is_unknown(speech: Speech, start: int, end: int) -> bool:
    """Whether the caller does not know of it, and tells no sign of it: "I don't know about carbon monoxide"."""
    told = [found for found in _UNKNOWN.all(speech) if found.start <= start and end <= found.end]
    return any(_SIGNS.isdisjoint((*speech.words[: found.start], *speech.words[found.end :])) for found in told)
