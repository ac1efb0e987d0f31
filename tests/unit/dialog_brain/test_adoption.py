"""A call is gone on with where it is agreed with, left to others for a while, then given to a person."""

from __future__ import annotations

import pytest

from calllock.contracts import events
from dialog_brain.adoption import LEFT_AT_MOST, adoption
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.fold import Fold
from tests.unit.dialog_brain.flow.calls import AT, PROFILES

PROFILE = PROFILES.by_id("ace-cooling")


def fold(*, agrees: bool, adopted: int = 1) -> Fold:
    assert PROFILE is not None
    read = Fold(RECEPTIONIST, PROFILE)
    if adopted > 1:
        read.take(events.CallAdopted(event_id="a", call_sid="CA1", occurred_at=AT, replica="another", attempt=adopted))
    read.agrees = agrees
    return read


@pytest.mark.parametrize("attempt", [1, 2, 50])
def test_a_call_that_is_agreed_with_is_gone_on_with_at_once(attempt: int) -> None:
    assert adoption(fold(agrees=True), attempt) == "go_on"


def test_another_call_is_left_to_others_and_given_to_a_person_in_the_end() -> None:
    ways = [adoption(fold(agrees=False), 1 + attempt) for attempt in range(1, LEFT_AT_MOST + 3)]
    assert ways == ["leave"] * LEFT_AT_MOST + ["give_up"] * 2


def test_the_times_are_counted_from_the_last_owner() -> None:
    assert adoption(fold(agrees=False, adopted=40), 41) == "leave"
    assert adoption(fold(agrees=False, adopted=40), 41 + LEFT_AT_MOST) == "give_up"
