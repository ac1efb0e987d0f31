"""Whose a telephone number is, by how it is told."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dialog_brain.understanding.understand import understand

NOW = datetime(2026, 2, 23, 10, 0, tzinfo=ZoneInfo("America/Chicago"))
NUMBER = "512-555-0142"


@pytest.mark.parametrize(
    "says", ["call me at {}", "my cell is {}", "I can be reached at {}", "the best number is {}", "use {} please"]
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
        "the tenant's number is {}",
        "I'm Ann Lee. I called {} before",
    ],
)
def test_a_number_that_is_only_told_of_is_not_claimed(says: str) -> None:
    heard = understand(says.format(NUMBER), "any", NOW)
    assert (heard.phone, heard.phone_claimed) == ("5125550142", False)


@pytest.mark.parametrize("says", ["her number is {}", "his cell is {}", "their phone number is {}"])
def test_somebody_elses_number_is_none(says: str) -> None:
    assert understand(says.format(NUMBER), "any", NOW).phone is None
