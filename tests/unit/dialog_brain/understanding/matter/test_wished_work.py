"""Work that is wished where nothing is to be repaired."""

from __future__ import annotations

import pytest

from dialog_brain.understanding.matter.problem_words import problem_words


@pytest.mark.parametrize(
    ("says", "spoken"),
    [
        ("I need a tune-up for my furnace", "a tune-up"),
        ("I'd like maintenance for my AC and the furnace", "a tune-up"),
        ("I want a tune-up, the AC is making a noise", "a tune-up"),
        ("a quote for a new furnace", "a new system"),
        ("I need a new furnace mine is dead", "a new system"),
        ("I want to replace my AC, it's dead", "a new system"),
    ],
)
def test_a_tune_up_or_a_new_system_is_named_though_a_machine_is(says: str, spoken: str) -> None:
    assert problem_words(says) == spoken


@pytest.mark.parametrize(
    ("says", "spoken"),
    [
        ("my AC's out and maintenance said to call you", "the AC not working"),
        ("maintenance told me to call y'all about my AC", "the AC"),
        ("y'all did a tune-up last week and now the furnace won't start", "the furnace not starting"),
        ("my furnace quit right after the tune-up", "the furnace not working"),
        ("my new furnace won't light", "the furnace not starting"),
        ("the new unit y'all put in isn't cooling", "the AC not cooling"),
        ("we just bought a new AC and it's leaking", "the leaking AC"),
        ("brand new heat pump is making a noise", "the heat pump making a noise"),
    ],
)
def test_a_machine_that_is_new_or_was_tuned_up_is_repaired_when_it_is_in_trouble(says: str, spoken: str) -> None:
    assert problem_words(says) == spoken
