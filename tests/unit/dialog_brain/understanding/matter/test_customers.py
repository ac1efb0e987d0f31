"""Callers who are customers, though what they say sounds like an office matter."""

from __future__ import annotations

import pytest

from dialog_brain.understanding.language.words import hear
from dialog_brain.understanding.matter.customers import owns_trouble, wishes_for_own
from dialog_brain.understanding.matter.intent import heard_matter
from dialog_brain.understanding.understood import Expected, Kind


@pytest.mark.parametrize(
    "says",
    [
        "we need a bid on our rooftop unit",
        "I want a tune up",
        "looking for an estimate on a new furnace",
        "can you look at my heater",
        "I'm due for my annual checkup",
    ],
)
def test_a_wish_for_something_of_ones_own_is_a_customers(says: str) -> None:
    assert wishes_for_own(hear(says))


@pytest.mark.parametrize("says", ["we offer tune ups", "I want a tune up technician job", "we sent you a quote"])
def test_what_is_sold_or_applied_for_is_no_such_wish(says: str) -> None:
    assert not wishes_for_own(hear(says))


def test_a_trouble_of_ones_own_is_a_customers() -> None:
    assert owns_trouble(hear("my AC is out"))
    assert not owns_trouble(hear("we sell ACs"))


@pytest.mark.parametrize(
    ("asked", "says", "kind"),
    [
        ("confirm", "wrong person", None),
        ("zip", "sorry wrong number 78704", None),
        ("any", "I gave you the wrong number", None),
        ("time", "I meant to get it done Wednesday", None),
        ("confirm", "I think I dialed the wrong number", "wrong_number"),
        ("zip", "oh I think I have the wrong number", "wrong_number"),
        ("open", "wrong person", "wrong_number"),
        ("open", "I meant to call my dentist", "wrong_number"),
    ],
)
def test_a_wrong_value_is_no_wrong_number(asked: Expected, says: str, kind: Kind | None) -> None:
    assert heard_matter(hear(says), asked).kind == kind
