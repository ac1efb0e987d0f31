"""Pure. The guard of a model's words. What was not given to it and is not in the phrasebook is not spoken.

It does not look for lies, of which there is no end: it lets through only what it knows to be harmless, so that a
time, a price, a name, a promise or an order fails because nobody gave it, in whatever words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from dialog_brain.understanding.language.words import Speech, hear
from dialog_brain.wording.lines import Asking
from dialog_brain.wording.vocabulary import PHRASEBOOK

MOST_SENTENCES = 3
"""One question, and at most two sentences before it."""
WORDS_ON_TOP = 8
"""A wording may be twice as long as the row's words, and so many words more."""

_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ ',.?-")
_ODD_STOPS = re.compile(r"[,.?-]\s*[,.?]|[,.?-]\s*-|\?.*\?|^\W|[^.?]$")
_ENDS = re.compile(r"(?<=[.?])\s+")
_TYPOGRAPHIC = str.maketrans({"\u2019": "'", "\u2018": "'", "\u2011": "-", "\u00a0": " "})


@dataclass(frozen=True)
class Given:
    """What a wording may say besides the phrasebook."""

    row: tuple[str, ...]
    """The row's own sentences."""
    facts: tuple[str, ...] = ()
    """What the call knows and this line may mention, each as it is said."""

    @cached_property
    def letters(self) -> frozenset[str]:
        """The signs that may be written."""
        return _LETTERS.union(*self.facts, *self.row)

    @cached_property
    def row_words(self) -> tuple[tuple[str, ...], ...]:
        """The row's sentences as words."""
        return tuple(hear(sentence).words for sentence in self.row)

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Neighbours in the row's sentences: of the row, runs of two words or more may be said again."""
        return frozenset(pair for words in self.row_words for pair in pairwise(words))

    @cached_property
    def fact_words(self) -> tuple[tuple[str, ...], ...]:
        """Each fact as words, also with "your" for its "the"."""
        said = [hear(fact).words for fact in self.facts]
        return tuple({*said, *(("your", *words[1:]) for words in said if words[:1] == ("the",))})


def sentences_in(text: str) -> tuple[str, ...]:
    """The sentences of a wording, with plain apostrophes and single spaces."""
    tidy = " ".join(text.translate(_TYPOGRAPHIC).split())
    return tuple(sentence for sentence in _ENDS.split(tidy) if sentence)


def faults(sentence: str, given: Given) -> tuple[str, ...]:
    """Why this sentence must not be spoken; empty when it may."""
    if sentence in given.row:
        return ()
    found = [f"no speech: {sign!r}" for sign in sorted(set(sentence) - given.letters)]
    if _ODD_STOPS.search(sentence):
        found.append("no speech: its punctuation")
    strange = _not_known(hear(sentence), given)
    if strange:
        found.append(f"nobody gave it: {strange!r}")
    return tuple(found)


def hopeless(text: str, given: Given) -> bool:
    """Whether an answer that has begun like this cannot pass any more."""
    begun = sentences_in(text)
    too_long = len(begun) > MOST_SENTENCES or _length(begun) > most_words(given)
    return too_long or any(faults(sentence, given) for sentence in begun[:-1])


def faults_of(sentences: Sequence[str], asking: Asking, given: Given) -> tuple[str, ...]:
    """Why these sentences must not be spoken instead of the row's; empty when they may."""
    return tuple(_faults_of(sentences, asking, given))


def _faults_of(sentences: Sequence[str], asking: Asking, given: Given) -> Iterator[str]:
    for sentence in sentences:
        yield from faults(sentence, given)
    if not sentences:
        yield "it says nothing"
        return
    if not sentences[-1].endswith("?") or any("?" in sentence for sentence in sentences[:-1]):
        yield "it must end in its only question"
    if len(sentences) > MOST_SENTENCES or _length(sentences) > most_words(given):
        yield "it is too long"
    own = " ".join(" ".join(words) for words in given.row_words)
    said = " ".join(_without(hear(sentence), given) for sentence in sentences)
    if not asking.asks.search(said):
        yield "it does not ask what the row asks"
    yield from (f"it asks for more: {other!r}" for other in asking.others.findall(said) if other not in own)


def most_words(given: Given) -> int:
    """How long a wording may be, in words."""
    return 2 * sum(map(len, given.row_words)) + WORDS_ON_TOP


def _length(sentences: Sequence[str]) -> int:
    return sum(len(hear(sentence).words) for sentence in sentences)


def _not_known(speech: Speech, given: Given) -> str:
    """The first word that belongs to nothing known; "" when all do. Every way of dividing the words is tried."""
    pairs, facts = given.pairs, given.fact_words
    words = speech.words
    reached = {0}
    for place in range(len(words)):
        if place in reached:
            reached.update(_ends(speech, place, pairs, facts))
    if words and len(words) in reached:
        return ""
    return " ".join(words[max(reached) : max(reached) + 3]) or "(nothing)"


def _ends(
    speech: Speech, start: int, pairs: frozenset[tuple[str, str]], facts: tuple[tuple[str, ...], ...]
) -> Iterator[int]:
    """Where something known that begins with word `start` may end."""
    words = speech.words
    yield from (start + len(fact) for fact in facts if fact and words[start : start + len(fact)] == fact)
    end = start + 1
    while end < len(words) and words[end - 1 : end + 1] in pairs:
        end += 1
        yield end
    found = PHRASEBOOK.at(speech, start)
    while found is not None:
        yield found.end
        found = PHRASEBOOK.at(speech, start, found.end - 1) if found.end - 1 > start else None


def _without(speech: Speech, given: Given) -> str:
    """The words that are no fact of the call."""
    words, place, left = speech.words, 0, []
    while place < len(words):
        fact = next((f for f in given.fact_words if f and words[place : place + len(f)] == f), None)
        if fact is None:
            left.append(words[place])
        place += 1 if fact is None else len(fact)
    return " ".join(left)
