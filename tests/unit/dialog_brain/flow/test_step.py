"""`step()`: one event at a time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from calllock.contracts import commands, events
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.flow.step import step
from dialog_brain.rehearsal import in_state
from dialog_brain.script import Line
from tests.unit.dialog_brain.flow.step_cases import PROFILE, faults_of, load_cases, name_of, play_case

CASES = load_cases()


@pytest.mark.parametrize("case", CASES, ids=[name_of(case) for case in CASES])
def test_one_step_goes_as_its_case_demands(case: Mapping[str, Any]) -> None:
    assert faults_of(play_case(case), case["then"]) == []


def test_a_consent_that_was_given_before_the_read_back_was_heard_does_not_count() -> None:
    assert PROFILE is not None
    played = in_state(
        RECEPTIONIST,
        PROFILE,
        "confirm",
        customer_name="Ann Lee",
        problem_description="AC is out",
        service_address="12 Oak Street",
        preferred_time="Tuesday, February 24 at 9:00 AM",
    )
    early = events.UtteranceHeard(
        event_id="t",
        call_sid=played.sid,
        occurred_at=played.now,
        turn=1,
        text="yes",
        after_prompt=played.call.prompt - 1,
    )
    decision = step(RECEPTIONIST, played.call, early)
    assert decision.call.state == "confirm"
    assert not decision.call.slots.caller_confirmed


def test_a_turn_is_decided_once_however_often_it_is_delivered() -> None:
    assert PROFILE is not None
    played = in_state(RECEPTIONIST, PROFILE, "safety")
    played.say(Line(says="no"))
    again = next(m for m in played.log if isinstance(m, events.UtteranceHeard))
    decision = step(RECEPTIONIST, played.call, again)
    assert decision.call.state == "service_area"
    assert [type(m) for m in decision.outputs] == [events.EventIgnored]


def test_a_late_answer_of_a_tool_does_not_move_a_call_out_of_the_emergency() -> None:
    case = {"in": "booking", "says": "wait I see smoke"}
    played = play_case(case)
    assert played.call.state == "safety_exit"
    request = played.tools[0]
    late = events.ToolAnswered(
        event_id="late",
        call_sid=played.sid,
        occurred_at=played.now,
        request_id=request.request_id,
        tool="book_service",
        outcome="answered",
        result={"booked": True, "booking_time": "2026-02-24T09:00:00-06:00"},
    )
    decision = step(RECEPTIONIST, played.call, late)
    assert decision.call.state == "safety_exit"
    assert not any(isinstance(m, commands.SpeakPrompt) for m in decision.outputs)


def test_five_keys_are_a_zip() -> None:
    assert PROFILE is not None
    played = in_state(RECEPTIONIST, PROFILE, "service_area")
    played.say(Line(keys="78745"))
    assert played.call.state == "discovery"
    assert played.call.origins["zip_code"] == "keyed"


def test_nothing_moves_a_call_whose_line_is_closed() -> None:
    assert PROFILE is not None
    played = in_state(RECEPTIONIST, PROFILE, "discovery")
    played.end()
    before = played.call.state
    played.say(Line(says="I smell gas"))
    assert played.call.state == before
