"""Shell. `python -m tests.accuracy.learning`: learns from the labelled calls, and writes what it learned.

Before that it leaves out each fifth of the dangers in turn, and prints how what it learned from the others hears them.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from calllock.weights import BIAS, read_weights, traits
from calllock_local.terminal import say
from dialog_brain.understanding.danger.second_ear import is_suspected
from post_call_worker.classification.second_reading import LEARNABLE, traits_of
from post_call_worker.classification.signal_files import package_signals
from post_call_worker.classification.tagging import hear
from post_call_worker.classification.taxonomy import EVACUATE
from tests.accuracy.lessons import DANGER, FOR_DANGER, FOR_TAGS, Lesson, digest, lessons_of_dangers, lessons_of_tags
from tests.dangers import dangers

_STRENGTH = 20.0
"""How closely the lessons are followed, as scikit-learn's C. Tried: 5 to 60."""
_FEWEST_LESSONS = 20
"""Of a tag, or nothing is learned about it."""
_FOLDS = 5


@dataclass(frozen=True)
class Recipe:
    """How it is learned. With `sparse`, by as few traits as will do; or by all, rare ones above all, and as if half of
    the lessons were of the thing."""

    sparse: bool
    least: int
    """How many lessons must have a trait."""
    smallest: float
    """Weights below this are left out."""
    traits: Callable[[tuple[str, ...]], frozenset[str]]
    """As whoever uses the weights finds them."""


def _traits_of_call(says: Sequence[str]) -> frozenset[str]:
    return traits_of(says, hear(says, package_signals()))


TAGS = Recipe(sparse=True, least=3, smallest=0.05, traits=_traits_of_call)
DANGERS = Recipe(sparse=False, least=2, smallest=0.4, traits=traits)


def main() -> int:
    """0 when both files are written."""
    _say_how_dangers_are_heard()
    of_tags, of_dangers = lessons_of_tags(), lessons_of_dangers()
    taught = Counter(name for lesson in of_tags for name in lesson.holds)
    names = [tag for tag in LEARNABLE if taught[tag] >= _FEWEST_LESSONS and tag not in EVACUATE]
    _write(FOR_TAGS, [*of_tags, *of_dangers], learn(of_dangers, EVACUATE, TAGS) | learn(of_tags, names, TAGS))
    _write(FOR_DANGER, of_dangers, learn(of_dangers, [DANGER], DANGERS))
    return 0


def _write(file: Path, lessons: Sequence[Lesson], learned: dict[str, dict[str, float]]) -> None:
    file.write_text(written(digest(lessons), learned), encoding="utf-8")
    say(f"{file.parent.name}/{file.name}: {sum(map(len, learned.values()))} weights for {len(learned)} things")


def learn(lessons: Sequence[Lesson], names: Sequence[str], recipe: Recipe) -> dict[str, dict[str, float]]:
    """For each name the weights of the traits, by logistic regression."""
    found = [recipe.traits(lesson.says) for lesson in lessons]
    counts = Counter(trait for one in found for trait in one)
    known = sorted(trait for trait, count in counts.items() if count >= recipe.least)
    scale = np.array([1.0 if recipe.sparse else math.log(len(lessons) / counts[trait]) / 6 for trait in known])
    matrix = _matrix(found, known, scale)
    learned = {}
    for name in names:
        fitted = LogisticRegression(
            C=_STRENGTH,
            l1_ratio=1.0 if recipe.sparse else 0.0,
            class_weight=None if recipe.sparse else "balanced",
            solver="liblinear",
            random_state=1,
            intercept_scaling=10,
            max_iter=200,
        ).fit(matrix, np.array([name in lesson.holds for lesson in lessons]))
        weights = np.round(fitted.coef_[0] * scale, 2)
        kept = {known[place]: float(weights[place]) for place in np.flatnonzero(abs(weights) >= recipe.smallest)}
        learned[name] = {BIAS: round(float(fitted.intercept_[0]), 2), **kept}
    return learned


def written(learned_from: str, learned: dict[str, dict[str, float]]) -> str:
    """As the services read it: a line for each thing."""
    lines = [f"{json.dumps(name)}: {json.dumps(by, ensure_ascii=False)}" for name, by in learned.items()]
    return f'{{"learned_from": "{learned_from}", "weights": {{\n' + ",\n".join(lines) + "\n}}\n"


def _matrix(found: Sequence[frozenset[str]], known: Sequence[str], scale: np.ndarray) -> csr_matrix:
    """A row for each lesson; the shares are those that `Weights.likelihoods` gives them."""
    places = {trait: place for place, trait in enumerate(known)}
    rows, columns, shares = [], [], []
    for row, one in enumerate(found):
        for trait in sorted(one & places.keys()):
            rows.append(row)
            columns.append(places[trait])
            shares.append(scale[places[trait]] / math.sqrt(len(one)))
    return csr_matrix((shares, (rows, columns)), shape=(len(found), len(known)))


def _say_how_dangers_are_heard() -> None:
    lessons, told = lessons_of_dangers(), len(dangers())
    heard = Counter[tuple[bool, str]]()
    for fold in range(_FOLDS):
        begin, end = told * fold // _FOLDS, told * (fold + 1) // _FOLDS
        weights = read_weights(written("", learn(lessons[:begin] + lessons[end:], [DANGER], DANGERS)))
        for lesson, story in zip(lessons[begin:end], _stories(), strict=False):
            danger = DANGER in lesson.holds
            heard[danger, "told"] += 1
            heard[danger, "alone"] += any(is_suspected(turn, weights) for turn in lesson.says)
            heard[danger, "in a story"] += is_suspected(" ".join((story, *lesson.says, story)), weights)
    for danger, what in ((True, "dangers that were no lesson"), (False, "what only seems to be one")):
        counts = [heard[danger, how] for how in ("told", "alone", "in a story")]
        say("{}: of {}, {} sound like one, and {} in the middle of a story".format(what, *counts))


def _stories() -> Iterator[str]:
    """What callers say who are in no danger."""
    return (" ".join(lesson.says) for lesson in lessons_of_tags() if not lesson.holds & set(EVACUATE))


if __name__ == "__main__":
    sys.exit(main())
