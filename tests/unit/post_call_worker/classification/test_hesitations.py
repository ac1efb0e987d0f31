"""Pure. The labelled calls again, with what people say while they think: their tags stay what they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

import pytest
import yaml

from tests.unit.post_call_worker.classification.labelled_calls import OWN, labelled_call, labelled_calls

EVERY = 12
AT_MOST = 0.004
"""Of the calls; where a pause ends what is denied, it makes a difference ("no hurry on this, um, anytime is good")."""


def _with(filler: str) -> Callable[[list[str], int], list[str]]:
    """The words with a filler at a place, between two pauses."""
    return lambda words, place: [*words[: place - 1], f"{words[place - 1].rstrip(',')},", filler, *words[place:]]


def _twice(words: list[str], place: int) -> list[str]:
    return [*words[:place], words[place].rstrip(".,?!"), *words[place:]]


@pytest.mark.parametrize(
    "hesitating",
    [_with("um,"), _with("like,"), _with("you know,"), _twice],
    ids=["um", "like", "you know", "a word said twice"],
)
def test_who_hesitates_in_the_middle_of_each_turn_is_told_as_who_does_not(
    hesitating: Callable[[list[str], int], list[str]],
) -> None:
    chance = Random(1)
    calls = yaml.safe_load(OWN.read_text(encoding="utf-8"))["calls"][::EVERY]
    changed = []
    for call, fluent in zip(calls, labelled_calls()[::EVERY], strict=True):
        says = [" ".join(_hesitated(turn.split(), hesitating, chance)) for turn in fluent.says]
        if labelled_call({**call, "says": says}).found != fluent.found:
            changed.append(says)
    assert len(changed) <= AT_MOST * len(calls), changed


def _hesitated(words: list[str], hesitating: Callable[[list[str], int], list[str]], chance: Random) -> Sequence[str]:
    """The turn, hesitated in at a place where a word ends no sentence; short turns as they are."""
    places = [place for place in range(1, len(words)) if words[place - 1][-1] not in ".?!"]
    return hesitating(words, chance.choice(places)) if len(words) > 3 and places else words
