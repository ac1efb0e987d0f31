"""What a model points at fills an empty slot or does nothing; it never says or moves anything."""

from __future__ import annotations

from typing import Any

import pytest

from calllock.contracts import commands, events
from calllock.contracts.events import Quoted
from dialog_brain.flow.proposals import missing
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.rehearsal import Rehearsal
from dialog_brain.script import Line, Script
from tests.unit.dialog_brain.flow.step_cases import PROFILE, SILENT_BACKEND
from tests.unit.dialog_brain.in_one_state import in_state

ALL: dict[Quoted, str] = {
    "name": "Siobhan",
    "problem": "it rattles",
    "address": "12 Oak Circle",
    "time": "friday after four",
}


def played_in(state: str, **slots: Any) -> Rehearsal:
    """A call in that state after one turn that nothing could be read from."""
    assert PROFILE is not None
    played = in_state(RECEPTIONIST, PROFILE, state, SILENT_BACKEND, **slots)
    played.say(Line(says="hm let me see"))
    return played


def propose(played: Rehearsal, quotes: dict[Quoted, str], turn: int | None = None) -> list[Any]:
    """What follows from a proposal about the latest turn, or another."""
    before = len(played.log) + 1
    played.take(
        events.FieldsProposed(
            event_id=f"{played.sid}:turn:1:proposed",
            call_sid=played.sid,
            occurred_at=played.now,
            turn=played.call.turn if turn is None else turn,
            quotes=quotes,
        )
    )
    return played.log[before:]


def test_a_proposal_fills_what_is_empty_and_the_log_says_where_it_came_from() -> None:
    played = played_in("discovery")
    (learned,) = propose(played, ALL)
    assert isinstance(learned, events.FieldsLearned)
    assert learned.origin == "extracted"
    assert learned.fields["customer_name"] == "Siobhan"
    assert learned.fields["service_address"] == "12 Oak Circle"
    assert "rattles" in learned.fields["problem_description"]
    assert learned.fields["preferred_time"].startswith("Friday, February 27")


def test_a_proposal_says_nothing_and_enters_nothing_even_when_nothing_is_missing_after_it() -> None:
    played = played_in("discovery", zip_code="78745")
    following = propose(played, ALL)
    assert played.call.state == "discovery"
    assert not any(isinstance(m, commands.SpeakPrompt | events.StateEntered) for m in following)


def test_the_next_turn_goes_on_to_what_is_still_missing() -> None:
    played = played_in("discovery", zip_code="78745", problem_description="no cooling")
    propose(played, {"name": "Siobhan"})
    played.say(Line(says="so what else do you need"))
    assert "address" in played.said[-1]
    assert played.call.slots.customer_name == "Siobhan"


def test_what_the_caller_has_said_is_never_replaced() -> None:
    played = played_in("discovery", customer_name="Ann Lee")
    propose(played, {"name": "Siobhan"})
    assert played.call.slots.customer_name == "Ann Lee"


def test_a_later_answer_of_the_caller_replaces_what_was_proposed() -> None:
    played = played_in("discovery", zip_code="78745", problem_description="no cooling")
    propose(played, {"name": "Siobhan"})
    played.say(Line(says="my name is Ann Lee"))
    assert played.call.slots.customer_name == "Ann Lee"


@pytest.mark.parametrize("ahead", [-1, 1])
def test_a_proposal_about_another_turn_than_the_latest_changes_nothing(ahead: int) -> None:
    played = played_in("discovery")
    played.say(Line(says="so what else do you need"))
    before = played.call.slots
    (ignored,) = propose(played, ALL, turn=played.call.turn + ahead)
    assert isinstance(ignored, events.EventIgnored)
    assert played.call.slots == before


@pytest.mark.parametrize("state", ["booking", "done", "callback", "safety_exit"])
def test_after_consent_or_at_an_end_nothing_is_taken(state: str) -> None:
    played = played_in(state)
    before = played.call.slots
    propose(played, ALL)
    assert played.call.slots == before
    assert missing(played.call) == frozenset()


@pytest.mark.parametrize(
    ("kind", "quote"),
    [
        ("name", "not working"),
        ("name", "unknown"),
        ("name", "12"),
        ("address", "Oak"),
        ("address", "7801"),
        ("address", "12 Oak or 14 Elm"),
        ("time", "whatever"),
        ("problem", ""),
    ],
)
def test_a_quote_that_our_grammars_cannot_read_fills_nothing(kind: Quoted, quote: str) -> None:
    played = played_in("discovery")
    before = played.call.slots
    (ignored,) = propose(played, {kind: quote})
    assert isinstance(ignored, events.EventIgnored)
    assert played.call.slots == before


def test_a_proposed_time_is_read_back_and_needs_consent() -> None:
    assert PROFILE is not None
    slots = {"customer_name": "Ann Lee", "problem_description": "no cooling", "service_address": "12 Oak Street"}
    played = in_state(RECEPTIONIST, PROFILE, "confirm", Script(name="time"), zip_code="78745", **slots)
    played.say(Line(says="hm let me see"))
    propose(played, {"time": "friday after four"})
    assert played.call.state == "confirm"
    played.say(Line(says="sure"))
    assert "Friday" in played.said[-1]
    assert played.call.state == "confirm"
    played.say(Line(says="yes please"))
    assert "booking" in played.path
