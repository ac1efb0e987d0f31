"""Callers who are not where the service is, at the question about dangers."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dialog_brain.understanding.understand import understand

NOW = datetime(2026, 2, 23, 10, 0, tzinfo=ZoneInfo("America/Chicago"))


@pytest.mark.parametrize(
    ("says", "cannot_tell"),
    [
        ("I'm not there it's my rental", "away"),
        ("no I'm not there", "away"),
        ("you'd have to ask the tenant", "away"),
        ("I'm at work I wouldn't know", "away"),
        ("I'm not at the house", "away"),
        ("I'm not home until five", "away"),
        ("it's my mother's house, I'm in Dallas", "away"),
        ("I'm out of town", "away"),
        ("I'm the landlord", "away"),
        ("I manage the building", "away"),
        ("I can't smell anything from here", "away"),
        ("I don't know", "unknown"),
        ("it's my house", None),
        ("hold on, I have to ask my mom", None),
        ("let me ask my husband", None),
    ],
)
def test_who_is_not_there_cannot_tell(says: str, cannot_tell: str | None) -> None:
    heard = understand(says, "safety", NOW)

    assert (heard.cannot_tell, heard.consent, heard.hazard) == (cannot_tell, None, None)


@pytest.mark.parametrize(
    "says",
    [
        "no it's my rental",
        "no smell, it's my rental",
        "nobody's said anything I'm not there",
        "I don't smell anything",
        "no the gas is off at the house",
    ],
)
def test_a_no_beside_it_is_one(says: str) -> None:
    heard = understand(says, "safety", NOW)

    assert (heard.cannot_tell, heard.consent) == (None, "no")


@pytest.mark.parametrize("says", ["the alarm is going off, I'm not there", "my tenant smells gas and I'm at work"])
def test_a_danger_there_is_one(says: str) -> None:
    heard = understand(says, "safety", NOW)

    assert (heard.cannot_tell, heard.consent) == (None, "yes")
