"""Pure. Days and hours that a recognizer wrote as other words: "chews day", "ate o'clock", "half past ate"."""

from __future__ import annotations

from dialog_brain.understanding.language.calendar_words import MONTHS
from dialog_brain.understanding.language.numbers import heard_as_digit, is_number
from dialog_brain.understanding.language.words import Speech, wordset

_HOURS = {"nein": "9", "nahn": "9", "tin": "10", "tenn": "10", "leven": "11", "tree": "3", "free": "3", "foe": "4"}
_SURELY = frozenset(["tenn", "leven"])
"""No other words that callers use."""
_HEARD_HOURS = wordset("ate won to too for fore") | _HOURS.keys()
_BEFORE_HOURS = ("", "at", "around", "about", "say", "like", "maybe")
_AFTER_HOURS = wordset("thirty fifteen forty twenty")
_COUNTED = wordset("minutes minute min mins days dollars people till of")
_SHIFTING = wordset("past passed to after before till quarter half")
_SHIFTS = wordset("quarter half five ten twenty minutes")
_DAYS = {
    **dict.fromkeys(wordset("chews tews tooz toos twos"), "tuesday"),
    **dict.fromkeys(wordset("wens wends whens wednes"), "wednesday"),
    **dict.fromkeys(wordset("thirst thursts thers"), "thursday"),
    **dict.fromkeys(wordset("fry frie fried"), "friday"),
    **dict.fromkeys(wordset("satur sater sadder"), "saturday"),
    **dict.fromkeys(wordset("moon mun"), "monday"),
}
_WRITTEN = {"morrow": "tomorrow", "forth": "fourth"}
_HEARD = _HEARD_HOURS | _WRITTEN.keys() | {"day", "clock"}


def as_meant(speech: Speech) -> Speech:
    """`speech` as the answer to "what day and time?", with the days and hours that make sense only there."""
    words = speech.words
    if _HEARD.isdisjoint(words):
        return speech
    heard = {place: hour for place in range(len(words)) if (hour := _heard(words, place))}
    return speech.with_words(heard)


def _heard(words: tuple[str, ...], place: int) -> str | None:
    word = words[place]
    before = words[place - 1] if place else ""
    if word in _HEARD_HOURS and _is_hour(words, place, before):
        return _HOURS.get(word) or heard_as_digit(word)
    if word in _DAYS and words[place + 1 : place + 2] == ("day",):
        return _DAYS[word]
    if word == "clock":
        return "o'clock" if is_number(before) else None
    if word == "forth":
        return "fourth" if before in MONTHS or before == "the" else None
    return _WRITTEN.get(word)


def _is_hour(words: tuple[str, ...], place: int, before: str) -> bool:
    following, after, then = (*words[place + 1 : place + 4], "", "", "")[:3]
    begins = before in _BEFORE_HOURS
    if words[place] in _SURELY and begins:
        return True
    if before in _SHIFTING and words[max(0, place - 2)] in _SHIFTS and before not in ("half", "quarter"):
        return following not in ("the", "my", "a")
    counts = after in _COUNTED or (after == "five" and then in _COUNTED | _SHIFTING)
    minutes = following in _AFTER_HOURS and not counts and not (after in _SHIFTING and is_number(then))
    alone = before in ("at", "around") and not following
    return following in ("o'clock", "am", "pm") or (begins and minutes) or alone
