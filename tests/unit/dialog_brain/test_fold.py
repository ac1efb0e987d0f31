"""A log decides the same things however often it is read, and misses exactly what it does not have."""

from __future__ import annotations

from typing import Any

import pytest

from calllock.contracts import commands, events
from calllock.contracts.message import Message
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.flow.rows import Flow
from dialog_brain.fold import DECISIONS, Fold
from dialog_brain.rehearsal import rehearse
from dialog_brain.script import Line, Reply, Script
from tests.unit.dialog_brain.flow.calls import PROFILES, address_first

SAYS = ("AC is dead", "no", "78745", "Ann Lee", "12 Oak Street", "tomorrow at nine", "yes")
PROFILE = PROFILES.by_id("ace-cooling")
assert PROFILE is not None
WHOLE = rehearse(RECEPTIONIST, PROFILE, Script(name="whole", says=tuple(Line(says=words) for words in SAYS)))
DANGER = rehearse(
    RECEPTIONIST,
    PROFILE,
    Script(
        name="danger",
        booking=(Reply(delay_s=5),),
        says=tuple(Line(says=words) for words in (*SAYS, "wait, I smell gas")),
    ),
)


def fold_of(log: list[Message], flow: Flow = RECEPTIONIST) -> Fold:
    assert PROFILE is not None
    fold = Fold(flow, PROFILE)
    for message in log:
        fold.take(message)
    return fold


@pytest.mark.parametrize("log", [WHOLE.log, DANGER.log], ids=["whole", "danger"])
def test_a_whole_log_is_missing_nothing(log: list[Message]) -> None:
    fold = fold_of(log)
    assert fold.due == {}
    assert fold.call is not None
    assert fold.call.over


def test_reading_a_log_gives_the_call_that_was_played() -> None:
    assert fold_of(WHOLE.log).call == WHOLE.call


@pytest.mark.parametrize("log", [WHOLE.log, DANGER.log], ids=["whole", "danger"])
def test_what_is_missing_is_due_as_it_was_and_in_its_order(log: list[Message]) -> None:
    for length in range(1, len(log)):
        kept = [m for m in log[:length] if not isinstance(m, DECISIONS)]
        due = list(fold_of(kept).due.values())
        assert due == [m for m in _decided_by(log, length) if isinstance(m, DECISIONS)]


def _decided_by(log: list[Message], length: int) -> list[Message]:
    """The messages up to `length`, and those decided by its last event."""
    while length < len(log) and isinstance(log[length], DECISIONS):
        length += 1
    return log[:length]


@pytest.mark.parametrize("length", range(1, len(WHOLE.log)))
def test_a_log_that_was_cut_anywhere_is_continued_without_a_repeat(length: int) -> None:
    cut = WHOLE.log[:length]
    due = list(fold_of(cut).due.values())
    assert due == [m for m in _decided_by(WHOLE.log, length)[length:] if isinstance(m, DECISIONS)]


def test_a_request_without_an_answer_is_unanswered() -> None:
    place = next(n for n, m in enumerate(WHOLE.log) if isinstance(m, events.ToolAnswered) and m.tool == "book_service")
    before, after = fold_of(WHOLE.log[:place]), fold_of(WHOLE.log[: place + 1])
    assert [r.tool for r in before.unanswered.values()] == ["book_service"]
    assert after.unanswered == {}


def test_nothing_is_decided_before_the_call_is_answered() -> None:
    assert PROFILE is not None
    fold = Fold(RECEPTIONIST, PROFILE)
    spoken = next(m for m in WHOLE.log if isinstance(m, events.UtteranceHeard))
    assert fold.take(spoken) is None
    assert (fold.call, fold.due) == (None, {})


def at(state: str) -> int:
    """Where the whole call enters a state."""
    return next(n for n, m in enumerate(WHOLE.log) if isinstance(m, events.StateEntered) and m.state == state)


@pytest.mark.parametrize("length", range(1, len(WHOLE.log)))
def test_a_log_agrees_with_the_flow_that_wrote_it_wherever_it_was_cut(length: int) -> None:
    assert fold_of(WHOLE.log[:length]).agrees


def test_another_flow_agrees_as_long_as_it_would_have_done_the_same() -> None:
    other = address_first()
    asked = next(n for n, m in enumerate(WHOLE.log) if isinstance(m, commands.SpeakPrompt) and m.expects == "name")
    assert fold_of(WHOLE.log[:asked], other).agrees
    assert not fold_of(WHOLE.log[: asked + 1], other).agrees


def changed(place: int, **changes: object) -> list[Message]:
    return [*WHOLE.log[:place], WHOLE.log[place].model_copy(update=changes), *WHOLE.log[place + 1 :]]


def test_other_words_are_no_other_decision() -> None:
    place = next(n for n, m in enumerate(WHOLE.log) if isinstance(m, commands.SpeakPrompt))
    assert fold_of(changed(place, sentences=("Hello.",))).agrees
    assert fold_of(changed(at("safety"), rule="for another reason", flow_version="another")).agrees


def test_an_end_that_an_older_version_wrote_without_its_turn_is_no_other_decision() -> None:
    place = next(place for place, message in enumerate(WHOLE.log) if isinstance(message, commands.HangUp))
    assert fold_of(changed(place, turn=None)).agrees
    assert not fold_of(changed(place, after_prompt=1)).agrees


def test_another_question_state_slot_or_request_is_another_decision() -> None:
    prompt = next(n for n, m in enumerate(WHOLE.log) if isinstance(m, commands.SpeakPrompt) and m.line == "zip")
    learned = next(n for n, m in enumerate(WHOLE.log) if isinstance(m, events.FieldsLearned))
    request = next(n for n, m in enumerate(WHOLE.log) if isinstance(m, events.ToolRequested))
    assert not fold_of(changed(prompt, line="zip_again")).agrees
    assert not fold_of(changed(at("safety"), state="discovery")).agrees
    assert not fold_of(changed(learned, fields={})).agrees
    assert not fold_of(changed(request, args={"force": True})).agrees


def test_a_decision_that_was_left_out_is_missed_at_the_next_one() -> None:
    place = at("service_area")
    assert not fold_of([*WHOLE.log[:place], *WHOLE.log[place + 1 :]]).agrees


def test_from_a_change_of_the_flow_on_the_other_one_is_agreed_with_and_nothing_old_is_due() -> None:
    answer = max(n for n, m in enumerate(WHOLE.log[: at("confirm")]) if isinstance(m, events.UtteranceHeard))
    cut = WHOLE.log[: answer + 1]  # the old flow's answer to it is decided and not written
    about: dict[str, Any] = {"event_id": "CA:flow:2", "call_sid": cut[0].call_sid, "occurred_at": cut[-1].occurred_at}
    fold = fold_of([*cut, events.FlowChanged(**about, flow_version="other")], address_first())
    assert fold.agrees
    assert fold.call is not None
    assert fold.call.state == "callback"
    assert {m.event_id.split(":")[1] for m in fold.due.values()} == {str(fold.call.steps)}
