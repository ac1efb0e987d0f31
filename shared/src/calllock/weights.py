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
    by_trait: Mapping[str, tuple[tuple[str, float], ...]] = field(default_factory=dict)
    """What a trait speaks for (above 0) or against (below)."""

    def likelihoods(self, found: frozenset[str]) -> dict[str, float]:
        """How likely each thing is, from 0 to 1, for the traits of one call or one turn."""
        sums: dict[str, float] = defaultdict(float)
        for trait in found & self.by_trait.keys():
            for name, weight in self.by_trait[trait]:
                sums[name] += weight
        spread = math.sqrt(len(found) or 1)  # long calls hold more of everything
        return {name: 1 / (1 + math.exp(-(bias + sums[name] / spread))) for name, bias in self.biases.items()}


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
    by_trait: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for name, by in named.items():
        for trait, weight in by.items():
            by_trait[trait].append((name, weight))
    return Weights(learned_from, biases, {trait: tuple(speaks) for trait, speaks in by_trait.items()})
