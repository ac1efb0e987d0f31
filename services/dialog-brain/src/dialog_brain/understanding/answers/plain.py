"""Pure. Whole turns that answer and tell nothing else: a quarter of the turns in our conversations."""

from __future__ import annotations

from dialog_brain.understanding.language.words import hear

_YES = ("yes", "yeah", "yep", "sure", "okay")
_NO = ("no", "nope", "nah")
PLAIN = frozenset(
    hear(said).words
    for said in (
        *_YES,
        *_NO,
        *(f"{yes} {polite}" for yes in _YES for polite in ("please", "sir", "ma'am", "thanks", "thank you")),
        *(f"{no} {polite}" for no in _NO for polite in ("sir", "ma'am", "thanks", "thank you")),
        *(f"{yes} that's {right}" for yes in ("", *_YES) for right in ("right", "correct", "fine", "good", "it")),
        *(f"{no} nothing like that" for no in ("", *_NO)),
        "correct",
        "sounds good",
        "that sounds good",
        "none of that",
        "no none of that",
        "go ahead",
        "yes go ahead",
    )
)
"""Each means the same whenever it is said and whatever we hold, so that its meaning is worked out once."""
