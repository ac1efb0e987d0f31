"""An address is read back as people say it."""

from __future__ import annotations

import pytest

from dialog_brain.understanding.spoken_addresses import spoken_address, spoken_street


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("4210 South Lamar Blvd Apt 12, Austin, TX 78745", "42 10 South Lamar Boulevard apartment 12"),
        ("105 Elm Dr", "1 oh 5 Elm Drive"),
        ("12 Oak St.", "12 Oak Street"),
        ("120 1st Street", "1 2 0, 1st Street"),
        ("20 1st Street", "2 0, 1st Street"),
        ("1400 5th Ave", "1400, 5th Avenue"),
        ("1100 Congress Ave", "1100 Congress Avenue"),
        ("12345 Oak Street", "1 2 3 4 5 Oak Street"),
        ("1405 St Elmo Rd Ste 200", "14 oh 5 Saint Elmo Road suite 200"),
        ("1100 E Dr Martin Luther King Jr Blvd", "1100 East Doctor Martin Luther King Jr Boulevard"),
        ("4210 Avenue E", "42 10 Avenue E"),
        ("4210 Fremont Ave N", "42 10 Fremont Avenue North"),
        ("300 W 6th St #4", "300 West 6th Street number 4"),
        ("10500 FM 2222", "10500 F M 2222"),
        ("77 N Saint Johns Ave Unit B", "77 North Saint Johns Avenue Unit B"),
    ],
)
def test_an_address_is_said_in_groups_without_abbreviations(address: str, said: str) -> None:
    assert spoken_address(address) == said


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("1405 Oak Street", "Oak Street"),
        ("300 W 6th St Apt 3", "West 6th Street"),
        ("10500 FM 2222", "F M 2222"),
        ("4210", ""),
    ],
)
def test_a_street_is_said_without_the_numbers_of_house_and_flat(address: str, said: str) -> None:
    assert spoken_street(address) == said
