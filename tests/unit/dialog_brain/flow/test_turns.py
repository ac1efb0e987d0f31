"""What one turn does: reactions first, then the ways out, then the next question."""

from __future__ import annotations

from typing import Any

import pytest

from calllock.contracts import events
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.rehearsal import Rehearsal
from dialog_brain.script import Line, Reply, Script
from tests.unit.dialog_brain.flow.calls import PROFILES
from tests.unit.dialog_brain.in_one_state import in_state

KNOWN: dict[str, Any] = {
    "customer_name": "Ann Lee",
    "problem_description": "AC is dead",
    "service_address": "12 Oak Street",
    "zip_code": "78704",
}
WAITING = Script(name="waiting", lookup=Reply(delay_s=1), booking=(Reply(delay_s=1),), callback=Reply(delay_s=1))
NOT_TERMINAL = ("welcome", "lookup", "safety", "service_area", "discovery", "confirm", "booking")


def said_in(state: str, *texts: str, known: bool = False) -> Rehearsal:
    profile = PROFILES.by_id("ace-cooling")
    assert profile is not None
    played = in_state(RECEPTIONIST, profile, state, script=WAITING, **(KNOWN if known else {}))
    for text in texts:
        played._delayed = []  # the backend keeps silent
        played.say(Line(says=text))
    return played


@pytest.mark.parametrize("state", NOT_TERMINAL)
def test_a_danger_comes_before_everything_in_every_state(state: str) -> None:
    played = said_in(state, "yes, and let me talk to a human, bye, I smell gas")
    assert played.call.state == "safety_exit"
    assert played.said[-1].startswith("Please leave the building now")


@pytest.mark.parametrize("state", [state for state in NOT_TERMINAL if state not in {"lookup", "booking"}])
def test_a_person_is_arranged_from_every_question(state: str) -> None:
    played = said_in(state, "let me talk to a human", known=state == "confirm")
    assert (played.call.state, played.call.slots.callback_type) == ("callback", "human")


@pytest.mark.parametrize("state", ["safety", "service_area", "discovery"])
def test_a_question_in_passing_is_answered_in_one_sentence_then_the_open_one_is_asked_again(state: str) -> None:
    played = said_in(state, "what are your hours")
    assert played.call.state == state
    assert "Monday to Friday" in played.said[-1]
    assert played.said[-1].endswith(played.said[0].split(". ")[-1])
    assert played.call.misses == 0


def test_three_misses_end_with_a_person_and_two_do_not() -> None:
    assert said_in("service_area", "umbrella", "umbrella").call.state == "service_area"
    assert said_in("service_area", "umbrella", "umbrella", "umbrella").call.state == "callback"


def test_an_answer_in_between_forgives_the_misses() -> None:
    played = said_in("discovery", "umbrella things", "umbrella things", "my heater is dead", "umbrella things")
    assert played.call.state == "discovery"


def test_fragments_of_one_sentence_are_one_exchange() -> None:
    played = said_in("discovery")
    for turn, text in enumerate(("my name", "is uh", "Ann Lee"), start=1):
        played.take(
            events.UtteranceHeard(
                event_id=f"t{turn}", call_sid=played.sid, occurred_at=played.now, turn=turn, text=text, after_prompt=1
            )
        )
    assert played.call.exchanges == 1


def test_a_call_of_too_many_turns_ends_with_a_person() -> None:
    chat = ["what are your hours"] * 29
    assert said_in("service_area", *chat).call.state == "service_area"
    assert said_in("service_area", *chat, "what are your hours").call.state == "callback"


def test_while_the_calendar_is_asked_the_caller_is_answered_and_nothing_is_changed() -> None:
    played = said_in("booking", "the address is 14 Elm Street", known=True)
    assert played.said[-1] == "One moment, please."
    assert played.call.slots.service_address == "12 Oak Street"
    assert played.call.pending


@pytest.mark.parametrize(
    "text", ["no wait", "actually make it Thursday", "let me talk to a person", "cancel that appointment"]
)
def test_an_objection_while_the_calendar_is_asked_is_a_second_thought(text: str) -> None:
    assert said_in("booking", text, known=True).call.second_thoughts


@pytest.mark.parametrize("text", ["uh-huh", "okay", "thanks"])
def test_a_murmur_while_the_calendar_is_asked_is_none(text: str) -> None:
    assert not said_in("booking", text, known=True).call.second_thoughts


@pytest.mark.parametrize("state", ["done", "callback", "safety_exit"])
@pytest.mark.parametrize("text", ["thanks, bye", "can you say that again", "what are your hours", "my AC is broken"])
def test_an_end_is_never_left(state: str, text: str) -> None:
    assert said_in(state, text, known=True).call.state == state


@pytest.mark.parametrize("state", [state for state in NOT_TERMINAL if state != "safety"])
def test_somebody_who_is_ill_needs_an_ambulance_and_no_empty_building(state: str) -> None:
    played = said_in(state, "wait, my father collapsed and he isn't breathing")
    assert played.call.state == "safety_exit"
    assert played.said[-1].startswith("Please hang up and call 911")
    assert "leave" not in played.said[-1]


@pytest.mark.parametrize(
    ("after", "words"),
    [("what should I do now", "Please hang up now and call 911."), ("and I smell gas in here", "Please leave the")],
)
def test_who_was_sent_to_911_for_somebody_hears_it_again_and_leaves_for_gas_only(after: str, words: str) -> None:
    assert said_in("discovery", "my wife passed out", after).said[-1].startswith(words)


def test_an_illness_that_is_told_of_after_gas_keeps_the_building_empty() -> None:
    assert "leave now" in said_in("discovery", "I smell gas", "and my wife passed out").said[-1]
