"""That the address which was read back lacks its unit."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dialog_brain.understanding.understand import understand
from dialog_brain.understanding.understood import Held

NOW = datetime(2026, 2, 23, 10, tzinfo=UTC)
HELD = Held(name="Ann Lee", address="120 Oak Street")


@pytest.mark.parametrize(
    "says",
    [
        "you left out the unit number",
        "you left off the unit",
        "you forgot the apartment",
        "no, you missed the unit number",
        "you didn't say the unit",
        "there's a unit number too",
        "what about the unit number",
        "the unit is missing",
        "yes but you forgot the suite",
        "you didn't mention the apartment number",
        "I need to add the unit number",
        "don't forget the unit number",
        "the address is missing the apartment number",
    ],
)
def test_a_unit_that_is_missing_is_no_trouble_and_no_yes(says: str) -> None:
    heard = understand(says, "confirm", NOW, held=HELD)
    assert (heard.disputed, heard.consent, heard.problem, heard.address) == ("unit", "no", None, None)


@pytest.mark.parametrize(
    ("says", "address"),
    [
        ("you left out my unit, 212", "120 Oak Street Unit 212"),
        ("you forgot unit 212", "120 Oak Street Unit 212"),
        ("building 4 unit 212", "120 Oak Street Building 4 Unit 212"),
        ("yes but it's apartment 5 now", "120 Oak Street Apt 5"),
    ],
)
def test_a_unit_that_is_told_is_not_asked_for(says: str, address: str) -> None:
    heard = understand(says, "confirm", NOW, held=HELD)
    assert (heard.disputed == "unit", heard.address) == (False, address)


@pytest.mark.parametrize(
    "says",
    ["the unit is leaking", "my unit is leaking too", "no, the unit is upstairs", "yes, I'll leave the unit on", "yes"],
)
def test_a_machine_that_is_called_unit_is_no_part_of_the_address(says: str) -> None:
    assert understand(says, "confirm", NOW, held=HELD).disputed != "unit"
