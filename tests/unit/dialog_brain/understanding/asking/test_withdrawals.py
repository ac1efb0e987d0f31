"""Whether nothing of what was read back is wanted."""

from __future__ import annotations

import pytest

from dialog_brain.understanding.asking.withdrawals import withdraws
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
    assert withdraws(hear(said))


@pytest.mark.parametrize("said", WANTED_OTHERWISE)
def test_whoever_says_anything_beside_does_not(said: str) -> None:
    assert not withdraws(hear(said))
