"""A scripted call, played without line, bus or backend."""

from __future__ import annotations

from calllock.contracts import events
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.rehearsal import MS_PER_CHARACTER, Rehearsal, rehearse
from dialog_brain.script import Line, Reply, Script
from tests.unit.dialog_brain.flow.calls import PROFILES
from tests.unit.dialog_brain.in_one_state import in_state

SAYS = ("AC is dead", "no", "78745", "Ann Lee", "12 Oak Street", "tomorrow at nine", "yes")


def played(*says: str, **more: object) -> Rehearsal:
    profile = PROFILES.by_id("ace-cooling")
    assert profile is not None
    script = Script.model_validate({"name": "a call", "says": says, **more})
    return rehearse(RECEPTIONIST, profile, script)


def test_the_log_is_what_a_real_call_would_leave() -> None:
    log = played(*SAYS).log
    assert isinstance(log[0], events.CallAnswered)
    assert isinstance(log[-1], events.CallEnded)
    ids = [message.event_id for message in log]
    assert len(ids) == len(set(ids))
    assert [m.occurred_at for m in log] == sorted(m.occurred_at for m in log)


def test_speaking_takes_time() -> None:
    prompts = [m for m in played("AC is dead").log if isinstance(m, events.PromptPlayed)]
    assert all(m.played_ms == MS_PER_CHARACTER * len(m.heard_text) for m in prompts)


def test_the_wished_time_is_free_unless_the_script_says_otherwise() -> None:
    assert played(*SAYS).call.slots.booked_time == "2026-02-24T09:00:00-06:00"
    assert not played(*SAYS, booking={"booked": False}).call.slots.booking_confirmed


def test_answers_of_the_calendar_are_given_in_order_the_last_one_again() -> None:
    offers = {"booked": False, "available_slots": ["Tuesday, February 24 at 1:00 PM"]}
    call = played(*SAYS, "the first one", "the first one", booking=[offers, offers])
    assert [m.result for m in call.log if isinstance(m, events.ToolAnswered) and m.tool == "book_service"] == [
        offers,
        offers,
        offers,
    ]


def test_a_delayed_answer_comes_after_the_next_turn_and_a_too_late_one_has_timed_out() -> None:
    slow = played(*SAYS, "uh-huh", booking={"delay_s": 5, "booked": True, "booking_time": "2026-02-24T09:00:00-06:00"})
    kinds = [type(m) for m in slow.log if isinstance(m, events.ToolAnswered | events.UtteranceHeard)]
    assert kinds[-1] is events.ToolAnswered
    late = played(*SAYS, booking={"delay_s": 99, "booked": True})
    assert [m.outcome for m in late.log if isinstance(m, events.ToolAnswered)][-2] == "timed_out"


def test_a_caller_who_hangs_up_hears_no_more_answers() -> None:
    gone = played(*SAYS, booking={"delay_s": 5, "booked": True}, hangs_up=True)
    assert gone.path[-1] == "booking"


def test_nothing_is_said_to_a_line_that_is_closing() -> None:
    closed = played("sorry, wrong number", "hello?", "hello?")
    assert sum(isinstance(m, events.UtteranceHeard) for m in closed.log) == 1


def test_a_call_can_begin_in_any_state_with_what_is_known() -> None:
    profile = PROFILES.by_id("ace-cooling")
    assert profile is not None
    call = in_state(RECEPTIONIST, profile, "discovery", customer_name="Ann Lee", zip_code="78704")
    assert call.path == ["discovery"]
    assert call.call.agreed("customer_name")
    junk = in_state(RECEPTIONIST, profile, "discovery", Script(name="junk", lookup=Reply()), customer_name="5125551234")
    assert junk.call.slots.customer_name == ""
    junk.say(Line(says="Ann Lee"))
    assert junk.call.slots.customer_name == "Ann Lee"
