"""Pure. Signs that something which we said or hold is to be changed."""

from __future__ import annotations

from dialog_brain.understanding.phrases import Phrases
from dialog_brain.understanding.words import Speech

_SLOTS = (
    "address|street|name|time|day|date|zip|zip_code|number|house_number|spelling|city|appointment|one|hour|"
    "problem|last_name|"
    "first_name|apartment|unit|email|information|info|part|phone_number|phone"
)
_CHANGES: Phrases[bool] = Phrases(
    {
        True: [
            "{slots} is|was|are|sounds|seems|looks a|all|still|not|a_bit|a_little|actually|also? wrong|off|incorrect|"
            "right|correct|different|misspelled|outdated|mistaken",
            "wrong|incorrect|different|another|new|old {slots}",
            "got|have|had ... wrong|incorrect",
            "that|it|this is|was not right|correct|my_name|my_address|it|what_i_said|where|how|the",
            "that|it|this is|was a_bit|slightly|a_little|still|all? wrong|incorrect",
            "not right|correct|quite_right|it",
            "make|change|switch|move|fix|correct|update it|that|the|my|this",
            "change|correct|fix|update ... {slots}",
            "instead",
            "should|supposed|needs|has|ought to? be|say|read",
            "i said|meant",
            "spelled|spell",
            "would|could|can|might i|we|you|it ... instead|make_it|do|change|move",
            "need|have|want|like to change|correct|fix|switch",
            "one|a|small|quick|just|minor correction|change|thing|mistake",
            "how about",
            "what about",
            "i would rather|prefer",
            "rather|prefer|prefer_to",
            "except",
            "let us make|do|change|move|try",
            "a? little|bit later|earlier",
            "later|earlier in|than|on|time|if|would|please|that|is",
            "any|anything|something earlier|later|sooner",
            "too early|late|soon",
            "not ... but",
            "moved",
        ]
    },
    slots=_SLOTS,
)
_AGREED: Phrases[bool] = Phrases(
    {
        True: [
            "make it so|happen|quick",
            "let us do it|that|this",
            "can|could do that|it|this",
            "no|not_a problem|mistake|change|changes|correction|corrections",
            "do not change|need_to_change",
            "nothing should be",
            "like|as i said",
            "rather than|good|nice",
            "i said yes|yeah|no|okay|sure",
            "that is what i said|meant",
            "what i said|meant",
            "the right one",
            "sooner the better",
            "need ... fix|fixed",
        ]
    }
)


def heard_correction(speech: Speech) -> bool:
    """Whether the turn changes something, by its words alone; a no with a new value is told in `understand`."""
    for found in _CHANGES.all(speech):
        agreed = next((each for each in _AGREED.all(speech) if each.start < found.end and each.end > found.start), None)
        if agreed is None:
            return True
    return False
