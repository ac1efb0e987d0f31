"""Pure. Where one statement ends and the next begins, and how far a negation reaches."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from dialog_brain.understanding.language.calendar_words import MONTHS, WEEKDAYS
from dialog_brain.understanding.language.numbers import ordinal
from dialog_brain.understanding.language.words import Speech, wordset

_BREAKS = wordset("but although though however except because since while when so then yet")
_DEGREES = wordset("hot cold bad badly loud strong many much weak slow low far hard dizzy sick high old")
""" "It gets so hot the plastic melts" is one statement."""
_JOINS = frozenset(["and", "or", "plus"])
_MAY_BEGIN = _BREAKS | _JOINS
_PAUSES = frozenset([",", ".", "?"])
_SUBJECTS = wordset(
    "i you he she it we they there this that my our your his her their the a something somebody someone now"
)
_NEGATORS = wordset("not never without neither nor none hardly barely nobody nothing")
_INTERJECTIONS = wordset("yes yeah yep oh well wait actually sorry so listen look hey please hold hang")
FLIPS_BACK = wordset("only just sure certain stop stopped know tell quit shut figure doubt")
_ONLY = frozenset(["just", "only", "exactly"])
""" "No smoke, just gas", "not gas exactly, more like smoke": what comes after is not denied."""
_RATHER = ("more", "like")
_FLOORS = frozenset(["upstairs", "downstairs"])
_APART = wordset("just only mostly mainly simply merely besides")
_APART_FROM = frozenset([("other", "than"), ("apart", "from"), ("aside", "from"), ("outside", "of")])
_SENTENCE_BEGINS = _SUBJECTS | _INTERJECTIONS


class Clause(NamedTuple):
    """The words from `start` up to `end` make one statement."""

    start: int
    end: int


def clauses(speech: Speech) -> list[Clause]:
    """The statements of a speech, in order; together they cover it. Conjunctions belong to what they begin."""
    words, stops = speech.words, speech.stops
    if words and not any(stops) and _MAY_BEGIN.isdisjoint(words):
        return [Clause(0, len(words))]
    found: list[Clause] = []
    start = 0
    for place in range(1, len(words)):
        if (words[place] in _MAY_BEGIN or stops[place - 1] in _PAUSES) and _begins(speech, place):
            found.append(Clause(start, place))
            start = place
    if start < len(words):
        found.append(Clause(start, len(words)))
    return found


def _begins(speech: Speech, place: int) -> bool:
    if speech.stops[place - 1] in (".", "?"):
        return True
    word = speech.words[place]
    if word in _BREAKS:
        return word != "so" or _DEGREES.isdisjoint(speech.words[place + 1 : place + 2])
    following = speech.words[place + 1] if place + 1 < len(speech.words) else ""
    if word in _JOINS and _joins_things(speech, place):
        return False
    if speech.stops[place - 1] == "," and speech.words[place - 1] in WEEKDAYS:
        counted = ordinal(speech, place + 1 if word == "the" else place) is not None
        dated = counted or word in MONTHS or (word.isdecimal() and (following == "of" or following in MONTHS))
        if following == "week":
            return False
        return not dated and (word not in _JOINS or following in _SUBJECTS)
    if speech.stops[place - 1] == "," and len(word) == 4 and word.startswith("20") and word.isdecimal():
        return False
    if speech.stops[place - 1] == ",":
        return word not in _JOINS or following in _SUBJECTS
    return word in _JOINS and following in _SUBJECTS


def _joins_things(speech: Speech, place: int) -> bool:
    """ "An hour and a half", "the second and the third", "the upstairs and the downstairs"."""
    after = speech.words[place + 1 : place + 3]
    if speech.words[place - 1] in _FLOORS and not _FLOORS.isdisjoint(after):
        return True
    if speech.words[place] == "and" and after in (("a", "half"), ("a", "quarter")):
        return True
    return after[:1] == ("the",) and ordinal(speech, place + 2) is not None


def outside(clause: Clause, taken: list[tuple[int, int]]) -> list[Clause]:
    """The parts of a statement that lie outside the words already `taken`."""
    parts = [clause]
    for start, end in taken:
        parts = [
            Clause(left, right)
            for part in parts
            for left, right in ((part.start, min(part.end, start)), (max(part.start, end), part.end))
            if left < right
        ]
    return parts


def negated(speech: Speech, clause: Clause, start: int, end: int) -> bool:
    """Whether what was said from `start` to `end` is denied in its own statement.

    "no" denies a thing ("no gas smell") but not a sentence ("no I smell gas"); "not sure" and "won't stop" deny
    nothing; what follows a word of denial in the statement is denied up to the statement's end.
    """
    words = speech.words
    for place in range(clause.start, end):
        word = words[place]
        if (word in _NEGATORS or word == "no") and _turns_over(words[place + 2 : end]):
            continue
        if word in _NEGATORS:
            if not FLIPS_BACK.isdisjoint(words[place + 1 : place + 2]) or "lie" in words[place + 1 : place + 4]:
                continue
            return True
        if word == "negative" and words[place + 1 : place + 2] in (("on",), ("for",)):
            return True
        if word == "no" and place < start and place + 1 < len(words) and not _begins_anew(words, place + 1):
            return True
    return False


def _begins_anew(words: tuple[str, ...], place: int) -> bool:
    """ "No, I smell gas", "no just a burning smell", "no other than the smoke": that no is an answer by itself."""
    apart = words[place] in _APART or words[place : place + 2] in _APART_FROM
    return apart or words[place] in _SENTENCE_BEGINS


def _turns_over(words: tuple[str, ...]) -> bool:
    return not _ONLY.isdisjoint(words) or ("more" in words and _RATHER in pairwise(words))
