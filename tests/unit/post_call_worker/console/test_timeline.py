"""A call's log as a conversation."""

from __future__ import annotations

from calllock.contracts import commands, events
from post_call_worker.console.timeline import timeline
from tests.unit.post_call_worker.call_logs import CallLog, booked_call


def test_what_was_decided_stands_beside_the_words_that_led_to_it() -> None:
    moments = timeline(booked_call().messages)
    agreed = next(moment for moment in moments if moment.text == "yes please")
    assert agreed.who == "caller"
    assert [note.kind for note in agreed.notes] == ["slot", "state", "slot", "tool", "answer", "slot", "state"]
    assert agreed.notes[3].text == "Book the visit"
    assert agreed.notes[4].detail.startswith("Success: yes, Booked: yes")


def test_the_time_counts_from_the_answer() -> None:
    moments = timeline(CallLog().says("Hello.").hears("hi").messages)
    assert [(moment.text, moment.at_s) for moment in moments] == [("Hello.", 1.0), ("hi", 3.0)]


def test_what_was_cut_off_is_told_apart_from_what_was_heard() -> None:
    (moment,) = timeline(CallLog().says("Want me to book that?", heard="Want me to").messages)
    assert (moment.text, moment.unheard) == ("Want me to", "book that?")


def test_a_prompt_that_was_interrupted_keeps_what_was_heard_first() -> None:
    log = CallLog().adds(
        commands.SpeakPrompt, prompt=1, turn=0, line="greeting", sentences=("Thanks for calling.", "How can I help?")
    )
    log.adds(events.CallerInterrupted, prompt=1, heard_text="Thanks for")
    log.adds(events.PromptPlayed, prompt=1, heard_text="Thanks for calling.", complete=True)
    (moment,) = timeline(log.messages)
    assert moment.interrupted
    assert (moment.text, moment.unheard) == ("Thanks for", "calling. How can I help?")


def test_a_prompt_on_its_way_is_marked_so() -> None:
    log = CallLog().adds(commands.SpeakPrompt, prompt=1, turn=0, line="greeting", sentences=("Hello.",))
    (moment,) = timeline(log.messages)
    assert moment.speaking
    assert moment.text == "Hello."


def test_what_went_wrong_is_marked_so() -> None:
    log = (
        CallLog()
        .asks("book_service")
        .adds(
            events.ToolAnswered,
            request_id="r1",
            tool="book_service",
            outcome="timed_out",
            detail="no answer",
            took_ms=9000,
        )
    )
    log.adds(events.LineDropped, reason="socket closed")
    (moment,) = timeline(log.messages)
    assert [(note.text, note.failed) for note in moment.notes] == [
        ("Book the visit", False),
        ("timed_out in 9000 ms", True),
        ("The line dropped", True),
    ]


def test_that_a_withheld_number_was_not_looked_up_is_no_failure() -> None:
    told = {"request_id": "r1", "tool": "lookup_caller", "outcome": "failed"}
    for from_number, expected in ((None, ("not asked", False)), ("+15125550142", ("failed in 0 ms", True))):
        log = CallLog(from_number=from_number).asks("lookup_caller")
        (moment,) = timeline(log.adds(events.ToolAnswered, **told, detail="why").messages)
        assert (moment.notes[-1].text, moment.notes[-1].failed) == expected
        assert moment.notes[-1].detail == "why"


def test_sound_without_words_silence_and_keys_leave_their_trace() -> None:
    log = (
        CallLog().hears("").adds(events.SilenceNoticed, after_prompt=0, silence_s=6.0).adds(events.KeyPressed, key="7")
    )
    (moment,) = timeline(log.messages)
    assert [note.text for note in moment.notes] == ["Sound without words", "Silence for 6 s", "Pressed 7"]


def test_a_log_that_only_began_says_nothing() -> None:
    assert timeline(CallLog().messages) == []


def test_that_the_line_itself_gave_the_call_to_a_person_is_told_and_that_they_did_not_answer() -> None:
    log = CallLog().adds(events.TransferBegun, to_number="+15125550180", reason="the brain does not answer")
    (moment,) = timeline(log.adds(events.TransferFailed, reason="no-answer").messages)
    assert [(note.text, note.detail, note.failed) for note in moment.notes] == [
        ("The line itself transfers to a person", "the brain does not answer", False),
        ("The person did not answer", "no-answer", True),
    ]


def test_what_was_on_its_way_when_the_call_ended_was_heard_by_nobody() -> None:
    log = CallLog().adds(commands.SpeakPrompt, prompt=1, turn=0, line="a line", sentences=("You're all set.",))
    going_on, *_ = timeline(log.messages)
    assert (going_on.text, going_on.speaking) == ("You're all set.", True)
    ended, *_ = timeline(log.ends().messages)
    assert (ended.text, ended.unheard, ended.speaking) == ("", "You're all set.", False)
