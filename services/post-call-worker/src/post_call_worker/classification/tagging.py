"""Pure. Which signals the caller gave, sentence by sentence; the latest statement wins."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from post_call_worker.classification.elsewhere import Far, covered
from post_call_worker.classification.patterns import Pattern, any_match, beginnings
from post_call_worker.classification.signals import Signals, candidates
from post_call_worker.classification.taxonomy import CATEGORY_OF
from post_call_worker.classification.wording import NEGATORS, Sentence, negations, sentences_of, words_of

_OWN_WORDS = 6
"""A negator further from the end of what it belongs to ("not smelled gas since you fixed it") denies as any other."""

_STEM = 4
_SMELLS = frozenset({"smel", "odor", "some", "like", "from", "with", "that", "ther"})
"""Beginnings of words that any sign of a danger may be told with."""


@dataclass(frozen=True, slots=True)
class Heard:
    """The signals that stand at the end, with the words that gave them; and all that were ever given."""

    standing: dict[str, str]
    ever: frozenset[str]

    def __contains__(self, name: object) -> bool:
        return name in self.standing


@dataclass(frozen=True, slots=True)
class _Match:
    name: str
    parts: tuple[range, ...]
    text: str


def hear(turns: Iterable[str], signals: Signals) -> Heard:
    """The signals in the caller's turns."""
    standing: dict[str, str] = {}
    ever: set[str] = set()
    far = Far(signals.elsewhere)
    for turn in turns:
        for sentence in sentences_of(turn):
            _take(sentence, signals, standing, far)
            ever |= standing.keys()
    return Heard(standing, frozenset(ever))


def _take(sentence: Sentence, signals: Signals, standing: dict[str, str], far: Far) -> None:
    begun = beginnings(sentence.words)
    matches = sorted(
        _matches(sentence, begun, signals), key=lambda m: (m.parts[0].start, m.parts[0].stop, m.name, m.text)
    )
    consumed = frozenset(
        place
        for match in matches
        if match.name in CATEGORY_OF
        for part in match.parts
        for place in part[-_OWN_WORDS:]
        if sentence.words[place] in NEGATORS
    )
    denied = negations(sentence, consumed)
    given: dict[str, str] = {}
    dangers: dict[str, list[tuple[range, ...]]] = {}
    for match in matches:
        parts_denied = [part.start in denied and not _says_no_twice(match, part, sentence) for part in match.parts]
        if all(parts_denied):
            for told in (standing, given):
                if match.name in told and _takes_back(match, told[match.name]):
                    del told[match.name]
        elif not any(parts_denied):
            given[match.name] = match.text
            if CATEGORY_OF.get(match.name) == "HAZARD":
                dangers.setdefault(match.name, []).append(match.parts)
    for name in tuple(standing):
        if name not in given and any_match(signals.by_name[name].denies, sentence.text, begun):
            del standing[name]
    for name in far.over(sentence, begun, {name: dangers[name] for name in dangers if name in given}, standing):
        given.pop(name, None)
        standing.pop(name, None)
    standing.update(given)


def _says_no_twice(match: _Match, part: range, sentence: Sentence) -> bool:
    """Whether a complaint that is a "no" itself only follows another: "it won't do nothing, no fan no heat"."""
    own = NEGATORS.intersection(sentence.words[part.start : part.stop]) - {"without"}
    return bool(own) and (match.name == "it_fails" or CATEGORY_OF.get(match.name) == "SERVICE_TYPE")


def _takes_back(denied: _Match, told: str) -> bool:
    """Whether a denial is one of what was told: "no smoke" leaves a burning smell as it is."""
    return CATEGORY_OF.get(denied.name) != "HAZARD" or not _signs(denied.text).isdisjoint(_signs(told))


def _signs(text: str) -> set[str]:
    return {word[:_STEM] for word in text.split() if len(word) >= _STEM or word in ("gas", "co")} - _SMELLS


def _matches(sentence: Sentence, begun: AbstractSet[str], signals: Signals) -> Iterable[_Match]:
    denied = negations(sentence, frozenset())
    given = [
        (name, found)
        for name, pattern in candidates(signals, begun)
        if (found := pattern.found(sentence.text, lambda match: words_of(sentence, match).start not in denied))
    ]
    if not given:
        return
    asides = _asides(sentence, begun, signals)
    void = {
        name: any(
            _stands(pattern, sentence, begun, denied | asides.get(name, frozenset()))
            for pattern in signals.by_name[name].unless
        )
        for name in {name for name, _ in given}
    }
    for name, found in given:
        aside = asides.get(name, frozenset())
        for parts in () if void[name] else found:
            if aside and any(words_of(sentence, part).start in aside for part in parts):
                continue
            told = " .. ".join(part.group().strip() for part in sorted(parts, key=lambda part: part.start()))
            yield _Match(name, tuple(words_of(sentence, part) for part in parts), told)


def _asides(sentence: Sentence, begun: AbstractSet[str], signals: Signals) -> dict[str, frozenset[int]]:
    """For the tags that are not meant in some clause, its words."""
    found: dict[str, frozenset[int]] = {}
    for aside in signals.asides:
        if words := covered(aside.says, sentence, begun):
            found |= {tag: found.get(tag, frozenset()) | words for tag in aside.of}
    return found


def _stands(pattern: Pattern, sentence: Sentence, begun: AbstractSet[str], denied: AbstractSet[int]) -> bool:
    """Whether it is found and not denied: "not burning, just gross" is no burning smell."""
    return pattern.may_match(begun) and any(
        words_of(sentence, parts[0]).start not in denied for parts in pattern.found(sentence.text)
    )
