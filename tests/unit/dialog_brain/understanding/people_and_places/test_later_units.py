"""Units that are told apart from their street."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dialog_brain.understanding.understand import understand

NOW = datetime(2026, 2, 23, 10, 0, tzinfo=ZoneInfo("America/Chicago"))


@pytest.mark.parametrize(
    ("says", "unit"),
    [
        ("12 Oak Street, the Whitley, apartment twelve oh nine", " Apt 1209"),
        ("12 oak street it's the oaks complex unit 14", " Unit 14"),
        ("12 Oak Street, gate code 1234, apartment 6", " Apt 6"),
        ("12 Oak Street you have to go around back, unit C", " Unit C"),
        ("12 Oak Street upstairs apartment 2", " Apt 2"),
        ("12 Oak Street, it's a townhouse, number four", " #4"),
        ("12 Oak Street, Lakeway, suite 200", " Suite 200"),
        ("12 Oak Street, building C, and I'm in 305", " Building C #305"),
        ("12 Oak Street, I'm in 312", " #312"),
        ("12 Oak Street, it's a duplex, I'm the left side", " Left Side"),
        ("12 Oak Street, that's the blue duplex, side B", " Side B"),
        ("12 Oak Street, it's on the left side", ""),
        ("12 Oak Street, I have a Carrier unit 5 years old", ""),
        ("12 Oak Street and the AC unit 2 is out", ""),
        ("12 Oak Street, get the key at apartment 3", ""),
        ("12 Oak Street, not the apartment 5", ""),
        ("12 Oak Street, I'm in 78704", ""),
        ("12 Oak Street, I'm in 10 minutes away", ""),
        ("12 Oak Street, call me at number 512 555 0199", ""),
    ],
)
def test_a_unit_is_one_of_the_street_before_it_whatever_stands_between(says: str, unit: str) -> None:
    assert understand(says, "address", NOW).address == f"12 Oak Street{unit}"
