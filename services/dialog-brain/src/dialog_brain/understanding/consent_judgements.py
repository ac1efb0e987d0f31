"""Pure. Yes and no of a sentence by what it is made of: judgements, and how often each is denied.

"You are not wrong about that" and "there is no way that is true" are in no list of idioms; their parts are. Each
statement is read as a row of parts (the tables are in `consent_parts.py`). A judgement agrees or disagrees, a denial
before it turns it around, all judgements of a statement must come out the same, and the last statement that has one
counts, "but" beginning another. A statement with a word of doubt, or any word that is not known, says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from dialog_brain.understanding.consent_parts import (
    ASKS,
    DENIED_BY_NO,
    PLAIN,
    PREFIXES,
    RELATIVES,
    SUBJECTS,
    UNITS,
    WORDS,
    Part,
)
from dialog_brain.understanding.understood import Consent
from dialog_brain.understanding.words import Speech, wordset

_LONGEST = 16
_CITING = wordset("a say saying said")
_OWN = wordset("my our your his her")
_TELLERS = wordset("i you we they he she")
_OF_THIS = wordset("love appreciate appreciated")
_THIS = wordset("that it this to")
"""What is loved must be the proposal: "I would love another day" is no answer."""


def judged(speech: Speech) -> Consent | None:
    """The answer of the last statement that has one; None when one is in doubt, unknown, or against another."""
    words = speech.words
    if not words or len(words) > _LONGEST or speech.asks:
        return None
    verdict: Consent | None = None
    for start, end in _statements(speech):
        opposed = words[start] == "but"
        here = None if _asks(words, start + opposed) else _judged(speech, start, end)
        if here is None or (verdict is not None and here not in ("", verdict) and not opposed):
            return None
        verdict = here or verdict
    return verdict


def _asks(words: tuple[str, ...], start: int) -> bool:
    """ "What is it" asks, "what you said" tells."""
    word, following = (*words[start : start + 2], "", "")[:2]
    return word in ASKS and following not in ("not", word) and not (word in RELATIVES and following in _TELLERS)


def _statements(speech: Speech) -> Iterator[tuple[int, int]]:
    start, last = 0, len(speech.words) - 1
    for place, stop in enumerate(speech.stops):
        if place == last or stop not in ("", "-") or speech.words[place + 1] == "but":
            yield start, place + 1
            start = place + 1


def _judged(speech: Speech, start: int, end: int) -> Consent | Literal[""] | None:
    """What the parts of a statement come to: "" for nothing, None where one is unknown or two differ."""
    agrees, decides = True, False
    verdict: bool | None = None
    subject = ""
    for place, part in _parts(speech, start, end):
        if part == "unknown" or part == "doubt" or (part == "knowing" and not agrees and subject != "you"):
            return None
        if part == "denial":
            agrees, decides = not agrees, True
        elif part in ("agree", "disagree", "no"):
            here = part != "no" and agrees is (part == "agree")
            if verdict not in (None, here):
                return None
            verdict = here
        elif agrees and speech.words[place] in SUBJECTS:
            subject = speech.words[place]
    if verdict is None and decides and not agrees:
        return "no"
    return "" if verdict is None else "yes" if verdict else "no"


def _parts(speech: Speech, start: int, end: int) -> Iterator[tuple[int, Part]]:
    place = start
    while place < end:
        unit = UNITS.at(speech, place, end)
        if unit is not None:
            yield place, unit.meaning
            place = unit.end
        else:
            yield place, _part(speech.words, place)
            place += 1


def _part(words: tuple[str, ...], place: int) -> Part:
    """What one word does in its statement."""
    word = words[place]
    if place and word == words[place - 1]:
        return "plain"
    following = words[place + 1] if place + 1 < len(words) else ""
    if word == "wait":
        return "plain" if following else "doubt"
    if word in RELATIVES:
        return "plain" if following in _TELLERS else "doubt"
    if word == "no" and following in DENIED_BY_NO:
        return "denial"
    if word == "no" and place and words[place - 1] in _CITING:
        return "disagree"
    part = WORDS.get(word) or _prefixed(word)
    if part in ("agree", "disagree"):
        of_another = word in _OF_THIS and following not in _THIS
        own = word == "mind" and place > 0 and words[place - 1] in _OWN
        return "unknown" if of_another or own else part
    if part is not None:
        return part
    return "plain" if word in PLAIN or word.endswith("ly") else "unknown"


def _prefixed(word: str) -> Part | None:
    """ "improper", "unhelpful": a word of agreement with a denial before it."""
    for prefix in PREFIXES:
        if word.startswith(prefix) and WORDS.get(word[len(prefix) :]) == "agree":
            return "disagree"
    return None
