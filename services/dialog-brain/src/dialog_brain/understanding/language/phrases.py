"""Pure. Phrases as data: a table of patterns, compiled to one automaton, found in one pass over a speech.

A pattern is a row of words. `a|b` is a choice (`right_now` is one choice of two words), `a?` may be left out,
`...` stands for up to three other words of the same sentence, `..` for the same without a "not", `{name}` for a list
of words given beside the table.
The automaton is made deterministic as far as speeches need it, so that time grows with the length of a speech alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from dialog_brain.understanding.language.words import Speech, opened, wordset

M = TypeVar("M")
_GAPS = ("...", "..")
_DENIAL = "not"
_GAP_WORDS = 3
_EVERYDAY = wordset(
    "a all am an and are at be been but by can could do does for from get got had has have he her here him his i if in "
    "is it just like me my no not now of off on one or our out really she so some that the their them then there they "
    "this to too up us very was we were will with would you your"
)
"""Words of nearly every turn: that one of them is said tells little."""


class Found(NamedTuple, Generic[M]):
    """A phrase that was said: its meaning, and the words from `start` up to `end`."""

    meaning: M
    start: int
    end: int


class _Node:
    """A place inside patterns; `row` is set where a pattern ends."""

    __slots__ = ("edges", "gap", "mild_gap", "row")

    def __init__(self) -> None:
        self.edges: dict[str, list[_Node]] = {}
        self.gap: list[_Node] = []
        self.mild_gap: list[_Node] = []
        self.row: int | None = None


class _State:
    """All the places where a reader may be after the same words; `row` is the first pattern that ends here."""

    __slots__ = ("after", "known", "nodes", "otherwise", "passes", "row")

    def __init__(self, nodes: frozenset[_Node]) -> None:
        self.nodes = nodes
        self.row = min((node.row for node in nodes if node.row is not None), default=None)
        self.known = {_DENIAL}.union(*(node.edges for node in nodes))
        self.passes = any(node.gap or node.mild_gap for node in nodes)
        self.after: dict[str, _State | None] = {}
        self.otherwise: _State | None = None


class Phrases(Generic[M]):
    """A table of phrases by meaning. Where two match at one place, the longer wins, then the earlier row."""

    __slots__ = ("_first", "_meanings", "_root", "_starts", "_states", "telling")

    def __init__(self, table: Mapping[M, Sequence[str]], /, **lists: str) -> None:
        self._meanings: list[M] = []
        self._root = _Node()
        self._states: dict[frozenset[_Node], _State] = {}
        self.telling: frozenset[str] = frozenset()
        """Every phrase has one of these words: where none of them is said, none is found."""
        for meaning, patterns in table.items():
            for pattern in patterns:
                steps = pattern.format_map(lists).split()
                self._plant(steps, len(self._meanings))
                self.telling |= _most_telling(steps)
                self._meanings.append(meaning)
        self._first = {word: self._state(nodes) for word, nodes in self._root.edges.items()}
        self._starts = frozenset(self._first)

    def _plant(self, steps: list[str], row: int) -> None:
        frontier = [self._root]
        for step in steps:
            if step in _GAPS:
                frontier = _with_gap(frontier, mild=step == "..")
                continue
            reached = _Node()
            for choice in step.rstrip("?").split("|"):
                for node in frontier:
                    _lead(node, [heard for word in choice.split("_") for heard in opened(word)], reached)
            frontier = [*frontier, reached] if step.endswith("?") else [reached]
        for node in frontier:
            node.row = row if node.row is None else node.row

    def _state(self, nodes: Iterable[_Node]) -> _State:
        key = frozenset(nodes)
        return self._states.setdefault(key, _State(key))

    def _step(self, state: _State, word: str) -> _State | None:
        """Where one more word leads; remembered for words of the table only, so the memory is bounded by it."""
        if word not in state.known:
            if state.passes and state.otherwise is None:
                state.otherwise = self._state(reached for node in state.nodes for reached in node.gap + node.mild_gap)
            return state.otherwise
        reached = [following for node in state.nodes for following in node.edges.get(word, ())]
        reached += [following for node in state.nodes for following in node.gap]
        if word != _DENIAL:
            reached += [following for node in state.nodes for following in node.mild_gap]
        state.after[word] = self._state(reached) if reached else None
        return state.after[word]

    @property
    def beginnings(self) -> frozenset[str]:
        """The words at which a phrase may begin."""
        return self._starts

    def absent(self, speech: Speech) -> bool:
        """Whether no phrase can begin with any of the words: then none is found, wherever one looks."""
        return self._starts.isdisjoint(speech.words)

    def at(self, speech: Speech, start: int, end: int | None = None) -> Found[M] | None:
        """The longest phrase that begins with word `start`."""
        words, stops = speech.words, speech.stops
        state = self._first.get(words[start])
        row, last = -1, start
        place = start + 1
        stop = len(words) if end is None else end
        while state is not None:
            if state.row is not None:
                row, last = state.row, place
            if place >= stop or stops[place - 1] in (".", "?"):
                break
            word, after = words[place], state.after
            if word in after:
                state = after[word]
            elif word in state.known or (state.passes and state.otherwise is None):
                state = self._step(state, word)
            else:
                state = state.otherwise
            place += 1
        return None if row < 0 else Found(self._meanings[row], start, last)

    def all(self, speech: Speech, start: int = 0, end: int | None = None) -> Iterator[Found[M]]:
        """Every phrase, from left to right, none overlapping another."""
        found = None if self._starts.isdisjoint(speech.words) else self.first(speech, start, end)
        while found is not None:
            yield found
            found = self.first(speech, found.end, end)

    def first(self, speech: Speech, start: int = 0, end: int | None = None) -> Found[M] | None:
        """The leftmost phrase."""
        words = speech.words
        if self._starts.isdisjoint(words):
            return None
        begins, stop = self._first, len(words) if end is None else end
        for place in range(start, stop):
            word = words[place]
            if word not in begins:
                continue
            state = begins[word]
            # Most words that may begin a phrase begin none here: the next word tells, without a call.
            goes_on = state.passes or (place + 1 < stop and words[place + 1] in state.known)
            if (goes_on or state.row is not None) and (found := self.at(speech, place, stop)) is not None:
                return found
        return None


def _most_telling(steps: list[str]) -> frozenset[str]:
    """One word of each choice of that step which everyday speech has least of."""
    said = [_a_word_of_each(step) for step in steps if step not in _GAPS and not step.endswith("?")]
    return min(said, key=lambda words: (len(words & _EVERYDAY), len(words)), default=frozenset())


def _a_word_of_each(step: str) -> frozenset[str]:
    choices = ([heard for word in choice.split("_") for heard in opened(word)] for choice in step.split("|"))
    return frozenset(min(words, key=_EVERYDAY.__contains__) for words in choices)


def any_of(*patterns: str, **lists: str) -> Phrases[bool]:
    """A table of one meaning: any of the patterns."""
    return Phrases({True: patterns}, **lists)


def _with_gap(frontier: list[_Node], *, mild: bool) -> list[_Node]:
    reached = list(frontier)
    step = frontier
    for _ in range(_GAP_WORDS):
        passed = _Node()
        for node in step:
            (node.mild_gap if mild else node.gap).append(passed)
        step = [passed]
        reached.append(passed)
    return reached


def _lead(node: _Node, words: list[str], reached: _Node) -> None:
    for word in words[:-1]:
        following = _Node()
        node.edges.setdefault(word, []).append(following)
        node = following
    node.edges.setdefault(words[-1], []).append(reached)
