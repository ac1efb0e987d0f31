"""The trouble of the water itself, in our own words."""

from __future__ import annotations

import pytest

from dialog_brain.understanding.matter.problem_words import problem_words


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        ("the water's cold", "no hot water"),
        ("my shower doesn't get hot", "no hot water"),
        ("I manage twelve units and three of them have no hot water", "no hot water"),
        ("the water is scalding, it burned my hand", "water that is too hot"),
        ("we don't have any water at all", "no water"),
        ("I had to turn off the water to the whole house", "no water"),
        ("there's water everywhere, my basement is flooding", "the flooding"),
        ("there's water coming through my ceiling", "the leaking ceiling"),
        ("my water heater is leaking and there's no hot water", "the leaking water heater"),
        ("the toilet is overflowing and there's water everywhere", "the overflowing toilet"),
        ("I can't turn the water off it's everywhere", "water that will not shut off"),
        ("the water won't shut off", "water that will not shut off"),
        ("my basement's got two inches of water and it's rising", "the flooding"),
        ("there's standing water in the basement", "the flooding"),
        ("the ceiling just came down from the water", "the fallen ceiling"),
        ("the shower valve won't shut off", "the shower not shutting off"),
        ("the fan won't turn", "the fan not spinning"),
        ("I have a two inch water line to replace", "the pipe"),
        ("the house is too cold", "a house too cold"),
        ("the water pressure is low", "the water pressure"),
    ],
)
def test_a_trouble_of_the_water_is_named_unless_a_machine_has_a_graver_one(problem: str, words: str) -> None:
    assert problem_words(problem) == words
