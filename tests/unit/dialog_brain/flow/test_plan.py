"""The moves that a decision is made of."""

from __future__ import annotations

from typing import Any

import pytest

from dialog_brain.flow.check import exits_of
from dialog_brain.flow.plan import Plan, ask, close, enter, last_words
from dialog_brain.flow.receptionist import RECEPTIONIST
from tests.unit.dialog_brain.flow.calls import a_call

KNOWN: dict[str, Any] = {
    "customer_name": "Ann Lee",
    "problem_description": "AC is dead",
    "service_address": "12 Oak Street",
}


def row(state: str) -> Any:
    return RECEPTIONIST.row(state)


def said(plan: Plan) -> list[str]:
    return [line for line, _ in plan.lines]


def test_states_that_are_satisfied_already_are_passed_through_without_a_word() -> None:
    plan = enter(RECEPTIONIST, Plan(a_call("safety", **KNOWN, zip_code="78704")), "service_area", "a clear no")
    assert [state for state, _ in plan.entered] == ["service_area", "discovery", "confirm"]
    assert said(plan) == ["when"]
    assert plan.rule == "a clear no"


def test_a_danger_that_was_taken_back_stops_the_passing_through() -> None:
    call = a_call("safety", **KNOWN, zip_code="78704")._replace(recheck=True)
    plan = enter(RECEPTIONIST, Plan(call), "service_area", "a clear no")
    assert [state for state, _ in plan.entered] == ["service_area"]
    assert said(plan) == ["recheck"]


@pytest.mark.parametrize(("misses", "line"), [(0, "zip"), (1, "zip_again"), (2, "zip_narrow"), (3, "zip_narrow")])
def test_a_question_is_asked_in_narrower_words_the_less_it_was_understood(misses: int, line: str) -> None:
    call = a_call("service_area")._replace(question="zip", misses=misses)
    asked = ask(RECEPTIONIST, Plan(call), row("service_area"), anew=False)
    assert (said(asked), asked.missed) == ([line], "zip" if misses else "")


def test_asking_the_same_again_keeps_the_first_asking_and_asking_anew_does_not() -> None:
    call = a_call("service_area")._replace(question="zip", question_prompt=3, prompt=5)
    assert ask(RECEPTIONIST, Plan(call), row("service_area"), anew=False).call.question_prompt == 3
    assert ask(RECEPTIONIST, Plan(call), row("service_area")).call.question_prompt == 6


def test_a_question_that_was_cut_off_counts_from_its_next_asking() -> None:
    call = a_call("service_area")._replace(question="zip", question_prompt=3, prompt=5, cut_off=True)
    assert ask(RECEPTIONIST, Plan(call), row("service_area"), anew=False).call.question_prompt == 6


def test_the_greeting_is_not_repeated_only_its_question() -> None:
    call = a_call("welcome")._replace(question="matter", question_prompt=1, prompt=1)
    assert said(ask(RECEPTIONIST, Plan(call), row("welcome"), anew=False)) == ["how_can_i_help"]


def test_leaving_a_state_forgets_what_it_waited_for() -> None:
    plan = enter(RECEPTIONIST, Plan(a_call("safety")._replace(misses=2, question="safety")), "callback", "r")
    assert (plan.call.misses, plan.call.question, plan.call.left_from) == (0, "", "safety")


@pytest.mark.parametrize(
    ("slots", "words"),
    [
        ({"callback_type": "billing", "callback_created": True}, "will_call"),
        ({"callback_type": "billing"}, "will_call_noted"),
        ({"callback_type": "estimate", "callback_created": True}, "expert_will_call"),
        ({"callback_type": "wrong_number"}, "wrong_number"),
        ({"callback_type": "vendor"}, "vendor"),
    ],
)
def test_the_last_words_promise_only_what_was_done(slots: dict[str, Any], words: str) -> None:
    call = a_call("callback", **slots)
    assert last_words(row("callback"), call) == words
    assert close(Plan(call), row("callback")).hang_up


def test_a_promise_is_kept_as_it_was_said_and_only_where_it_was() -> None:
    noted = a_call("callback", callback_type="billing", callback_created=True)
    assert close(Plan(noted), row("callback")).call.slots.promised == "within the hour"
    assert close(Plan(a_call("callback", callback_type="billing")), row("callback")).call.slots.promised == ""
    expert = a_call("callback", callback_type="estimate", callback_created=True)
    assert close(Plan(expert), row("callback")).call.slots.promised == ""


def test_every_question_of_a_row_is_found_by_its_name_and_in_other_words_expects_the_same() -> None:
    for state in ("discovery", "confirm", "booking"):
        for question in row(state).questions:
            found = RECEPTIONIST.question(row(state), question.name)
            assert found is not None
            assert found.expects == question.expects
        assert exits_of(RECEPTIONIST, row(state))
    assert RECEPTIONIST.question(row("safety"), "zip") is None
