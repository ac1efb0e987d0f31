"""A caller who wanted a new system and takes it back."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dialog_brain.understanding.understand import understand

NOW = datetime(2026, 2, 23, 10, 0, tzinfo=ZoneInfo("America/Chicago"))


@pytest.mark.parametrize(
    ("says", "withdrawn"),
    [
        ("actually just fix the old one", True),
        ("let's repair it instead", True),
        ("I only want a repair", True),
        ("can you fix it rather than replace it", True),
        ("no I don't want a new one, just fix what I have", True),
        ("no new system, please", True),
        ("we'd rather have it repaired", True),
        ("we'll stick with fixing it", True),
        ("I changed my mind, I want it repaired", True),
        ("no, not a replacement", True),
        ("they tried to fix it last week", False),
        ("just make sure you fix the name", False),
        ("just fix the address", False),
        ("we just had it repaired", False),
        ("I don't want to just fix it", False),
        ("a repair won't do, we want a new one instead", False),
    ],
)
def test_a_repair_instead_withdraws_a_lead(says: str, *, withdrawn: bool) -> None:
    assert understand(says, "confirm", NOW).lead_withdrawn == withdrawn


@pytest.mark.parametrize(
    ("says", "lead"),
    [
        ("can you add the heater too", None),
        ("add the furnace to that", None),
        ("can you add a water heater to the visit", None),
        ("I'm adding my furnace to this as well", None),
        ("I want to add a heat pump", "high_ticket"),
        ("add central air to my house", "high_ticket"),
    ],
)
def test_what_is_added_to_the_visit_is_no_new_system(says: str, lead: str | None) -> None:
    assert understand(says, "confirm", NOW).lead == lead
