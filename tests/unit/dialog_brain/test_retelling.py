"""A call told again, and where today's flow would have gone elsewhere."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from calllock.contracts import commands, events, wire
from calllock.contracts.message import Message
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.flow.rows import Ask, Exit, Flow
from dialog_brain.rehearsal import Rehearsal, rehearse
from dialog_brain.retelling import retell
from dialog_brain.script import Line, Script
from tests.unit.dialog_brain.flow.calls import PROFILES

SAYS = ("AC is dead", "no", "78745", "Ann Lee", "12 Oak Street", "tomorrow at nine", "yes")


def played(*says: str) -> Rehearsal:
    profile = PROFILES.by_id("ace-cooling")
    assert profile is not None
    return rehearse(RECEPTIONIST, profile, Script(name="told", says=tuple(Line(says=words) for words in says)))


def told(call: Rehearsal, flow: Flow = RECEPTIONIST) -> list[str]:
    return list(retell(call.log, flow, call.profile))


def test_a_call_is_told_with_words_states_rules_and_requests() -> None:
    lines = told(played(*SAYS))
    for words in (
        "caller  AC is dead",
        "-> booking: confirm: caller agrees",
        "book_service is asked",
        "hangs up after",
    ):
        assert any(words in line for line in lines), words
    assert not [line for line in lines if line.startswith("!")]


def test_an_emergency_stands_out() -> None:
    assert any("EMERGENCY GAS_LEAK" in line for line in told(played("I smell gas")))


def test_a_call_that_the_line_gave_to_a_person_is_told_so_and_differs_in_nothing() -> None:
    call = played("AC is dead")
    about: dict[str, Any] = {"call_sid": call.sid, "occurred_at": call.now}
    begun = events.TransferBegun(event_id="t1", **about, to_number="+15125550180", reason="the brain does not answer")
    call.take(begun)
    call.take(events.TransferFailed(event_id="t2", **about, reason="no-answer"))
    lines = told(call)
    assert any("the line itself gives the call to a person: the brain does not answer" in line for line in lines)
    assert not [line for line in lines if line.startswith("!")]


def differences(call: Rehearsal, flow: Flow = RECEPTIONIST) -> list[str]:
    return [line.removeprefix("! today's flow would ") for line in told(call, flow) if line.startswith("!")]


def never_booking() -> Flow:
    def elsewhere(way: Exit) -> Exit:
        if way.to != "booking":
            return way
        return replace(way, to="callback", rule="confirm: never books", callback="service")

    rows = tuple(
        replace(row, exits=tuple(map(elsewhere, row.exits))) if isinstance(row, Ask) and row.state == "confirm" else row
        for row in RECEPTIONIST.rows
    )
    return replace(RECEPTIONIST, rows=rows)


def test_a_flow_that_goes_elsewhere_is_told_at_its_place_and_the_call_is_told_to_its_end() -> None:
    call = played(*SAYS)
    lines = told(call, never_booking())
    assert [line for line in lines if not line.startswith("!")] == told(call)
    place = next(i for i, line in enumerate(lines) if line.startswith("!"))
    assert lines[place - 1].endswith("caller  yes")
    assert any("would enter callback (confirm: never books) here" in line for line in lines[place:])


@pytest.mark.parametrize(
    ("kind", "difference"),
    [
        (events.ToolRequested, "ask book_service {"),
        (commands.SpeakPrompt, "say "),
        (events.StateEntered, "enter done ("),
        (events.FieldsLearned, "learn (looked_up) "),
        (commands.HangUp, "hang up (done)"),
    ],
)
def test_what_the_log_lacks_is_told(kind: type[Message], difference: str) -> None:
    call = played(*SAYS)
    lacking = [m for m in call.log if isinstance(m, kind)][-1]
    call.log.remove(lacking)
    (told_difference,) = differences(call)
    assert told_difference.startswith(difference)
    assert told_difference.endswith(" here; then it was nothing")


@pytest.mark.parametrize(
    ("kind", "changes", "difference"),
    [
        (
            commands.SpeakPrompt,
            {"sentences": ("You are booked for free.",)},
            "'You are booked for free.'",
        ),
        (events.ToolRequested, {"args": {"zip": "00000"}}, "ask book_service {'zip': '00000'}"),
        (events.StateEntered, {"state": "callback"}, "enter callback (booking: "),
        (events.FieldsLearned, {"fields": {"zip_code": "00000"}}, "learn (looked_up) zip_code='00000'"),
        (commands.HangUp, {"reason": "safety_exit"}, "hang up (safety_exit)"),
    ],
)
def test_what_went_otherwise_then_is_told(kind: type[Message], changes: dict[str, object], difference: str) -> None:
    call = played(*SAYS)
    place = max(i for i, m in enumerate(call.log) if isinstance(m, kind))
    call.log[place] = call.log[place].model_copy(update=changes)
    (told_difference,) = differences(call)
    assert difference in told_difference.split(" here; then it was to ")[1]


def test_a_danger_of_which_the_log_lacks_the_alarm_is_told() -> None:
    call = played("I smell gas")
    call.log = [m for m in call.log if not isinstance(m, events.EmergencyRaised)]
    assert differences(call) == ["raise the emergency GAS_LEAK here; then it was nothing"]


def test_what_the_flow_would_not_decide_is_told_after_it() -> None:
    call = played(*SAYS)
    entered = next(m for m in call.log if isinstance(m, events.StateEntered))
    call.log.append(entered.model_copy(update={"event_id": "invented", "state": "booking"}))
    lines = told(call)
    assert "-> booking" in lines[-2]
    assert lines[-1].startswith("! today's flow would not enter booking (")


def test_a_log_that_was_written_and_read_again_tells_no_difference() -> None:
    call = played(*SAYS)
    call.log = [wire.decode(wire.encode(message)) for message in call.log]
    assert differences(call) == []
