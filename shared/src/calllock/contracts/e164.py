"""Pure. Telephone numbers as they are written everywhere here: E.164, such as +15125550142."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import StringConstraints

E164_PATTERN = r"^\+[1-9][0-9]{6,14}$"
E164 = Annotated[str, StringConstraints(pattern=E164_PATTERN)]
"""A field of that form."""


_STAND_INS = {
    "+266696687": "ANONYMOUS",
    "+2562533": "BLOCKED",
    "+7378742833": "RESTRICTED",
    "+86282452253": "UNAVAILABLE",
    "+8656696": "UNKNOWN",
}
"""What Twilio writes in place of a number that it was not told: a word, on the keys of a telephone."""


def is_e164(text: str) -> bool:
    """Whether that is one."""
    return re.fullmatch(E164_PATTERN, text) is not None


def caller_number(text: str) -> str | None:
    """The number that a call is said to come from; None when the caller withholds it, whatever stands in its place."""
    return text if is_e164(text) and text not in _STAND_INS else None
