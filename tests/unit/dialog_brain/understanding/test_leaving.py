"""Callers who leave it at that."""

from __future__ import annotations

import pytest

from dialog_brain.understanding.language.words import hear
from dialog_brain.understanding.leaving import as_leaving
from dialog_brain.understanding.understood import Understood


@pytest.mark.parametrize("says", ["forget it", "I'll think about it"])
def test_who_withdraws_or_decides_later_agrees_to_nothing(says: str) -> None:
    assert as_leaving(Understood(text=says), hear(says), "confirm", offered=False).withdraws


def test_who_calls_back_is_about_to_leave() -> None:
    says = "I'll have to call you back"
    assert as_leaving(Understood(text=says), hear(says), "name", offered=False).wants == "goodbye"


def test_a_plain_answer_leaves_nothing() -> None:
    heard = Understood(text="tomorrow at nine")
    assert as_leaving(heard, hear("tomorrow at nine"), "time", offered=True) == heard
