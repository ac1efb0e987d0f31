"""Pure. Names that came from outside: tidied, or refused as numbers, placeholders and phrases."""

from __future__ import annotations

import re

from dialog_brain.understanding.name_words import NEVER, PARTICLES, SOFT_NAMES, TITLES
from dialog_brain.understanding.words import hear

_NO_VALUE = frozenset(
    ("not provided", "n/a", "na", "unknown", "none", "null", "tbd", "caller", "customer", "anonymous", "no name", "nan",
     "not given", "undefined", "not available", "unavailable", "test", "wireless caller", "private", "restricted",
     "guest", "new customer", "valued customer", "the caller", "the customer", "homeowner")
)  # fmt: skip
_HOLE = re.compile(r"[{}\[\]<>\d@#_/\\|=+*$%^~]")


def valid_name(value: str | None) -> str:
    """A name that came from outside, tidied; "" for a number, a placeholder or a phrase."""
    tidy = " ".join((value or "").split())
    if not tidy or len(tidy) > 80 or _HOLE.search(tidy) or tidy.lower().strip(".") in _NO_VALUE:
        return ""
    speech = hear(tidy)
    told = [word for word in speech.words if word not in TITLES]
    if not told or not any(character.isalpha() for character in tidy):
        return ""
    if len(told) > 6 or any(word in NEVER and word not in PARTICLES and word not in SOFT_NAMES for word in told):
        return ""
    return tidy
