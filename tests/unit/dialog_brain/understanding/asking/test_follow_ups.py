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


def test_who_comes_is_asked_of_the_visit_that_is_being_arranged() -> None:
    assert not follows_up(hear("who's going to come"), opening=False)
    assert follows_up(hear("somebody was going to come yesterday"), opening=False)
