"""Pure. Normalises the recognizer's spelling of words that are common on this telephone."""

from __future__ import annotations

import re

_SPELLINGS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<=\w)-(?=\w)"), " "),
    (re.compile(r"\b(t)o (day|morrow|night)\b", re.IGNORECASE), r"\1o\2"),
    (re.compile(r"\bH\.? V\.? A\.? C\b\.?(?=\s|$)"), "HVAC"),
    (re.compile(r"(?<![A-Z]\. )(?<![A-Z] )\b(A|C)\.? (C|O)\b\.?(?! [A-Z]\b)"), r"\1\2"),
    (
        re.compile(
            r"(?<!\b[a-z] )(?<!\b[a-z]\. )\ba(?:\. ?|/| )(?:c\.(?=\s|$)|(?:c|sea|see)\b)(?!\.? (?!i\b)[a-z]\b)",
            re.IGNORECASE,
        ),
        "AC",
    ),
    (re.compile(r"\bac\b", re.IGNORECASE), "AC"),
    (re.compile(r"\bc\.? ?o\b\.?(?= (?:alarm|detector|monitor))", re.IGNORECASE), "CO"),
    (re.compile(r"\s+"), " "),
)
"""Executed in order: "Seven-eight" -> "Seven eight", "To-morrow" -> "Tomorrow", "A. C." and "a sea" -> "AC"."""

LONGEST = 4_000
"""Characters; nobody says more in a turn."""
_NOT_SPEECH = re.compile(r"[\[(][^\[\](){}]{0,80}[\])]")
_WORD = re.compile(r"[a-z0-9]", re.IGNORECASE)
_LONGEST_RUN = 4


def tidy(text: str) -> str:
    """The first `LONGEST` characters of `text` in the usual spelling, half a surrogate pair as "?".

    "" when it holds no word or is one word stuttered by a confused decoder.
    """
    text = text[:LONGEST].encode(errors="replace").decode()
    text = _NOT_SPEECH.sub(" ", text)
    for pattern, replacement in _SPELLINGS:
        text = pattern.sub(replacement, text)
    text = text.strip().rstrip(",;:-")
    if not _WORD.search(text) or _stutters(text):
        return ""
    return text


def _stutters(text: str) -> bool:
    words = re.findall(r"[a-z']+", text.lower())
    runs = zip(*(words[i:] for i in range(_LONGEST_RUN + 1)), strict=False)
    return any(len(set(run)) == 1 for run in runs)
