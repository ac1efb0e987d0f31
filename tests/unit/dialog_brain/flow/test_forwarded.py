"""A call that the line gave to a person by itself, as nobody had answered it in time."""

from __future__ import annotations

from calllock.contracts import commands, events
from calllock.contracts.message import Message
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.flow.step import step
from dialog_brain.rehearsal import Rehearsal
from tests.unit.dialog_brain.flow.step_cases import PROFILE
from tests.unit.dialog_brain.in_one_state import in_state

PERSON = "+15125550180"


def _asked_for_the_zip() -> Rehearsal:
    assert PROFILE is not None
    return in_state(RECEPTIONIST, PROFILE, "service_area")


def _happens(played: Rehearsal, kind: type[Message], **fields: object) -> tuple[Message, ...]:
    about = {"event_id": f"line:{len(played.log)}", "call_sid": played.sid, "occurred_at": played.now}
    decision = step(RECEPTIONIST, played.call, kind.model_validate({**about, **fields}))
    played.call = decision.call
    return decision.outputs


def _forwarded(played: Rehearsal) -> tuple[Message, ...]:
    return _happens(played, events.TransferBegun, to_number=PERSON, reason="the brain does not answer")


def test_it_is_a_persons_until_that_person_does_not_take_it_and_nothing_is_said_meanwhile() -> None:
    played = _asked_for_the_zip()
    assert _forwarded(played) == ()
    assert played.call.forwarded
    assert _happens(played, events.TransferFailed, reason="no-answer") == ()
    assert not played.call.forwarded


def test_who_comes_back_is_asked_what_they_were_asked() -> None:
    played = _asked_for_the_zip()
    state, question = played.call.state, played.call.question
    _forwarded(played)
    _happens(played, events.TransferFailed, reason="no-answer")
    (prompt,) = _happens(played, events.LineResumed)
    assert isinstance(prompt, commands.SpeakPrompt)
    assert "cut off" in prompt.sentences[0]
    assert prompt.expects == "zip"
    assert (played.call.state, played.call.question) == (state, question)


def test_a_line_that_is_back_is_nobody_elses_though_nobody_told_how_the_ringing_ended() -> None:
    played = _asked_for_the_zip()
    _forwarded(played)
    _happens(played, events.LineResumed)
    assert not played.call.forwarded
