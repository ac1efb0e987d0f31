"""`step()`: one event at a time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from calllock.contracts import commands, events
from calllock.contracts.message import Message
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.flow.step import step
from dialog_brain.rehearsal import Rehearsal
from dialog_brain.script import Line, Reply, Script
from tests.conversations.expectations import play
from tests.unit.dialog_brain.flow.step_cases import PROFILE, faults_of, load_cases, name_of, play_case
from tests.unit.dialog_brain.in_one_state import in_state

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


def test_nothing_moves_a_call_whose_line_is_closed() -> None:
    assert PROFILE is not None
    played = in_state(RECEPTIONIST, PROFILE, "discovery")
    played.end()
    before = played.call.state
    played.say(Line(says="I smell gas"))
    assert played.call.state == before


def test_a_read_back_that_was_lost_on_the_line_is_not_agreed_to_by_a_later_yes() -> None:
    """The caller asks for a moment before the read-back was heard, hears only that, and says yes."""
    assert PROFILE is not None
    known: dict[str, Any] = {
        "customer_name": "Ann Lee",
        "problem_description": "AC is out",
        "service_address": "12 Oak Street",
    }
    played = in_state(RECEPTIONIST, PROFILE, "confirm", **known)
    heard_when = played.call.prompt
    for turn, (text, after_prompt) in enumerate((("tomorrow at nine", heard_when), ("hold on", heard_when)), start=1):
        played.take(_said(played, turn, text, after_prompt))
    assert "Want me to book that?" in played.said[-1]
    played.take(_said(played, 3, "yes", heard_when))
    assert played.call.state == "confirm"
    played.say(Line(says="yes"))
    assert "booking" in played.path


def _said(played: Rehearsal, turn: int, text: str, after_prompt: int) -> events.UtteranceHeard:
    return events.UtteranceHeard(
        event_id=f"t{turn}",
        call_sid=played.sid,
        occurred_at=played.now,
        turn=turn,
        text=text,
        after_prompt=after_prompt,
    )


def test_an_event_before_the_call_was_answered_is_ignored() -> None:
    assert PROFILE is not None
    played = in_state(RECEPTIONIST, PROFILE, "safety")
    decision = step(RECEPTIONIST, played.call._replace(state=""), _said(played, 1, "I smell gas", 0))
    assert [type(m) for m in decision.outputs] == [events.EventIgnored]


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("safety", "we got cut off. Do you smell gas"),
        ("callback", "we got cut off. I've written that down"),
        ("done", "we got cut off. You're all set"),
    ],
)
def test_a_line_that_is_back_hears_the_open_question_or_the_last_words(state: str, words: str) -> None:
    assert PROFILE is not None
    slots = {"booked_time": "2026-02-24T09:00:00-06:00", "service_address": "12 Oak Street"} if state == "done" else {}
    failing = Script(name="failing", callback=Reply(status=500))
    played = in_state(RECEPTIONIST, PROFILE, state, script=failing, **slots)
    played.take(events.LineResumed(event_id="r", call_sid=played.sid, occurred_at=played.now))
    assert words in played.said[-1]


def test_a_line_that_is_back_in_danger_hears_the_instruction_at_once() -> None:
    assert PROFILE is not None
    played = in_state(RECEPTIONIST, PROFILE, "safety")
    played.say(Line(says="I smell gas"))
    played.take(events.LineResumed(event_id="r", call_sid=played.sid, occurred_at=played.now))
    assert played.said[-1].startswith("Please leave the building now")
    spoken = [m for m in played.log if isinstance(m, commands.SpeakPrompt)]
    assert not spoken[-1].interruptible


READ_BACK = {
    "customer_name": "Ann Lee",
    "problem_description": "AC is out",
    "service_address": "12 Oak Street",
    "preferred_time": "Tuesday, February 24 at 9:00 AM",
}


def _cut_off(played: Rehearsal, heard_text: str) -> None:
    cut = events.PromptPlayed(
        event_id=f"cut:{played.call.prompt}",
        call_sid=played.sid,
        occurred_at=played.now,
        prompt=played.call.prompt,
        heard_text=heard_text,
        complete=False,
    )
    played.take(cut)


@pytest.mark.parametrize(("heard_text", "confirmed"), [("So", False), ("whole", True)])
def test_a_yes_counts_only_when_what_it_agrees_to_was_heard(heard_text: str, confirmed: bool) -> None:
    assert PROFILE is not None
    played = in_state(RECEPTIONIST, PROFILE, "confirm", None, **READ_BACK)
    _cut_off(played, " ".join(played.call.last_said[:-1]) if heard_text == "whole" else heard_text)
    played.say(Line(says="yes"))
    assert played.call.slots.caller_confirmed is confirmed
    assert played.call.state == ("done" if confirmed else "confirm")


def _being_connected(*, person_answers: bool = True) -> Rehearsal:
    script = Script(name="person", person_answers=person_answers, says=(Line(says="a human please"),))
    return play(script.model_copy(update={"business": "harbor-plumbing"}))


def _line(played: Rehearsal, kind: type[Message], **fields: object) -> tuple[Message, ...]:
    """What is decided about one more fact of the line."""
    number = sum(isinstance(m, kind) for m in played.log) + 1
    about = {"event_id": f"{played.sid}:{kind.__name__}:{number}", "call_sid": played.sid, "occurred_at": played.now}
    decision = step(RECEPTIONIST, played.call._replace(over=False), kind.model_validate({**about, **fields}))
    played.call = decision.call
    return decision.outputs


def _asked_in_vain(played: Rehearsal, heard_text: str, says: str) -> str:
    """The state after a prompt of which only this is heard, and a turn of the caller's."""
    prompt = played.call.prompt
    _line(played, events.PromptPlayed, prompt=prompt, heard_text=heard_text, complete=False)
    _line(played, events.UtteranceHeard, turn=played.call.turn + 1, text=says, after_prompt=prompt)
    return played.call.state


def test_a_read_back_that_no_voice_can_speak_ends_with_a_callback() -> None:
    assert PROFILE is not None
    played = in_state(RECEPTIONIST, PROFILE, "confirm", None, **READ_BACK)
    states = [_asked_in_vain(played, "", "yes") for _ in range(3)]
    assert states == ["confirm", "confirm", "callback"]
    assert not played.call.slots.caller_confirmed


def test_a_question_that_is_heard_the_next_time_was_not_lost() -> None:
    assert PROFILE is not None
    played = in_state(RECEPTIONIST, PROFILE, "confirm", None, **READ_BACK)
    for _ in range(4):
        assert _asked_in_vain(played, "", "hello") == "confirm"
        _line(played, events.PromptPlayed, prompt=played.call.prompt, heard_text="So", complete=True)


@pytest.mark.parametrize("says", ["", "hello are you still there", "okay", "thank you", "the gate code is 4455"])
def test_who_speaks_while_the_last_words_come_hears_them_afterwards(says: str) -> None:
    assert PROFILE is not None
    played = in_state(RECEPTIONIST, PROFILE, "booking", None, **READ_BACK)
    assert played.path[-1] == "done"
    before = played.call.prompt - 1
    spoken, *_, end = _line(played, events.UtteranceHeard, turn=1, text=says, after_prompt=before)
    assert isinstance(spoken, commands.SpeakPrompt)
    assert " ".join(spoken.sentences) == played.said[-1]
    assert played.said[-1].startswith("You're all set")
    assert isinstance(end, commands.HangUp)
    assert end.after_prompt == spoken.prompt


def test_who_stops_the_last_words_before_they_were_heard_hears_them_again() -> None:
    assert PROFILE is not None
    played = in_state(RECEPTIONIST, PROFILE, "booking", None, **READ_BACK)
    _line(played, events.PromptPlayed, prompt=played.call.prompt, heard_text="You're all", complete=False)
    spoken, *_ = _line(played, events.UtteranceHeard, turn=1, text="hello", after_prompt=played.call.prompt)
    assert isinstance(spoken, commands.SpeakPrompt)
    assert " ".join(spoken.sentences) == played.said[-1]


def test_who_has_heard_the_last_words_does_not_hear_them_again() -> None:
    assert PROFILE is not None
    played = in_state(RECEPTIONIST, PROFILE, "booking", None, **READ_BACK)
    spoken, *_ = _line(played, events.UtteranceHeard, turn=1, text="thank you", after_prompt=played.call.prompt)
    assert isinstance(spoken, commands.SpeakPrompt)
    assert spoken.sentences == ("You're welcome, goodbye.",)


def test_who_speaks_while_a_person_is_being_connected_is_told_so_and_still_connected() -> None:
    prompt, transfer = _line(_being_connected(), events.UtteranceHeard, turn=2, text="thanks", after_prompt=2)
    assert isinstance(prompt, commands.SpeakPrompt)
    assert "connecting you" in prompt.sentences[0]
    assert isinstance(transfer, commands.Transfer)
    assert transfer.after_prompt == prompt.prompt


def test_a_danger_named_while_a_person_is_being_connected_ends_in_the_instruction() -> None:
    outputs = _line(_being_connected(), events.UtteranceHeard, turn=2, text="oh no I smell gas", after_prompt=2)
    assert {type(m) for m in outputs} >= {commands.SpeakPrompt, events.EmergencyRaised, commands.HangUp}
    assert not any(isinstance(m, commands.Transfer) for m in outputs)


def test_a_line_that_broke_while_a_person_was_being_connected_is_connected_again() -> None:
    outputs = _line(_being_connected(), events.LineResumed)
    assert [type(m) for m in outputs] == [commands.SpeakPrompt, commands.Transfer]


def test_who_is_back_from_a_person_that_did_not_answer_hears_what_becomes_of_it() -> None:
    prompt, end = _line(_being_connected(person_answers=False), events.LineResumed)
    assert isinstance(prompt, commands.SpeakPrompt)
    assert "nobody could pick up" in prompt.sentences[0]
    assert "will call you" in " ".join(prompt.sentences)
    assert isinstance(end, commands.HangUp)


def test_a_transfer_fails_once_and_only_where_there_was_one() -> None:
    (ignored,) = _line(_being_connected(person_answers=False), events.TransferFailed, reason="busy")
    assert isinstance(ignored, events.EventIgnored)
    elsewhere = play(Script(name="elsewhere", says=(Line(says="AC is dead"),)))
    (ignored,) = _line(elsewhere, events.TransferFailed, reason="busy")
    assert isinstance(ignored, events.EventIgnored)
