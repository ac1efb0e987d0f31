"""Parts of an address that are told alone, beside the address that we hold."""

from __future__ import annotations

import pytest

from dialog_brain.understanding.language.words import hear
from dialog_brain.understanding.people_and_places.amended_addresses import amended_address

HELD = "120 Fern Hollow Road"


def _amended(says: str, held: str = HELD) -> str | None:
    place = amended_address(hear(says), held)
    return None if place is None else place.text


@pytest.mark.parametrize(
    ("says", "address"),
    [
        ("no the house number is 130", "130 Fern Hollow Road"),
        ("the house number should be one thirty", "130 Fern Hollow Road"),
        ("street number's wrong, it's 1300", "1300 Fern Hollow Road"),
        ("my address is 130 not 120", "130 Fern Hollow Road"),
        ("the number is 7, thanks", "7 Fern Hollow Road"),
        ("change the house number to 14 please", "14 Fern Hollow Road"),
        ("130, not 120", "130 Fern Hollow Road"),
        ("not 120, it's 130", "130 Fern Hollow Road"),
        ("it's 130 instead of 120", "130 Fern Hollow Road"),
    ],
)
def test_a_house_number_takes_the_place_of_the_one_that_we_hold(says: str, address: str) -> None:
    assert _amended(says) == address


@pytest.mark.parametrize(
    ("says", "held", "address"),
    [
        ("yes 130 fern hollow", HELD, "130 Fern Hollow Road"),
        ("correct 130 fern hollow", HELD, "130 Fern Hollow Road"),
        ("130 fern hollow yes", HELD, "130 Fern Hollow Road"),
        ("yes at 89 elm", "88 Elm Street", "89 Elm Street"),
        ("yes but it's forty two twelve", "4210 South Lamar Boulevard", "4212 South Lamar Boulevard"),
        ("yes forty two twelve lamar", "4210 South Lamar Boulevard", "4212 South Lamar Boulevard"),
        ("yes forty two ten", "4210 South Lamar Boulevard", "4210 South Lamar Boulevard"),
        ("yes two thirty", HELD, None),
        ("yes at twelve fifteen", HELD, None),
        ("yes fifteen hundred", HELD, None),
        ("yes 89", "88 Elm Street", None),
    ],
)
def test_a_yes_with_another_number_amends_it_unless_it_may_be_a_time(says: str, held: str, address: str | None) -> None:
    assert _amended(says, held) == address


@pytest.mark.parametrize(
    ("says", "held", "address"),
    [
        ("it's unit 12", HELD, "120 Fern Hollow Road Unit 12"),
        ("yes and it's apartment 4 b", HELD, "120 Fern Hollow Road Apt 4B"),
        ("you left off the apartment number, it's 4", HELD, "120 Fern Hollow Road Apt 4"),
        ("no, unit 14", "120 Fern Hollow Road Unit 12", "120 Fern Hollow Road Unit 14"),
        ("apartment 3, not 4", "120 Fern Hollow Road Apt 4", "120 Fern Hollow Road Apt 3"),
        ("it's in building 2", "120 Fern Hollow Road Apt 4", "120 Fern Hollow Road Apt 4 Building 2"),
    ],
)
def test_a_unit_is_added_to_the_street_or_changed(says: str, held: str, address: str) -> None:
    assert _amended(says, held) == address


@pytest.mark.parametrize(
    ("says", "address"),
    [
        ("no 640 Birch", "640 Birch"),
        ("it's 640 Birch, 78745", "640 Birch"),
        ("use 640 Birch instead", "640 Birch"),
        ("yes but I said 640 Quail Creek", "640 Quail Creek"),
        ("make it 1640 birch please", "1640 Birch"),
    ],
)
def test_an_address_of_which_nothing_is_called_a_street_is_one_where_it_was_read_back(says: str, address: str) -> None:
    assert _amended(says) == address


@pytest.mark.parametrize(
    "says",
    [
        "no, 930 works better",
        "make it 1030 sharp",
        "no 10 Tuesday",
        "130 tomorrow",
        "it's 6 not 5",
        "not 11, 12",
        "it's 300 not 400",
        "unit 2 is leaking",
        "the unit is 12 years old",
        "the room is 80",
        "the number is 512 555 0134",
        "the address is fine",
        "is it 100 dollars",
        "yes",
    ],
)
def test_times_ages_prices_and_other_numbers_amend_nothing(says: str) -> None:
    assert _amended(says) is None


def test_a_number_that_we_do_not_hold_may_be_an_hour() -> None:
    assert _amended("it's 6 not 5", "5 Fern Hollow Road") is None
    assert _amended("it's 16 not 5", "5 Fern Hollow Road") == "16 Fern Hollow Road"


@pytest.mark.parametrize(
    ("says", "held", "address"),
    [
        ("no, Birch Road", HELD, "120 Birch Road"),
        ("the street is Birch", HELD, "120 Birch"),
        ("it's on Birch Lane, not Fern Hollow", HELD, "120 Birch Lane"),
        ("no the road is Birch Lane", "120 Fern Hollow Road Apt 4", "120 Birch Lane Apt 4"),
    ],
)
def test_a_street_told_alone_keeps_the_number_and_the_unit(says: str, held: str, address: str) -> None:
    assert _amended(says, held) == address


@pytest.mark.parametrize(
    "says", ["no way", "it's on the street side", "no, street parking only", "Birch Road is closed"]
)
def test_what_only_sounds_like_a_street_amends_nothing(says: str) -> None:
    assert _amended(says) is None
