"""Pure. Telephone numbers as they are written everywhere here: E.164, such as +15125550142."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import StringConstraints

E164_PATTERN = r"^\+[1-9][0-9]{6,14}$"
E164 = Annotated[str, StringConstraints(pattern=E164_PATTERN)]
"""A field of that form."""


def is_e164(text: str) -> bool:
    """Whether that is one; of a caller who withholds it Twilio says something else, such as "anonymous"."""
    return re.fullmatch(E164_PATTERN, text) is not None
