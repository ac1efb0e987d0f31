"""Pure. "After that" and "before then", of what was told before: "I get off at five so any time after that"."""

from __future__ import annotations

from dialog_brain.understanding.language.calendar_words import WEEKDAYS
from dialog_brain.understanding.language.clauses import Clause
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.when.days import DAY
from dialog_brain.understanding.when.wishes import Wish

_NOT_ENGAGED = Wish()
_OWN = frozenset(["i", "we", "he", "she", "they", "my", "our"])
_DAYS = WEEKDAYS.keys() | {"day"}
_UNBOUND = wordset("not never no nothing nobody day days week weeks month months next") | WEEKDAYS.keys()
""" "So not after that", "so the day after": not the hours of that day that follow."""
_WISHING = frozenset(["need", "want", "like", "can", "could", "prefer", "would", "free", "home", "available", "works"])


def turn_to_what_was_told(speech: Speech, clause: Clause, wish: Wish, visit: Wish | None) -> None:
    """The time that was told becomes a bound, or the day is the next; `visit`: one of the caller's that was told of."""
    if clause.end - clause.start < 2:
        return
    engaged = wish.engaged or (visit if visit is not None and visit.clock is not None else _NOT_ENGAGED)
    told = wish.clock or wish.earliest or wish.latest or engaged.clock or engaged.latest
    named = wish.named if wish.named is not None and wish.named.end > 0 else None
    day = wish.date or engaged.date or (named.date if named is not None else None)
    if told is None and day is None:
        return
    words = speech.words[clause.start : clause.end]
    if not _OWN.isdisjoint(words) and _WISHING.isdisjoint(words):
        return
    if visit is not None and not _UNBOUND.isdisjoint(words):
        return
    pronoun = next((word for word in ("that", "then") if word in words[1:]), "")
    side = words[words.index(pronoun, 1) - 1] if pronoun else words[-1]
    among = zip(words, words[1:], words[2:], strict=False)
    if words[-2] == "right" or any(three[1:] == (side, pronoun) and three[0] in _DAYS for three in among):
        return
    then = speech.words[clause.end : clause.end + 1] == ("then",)
    if told is None and day is not None and (pronoun or then) and side in ("after", "before"):
        wish.date = day if engaged.date else day + (DAY if side == "after" else -DAY)
    elif side in ("after", "before"):
        wish.clock, wish.earliest, wish.latest = None, None, None
        setattr(wish, "earliest" if side == "after" else "latest", told)
        wish.by_weekday = wish.by_weekday if wish.date else engaged.by_weekday
        wish.date = wish.date or engaged.date
