"""A caller's problem in our own words."""

from __future__ import annotations

import pytest

from dialog_brain.flow.problem_words import UNNAMED, problem_words


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        ("my AC stopped cooling this morning", "the AC not cooling"),
        ("AC blowing warm air", "the AC blowing warm air"),
        ("furnace making a loud noise", "the furnace making a noise"),
        ("no heat", "the heater not heating"),
        ("heater is dead", "the heater not working"),
        ("water heater leaking everywhere", "the water heater leaking"),
        ("kitchen sink is clogged", "the sink clogged"),
        ("burst pipe", "the pipe burst"),
        ("thermostat blank", "the thermostat"),
        ("a tune-up for the furnace", "a tune-up"),
        ("quote for a new AC system", "a new system"),
        ("it went purple", UNNAMED),
        ("", UNNAMED),
    ],
)
def test_a_problem_is_named_by_machine_and_trouble(problem: str, words: str) -> None:
    assert problem_words(problem) == words
