"""Pure. How likely something is by a caller's words: some words, and pairs of neighbours, speak for it, others against.

How much each of them does was learned from calls that people have labelled (`tests/accuracy/learning.py`), and is read
from a file of the package that uses it. Nothing is learned while calls are answered.
"""

from __future__ import annotations

import json
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

BIAS = ""
"""The trait that every call has."""
_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*|[.?!;]")
_STOP = "."


class WeightsError(ValueError):
    """A file of weights that cannot be read; the message names what is wrong with it."""


def traits(turns: Iterable[str]) -> frozenset[str]:
    """The words in the turns and the pairs of neighbours among them; where a sentence begins or ends is a neighbour,
    too: `smell`, `smell gas`, `gas .`"""
    found: set[str] = set()
    for turn in turns:
        before = _STOP
        for part in (*_TOKEN.findall(turn.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")), _STOP):
            word = _STOP if part in ".?!;" else part
            if word != _STOP:
                found.add(word)
            if (before, word) != (_STOP, _STOP):
                found.add(f"{before} {word}")
            before = word
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learned about some things, by their names."""

    learned_from: str = ""
    """The digest of what it was learned from."""
    biases: Mapping[str, float] = field(default_factory=dict)
    by_trait: Mapping[str, tuple[tuple[int, float], ...]] = field(default_factory=dict)
    """What a trait speaks for (above 0) or against (below), by its place among the `biases`."""

    def likelihoods(self, found: frozenset[str]) -> dict[str, float]:
        """How likely each thing is, from 0 to 1, for the traits of one call or one turn."""
        sums = [0.0] * len(self.biases)
        for trait in found & self.by_trait.keys():
            for place, weight in self.by_trait[trait]:
                sums[place] += weight
        spread = math.sqrt(len(found) or 1)  # long calls hold more of everything
        return {
            name: 1 / (1 + math.exp(-(bias + total / spread)))
            for (name, bias), total in zip(self.biases.items(), sums, strict=True)
        }


def read_weights(text: str) -> Weights:
    """The weights in a file: `{"learned_from": digest, "weights": {name: {trait: weight}}}`; raises `WeightsError`."""
    try:
        whole = json.loads(text)
        named = {
            str(name): {str(trait): float(weight) for trait, weight in by.items()}
            for name, by in whole["weights"].items()
        }
        biases = {name: by.pop(BIAS) for name, by in named.items()}
        learned_from = str(whole["learned_from"])
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise WeightsError(f"these are no weights: {error!r}") from None
    by_trait: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for place, by in enumerate(named.values()):
        for trait, weight in by.items():
            by_trait[trait].append((place, weight))
    return Weights(learned_from, biases, {trait: tuple(speaks) for trait, speaks in by_trait.items()})
