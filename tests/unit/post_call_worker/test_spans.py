"""A call's trace, told from its log."""

from __future__ import annotations

from datetime import timedelta

from calllock.contracts import events
from calllock.contracts.tracing import span_id
from post_call_worker.folding import fold
from post_call_worker.spans import Span, spans_of
from tests.unit.post_call_worker.call_logs import PROFILE, CallLog, booked_call


def spans(log: CallLog) -> list[Span]:
    return spans_of(fold(log.messages, PROFILE), log.messages)


def test_a_call_is_a_root_a_span_a_turn_and_a_span_a_request() -> None:
    told = spans(booked_call())
    turns = sum(isinstance(message, events.UtteranceHeard) for message in booked_call().messages)
    assert [span.name for span in told] == [
        "call",
        *(f"turn {number}" for number in range(1, turns + 1)),
        *("backend lookup_caller", "backend book_service"),
    ]


def test_every_span_hangs_on_the_root_and_lies_within_the_call() -> None:
    root, *others = spans(booked_call())
    ids = {root.span_id, *(span.span_id for span in others)}
    assert root.parent_id is None
    assert len(ids) == len(others) + 1
    assert all(span.parent_id in ids for span in others)
    assert all(root.began_at <= span.began_at <= span.ended_at <= root.ended_at for span in others)


def test_a_turn_lasts_from_the_callers_first_sound_to_the_answer_that_was_heard() -> None:
    log = CallLog().says("Hello.").hears("my AC is out", spoken_ms=900, endpoint_ms=400, transcribe_ms=100)
    heard = log.messages[-1]
    log.says("Any gas smell?", first_audio_ms=1_200).ends()
    answered = log.messages[-2]
    turn = spans(log)[1]
    assert turn.began_at == heard.occurred_at - timedelta(milliseconds=1_400)
    assert turn.ended_at == answered.occurred_at
    assert turn.attributes["turn.response_ms"] == 1_200


def test_a_turn_without_an_answer_ends_with_the_next_one() -> None:
    log = CallLog().says("Hello.").hears("one").hears("two").ends()
    first, second = spans(log)[1:3]
    assert first.ended_at == log.messages[4].occurred_at
    assert "turn.response_ms" not in first.attributes
    assert second.ended_at == log.messages[-1].occurred_at


def test_a_request_that_failed_says_so_and_belongs_to_its_turn() -> None:
    log = CallLog().says("Hello.").hears("my AC is out").asks("lookup_caller")
    log.adds(events.ToolAnswered, request_id="r1", tool="lookup_caller", outcome="timed_out", took_ms=250).ends(
        "caller"
    )
    request = spans(log)[-1]
    assert request.failed == "timed_out"
    assert request.parent_id == span_id("CA0001", "turn 1")
    assert request.ended_at - request.began_at == timedelta(milliseconds=250)


def test_a_withheld_number_that_was_not_looked_up_is_no_request() -> None:
    log = CallLog(from_number=None).hears("my AC is out").asks("lookup_caller")
    log.adds(events.ToolAnswered, request_id="r1", tool="lookup_caller", outcome="failed")
    log.asks("create_callback").gets("create_callback", success=True).ends()
    assert [span.name for span in spans(log)] == ["call", "turn 1", "backend create_callback"]


def test_the_states_are_happenings_of_the_call_with_their_rules() -> None:
    root = spans(booked_call())[0]
    assert ("lookup", "welcome: caller wants service") in {
        (one.attributes["state"], one.attributes["rule"]) for one in root.happenings
    }


def test_nobodys_words_name_or_number_is_in_a_trace() -> None:
    told = repr(spans(booked_call()))
    assert not [secret for secret in ("Jonas", "Miller", "Lamar", "stopped cooling", "5125550142") if secret in told]
