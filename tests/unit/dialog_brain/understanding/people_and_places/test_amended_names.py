"""The name that we hold, written as the caller writes it."""

from __future__ import annotations

import pytest

from dialog_brain.understanding.language.words import hear
from dialog_brain.understanding.people_and_places.amended_names import amended_name, whole_name


def _amended(says: str, held: str) -> str | None:
    named = amended_name(hear(says), held)
    return None if named is None else named.text


@pytest.mark.parametrize(
    ("says", "held", "name"),
    [
        ("no Carson with a K", "Dan Carson", "Dan Karson"),
        ("it's Kathy with a C", "Kathy Moss", "Cathy Moss"),
        ("Ann with an e", "Ann Moss", "Anne Moss"),
        ("no, Sara with an h", "Sara Moss", "Sarah Moss"),
        ("Smith with a y", "Joe Smith", "Joe Smyth"),
        ("it's Mat with two t's", "Mat Moss", "Matt Moss"),
        ("Bennett with one t please", "Joe Bennett", "Joe Bennet"),
        ("Johnson without an h", "Sue Johnson", "Sue Jonson"),
        ("it's Clark ending in e", "Sue Clark", "Sue Clarke"),
        ("it's Karson", "Dan Carson", "Dan Karson"),
        ("no, the last name is Karson", "Dan Carson", "Dan Karson"),
        ("I said Marlowe", "Dan Marlow", "Dan Marlowe"),
    ],
)
def test_a_spelling_changes_the_part_that_it_is_told_of(says: str, held: str, name: str) -> None:
    assert _amended(says, held) == name


@pytest.mark.parametrize(
    ("says", "held"),
    [
        ("no", "Dan Carson"),
        ("no, the car is gone", "Dan Carson"),
        ("better", "Ben Etter"),
        ("Dan Carson", "Dan Carson"),
        ("Carson with a Q and a W", "Dan Carson"),
        ("Leslie with an x", "Leslie Moss"),
        ("Brandan with an e", "Brandan Moss"),
        ("it's Fernandez", "Dan Carson"),
        ("with a K", "Dan Carson"),
        ("ten", "Ben Moss"),
    ],
)
def test_what_tells_no_spelling_that_we_can_write_changes_nothing(says: str, held: str) -> None:
    assert _amended(says, held) is None


def test_a_whole_name_after_a_no_is_another_one() -> None:
    assert _amended("no Dave Hull", "Dan Carson") == "Dave Hull"
    assert _amended("no, I said Ann Lee please", "Dan Carson") == "Ann Lee"
    assert _amended("no, Frank is fine", "Dan Carson") is None


def test_a_name_that_was_only_looked_up_is_joined_to_one_like_it_alone() -> None:
    assert whole_name("Jo", "Jonas Miller", of_caller=False) == "Jo"
    assert whole_name("Jon", "John Miller", of_caller=False) == "Jon Miller"
