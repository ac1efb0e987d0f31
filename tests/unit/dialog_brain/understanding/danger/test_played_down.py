"""What callers set apart from a no."""

from __future__ import annotations

import pytest

from dialog_brain.understanding.danger.played_down import is_played_down
from dialog_brain.understanding.language.words import hear


@pytest.mark.parametrize(
    ("says", "played_down"),
    [
        ("no just natural gas, no smell", True),
        ("no, just smoke detectors", True),
        ("no other than our smoke detector beeping for a new battery", True),
        ("no just that burning smell we had last week", True),
        ("no just a headache", True),
        ("no just a burning smell", False),
        ("no just the carbon monoxide alarm beeping", False),
        ("no just a little smoke", False),
        ("just smoke detectors", False),
    ],
)
def test_what_a_house_may_well_have_is_set_apart_from_a_no(says: str, played_down: bool) -> None:
    assert is_played_down(hear(says)) is played_down
