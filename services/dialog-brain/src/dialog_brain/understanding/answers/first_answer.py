"""Pure. The plain yes or no with which a turn begins, whatever it comes to."""

from __future__ import annotations

from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.understood import Consent

_BEFORE = wordset("oh well hi hello so")
_PLAIN: dict[str, Consent] = {
    "yes": "yes",
    "yeah": "yes",
    "yep": "yes",
    "yup": "yes",
    "no": "no",
    "nope": "no",
    "nah": "no",
}


def first_answer(speech: Speech) -> Consent | None:
    """ "Yes, but it's for another house" begins with a yes, "no, it's her son, same address" with a no."""
    begins = next((word for word in speech.words if word not in _BEFORE), "")
    return _PLAIN.get(begins)
