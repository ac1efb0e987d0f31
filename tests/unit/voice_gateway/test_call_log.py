"""What a log says about its line."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from calllock.contracts.commands import HangUp, SpeakPrompt, Transfer
from calllock.contracts.events import (
    CallAnswered,
    CallEnded,
    EventIgnored,
    LineDropped,
    LineResumed,
    PromptPlayed,
    TransferBegun,
    TransferFailed,
    UtteranceHeard,
)
from calllock.contracts.message import Message
from calllock.runtime.bus import Logged
from voice_gateway.call_log import HANDED_OVER, read_history

AT = datetime(2026, 2, 23, tzinfo=UTC)


def log(*messages: Message | None) -> list[Logged]:
    return [Logged(10 + number, "x", message) for number, message in enumerate(messages)]


def stamp(number: int = 1) -> dict[str, Any]:
    return {"event_id": f"e{number}", "call_sid": "CA1", "occurred_at": AT}


ANSWERED = CallAnswered(**stamp(), business="ace", from_number=None, to_number="+15125550100")


def test_a_call_that_nobody_knows_has_no_history() -> None:
    history = read_history([])
    assert (history.answered, history.ended) == (None, None)
    assert (history.turn, history.prompt, history.last_sequence) == (0, 0, 0)


def test_the_counters_go_on_where_they_were() -> None:
    history = read_history(
        log(
            ANSWERED,
            SpeakPrompt(**stamp(), prompt=1, turn=0, line="x", sentences=("a",)),
            UtteranceHeard(**stamp(), turn=1, text="hi"),
            None,
            SpeakPrompt(**stamp(), prompt=2, turn=1, line="x", sentences=("a",)),
        )
    )
    assert (history.turn, history.prompt, history.facts, history.last_sequence) == (1, 2, 1, 14)
    assert history.duration_s(AT + timedelta(seconds=90)) == 90.0


def test_a_line_is_broken_until_it_is_resumed() -> None:
    dropped, resumed = LineDropped(**stamp(), reason="x"), LineResumed(**stamp())
    assert read_history(log(ANSWERED, dropped)).dropped
    assert not read_history(log(ANSWERED, dropped, resumed)).dropped
    history = read_history(log(ANSWERED, dropped, resumed, dropped))
    assert history.dropped
    assert history.resumed == 1


def test_a_line_that_was_handed_over_has_not_broken() -> None:
    broke, resumed = LineDropped(**stamp(), reason="disconnected"), LineResumed(**stamp())
    handed_over = LineDropped(**stamp(), reason=HANDED_OVER)
    assert read_history(log(ANSWERED, broke, resumed, broke)).breaks == 2
    assert read_history(log(ANSWERED, handed_over, resumed, broke, resumed, handed_over)).breaks == 1
    assert read_history(log(ANSWERED, resumed)).breaks == 2  # the first one broke before anybody told


def test_the_end_and_the_person_to_connect_are_known() -> None:
    transfer = Transfer(**stamp(), after_prompt=1, to_number="+15125550180", reason="asked")
    history = read_history(log(ANSWERED, transfer, CallEnded(**stamp(), ended_by="transfer", duration_s=1.0)))
    assert history.ended is not None
    assert history.transfer_to == "+15125550180"


def test_who_names_a_danger_while_a_person_is_to_be_called_is_not_connected_any_more() -> None:
    transfer = Transfer(**stamp(), after_prompt=2, to_number="+15125550180", reason="asked")
    leave = SpeakPrompt(**stamp(), prompt=3, turn=2, line="emergency", sentences=("Leave now.",), interruptible=False)
    end = HangUp(**stamp(), after_prompt=3, reason="callback")
    assert read_history(log(ANSWERED, transfer)).is_connecting
    assert not read_history(log(ANSWERED, transfer, leave, end)).is_connecting


def test_whom_the_line_itself_connects_is_connecting_until_the_person_does_not_take_it() -> None:
    begun = TransferBegun(**stamp(), to_number="+15125550180", reason="the brain does not answer")
    failed = TransferFailed(**stamp(), reason="no-answer")
    ringing = read_history(log(ANSWERED, begun))
    assert (ringing.is_connecting, ringing.transfer_to) == (True, "+15125550180")
    assert not read_history(log(ANSWERED, begun, failed)).is_connecting


def test_who_asks_for_a_person_after_one_did_not_answer_the_line_is_connected_once_more() -> None:
    begun = TransferBegun(**stamp(), to_number="+15125550180", reason="the brain does not answer")
    failed = TransferFailed(**stamp(), reason="no-answer")
    asked = Transfer(**stamp(), after_prompt=2, to_number="+15125550181", reason="asked")
    again = read_history(log(ANSWERED, begun, failed, asked))
    assert (again.is_connecting, again.transfer_to, again.transfers_failed) == (True, "+15125550181", 1)
    assert not read_history(log(ANSWERED, begun, failed, asked, failed)).is_connecting


def test_a_transfer_that_is_asked_for_twice_and_has_failed_is_over() -> None:
    asked = Transfer(**stamp(), after_prompt=2, to_number="+15125550180", reason="asked")
    failed = TransferFailed(**stamp(), reason="no-answer")
    assert not read_history(log(ANSWERED, asked, failed, asked)).is_connecting


def test_a_goodbye_counts_when_it_was_heard_and_nothing_came_after_it() -> None:
    goodbye = SpeakPrompt(**stamp(), prompt=2, turn=1, line="x", sentences=("a",))
    end = HangUp(**stamp(), after_prompt=2, reason="completed")
    heard = PromptPlayed(**stamp(), prompt=2, heard_text="a", complete=True)
    more = SpeakPrompt(**stamp(), prompt=3, turn=2, line="x", sentences=("a",))
    assert read_history(log(ANSWERED, goodbye, end, heard)).goodbye_heard
    assert not read_history(log(ANSWERED, goodbye, end)).goodbye_heard
    assert not read_history(log(ANSWERED, goodbye, heard)).goodbye_heard
    assert not read_history(log(ANSWERED, goodbye, end, heard, more)).goodbye_heard


def test_a_goodbye_does_not_count_while_what_the_caller_said_after_it_is_not_answered() -> None:
    goodbye = SpeakPrompt(**stamp(), prompt=2, turn=1, line="x", sentences=("a",))
    end = HangUp(**stamp(), after_prompt=2, turn=1, reason="completed")
    heard = PromptPlayed(**stamp(), prompt=2, heard_text="a", complete=True)
    more = UtteranceHeard(**stamp(7), turn=2, text="wait")
    again = HangUp(**stamp(), after_prompt=2, turn=2, reason="completed")
    ignored = EventIgnored(**stamp(), ignored_id="e7", rule="thanks")
    assert not read_history(log(ANSWERED, goodbye, end, heard, more)).goodbye_heard
    assert not read_history(log(ANSWERED, goodbye, more, end, heard)).goodbye_heard
    assert read_history(log(ANSWERED, goodbye, end, heard, more, again)).goodbye_heard
    assert read_history(log(ANSWERED, goodbye, end, heard, more, ignored)).goodbye_heard


def test_a_line_has_told_all_once_it_says_that_it_broke_and_what_was_said_last_is_answered() -> None:
    said = UtteranceHeard(**stamp(), turn=1, text="wait")
    answer = SpeakPrompt(**stamp(), prompt=2, turn=1, line="x", sentences=("a",))
    dropped = LineDropped(**stamp(), reason="x")
    assert not read_history(log(ANSWERED, said, answer)).is_told
    assert not read_history(log(ANSWERED, said, dropped)).is_told
    assert read_history(log(ANSWERED, said, dropped, answer)).is_told
    assert read_history(log(ANSWERED, said, CallEnded(**stamp(), ended_by="caller", duration_s=1.0))).is_told
    assert not read_history(log(ANSWERED, dropped, LineResumed(**stamp()), said, answer)).is_told
    assert read_history([]).is_told


def test_words_that_must_be_heard_stay_unheard_until_they_are_played() -> None:
    urgent = SpeakPrompt(
        **stamp(), prompt=2, turn=1, line="x", sentences=("Leave now.", "Call 911."), interruptible=False
    )
    another = SpeakPrompt(**stamp(), prompt=3, turn=1, line="x", sentences=("Bye.",))
    assert read_history(log(ANSWERED, urgent, another)).unheard == "Leave now. Call 911."
    part = PromptPlayed(**stamp(), prompt=2, heard_text="Leave now.", complete=False, played_ms=900)
    assert read_history(log(ANSWERED, urgent, part)).unheard == "Call 911."
    whole = PromptPlayed(**stamp(), prompt=2, heard_text="Leave now. Call 911.", complete=True, played_ms=1900)
    assert read_history(log(ANSWERED, urgent, whole)).unheard == ""
    assert read_history(log(ANSWERED, another)).unheard == ""


def test_what_a_voice_that_failed_has_left_out_of_the_goodbye_is_unheard() -> None:
    urgent = SpeakPrompt(**stamp(), prompt=2, turn=1, line="x", sentences=("Leave now.",), interruptible=False)
    booked = SpeakPrompt(**stamp(), prompt=3, turn=1, line="x", sentences=("It's booked.", "Goodbye."))
    end = HangUp(**stamp(), after_prompt=3, reason="done")
    part = PromptPlayed(**stamp(), prompt=3, heard_text="Goodbye.", complete=False, played_ms=900)
    more = SpeakPrompt(**stamp(), prompt=4, turn=2, line="x", sentences=("Go ahead.",))
    assert read_history(log(ANSWERED, booked, end, part)).unheard == "It's booked."
    assert read_history(log(ANSWERED, booked, end)).unheard == "It's booked. Goodbye."
    assert read_history(log(ANSWERED, urgent, booked, end, part)).unheard == "Leave now. It's booked."
    assert read_history(log(ANSWERED, booked, part)).unheard == "", "the call goes on"
    assert read_history(log(ANSWERED, booked, end, part, more)).unheard == ""
    whole = PromptPlayed(**stamp(), prompt=3, heard_text="It's booked. Goodbye.", complete=True, played_ms=900)
    assert read_history(log(ANSWERED, booked, end, whole)).unheard == ""


def test_a_stream_whose_caller_was_given_to_a_person_did_not_break() -> None:
    given = [
        Transfer(**stamp(), after_prompt=0, to_number="+15125550180", reason="x"),
        TransferFailed(**stamp(), reason="no-answer"),
    ]
    broke = [LineResumed(**stamp()), LineDropped(**stamp(), reason="disconnected")]
    assert [read_history(log(ANSWERED, *given, *broke * breaks)).breaks for breaks in (1, 2)] == [1, 2]
