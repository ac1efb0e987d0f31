"""Which address is in another place than the one on file."""

from __future__ import annotations

import pytest

from dialog_brain.understanding.language.words import hear
from dialog_brain.understanding.people_and_places.address_on_file import is_elsewhere, is_for_another_place

HELD = "4210 South Lamar Blvd, Austin"


@pytest.mark.parametrize("said", ["4210 South Lamar Boulevard", "4210 S Lamar", "4210 Lamar Blvd Apt 5", HELD])
def test_the_same_house_is_the_same_place_however_its_street_is_written(said: str) -> None:
    assert not is_elsewhere(said, HELD)


@pytest.mark.parametrize(
    "said", ["4212 South Lamar Blvd", "4210 North Lamar Blvd", "4210 South Lamar Lane", "12 Oak St"]
)
def test_another_number_or_another_street_is_elsewhere(said: str) -> None:
    assert is_elsewhere(said, HELD)


@pytest.mark.parametrize(
    "says",
    [
        "that's where I live but the service is at my mom's",
        "yes that's mine but you need to go to my office",
        "yeah that's my house but the AC is at the other property",
        "that's my house, but this is for my daughter's apartment",
        "yes but it's for one of my rentals",
        "the furnace is at our shop",
        "yes but the work is at a different location",
    ],
)
def test_a_visit_may_be_for_another_place_than_the_one_on_file(says: str) -> None:
    assert is_for_another_place(hear(says))


@pytest.mark.parametrize(
    "says",
    [
        "yes but call me at my office",
        "yes but I'm at my office",
        "yes but the thermostat is in the office",
        "yes but come to the side door",
        "it's the same place, no different address",
        "yes that's my mom's house",
        "yes but my husband's there",
    ],
)
def test_a_place_that_is_only_spoken_of_is_no_other_one(says: str) -> None:
    assert not is_for_another_place(hear(says))
