"""Pure. Digits of which the caller takes some back: "five five oh one, no, oh two", "78745, sorry, 48"."""

from __future__ import annotations

from dialog_brain.understanding.language.numbers import Digits
from dialog_brain.understanding.language.words import Speech, wordset

_REPLACES = wordset("no sorry excuse pardon actually mean correction rather wait scratch oops")
_BESIDE = _REPLACES | wordset("i am me it is that make the last part ends ending end in oh with should be")
"""What may stand between digits and those instead."""


def amended(speech: Speech, before: Digits, said: Digits, *, length: int) -> Digits | None:
    """`before` with its end replaced by `said`, where that was said instead and makes `length` digits; else None."""
    between = speech.words[before.end : said.start]
    kept = length - len(said.text)
    if not 0 < kept <= len(before.text) or _REPLACES.isdisjoint(between) or not _BESIDE.issuperset(between):
        return None
    return Digits(before.text[:kept] + said.text, before.start, said.end)
