"""Pure. Whether a caller points at the address that we hold: "the same one you have", "we're still there"."""

from __future__ import annotations

from dialog_brain.understanding.language.clauses import clauses
from dialog_brain.understanding.language.family import FAMILYS
from dialog_brain.understanding.language.phrases import any_of
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.matter.trade_words import EQUIPMENT
from dialog_brain.understanding.spoken_addresses import spoken_street

_ON_FILE = any_of(
    "on|in file|record",
    "in|on your|the|y'all|my system|computer|records|file|files|account|profile",
    "same|usual address|place|location|house|one",
    "the usual",
    "same as before|last|always|usual|on",
    "same as my|our|the billing|mailing|home",
    "same you have",
    "address|one|place ... you|y'all|ya|you_guys ... have|had|got|used",
    "you|y'all|you_guys have|had got? it|mine|that? already",
    "you|y'all|you_guys already|should|must? already? have|got my|our|it|that|the|this ... address?",
    "have my|our|the address",
    "came|come|been ... last time|before",
    "whatever you ... have|got",
    "address|house|place you ... came|come|been|sent",
    "nothing|never|not has? changed|moved",
    "yes|yeah|yep|sure that|the address",
    "i|we am|are still there|at_it",
    "i|we still live|stay there|at_it",
)
_OUTDATED = wordset("wrong wrongly incorrect incorrectly old different outdated")
_MOVED = wordset("moved not")
_ASKED_FOR = any_of(
    "which|what address|one|house|place|street|location ... do|did|have|is|are",
    "how|why|where|who do|did|does|would|have|is|gave|told",
    "do|did|have you|y'all|you_guys ... have|got|know my|our|the|it",
)
_UNMOVED = any_of("not changed|moved")


def on_file(speech: Speech) -> bool:
    """Whether the caller points at the address that we hold: "the same one you have"."""
    if _ON_FILE.first(speech) is None or not _OUTDATED.isdisjoint(speech.words):
        return False
    if _ASKED_FOR.first(speech) is not None:
        return False
    return _MOVED.isdisjoint(speech.words) or _UNMOVED.first(speech) is not None


_ANOTHER_PLACE = any_of(
    "but ... ... at|for|to|over_at my|our|his|her|their|the|one_of_my|one_of_our other|second|new? {places}",
    "but ... ... at|for|to|over_at my|our|his|her|their|the|another other|second|new|another "
    "house|place|building|property|one|apartment|condo|home",
    "{served} is|needs_to_be|has_to_be|should_be|will_be at|for|over_at|down_at|out_at my|our|his|her|their "
    "other|second|new? {places}",
    "is|be|at|for|to|go|come somewhere|someplace else",
    "is|be|go|come elsewhere",
    "at|for|to|is a|an|the? different|other address|location|property|place|house|building",
    "at|for|to|is another address|location|property|place|house|building",
    served=f"service|visit|job|work|problem|issue|trouble|leak|repair|{EQUIPMENT}",
    places=f"{FAMILYS}|rental|rentals|rent_house|rental_property|office|shop|business|store|lake_house|cabin|church|"
    "restaurant|farm|ranch|warehouse|tenant's|in_laws|in_law's|workplace",
)
""" "That's where I live, but the service is at my mom's"."""
_OF_THE_CALLER = wordset("call reach text phone ring contact email bill mail send am not same still")


def is_for_another_place(speech: Speech) -> bool:
    """Whether the visit is to be at another address than the one that was read back."""
    return any(
        _ANOTHER_PLACE.first(speech, *clause) is not None
        and _OF_THE_CALLER.isdisjoint(speech.words[clause.start : clause.end])
        for clause in clauses(speech)
    )


def is_elsewhere(address: str, held: str) -> bool:
    """Whether an address has another house number or street than the one that we hold; a unit is in the same place."""
    if address.split()[:1] != held.split()[:1]:
        return True
    said, known = (set(spoken_street(street).lower().split()) for street in (address, held))
    return not (said <= known or known <= said)
