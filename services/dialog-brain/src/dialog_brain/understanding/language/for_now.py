"""Pure. The "now" of who wants somebody at once, and of who wants nothing more: "that's all I need right now"."""

from __future__ import annotations

from itertools import pairwise
from operator import contains

from dialog_brain.understanding.language.words import Speech, wordset

_CONTENT = wordset("good fine set nothing covered everything")
_MORE = (("nothing", "else"), ("anything", "else"), ("is", "it"), ("be", "it"), ("is", "all"), ("be", "all"))
_WANTING = wordset("need needed want wanted have got require")
_WHATEVER = wordset("all everything what nothing else anything")
_WHO = frozenset(["i", "we"])
_SHORTEST = (_WHATEVER, _WHO, _WANTING)
""" "Everything I need"."""
_TELLS_WHAT = frozenset(["is", "are", "would"])
_ASKS_NOW = wordset("need can could")
_WHETHER_I = {(verb, who) for verb in ("do", "should", "would", "will") for who in ("i", "we")}


def asks_now(words: tuple[str, ...], place: int) -> bool:
    """Whether a "now" at the end tells when somebody should come: not in "do I need to pay now"."""
    return place <= 1 or not (_ASKS_NOW.isdisjoint(words) or _WHETHER_I.intersection(pairwise(words)))


def for_now(speech: Speech, end: int) -> bool:
    """Whether there is a "right now" up to `end`, and it presses nobody."""
    words = speech.words
    if words[end - 2 : end] != ("right", "now") or not _TELLS_WHAT.isdisjoint(words[end : end + 1]):
        return False
    until = end - 3 if words[end - 3 : end - 2] == ("for",) else end - 2
    before = words[max(0, until - 3) : until]
    if before[-1:] and before[-1] in _CONTENT:
        return True
    if len(before) == len(_SHORTEST) and all(map(contains, _SHORTEST, before)):
        return True
    return before[-2:] in _MORE
