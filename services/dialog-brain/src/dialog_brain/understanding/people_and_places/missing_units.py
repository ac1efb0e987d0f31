"""Pure. That an address lacks its unit, which is not told: "you left out the apartment number"."""

from __future__ import annotations

from dialog_brain.understanding.language.phrases import any_of
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.people_and_places.units import unit_at

_KIND = "unit|apartment|apt|suite|ste"
_LEFT_OUT = any_of(
    "you|they|we|i left|leave|leaving off|out the|my|our|a|an? {unit}",
    "you|they|we|i forgot|missed|skipped|dropped|omitted|missing about? the|my|our|a|an? {unit}",
    "not forget|miss|skip|drop|omit the|my|our|a|an? {unit}",
    "not say|mention|read|include|add|put|give|have|get|hear|tell_you the|my|our|a|an|any? {unit}",
    "{unit} is|was|got missing|left_out|left_off|dropped|not_there|not_in_there|not_on_there",
    "there is also? a|an also|missing? {unit}",
    "missing|without|lacks the|my|our|a|an? {unit}",
    "what|how about the|my|our {unit}",
    "i|we|you|to|can|should|please need|add|include|put|give to? give|add|include|put? you? the|my|our|a|an {unit}",
    "i|we have|got a|an {unit}",
    unit="|".join((_KIND, *(f"{kind}_number" for kind in (*_KIND.split("|"), "room", "lot", "building", "space")))),
)
_AFTER = wordset("too also there please though sorry as on in from for again and it that which")


def leaves_out_unit(speech: Speech) -> bool:
    """Whether the turn says that the unit of an address is missing, and nothing of a machine: "my unit is leaking"."""
    found = _LEFT_OUT.first(speech)
    if found is None:
        return False
    after = speech.words[found.end : found.end + 1]
    return not after or speech.stops[found.end - 1] not in ("", "-") or after[0] in _AFTER


def tells_unit(speech: Speech) -> bool:
    """Whether a "unit" of the turn is one of an address: "building 4 unit 212"."""
    return any(unit_at(speech, at) is not None for at, word in enumerate(speech.words) if word == "unit")
