"""A log decides the same things however often it is read, and misses exactly what it does not have."""

from __future__ import annotations

import pytest

from calllock.contracts import commands, events
from calllock.contracts.message import Message
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.rehearsal import rehearse
from dialog_brain.replay import Fold
from dialog_brain.script import Line, Reply, Script
from tests.unit.dialog_brain.flow.calls import PROFILES

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
DECIDED = (
    commands.SpeakPrompt,
    commands.HangUp,
    events.StateEntered,
    events.FieldsLearned,
    events.ToolRequested,
    events.EmergencyRaised,
    events.EventIgnored,
)


def fold_of(log: list[Message]) -> Fold:
    assert PROFILE is not None
    fold = Fold(RECEPTIONIST, PROFILE)
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
        kept = [m for m in log[:length] if not isinstance(m, DECIDED)]
        due = list(fold_of(kept).due.values())
        assert due == [m for m in _decided_by(log, length) if isinstance(m, DECIDED)]


def _decided_by(log: list[Message], length: int) -> list[Message]:
    """The messages up to `length`, and those decided by its last event."""
    while length < len(log) and isinstance(log[length], DECIDED):
        length += 1
    return log[:length]


@pytest.mark.parametrize("length", range(1, len(WHOLE.log)))
def test_a_log_that_was_cut_anywhere_is_continued_without_a_repeat(length: int) -> None:
    cut = WHOLE.log[:length]
    due = list(fold_of(cut).due.values())
    assert due == [m for m in _decided_by(WHOLE.log, length)[length:] if isinstance(m, DECIDED)]


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
