"""A decision as messages: words first, ids made from the step, the slots with where they came from."""

from __future__ import annotations

import pytest

from calllock.contracts import commands, events
from calllock.contracts.message import Message
from dialog_brain.flow.outputs import outputs_of
from dialog_brain.flow.plan import Plan, leave
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.flow.rows import Exit
from tests.unit.dialog_brain.flow.calls import AT, a_call

EVENT = events.LineResumed(event_id="e1", call_sid="CA1", occurred_at=AT)
BEFORE = a_call("confirm", customer_name="Ann Lee")._replace(steps=7, turn=3, prompt=4)


def decided(plan: Plan) -> tuple[Message, ...]:
    return outputs_of(RECEPTIONIST, BEFORE, EVENT, plan).outputs


def to(state: str, **more: str) -> Plan:
    return leave(RECEPTIONIST, Plan(BEFORE), Exit(lambda _: True, state, "because", **more))


def test_words_come_before_requests_slots_and_states() -> None:
    kinds = [type(m) for m in decided(to("callback", callback="service"))]
    assert kinds == [commands.SpeakPrompt, events.ToolRequested, events.FieldsLearned, events.StateEntered]


def test_ids_count_the_outputs_of_a_step() -> None:
    assert [m.event_id for m in decided(to("callback"))] == ["CA1:7:1", "CA1:7:2", "CA1:7:3"]


def test_a_prompt_names_the_turn_that_it_answers_and_what_it_asks_for() -> None:
    prompt = decided(to("service_area"))[0]
    assert isinstance(prompt, commands.SpeakPrompt)
    assert (prompt.prompt, prompt.turn, prompt.expects, prompt.interruptible) == (5, 3, "zip", True)
    assert prompt.occurred_at == AT


def test_slots_are_told_by_where_they_came_from() -> None:
    changed = BEFORE.fill("said", customer_name="").fill("looked_up", caller_known=True).fill("keyed", zip_code="78704")
    learned = {m.origin: m.fields for m in decided(Plan(changed, rule="r")) if isinstance(m, events.FieldsLearned)}
    assert learned == {
        "said": {"customer_name": ""},
        "looked_up": {"caller_known": True},
        "keyed": {"zip_code": "78704"},
    }


def test_an_ignored_event_leaves_a_note_and_nothing_else() -> None:
    (note,) = decided(Plan(BEFORE, ignored="too late"))
    assert isinstance(note, events.EventIgnored)
    assert (note.ignored_id, note.rule) == ("e1", "too late")


def test_a_danger_is_raised_once_with_the_callers_words() -> None:
    plan = to("safety_exit")._replace(hazard="GAS_LEAK", words="I smell gas")
    decision = outputs_of(RECEPTIONIST, BEFORE, EVENT, plan)
    raised = [m for m in decision.outputs if isinstance(m, events.EmergencyRaised)]
    assert [(m.event_id, m.hazard, m.words) for m in raised] == [("CA1:emergency", "GAS_LEAK", "I smell gas")]
    again = outputs_of(RECEPTIONIST, decision.call, EVENT, plan._replace(call=decision.call))
    assert not any(isinstance(m, events.EmergencyRaised) for m in again.outputs)


@pytest.mark.parametrize(
    ("dangers", "raised"),
    [
        (["ACTIVE_FLOODING", "GAS_LEAK"], ["emergency", "graver-emergency"]),
        (["ACTIVE_FLOODING", "HEALTH_RISK"], ["emergency", "graver-emergency"]),
        (["ACTIVE_FLOODING", "HEALTH_RISK", "GAS_LEAK"], ["emergency", "graver-emergency"]),
        (["ACTIVE_FLOODING", "ACTIVE_FLOODING"], ["emergency"]),
        (["HEALTH_RISK", "CO_EVENT"], ["emergency", "graver-emergency"]),
        (["HEALTH_RISK", "CO_EVENT", "GAS_LEAK"], ["emergency", "graver-emergency"]),
        (["HEALTH_RISK", "HEALTH_RISK"], ["emergency"]),
        (["GAS_LEAK", "HEALTH_RISK"], ["emergency"]),
        (["GAS_LEAK", "ELECTRICAL_FIRE", "GAS_LEAK"], ["emergency"]),
    ],
)
def test_a_danger_that_is_graver_than_what_was_told_is_raised_once_more(
    dangers: list[events.Hazard], raised: list[str]
) -> None:
    call, ids = BEFORE, []
    for hazard in dangers:
        plan = Plan(call._replace(medical=hazard == "HEALTH_RISK"), hazard=hazard, words="it", rule="x")
        decision = outputs_of(RECEPTIONIST, call, EVENT, plan.says("emergency"))
        ids += [m.event_id for m in decision.outputs if isinstance(m, events.EmergencyRaised)]
        call = decision.call
    assert ids == [f"CA1:{name}" for name in raised]


def test_the_call_is_hung_up_after_the_last_words_and_lingers_only_when_booked() -> None:
    ended = {
        state: next(m for m in decided(to(state, **more)) if isinstance(m, commands.HangUp))
        for state, more in (("done", {}), ("callback", {"callback": "wrong_number"}))
    }
    assert {end.after_prompt for end in ended.values()} == {5}
    assert {end.turn for end in ended.values()} == {3}
    assert ended["done"].linger_s == BEFORE.profile.limits.last_question_s
    assert ended["callback"].linger_s == 0


@pytest.mark.parametrize(
    ("calls_from", "named", "told"),
    [(None, "", None), (None, "+15125550188", "+15125550188"), ("+15125550123", "+15125550188", "+15125550123")],
)
def test_an_alarm_has_the_number_of_the_call_or_else_the_one_that_was_named(
    calls_from: str | None, named: str, told: str | None
) -> None:
    call = a_call("confirm", callback_number=named)._replace(from_number=calls_from)
    outputs = outputs_of(
        RECEPTIONIST, call, EVENT, Plan(call, hazard="GAS_LEAK", words="gas", rule="x").says("emergency")
    )
    (raised,) = [m for m in outputs.outputs if isinstance(m, events.EmergencyRaised)]
    assert raised.from_number == told


def test_who_has_more_to_say_is_given_the_time_of_a_silence_to_say_it() -> None:
    limits = BEFORE.profile.limits
    call = BEFORE._replace(state="done")
    *_, at_last = decided(Plan(call, hang_up=True).says("goodbye_now"))
    *_, going_on = decided(Plan(call, hang_up=True, listens=True).says("go_ahead"))
    assert isinstance(at_last, commands.HangUp)
    assert isinstance(going_on, commands.HangUp)
    assert (at_last.linger_s, going_on.linger_s) == (limits.last_question_s, limits.silence_s)
