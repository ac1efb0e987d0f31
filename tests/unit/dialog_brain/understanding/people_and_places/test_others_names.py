"""Who is of the house of somebody whom we asked for."""

from __future__ import annotations

import pytest

from dialog_brain.understanding.language.words import hear
from dialog_brain.understanding.people_and_places.others_names import is_another, is_of_kin


@pytest.mark.parametrize(
    "says", ["I'm his wife", "he's my husband", "that's my dad", "no, his daughter", "this is her son"]
)
def test_a_relative_is_of_the_house(says: str) -> None:
    assert is_of_kin(hear(says))


@pytest.mark.parametrize("says", ["yes", "Ann Lee", "my wife will be home", "he's my landlord"])
def test_others_are_not(says: str) -> None:
    assert not is_of_kin(hear(says))


def test_a_landlord_lives_elsewhere() -> None:
    assert is_another(hear("Jonas is my landlord"))
    assert not is_another(hear("Jonas is my husband"))
