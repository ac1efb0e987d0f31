"""House numbers that a recognizer wrote as other words."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dialog_brain.understanding.understand import understand
from dialog_brain.understanding.understood import Expected

NOW = datetime(2026, 2, 23, 10, 0, tzinfo=ZoneInfo("America/Chicago"))


@pytest.mark.parametrize(
    ("asked", "says", "number"),
    [
        ("address", "for oh five Pine Street", "405"),
        ("address", "one for two Pine Street", "142"),
        ("address", "twelve to four Pine Street", "1224"),
        ("address", "nine for five Pine Street", "945"),
        ("address", "ate oh one Pine Street", "801"),
        ("address", "won twelve Pine Street", "112"),
        ("address", "fifteen ate Pine Street", "158"),
        ("address", "five won five Pine Street", "515"),
        ("address", "for hundred Pine Street", "400"),
        ("confirm", "no it's for oh five Pine Street", "405"),
        ("open", "my AC is out at one for two Pine Street", "142"),
        ("address", "it's for twelve Pine Street", "12"),
        ("address", "come to twelve Pine Street", "12"),
        ("address", "it's for 12 Pine Street", "12"),
        ("address", "I'm home from nine to five, 12 Pine Street", "12"),
    ],
)
def test_a_word_that_sounds_like_a_digit_is_one_in_a_house_number(asked: Expected, says: str, number: str) -> None:
    assert understand(says, asked, NOW).address == f"{number} Pine Street"


def test_a_street_keeps_a_name_that_sounds_like_a_digit() -> None:
    assert understand("five Won Lane", "address", NOW).address == "5 Won Lane"
