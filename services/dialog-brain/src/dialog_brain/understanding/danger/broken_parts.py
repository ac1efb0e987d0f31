"""Pure. Parts that burnt out or blew up, as those of the trade say of what is broken: asked about, not fled from."""

from __future__ import annotations

from dialog_brain.understanding.language.phrases import any_of
from dialog_brain.understanding.language.words import Speech, wordset

_BROKEN = any_of(
    "motor|motors|fan|blower|inducer|contactor|relay|board is|was|are|were|has|had|got|just|been? burnt out|up",
    "capacitor|capacitors just? exploded|blew_up|blown_up",
)
_ELECTRICAL = wordset("panel breaker electrical electric fuse outlet plug wire wires")
""" "The electrical panel board is burnt up" is no part of the trade's."""

_STILL = wordset("smoke smoking smoky burning smell smells stinks spark sparks sparking fire flames arcing melted")


def is_broken_part(speech: Speech, start: int, end: int) -> bool:
    """Whether what is told from `start` to `end` only names a part that is broken: "the fan motor burnt out"."""
    if not _ELECTRICAL.isdisjoint(speech.words):
        return False
    return any(
        found.start <= end - 1 < found.end and _STILL.isdisjoint(speech.words[found.end :])
        for found in _BROKEN.all(speech)
    )
