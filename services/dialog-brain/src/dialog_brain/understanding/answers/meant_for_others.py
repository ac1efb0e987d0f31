"""Pure. Whether a yes is said to somebody else in the room: "yes honey, it's the AC people", "yeah come in, it's open".

Callers call us "honey" and "dear" as well: what follows must be nothing that one says to us.
"""

from __future__ import annotations

from dialog_brain.understanding.language.phrases import any_of
from dialog_brain.understanding.language.words import Speech, wordset

_TOLD = any_of(
    "it|this|that is just? the? {trade} people|guys|folks|company|lady|man|guy|place|office",
    "i am|mommy_is|mommy's|mama_is|mama's|mom_is|mom's|daddy_is|daddy's|dad_is|dad's .. on the? phone|telephone|line",
    "mommy_is|mommy's|mama_is|mama's|daddy_is|daddy's talking|speaking|busy",
    "come in|inside it|the_door|door is open|unlocked",
    trade="ac|a_c|air|heating|heater|furnace|plumbing|repair|appliance|air_conditioning|air_conditioner",
)
_YES = wordset("yes yeah yep yup okay ok sure alright fine right uh huh oh")
_DEAREST = wordset("honey hon baby babe sweetie sweetheart darling dear buddy")
_KIN = wordset("mommy mom mama mum daddy dad kids grandma grandpa")
_OF_OTHERS = wordset(
    "it this what who where in go put sit stop just one wait leave they he she be hush not come give mommy mommy's "
    "mama mama's daddy daddy's"
)
"""What is said to a child, or of us; "honey that works" is not."""
_RIGHT_THERE = any_of(
    "i? will? be right there|over|down|back|with_you",
    "just|one|in a? minute",
)


def told_others(speech: Speech) -> bool:
    """Whether what is said beside the yes can only be meant for somebody else."""
    return _TOLD.first(speech) is not None or _names_kin_alone(speech)


def behind_dear(speech: Speech) -> Speech | None:
    """What is said behind "yes, honey", where it seems to go on for somebody else; None where it does not."""
    begins = _behind_yes(speech)
    if not begins or speech.words[begins : begins + 1] == () or speech.words[begins] not in _DEAREST | _KIN:
        return None
    rest = speech.cut(begins + 1, len(speech.words))
    goes_on = rest.words[:1] != () and (rest.words[0] in _OF_OTHERS or _RIGHT_THERE.at(rest, 0) is not None)
    return rest if goes_on else None


def _names_kin_alone(speech: Speech) -> bool:
    begins = _behind_yes(speech)
    return begins > 0 and len(speech.words) == begins + 1 and speech.words[begins] in _KIN


def _behind_yes(speech: Speech) -> int:
    return next((place for place, word in enumerate(speech.words) if word not in _YES), len(speech.words))
