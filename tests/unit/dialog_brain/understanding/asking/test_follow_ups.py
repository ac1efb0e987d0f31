"""What callers ask after."""

from __future__ import annotations

import pytest

from dialog_brain.understanding.asking.follow_ups import follows_up
from dialog_brain.understanding.language.words import hear


@pytest.mark.parametrize(
    "says",
    [
        "I'm returning Lisa's call",
        "has my part come in yet",
        "is my AC still under warranty",
        "you said somebody would call me back",
        "I missed a call from you",
        "I'm calling from Allstate about a claim for your customer",
        "calling from Austin Energy about a rebate your company sent in",
        "your technician left his tools here",
    ],
)
def test_something_arranged_before_is_asked_after(says: str) -> None:
    assert follows_up(hear(says), opening=False)


def test_only_the_first_words_of_a_call_ask_after_a_visit_that_is_not_this_one() -> None:
    assert follows_up(hear("when is my appointment"), opening=True)
    assert not follows_up(hear("when is my appointment"), opening=False)


@pytest.mark.parametrize(
    "says",
    [
        "let's move forward with the quote you gave me",
        "I'd like to accept the bid",
        "we decided to go with your quote",
        "I want to go ahead with the install",
        "the estimate looks good, when can you start",
        "I'm calling about my estimate",
        "I got a quote from you guys and we want to accept it",
    ],
)
def test_a_quote_that_was_given_is_asked_after_at_the_opening(says: str) -> None:
    assert follows_up(hear(says), opening=True)
    assert not follows_up(hear(says), opening=False)


@pytest.mark.parametrize(
    "says",
    [
        "can I get a quote for a new AC",
        "I'm calling about a quote for a furnace",
        "I have a quote from another company, can you beat it",
        "I got your quote and now the AC is completely dead",
        "before I accept the quote I need my AC fixed",
        "I got an estimate from you guys for the coil and the AC is still not cooling",
        "we'll take the estimate appointment tomorrow",
        "is the estimate free",
        "I want to go ahead with the tune-up",
    ],
)
def test_a_quote_that_is_wanted_or_stands_beside_a_trouble_is_not_asked_after(says: str) -> None:
    assert not follows_up(hear(says), opening=True)


def test_who_comes_is_asked_of_the_visit_that_is_being_arranged() -> None:
    assert not follows_up(hear("who's going to come"), opening=False)
    assert follows_up(hear("somebody was going to come yesterday"), opening=False)
