"""Pure. Whether a caller tells of another company, whose promises are none of ours."""

from __future__ import annotations

from dialog_brain.understanding.language.phrases import any_of
from dialog_brain.understanding.language.words import Speech

_OTHERS = any_of(
    "called|tried|hired|used|found|contacted|had another|other|different|a_different|some_other|one_other|two_other "
    "company|companies|outfit|place|guy|contractor|plumber",
    "another|some_other company|companies|outfit|contractor",
    "the other|last|first company|outfit|contractor",
    "other|different|last company",
    "hired|found|went_with somebody|someone",
    "called|tried|contacted|had|used somebody|someone else",
    "guy|man|company|contractor i|we hired|called|found|contacted",
    "my|our regular|usual guy|company|technician|plumber|contractor",
    "home warranty company|people|folks?",
)
_OF_US = any_of(
    "you|y'all|you_all|you_guys ... "
    "sent|send|said|told|promised|scheduled|showed|show|came|come|coming|call_me|called_me",
    "your guy|technician|tech|plumber|company",
    "so i|we called|hired|found|tried",
)
""" "You never showed, so I hired somebody else"."""


def is_of_another_company(speech: Speech) -> bool:
    """ "I called another company, and nobody called me back"; not "the last guy you sent never came back"."""
    return _OTHERS.first(speech) is not None and _OF_US.first(speech) is None
