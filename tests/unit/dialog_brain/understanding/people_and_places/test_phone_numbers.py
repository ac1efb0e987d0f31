"""Whose a telephone number is, by how it is told."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dialog_brain.understanding.understand import understand

NOW = datetime(2026, 2, 23, 10, 0, tzinfo=ZoneInfo("America/Chicago"))
NUMBER = "512-555-0142"


@pytest.mark.parametrize(
    "says",
    [
        "call me at {}",
        "my cell is {}",
        "I can be reached at {}",
        "the best number is {}",
        "use {} please",
        "use my husband's number, {}",
        "you can reach me on my wife's cell, {}",
    ],
)
def test_a_number_to_call_is_claimed(says: str) -> None:
    heard = understand(says.format(NUMBER), "any", NOW)
    assert (heard.phone, heard.phone_claimed) == ("5125550142", True)


@pytest.mark.parametrize(
    "says",
    [
        "it's {}",
        "you guys called me from {}",
        "I got a call from {}",
        "don't call {}",
        "my old number was {}",
        "I'm Ann Lee. I called {} before",
    ],
)
def test_a_number_that_is_only_told_of_is_not_claimed(says: str) -> None:
    heard = understand(says.format(NUMBER), "any", NOW)
    assert (heard.phone, heard.phone_claimed) == ("5125550142", False)


@pytest.mark.parametrize(
    "says",
    [
        "her number is {}",
        "his cell is {}",
        "their phone number is {}",
        "the tenant's number is {}",
        "my husband's number is {}",
        "don't use my husband's number, {}",
    ],
)
def test_somebody_elses_number_is_none(says: str) -> None:
    assert understand(says.format(NUMBER), "any", NOW).phone is None


@pytest.mark.parametrize(
    "says",
    [
        "eight thirty, five fifty five, oh one hundred",
        "eight thirty five fifty five oh one hundred",
        "eight three oh five hundred fifty five zero one zero zero",
        "eight three oh triple five oh one double oh",
        "eight three oh five five five oh two hundred sorry oh one hundred",
        "830 555 0102, no, 0100",
        "8305550101 I mean zero zero",
        "eight three oh five five six wait five five five oh one oh oh",
        "830 555 0100 and no, my ZIP is 78704",
    ],
)
def test_a_number_is_heard_however_its_digits_are_grouped_or_mended(says: str) -> None:
    assert understand(says, "any", NOW).phone == "8305550100"


@pytest.mark.parametrize(
    ("says", "phone"),
    [
        ("eight hundred. Six hundred twenty. Nineteen forty", "8006201940"),
        ("eight hundred six hundred and twenty three twenty ninety two", "8006232092"),
        ("five one two, pause, five five five, pause, oh one four two", "5125550142"),
    ],
)
def test_its_groups_may_be_hundreds_or_have_a_pause_between_them(says: str, phone: str) -> None:
    assert understand(says, "any", NOW).phone == phone
