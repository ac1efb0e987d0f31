"""Pure. What a record says of a log."""

from __future__ import annotations

from datetime import timedelta

import pytest

from calllock.contracts import commands, events
from calllock.runtime.bus import Logged
from post_call_worker.folding import UnusableLog, answered_in, fold
from tests.unit.post_call_worker.call_logs import CALLER, PROFILE, STARTED_AT, CallLog, booked_call, gas_call


def test_a_booked_call_is_told_whole() -> None:
    record = fold(booked_call().messages, PROFILE)
    assert [visit.state for visit in record.path] == [
        "welcome",
        "lookup",
        "safety",
        "service_area",
        "discovery",
        "confirm",
        "booking",
        "done",
    ]
    assert record.path[1].rule == "welcome: caller wants service"
    assert (record.final_state, record.end_reason, record.disposition) == ("done", "completed", "booked")
    assert record.booking.status == "confirmed"
    assert record.booking.booked_at is not None
    assert record.booking.booked_at.isoformat() == "2026-02-24T09:00:00-06:00"
    assert record.booking.requested_at == record.booking.booked_at
    assert [use.tool for use in record.tools] == ["lookup_caller", "book_service"]
    assert record.tools[1].args == {"zip_code": "78745"}
    assert record.tools[1].took_ms == 80
    assert record.open_requests == ()
    assert record.ended_by == "agent"
    assert record.duration_s == len(booked_call().messages) - 1
    assert (record.from_number, record.to_number) == (CALLER, "+15125550100")


def test_a_slot_says_where_its_latest_value_came_from() -> None:
    log = CallLog().learns("looked_up", customer_name="Jan", zip_code="78701").learns("said", customer_name="Jonas")
    record = fold(log.messages, PROFILE)
    assert (record.fields["customer_name"].value, record.fields["customer_name"].origin) == ("Jonas", "said")
    assert record.fields["zip_code"].origin == "looked_up"


def test_an_emptied_slot_is_gone() -> None:
    record = fold(CallLog().learns(zip_code="78701").learns(zip_code=None).messages, PROFILE)
    assert record.fields == {}
    assert record.text("zip_code") == ""


def test_the_agent_is_quoted_with_what_was_heard_and_not_with_what_was_sent() -> None:
    log = CallLog().says("Thanks for calling ACE Cooling.", heard="Thanks for").says("Hello?", heard="").hears("hi")
    record = fold(log.messages, PROFILE)
    assert [(entry.role, entry.text) for entry in record.transcript] == [("agent", "Thanks for"), ("user", "hi")]


def test_a_prompt_stands_where_it_was_ordered_although_it_ends_after_the_answer_of_the_backend() -> None:
    log = CallLog().adds(commands.SpeakPrompt, prompt=1, turn=0, line="wait", sentences=("One moment.",))
    log.asks("lookup_caller").gets("lookup_caller", found=True)
    log.adds(events.PromptPlayed, prompt=1, heard_text="One moment.", complete=True, played_ms=1500)
    record = fold(log.messages, PROFILE)
    assert [entry.role for entry in record.transcript] == ["agent", "tool"]
    assert record.transcript[0].at == log.messages[-1].occurred_at - timedelta(milliseconds=1500)


def test_a_barge_in_is_counted_and_quotes_what_was_heard_even_if_the_line_died_right_after() -> None:
    log = CallLog().adds(commands.SpeakPrompt, prompt=1, turn=0, line="greeting", sentences=("Thanks for calling.",))
    log.adds(events.CallerInterrupted, prompt=1, heard_text="Thanks")
    record = fold(log.messages, PROFILE)
    assert record.barge_ins == 1
    assert [entry.text for entry in record.transcript] == ["Thanks"]


def test_questions_that_were_asked_again_are_counted() -> None:
    log = CallLog()
    for number, missed in enumerate(("", "zip", "zip", ""), start=1):
        log.adds(commands.SpeakPrompt, prompt=number, turn=number, line="zip", sentences=("Well?",), missed=missed)
    assert fold(log.messages, PROFILE).misses == 2


def test_entries_carry_the_state_they_were_spoken_in() -> None:
    log = CallLog().enters("welcome").says("Hello.").hears("my AC is out").enters("lookup").says("One moment.")
    record = fold(log.messages, PROFILE)
    assert [entry.state for entry in record.transcript] == ["welcome", "welcome", "lookup"]


def test_a_turn_without_words_is_measured_but_not_quoted() -> None:
    log = CallLog().hears("", spoken_ms=400, endpoint_ms=300, transcribe_ms=50)
    record = fold(log.messages, PROFILE)
    assert record.transcript == ()
    assert (record.paces[0].turn, record.paces[0].spoken_ms) == (1, 400)
    assert record.disposition == "silent"


def test_the_wait_for_an_answer_belongs_to_the_turn_that_it_answers() -> None:
    log = CallLog().hears("my AC is out", endpoint_ms=300).says("I see.", brain_ms=4, first_audio_ms=640)
    log.says("Anything else?", first_audio_ms=9_000)
    pace = fold(log.messages, PROFILE).paces[0]
    assert (pace.endpoint_ms, pace.brain_ms, pace.first_audio_ms, pace.heard_ms) == (300, 4, 640, None)


def test_repeated_messages_count_once() -> None:
    log = booked_call().messages
    assert fold([*log, *log], PROFILE) == fold(log, PROFILE)


def test_unreadable_entries_are_counted_and_the_rest_is_told() -> None:
    log = [Logged(number, message.subject, message) for number, message in enumerate(booked_call().messages, start=1)]
    record = fold([*log, Logged(99, "calls.CA0001.brain", None, "version 9 is later than 1")], PROFILE)
    assert record.unreadable == 1
    assert record.disposition == "booked"


def test_a_call_that_is_going_on_has_a_record_without_an_end() -> None:
    log = CallLog().enters("welcome").asks("lookup_caller")
    record = fold(log.messages, PROFILE)
    assert (record.ended_at, record.ended_by) == (None, None)
    assert [use.tool for use in record.open_requests] == ["lookup_caller"]
    assert record.last_at > STARTED_AT


def test_an_emergency_is_kept_with_the_words_that_named_it() -> None:
    record = fold(gas_call().messages, PROFILE)
    assert record.emergency is not None
    assert (record.emergency.hazard, record.emergency.words) == ("GAS_LEAK", "I smell gas next to my furnace")
    assert record.disposition == "emergency"


_NO_TIME = ["0001-01-01T00:00:00", "0001-01-01T00:00:00+14:00", "1999-12-31T23:59:59Z", "9999-12-31T23:59:59"]
"""What some backends write for none; no clock of a zone far away can show it."""


@pytest.mark.parametrize("value", ["tomorrow", "", 7, None, *_NO_TIME])
def test_a_booked_time_that_is_no_time_is_none(value: object) -> None:
    record = fold(CallLog().enters("done").learns(booking_confirmed=True, booked_time=value).messages, PROFILE)
    assert record.booking.status == "confirmed"
    assert record.booking.booked_at is None


def test_a_time_without_a_zone_is_the_business_own() -> None:
    log = CallLog().enters("done").learns(booking_confirmed=True, booked_time="2026-07-01T10:00:00")
    booked_at = fold(log.messages, PROFILE).booking.booked_at
    assert booked_at is not None
    assert booked_at.isoformat() == "2026-07-01T10:00:00-05:00"


def test_a_time_that_was_not_confirmed_is_not_booked() -> None:
    log = CallLog().enters("callback").learns(booking_attempted=True, booked_time="2026-07-01T10:00:00")
    assert fold(log.messages, PROFILE).booking.booked_at is None


def test_a_log_without_a_beginning_is_refused() -> None:
    with pytest.raises(UnusableLog, match="CallAnswered"):
        fold(booked_call().messages[1:], PROFILE)
    with pytest.raises(UnusableLog, match="CallAnswered"):
        answered_in([])


def test_a_state_that_the_flow_does_not_have_is_refused_by_name() -> None:
    with pytest.raises(UnusableLog, match="limbo"):
        fold(CallLog().enters("limbo").messages, PROFILE)


def test_the_first_answer_to_a_request_holds_and_one_to_no_request_is_only_quoted() -> None:
    log = CallLog().asks("book_service").gets("book_service", booked=True).gets("book_service", booked=False)
    log.adds(events.ToolAnswered, request_id="r9", tool="lookup_caller", outcome="failed", result={})
    record = fold(log.messages, PROFILE)
    (use,) = record.tools
    assert use.result == {"booked": True}


def _forwarded() -> CallLog:
    """A call that no brain answered, and that the line gave to a person."""
    return CallLog().hears("my AC is out").adds(events.TransferBegun, to_number="+15125550180", reason="no answer")


def _outcome(log: CallLog) -> tuple[str | None, str, str]:
    record = fold(log.messages, PROFILE)
    return record.ended_by, record.disposition, record.end_reason


def test_who_was_given_to_a_person_because_no_brain_answered_is_handed_over_if_the_person_took_the_call() -> None:
    assert _outcome(_forwarded().ends("transfer")) == ("transfer", "transferred", "completed")


@pytest.mark.parametrize("ended_by", ["agent", "caller", "line_lost"])
def test_whom_neither_a_brain_nor_a_person_served_is_to_be_called_back(ended_by: events.EndedBy) -> None:
    log = _forwarded().adds(events.TransferFailed, reason="no-answer").ends(ended_by)
    assert _outcome(log) == (ended_by, "callback", "callback_later")
    wordless = CallLog().adds(events.TransferBegun, to_number="+15125550180", reason="no answer").ends(ended_by)
    assert _outcome(wordless) == (ended_by, "callback", "callback_later")


def test_of_whom_a_brain_has_served_after_all_its_talk_tells_how_the_call_ended() -> None:
    log = _forwarded().adds(events.TransferFailed, reason="no-answer").adds(events.LineResumed)
    assert _outcome(log.says("Sorry, we got cut off.").ends("caller")) == ("caller", "hung_up", "customer_hangup")
    unheard = _forwarded().adds(events.TransferFailed, reason="no-answer").says("Sorry.", heard="")
    assert _outcome(unheard.ends("caller"))[1] == "callback"
