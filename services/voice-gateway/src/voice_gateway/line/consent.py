"""Pure. Whether a call may be recorded: the notice was heard, and the caller has not refused."""

from __future__ import annotations

import re

from calllock.contracts.events import PromptPlayed

_CURLY = "\N{RIGHT SINGLE QUOTATION MARK}"
_REFUSAL = re.compile(
    r"\b(?:no|not|n't|dont|never|stop|quit|without|refuse|object|rather you didn't|(?:turn|switch) off)\b[^.?!]{0,40}"
    r"\b(?:recorded|recording|record (?:me|this|it|us|my|our|the call|calls))\b"
    r"|\b(?:not|n't|dont|never|stop)\s+record(?:\s+please)?\s*(?:[.,?!]|$)"
    r"|\brecording off\b",
    re.IGNORECASE,
)


def has_heard(notice: str, played: PromptPlayed) -> bool:
    """Whether the caller has heard all of `notice` at the beginning of this prompt."""
    return played.heard_text.startswith(notice)


def refuses_recording(text: str) -> bool:
    """Whether somebody who says this does not want to be recorded."""
    return _REFUSAL.search(text.replace(_CURLY, "'").replace("n't", " n't")) is not None
