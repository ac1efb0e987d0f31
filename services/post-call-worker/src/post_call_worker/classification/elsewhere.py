"""Pure. Dangers that are not of here and now: other people's, those of the past, those that are only supposed.

They stand as any other, until the caller says that nothing of the sort is the matter.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet

from post_call_worker.classification.patterns import Pattern, any_match
from post_call_worker.classification.signals import Elsewhere
from post_call_worker.classification.wording import NEGATORS, Sentence, clause_at, words_of

_THERE_STILL = frozenset({"still", "again", "keeps"})
_BEFORE_A_NO = frozenset({"oh", "well", "heavens", "lord", "goodness", "uh", "um"})


class Far:
    """The dangers of a call that were only told of others, of the past or as a supposition."""

    def __init__(self, elsewhere: Elsewhere) -> None:
        self._elsewhere = elsewhere
        self._told: set[str] = set()
        self._of_others: set[str] = set()

    def over(
        self,
        sentence: Sentence,
        begun: AbstractSet[str],
        dangers: Mapping[str, Iterable[tuple[range, ...]]],
        standing: Collection[str],
    ) -> set[str]:
        """Those that no longer stand after a sentence, which gives these `dangers` in these places."""
        if dangers:
            self._place(sentence, begun, dangers, standing)
        if not (self._told or self._of_others):
            return set()
        says = self._elsewhere
        over = set()
        if any_match(says.ends_of_others, sentence.text, begun):
            over = self._told | self._of_others
        elif not _THERE_STILL.isdisjoint(sentence.words):
            self._told.clear()
        elif any_match(says.ends, sentence.text, begun) or (not dangers and _is_no(sentence.words)):
            over = set(self._told)
        self._told -= over
        self._of_others -= over
        return over

    def _place(
        self,
        sentence: Sentence,
        begun: AbstractSet[str],
        dangers: Mapping[str, Iterable[tuple[range, ...]]],
        standing: Collection[str],
    ) -> None:
        says = self._elsewhere
        here = any_match(says.unless, sentence.text, begun)
        told = set() if here else covered(says.says, sentence, begun)
        of_others = set() if here else covered(says.of_others, sentence, begun)
        for name, places in dangers.items():
            for words, far in ((told, self._told), (of_others, self._of_others)):
                if any(not any(part.start in words for part in parts) for parts in places):
                    far.discard(name)
                elif name not in standing:
                    far.add(name)


def covered(patterns: Iterable[Pattern], sentence: Sentence, begun: AbstractSet[str]) -> set[int]:
    """The words of the clauses in which one of the patterns is found."""
    words: set[int] = set()
    for pattern in patterns:
        for parts in pattern.found(sentence.text) if pattern.may_match(begun) else ():
            said = [words_of(sentence, part) for part in parts]
            words.update(clause_at(sentence, min(part.start for part in said), max(part.stop for part in said) - 1))
    return words


def _is_no(words: tuple[str, ...]) -> bool:
    return next((word for word in words if word not in _BEFORE_A_NO and word != ","), "") in NEGATORS
