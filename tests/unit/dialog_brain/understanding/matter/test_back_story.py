"""What was done before the trouble that a caller calls about."""

from __future__ import annotations

import pytest

from dialog_brain.understanding.language.clauses import Clause
from dialog_brain.understanding.language.words import hear
from dialog_brain.understanding.matter.back_story import is_back_story, is_past, less_the_past, parted_at_now
from dialog_brain.understanding.matter.problems import heard_problem


@pytest.mark.parametrize("says", ["I changed the filter", "they put in a new furnace", "we had the AC fixed in May"])
def test_what_somebody_did_is_past(says: str) -> None:
    speech = hear(says)

    assert is_back_story(speech, Clause(0, len(speech.words)))


@pytest.mark.parametrize("says", ["the AC quit", "they fixed it and it's still leaking", "my furnace stopped"])
def test_a_trouble_that_lasts_is_not(says: str) -> None:
    speech = hear(says)

    assert not is_back_story(speech, Clause(0, len(speech.words)))


def test_now_begins_another_statement_after_what_was_done() -> None:
    assert parted_at_now(hear("they fixed it now the heater is out"), [Clause(0, 8)]) == [Clause(0, 3), Clause(3, 8)]
    assert parted_at_now(hear("the AC is out now the heater is out"), [Clause(0, 9)]) == [Clause(0, 9)]


def test_what_was_done_says_nothing_beside_a_trouble_of_something_else() -> None:
    other, same = hear("I changed the filter the AC quit"), hear("I changed the filter it quit")

    assert less_the_past(other, [Clause(0, 4), Clause(4, 7)], [4, 4]) == [0, 4]
    assert less_the_past(same, [Clause(0, 4), Clause(4, 6)], [4, 4]) == [4, 4]
    assert is_past(other, Clause(0, 4), Clause(4, 7))
    assert not is_past(same, Clause(0, 4), Clause(4, 6))


@pytest.mark.parametrize(
    ("says", "problem"),
    [
        ("I changed the filter I checked the breaker and the upstairs still won't cool", "upstairs still won't cool"),
        ("she smelled gas by the stove but they came and fixed it now the heater won't start", "heater won't start"),
        ("I had a new water heater installed in May and there's still no hot water", "still no hot water"),
        ("the AC quit and I reset the breaker", "AC quit"),
        ("you fixed my furnace on Monday and it quit again", "you fixed my furnace on Monday and it quit again"),
        ("you guys installed my new AC last year and it leaks", "you guys installed my new AC last year and it leaks"),
    ],
)
def test_the_trouble_outweighs_what_was_done_before_it(says: str, problem: str) -> None:
    assert heard_problem(hear(says), asked=False, told=[]).problem == problem
