"""Pure. Hours that a recognizer wrote as other words: "ate o'clock", "at for", "to thirty"."""

from __future__ import annotations

from dialog_brain.understanding.numbers import heard_as_digit
from dialog_brain.understanding.words import Speech, wordset

_SUSPECTS = wordset("ate won to too for fore")
_BEFORE_HOURS = ("", "at", "around", "about", "say", "like", "maybe")
_MINUTES = wordset("thirty fifteen forty twenty")
_COUNTED = wordset("minutes minute min mins days dollars people")


def with_hours(speech: Speech) -> Speech:
    """`speech` as the answer to "what time?": with figures where only an hour makes sense."""
    words = speech.words
    if _SUSPECTS.isdisjoint(words):
        return speech
    heard = {place: heard_as_digit(word) for place, word in enumerate(words) if _heard(words, place)}
    return speech.with_words({place: digit for place, digit in heard.items() if digit is not None})


def _heard(words: tuple[str, ...], place: int) -> bool:
    if words[place] not in _SUSPECTS:
        return False
    before = words[place - 1] if place else ""
    following, after = (*words[place + 1 : place + 3], "", "")[:2]
    begins = before in _BEFORE_HOURS
    minutes = following in _MINUTES and after not in _COUNTED
    alone = before in ("at", "around") and not following
    return following in ("o'clock", "am", "pm") or (begins and minutes) or alone
