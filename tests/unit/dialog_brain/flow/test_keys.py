"""`step()`: the keys of the telephone."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from calllock.contracts import events
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.flow.step import FOR_A_PERSON, ONE_NUMBER_S
from dialog_brain.rehearsal import Rehearsal
from dialog_brain.script import Line, Script
from tests.unit.dialog_brain.flow.calls import PROFILES
from tests.unit.dialog_brain.flow.step_cases import PROFILE
from tests.unit.dialog_brain.in_one_state import in_state

KNOWN: dict[str, Any] = {
    "customer_name": "Ann Lee",
    "problem_description": "AC is out",
    "service_address": "12 Oak Street",
}


def test_five_keys_are_a_zip() -> None:
    assert PROFILE is not None
    played = in_state(RECEPTIONIST, PROFILE, "service_area")
    played.say(Line(keys="78745"))
    assert played.call.state == "discovery"
    assert played.call.origins["zip_code"] == "keyed"


def _decided(played: Rehearsal, line: Line) -> list[dict[str, Any]]:
    """What follows from the line, some seconds after whatever was before it; without ids, times and the words noted."""
    played.now += timedelta(seconds=ONE_NUMBER_S + 1)
    known = len(played.log)
    played.say(line)
    told = [message.model_dump(exclude={"event_id", "request_id", "occurred_at", "turn"}) for message in played.log]
    noted = {"fields": {"noted": FOR_A_PERSON.text}}
    return [{**one, **noted} if "noted" in one.get("fields", ()) else one for one in told[known + 1 :]]


@pytest.mark.parametrize(("business", "zip_code"), [("ace-cooling", "78745"), ("harbor-plumbing", "98103")])
@pytest.mark.parametrize(
    ("state", "from_number"),
    [
        *((state, "+15125550123") for state in ("welcome", "safety", "discovery", "confirm", "done", "callback")),
        *((state, None) for state in ("welcome", "safety", "discovery", "done", "safety_exit")),
    ],
)
def test_a_zero_where_no_digits_are_asked_for_does_what_asking_for_a_person_does(
    state: str, from_number: str | None, business: str, zip_code: str
) -> None:
    profile = PROFILES.by_id(business)
    assert profile is not None
    known = {**KNOWN, "zip_code": zip_code} if state in {"confirm", "done"} else {}
    says, presses = (
        in_state(RECEPTIONIST, profile, state, Script(name="zero", from_number=from_number), **known) for _ in range(2)
    )
    assert _decided(presses, Line(keys="0")) == _decided(says, Line(says="operator"))
    assert (presses.call.state, presses.call.question) == (says.call.state, says.call.question)


@pytest.mark.parametrize("keys", ["1", "9", "*", "#", "10", "#0", "5125550142"])
def test_other_keys_wish_for_nothing_and_neither_does_a_zero_close_behind_them(keys: str) -> None:
    assert PROFILE is not None
    played = in_state(RECEPTIONIST, PROFILE, "discovery")
    before = played.call
    played.say(Line(keys=keys))
    ignored = [message.rule for message in played.log if isinstance(message, events.EventIgnored)]
    assert ignored == ["no digits were asked for"] * len(keys)
    assert played.call._replace(steps=before.steps, now=before.now, key_at=None) == before


def test_a_zero_some_time_after_another_key_is_the_wish_for_a_person() -> None:
    assert PROFILE is not None
    played = in_state(RECEPTIONIST, PROFILE, "discovery")
    played.say(Line(keys="1"))
    played.now += timedelta(seconds=ONE_NUMBER_S)
    played.say(Line(keys="0"))
    assert played.call.slots.callback_type == "human"


def test_the_last_zero_of_a_zip_that_was_keyed_with_a_digit_too_many_is_no_wish_for_a_person() -> None:
    assert PROFILE is not None
    played = in_state(RECEPTIONIST, PROFILE, "service_area")
    played.say(Line(keys="787450"))
    assert (played.call.state, played.call.slots.callback_type) == ("discovery", "")


def test_a_key_does_not_make_up_for_a_silence_unless_it_is_the_wish_for_a_person() -> None:
    assert PROFILE is not None
    played = in_state(RECEPTIONIST, PROFILE, "discovery")
    played.fall_silent()
    played.say(Line(keys="1"))
    assert played.call.silences == 1
    played.now += timedelta(seconds=ONE_NUMBER_S)
    played.say(Line(keys="0"))
    assert played.call.silences == 0
