"""Values that come from a backend or a model are taken only when they are what they claim to be."""

from __future__ import annotations

import pytest
import yaml

from dialog_brain.understanding.people_and_places.addresses import valid_address
from dialog_brain.understanding.people_and_places.names import valid_name
from dialog_brain.understanding.people_and_places.zip_codes import valid_zip
from tests.acceptance import acceptance_files


@pytest.mark.parametrize(
    ("value", "accepted"),
    [
        ("98103", "98103"),
        (" 98103\n", "98103"),
        ("98103-1234", "98103"),
        ("9810", ""),
        ("98103x", ""),
        ("٩٨١٠٣", ""),
        (None, ""),
    ],
)
def test_a_zip_is_five_digits_and_nothing_else(value: str | None, accepted: str) -> None:
    assert valid_zip(value) == accepted


@pytest.mark.parametrize(
    ("value", "accepted"),
    [
        ("Ann  Lee", "Ann Lee"),
        ("Dr. Susan Park", "Dr. Susan Park"),
        ("María de la Cruz", "María de la Cruz"),
        ("Bill", "Bill"),
        ("April May", "April May"),
        ("TBD", ""),
        ("not provided", ""),
        ("NULL", ""),
        ("{{name}}", ""),
        ("[name]", ""),
        ("206-555-0100", ""),
        ("caller", ""),
        ("the customer is not working", ""),
        ("Wireless Caller", ""),
        ("...", ""),
        (None, ""),
    ],
)
def test_a_name_is_neither_a_number_nor_a_placeholder_nor_a_phrase(value: str | None, accepted: str) -> None:
    assert valid_name(value) == accepted


@pytest.mark.parametrize(
    ("value", "accepted"),
    [
        ("12 Oak  Street", "12 Oak Street"),
        ("4210 South Lamar Blvd, Austin, TX 78745", "4210 South Lamar Blvd, Austin, TX 78745"),
        ("200 E 5th St", "200 E 5th St"),
        ("7801", ""),
        ("Oak Street", ""),
        ("123 Main or 456 Oak", ""),
        ("not provided", ""),
        ("206 555 0100", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_an_address_has_a_house_number_and_a_street(value: str | None, accepted: str) -> None:
    assert valid_address(value) == accepted


@pytest.mark.parametrize("kind", ["zip", "name"])
def test_the_acceptance_files_agree_if_there_are_any(kind: str) -> None:
    files = acceptance_files("seed_cases.yaml")
    cases = [case for file in files for case in yaml.safe_load(file.read_text(encoding="utf-8"))["validators"][kind]]
    validate = {"zip": valid_zip, "name": valid_name}[kind]

    assert [validate(value) for value, _ in cases] == [accepted for _, accepted in cases]
