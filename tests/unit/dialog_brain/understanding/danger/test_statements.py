"""What is denied of two dangers that are named with nothing but a pause between them."""

from __future__ import annotations

import pytest

from dialog_brain.understanding.understand import understand
from tests.unit.dialog_brain.understanding.test_understand import NOW


@pytest.mark.parametrize(
    ("says", "hazard"),
    [
        ("not gas, smoke", "ELECTRICAL_FIRE"),
        ("not smoke, gas", "GAS_LEAK"),
        ("no, not gas. Burning.", "ELECTRICAL_FIRE"),
        ("not a gas smell, a burning smell", "ELECTRICAL_FIRE"),
        ("no gas, smoke", None),
        ("not gas, smoke, nothing", None),
        ("not smelling gas, smoke", None),
    ],
)
def test_what_is_set_apart_by_not_denies_no_other_danger_where_a_list_does(says: str, hazard: str | None) -> None:
    assert understand(says, "safety", NOW).hazard == hazard
