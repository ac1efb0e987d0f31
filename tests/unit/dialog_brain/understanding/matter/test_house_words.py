"""A house that is too hot or too cold, in our own words."""

from __future__ import annotations

from datetime import datetime

import pytest

from dialog_brain.understanding.language.words import hear
from dialog_brain.understanding.matter.house_words import house_words
from dialog_brain.understanding.matter.problem_words import problem_words
from dialog_brain.understanding.understand import understand


@pytest.mark.parametrize(
    ("says", "spoken"),
    [
        ("it's like an oven in here", "a house too hot"),
        ("my house is an oven", "a house too hot"),
        ("it feels like a furnace in here", "a house too hot"),
        ("my apartment feels like a sauna", "a house too hot"),
        ("my bedroom feels like a freezer", "a house too cold"),
    ],
)
def test_a_house_that_is_likened_to_a_machine_is_no_trouble_of_the_machine(says: str, spoken: str) -> None:
    problem = understand(says, "open", datetime.fromisoformat("2026-02-23T10:00:00-06:00")).problem
    assert problem is not None
    assert problem_words(problem) == spoken


@pytest.mark.parametrize(
    ("says", "spoken"),
    [
        ("the oven in my house quit", "the stove not working"),
        ("my AC's out and it's like an oven in here", "the AC not working"),
        ("I think it's like a furnace problem", "the furnace"),
    ],
)
def test_a_machine_in_trouble_comes_before_the_house(says: str, spoken: str) -> None:
    assert problem_words(says) == spoken


def test_a_house_that_is_neither_has_no_words() -> None:
    assert house_words(hear("the upstairs is so stuffy")) == "a house too hot"
    assert house_words(hear("the upstairs is fine")) == ""
