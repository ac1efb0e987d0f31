"""Persons who are spoken of, and whether they are ours to talk to."""

from __future__ import annotations

import pytest

from dialog_brain.understanding.asking.persons import is_the_caller, is_to_come, is_with_others
from dialog_brain.understanding.language.words import hear


@pytest.mark.parametrize(
    "says",
    ["I'm the leasing agent", "this is Tom the listing agent", "my insurance agent", "I am an operator"],
)
def test_an_agent_who_calls_is_not_asked_for(says: str) -> None:
    speech = hear(says)

    assert is_the_caller(speech, 0, len(speech.words) - 1)


@pytest.mark.parametrize("says", ["agent", "yes an agent", "I am trying to get an agent", "a live operator"])
def test_an_agent_who_is_asked_for_is_not_the_caller(says: str) -> None:
    speech = hear(says)

    assert not is_the_caller(speech, 0, len(speech.words) - 1)


def test_a_person_to_fix_it_comes_and_one_to_help_on_the_phone_talks() -> None:
    assert is_to_come(hear("a person to come fix it"), 2)
    assert is_to_come(hear("anybody available today"), 2)
    assert not is_to_come(hear("a person to come on the line"), 2)
    assert not is_to_come(hear("a person please"), 2)


def test_talk_to_my_landlord_asks_for_nobody_of_ours() -> None:
    assert is_with_others(hear("let me talk to my landlord"), 4)
    assert not is_with_others(hear("let me talk to somebody"), 4)


def test_the_operator_before_you_is_not_asked_for() -> None:
    assert is_the_caller(hear("the operator before you was rude"), 0, 1)
    assert not is_the_caller(hear("operator please"), 0, 0)
