"""The checker of truth bites: an honest call is tampered with, and it says what became untrue."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from calllock.contracts import commands, events
from calllock.contracts.message import Message
from dialog_brain.rehearsal import Rehearsal
from dialog_brain.script import Line, Reply, Script
from tests.conversations.expectations import play
from tests.conversations.truth import faults_in

SAYS = ("AC is dead", "no", "78745", "Ann Lee", "12 Oak Street", "tomorrow at nine", "yes")
BOOKED = play(Script(name="booked", says=tuple(Line(says=words) for words in SAYS)))
CALLBACK = play(Script(name="callback", says=(Line(says="question about my bill"),)))
DANGER = play(Script(name="danger", says=(Line(says="I smell gas"),)))
OFFERED = play(
    Script(
        name="offered",
        booking=(Reply.model_validate({"booked": False, "available_slots": ["Friday, February 27 at 8:00 AM"]}),),
        says=tuple(Line(says=words) for words in SAYS),
    )
)
Log = Sequence[Message]


def said_instead(log: Log, line: str, *sentences: str) -> list[Message]:
    """The log with other words in the first prompt of that line."""
    place = next(n for n, m in enumerate(log) if isinstance(m, commands.SpeakPrompt) and line in m.line)
    return [*log[:place], log[place].model_copy(update={"sentences": sentences}), *log[place + 1 :]]


def without(log: Log, lost: Callable[[Message], bool]) -> list[Message]:
    return [message for message in log if not lost(message)]


@pytest.mark.parametrize("played", [BOOKED, CALLBACK, DANGER, OFFERED], ids=lambda played: played.script.name)
def test_an_honest_call_has_no_fault(played: Rehearsal) -> None:
    assert faults_in(played.log, played.profile) == []


@pytest.mark.parametrize(
    "lie",
    [
        "You're booked for tomorrow.",
        "I have you down for Tuesday at nine.",
        "We can be there at 2:30.",
        "That will be eighty nine dollars.",
        "It's $49.",
        "A technician will arrive within two hours.",
        "Call us back at 5 1 2 5 5 5 0 1 9 9.",
        "So that's Bob Miller, at 12 Oak Street, for the AC not working, tomorrow at nine in the morning.",
        "So that's Ann Lee, at 14 Oak Street, for the AC not working, tomorrow at nine in the morning.",
        "So that's Ann Lee, at 12 Oak Street, for the AC not working, tomorrow at ten in the morning.",
        "So that's Ann Lee, at 12 Oak Street, for the furnace not working, tomorrow at nine in the morning.",
        "You're all set for Tuesday, February 24 at 9 in the morning, at 12 Oak Street, for the AC not working.",
        "A person from our team will call you at this number within the hour.",
        "I have Friday, February 27 at 8 in the morning.",
        "Let me transition you to the next step.",
        "Hello {name}, welcome.",
        "[insert time here]",
        "We've written that down for our team, and the visit is free.",
    ],
)
def test_a_lie_is_found_wherever_it_is_said(lie: str) -> None:
    for line in ("safety", "zip", "address", "when"):
        assert faults_in(said_instead(BOOKED.log, line, lie), BOOKED.profile)


def test_a_booking_without_its_read_back_or_its_yes_is_found() -> None:
    silent = said_instead(BOOKED.log, "read_back", "Want me to book that?")
    assert any("nothing was read back" in fault for fault in faults_in(silent, BOOKED.profile))
    unheard = [
        m.model_copy(update={"heard_text": "So that's", "complete": False})
        if isinstance(m, events.PromptPlayed) and "So that's" in m.heard_text
        else m
        for m in BOOKED.log
    ]
    assert any("not agreed to" in fault for fault in faults_in(unheard, BOOKED.profile))
    asked = [m.model_copy(update={"text": "hm"}) if getattr(m, "text", "") == "yes" else m for m in BOOKED.log]
    assert any("not agreed to" in fault for fault in faults_in(asked, BOOKED.profile))


@pytest.mark.parametrize(
    ("argument", "value"),
    [
        ("service_address", "14 Oak Street"),
        ("customer_name", "Bob"),
        ("preferred_time", "soonest available"),
        ("issue_description", "furnace"),
        ("force_book", True),
    ],
)
def test_a_booking_of_something_else_than_was_read_back_is_found(argument: str, value: object) -> None:
    log = [
        m.model_copy(update={"args": {**m.args, argument: value}})
        if isinstance(m, events.ToolRequested) and m.tool == "book_service"
        else m
        for m in BOOKED.log
    ]
    assert any("booked without consent" in fault for fault in faults_in(log, BOOKED.profile))


@pytest.mark.parametrize(
    "answer",
    [{"result": {"booked": False}}, {"result": {"booked": "true"}}, {"outcome": "timed_out"}, {"outcome": "failed"}],
)
def test_a_booking_that_the_backend_did_not_confirm_may_not_be_told(answer: dict[str, object]) -> None:
    log = [
        m.model_copy(update=answer) if isinstance(m, events.ToolAnswered) and m.tool == "book_service" else m
        for m in BOOKED.log
    ]
    assert faults_in(log, BOOKED.profile)


def test_a_promise_without_a_request_or_without_its_success_is_found() -> None:
    unasked = without(CALLBACK.log, lambda m: isinstance(m, events.ToolRequested))
    assert any("no callback was requested" in fault for fault in faults_in(unasked, CALLBACK.profile))
    refused = [m.model_copy(update={"result": {}}) if isinstance(m, events.ToolAnswered) else m for m in CALLBACK.log]
    assert any("the backend has not taken" in fault for fault in faults_in(refused, CALLBACK.profile))


def test_dead_air_is_found() -> None:
    for state in ("safety", "service_area", "discovery", "confirm", "done"):
        entered = next(n for n, m in enumerate(BOOKED.log) if isinstance(m, events.StateEntered) and m.state == state)
        cause = max(n for n in range(entered) if isinstance(BOOKED.log[n], events.UtteranceHeard | events.ToolAnswered))
        log = [
            m
            for n, m in enumerate(BOOKED.log)
            if not (cause < n < entered + 2 and isinstance(m, commands.SpeakPrompt | commands.HangUp))
        ]
        assert any("dead air" in fault for fault in faults_in(log, BOOKED.profile)), state


def test_a_danger_that_is_not_answered_at_once_is_found() -> None:
    softened = said_instead(DANGER.log, "emergency", "Okay, let me pull that up.")
    assert any("GAS_LEAK was named" in fault for fault in faults_in(softened, DANGER.profile))
    polite = [
        m.model_copy(update={"interruptible": True}) if isinstance(m, commands.SpeakPrompt) else m for m in DANGER.log
    ]
    assert any("can be interrupted" in fault for fault in faults_in(polite, DANGER.profile))
    untold = without(DANGER.log, lambda m: isinstance(m, events.EmergencyRaised))
    assert any("an alert is claimed" in fault for fault in faults_in(untold, DANGER.profile))


def test_a_call_that_is_given_away_wrongly_is_found() -> None:
    person = play(Script(name="person", business="harbor-plumbing", says=(Line(says="a human please"),)))
    assert faults_in(person.log, person.profile) == []
    stranger = [
        m.model_copy(update={"to_number": "+15125550199"}) if isinstance(m, commands.Transfer) else m
        for m in person.log
    ]
    assert any("though nobody is there" in fault for fault in faults_in(stranger, person.profile))
    wordless = without(person.log, lambda m: isinstance(m, commands.SpeakPrompt) and m.line == "connecting")
    assert any("connected without a word" in fault for fault in faults_in(wordless, person.profile))
    claimed = without(person.log, lambda m: isinstance(m, commands.Transfer))
    assert any("nobody is being connected" in fault for fault in faults_in(claimed, person.profile))
