"""Pure. An answer stripped of "oh" and repeated words, with its yes and no spelled alike."""

from __future__ import annotations

import re
from itertools import pairwise
from operator import eq

from dialog_brain.understanding.language.words import Speech, wordset

_HESITATIONS = wordset("ah ahh oh ooh eh ehh")
_AS_THEY_ARE = wordset("yeah yep yup yah yap")
_SAID_TWICE = wordset("uh mm mmm hm hmm m mh unh nuh huh")
"""Sounds that mean something when they are said twice: "uh-uh" is no."""
_YES_LIKE = re.compile(r"y[aeu]+[shpz]+|yaa+|(?:yes){2,}")
_NO_LIKE = re.compile(r"no+|na+|no+p+e?s?|(?:no){2,}")
"""However it is drawn out or clipped: "yess", "yaah", "nop"."""
_AFTER_KNOW = wordset(
    "no not nothing none never nope sir ma'am thanks thank there it i we that is all do gas smoke smell fire alarm"
)
"""What follows a no, and no verb: "know what", "know if" and "know about" ask."""


def heard_no(speech: Speech) -> Speech:
    """`speech` with the no that a recognizer wrote "know": "know, there's no smell"."""
    words = speech.words
    if words[:1] != ("know",) or _AFTER_KNOW.isdisjoint(words[1:2]):
        return speech
    return speech.with_words({0: "no"})


def spelled_alike(words: tuple[str, ...]) -> tuple[str, ...]:
    """`words` with every yes and no among them spelled as such, however it is drawn out."""
    return tuple([_particle(word) if word[0] in "yn" else word for word in words])


def fluent(speech: Speech) -> Speech:
    """`speech` without hesitations and stutters: "oh no no problem" is "no problem"."""
    spelled = spelled_alike(speech.words)
    stutters = len(set(spelled)) < len(spelled) and _stutters(spelled)
    if not stutters and _HESITATIONS.isdisjoint(speech.words):
        return speech if spelled == speech.words else Speech(spelled, speech.raw, speech.stops)
    words, raw, stops = list[str](), list[str](), list[str]()
    for place, word in enumerate(speech.words):
        if word in _HESITATIONS:
            if stops and place + 1 < len(speech.words):
                stops[-1] = next((stop for stop in (speech.stops[place], stops[-1]) if stop in (".", "?")), "")
            continue
        words.append(spelled[place])
        raw.append(speech.raw[place])
        stops.append(speech.stops[place])
        for length in (1, 2):
            if _said_again(words, length) and word not in _SAID_TWICE:
                del words[-length:], raw[-length:], stops[-length - 1 : -1]
    return Speech(tuple(words), tuple(raw), tuple(stops)) if words else speech


def _stutters(words: tuple[str, ...]) -> bool:
    """Whether a word or a pair of words is said twice in a row."""
    pairs = list(pairwise(words))
    return any(map(eq, words, words[1:])) or any(map(eq, pairs, pairs[2:]))


def _said_again(words: list[str], length: int) -> bool:
    """Whether the last `length` words are those before them."""
    if len(words) < 2 * length or words[-1] != words[-1 - length]:
        return False
    return length == 1 or words[-length:] == words[-2 * length : -length]


def _particle(word: str) -> str:
    """A word in y or n as it is spelled."""
    if word not in _AS_THEY_ARE and _YES_LIKE.fullmatch(word):
        return "yes"
    return "no" if _NO_LIKE.fullmatch(word) else word
