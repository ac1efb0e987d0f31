"""Whether nothing is wanted any more."""

from __future__ import annotations

import pytest

from dialog_brain.understanding.asking.withdrawals import prefers_call, withdraws
from dialog_brain.understanding.language.words import hear

WANTED_NO_MORE = [
    "cancel",
    "no, cancel that",
    "never mind then",
    "I'll call back",
    "I'll just call you back tomorrow",
    "can I call you back",
    "please don't book anything",
    "let's not",
    "I don't want it after all",
    "no, not today",
    "I changed my mind",
]
WANTED_OTHERWISE = [
    "cancel the afternoon, make it the morning",
    "never mind, it's fine",
    "I don't want Monday",
    "I changed my mind, make it Tuesday",
    "not tomorrow",
    "not the kitchen",
    "call me back",
    "no",
    "nothing",
]


@pytest.mark.parametrize("said", WANTED_NO_MORE)
def test_whoever_wants_none_of_it_withdraws(said: str) -> None:
    assert withdraws(hear(said), "confirm")


@pytest.mark.parametrize("said", WANTED_OTHERWISE)
def test_whoever_says_anything_beside_does_not(said: str) -> None:
    assert not withdraws(hear(said), "confirm")


@pytest.mark.parametrize("said", ["it just came back on", "my husband fixed it", "I found someone else", "never mind"])
def test_a_visit_may_be_given_up_at_any_question(said: str) -> None:
    assert withdraws(hear(said), "zip")
    assert withdraws(hear(said), "address")


@pytest.mark.parametrize("said", ["not today", "maybe later", "that's too expensive"])
def test_what_declines_a_proposal_gives_up_nothing_before_one(said: str) -> None:
    assert withdraws(hear(said), "confirm")
    assert not withdraws(hear(said), "zip")


def test_a_call_in_place_of_the_visit_is_none_before_it() -> None:
    assert prefers_call(hear("no, have somebody call me first"))
    assert not prefers_call(hear("no, call me when you're on the way"))
