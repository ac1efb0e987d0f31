"""Which address is in another place than the one on file."""

from __future__ import annotations

import pytest

from dialog_brain.understanding.people_and_places.address_on_file import is_elsewhere

HELD = "4210 South Lamar Blvd, Austin"


@pytest.mark.parametrize("said", ["4210 South Lamar Boulevard", "4210 S Lamar", "4210 Lamar Blvd Apt 5", HELD])
def test_the_same_house_is_the_same_place_however_its_street_is_written(said: str) -> None:
    assert not is_elsewhere(said, HELD)


@pytest.mark.parametrize(
    "said", ["4212 South Lamar Blvd", "4210 North Lamar Blvd", "4210 South Lamar Lane", "12 Oak St"]
)
def test_another_number_or_another_street_is_elsewhere(said: str) -> None:
    assert is_elsewhere(said, HELD)
