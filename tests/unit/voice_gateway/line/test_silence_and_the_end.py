"""Silence, a brain that is gone, keys, and how a line ends, in virtual time."""

from __future__ import annotations

import pytest

from calllock.contracts.events import PromptPlayed, SilenceNoticed, TransferBegun, UtteranceHeard
from tests.unit.voice_gateway.line.line_bench import NINE_WORDS, Bench, greeted
from voice_gateway import own_words
from voice_gateway.line.effects import End
from voice_gateway.line.waiting import APOLOGY_S, FILLER_S, LONGEST_SOUND_S
from voice_gateway.speech.ports import CHUNK_S


def test_silence_counts_from_the_end_of_playback_and_again() -> None:
    bench = Bench(silence_s=6.0)
    bench.speak(*["One two three four five six seven eight nine."] * 4)
    bench.run(17.9)
    assert bench.of(SilenceNoticed) == []
    bench.run(0.5)
    (noticed,) = bench.of(SilenceNoticed)
    assert noticed.after_prompt == 1
    assert 6.0 <= noticed.silence_s < 6.2
    bench.ignore(noticed.event_id)
    bench.run(6.1)
    assert len(bench.of(SilenceNoticed)) == 2


def test_nobody_is_asked_whether_they_are_there_while_the_backend_is_asked() -> None:
    bench = greeted()
    bench.caller_says("yes", then_s=0.5)
    bench.ask_tool()
    bench.speak("Let me check the schedule.", turn=1)
    bench.run(10)
    assert bench.of(SilenceNoticed) == []
    bench.answer_tool()
    bench.speak("It is booked.", turn=1)
    bench.run(8)
    assert len(bench.of(SilenceNoticed)) == 1


def test_where_a_person_may_answer_in_the_brains_place_the_caller_is_connected() -> None:
    bench = greeted(person="+15125550180")
    bench.caller_says("my AC is out", then_s=12)
    assert bench.said[-1] == own_words.FORWARDING
    bench.run(4)
    assert bench.ended == End("transfer", "the brain does not answer", "+15125550180")
    (begun,) = bench.of(TransferBegun)
    assert (begun.to_number, begun.reason) == ("+15125550180", "the brain does not answer")


def test_a_caller_who_is_asked_to_call_again_is_given_to_nobody() -> None:
    bench = greeted()
    bench.caller_says("my AC is out", then_s=16)
    assert bench.ended == End("hang_up", "the brain does not answer")
    assert bench.of(TransferBegun) == []


def test_a_brain_that_is_slow_is_filled_in_for_and_one_that_is_gone_is_apologised_for() -> None:
    bench = greeted()
    bench.caller_says("my AC is out", then_s=1.4)
    assert bench.said[-1] != own_words.FILLER
    bench.run(0.3)
    assert bench.said[-1] == own_words.FILLER
    bench.run(7)
    assert bench.said[-3:] == [own_words.FILLER, own_words.FILLER_AGAIN, own_words.FILLER]
    bench.run(2)
    assert bench.said[-1] == own_words.APOLOGY
    assert bench.ended is None
    bench.run(6)
    assert bench.ended is not None
    assert bench.ended.how == "hang_up"
    assert bench.of(SilenceNoticed) == []


def test_the_gateways_own_words_are_not_reported_as_prompts() -> None:
    bench = greeted()
    bench.caller_says("my AC is out", then_s=4)
    assert own_words.FILLER in bench.said
    assert [played.prompt for played in bench.of(PromptPlayed)] == [1]


@pytest.mark.parametrize("keys", ["", "78745"])
@pytest.mark.parametrize("silence_s", [2.0, 6.0, 8.0])
def test_a_brain_that_leaves_a_silence_unanswered_is_as_gone_as_one_that_leaves_a_turn(
    silence_s: float, keys: str
) -> None:
    bench = greeted(silence_s=silence_s)
    for key in keys:
        bench.do(bench.line.press(key, bench.now))
        bench.run(0.3)
    until = bench.now + silence_s
    while not bench.of(SilenceNoticed):
        bench.run(CHUNK_S)
        assert bench.now < until
    bench.run(FILLER_S - 0.2)
    assert bench.said == [NINE_WORDS]
    bench.run(0.5)
    assert bench.said[-1] == own_words.FILLER
    bench.run(APOLOGY_S)
    assert bench.said[-1] == own_words.APOLOGY
    bench.run(6.0)
    assert bench.ended == End("hang_up", "the brain does not answer")
    assert len(bench.of(SilenceNoticed)) == 1


@pytest.mark.parametrize("answer", ["ignored", "asked again"])
def test_a_silence_that_is_answered_is_waited_for_no_more(answer: str) -> None:
    bench = greeted(silence_s=6.0)
    for count in range(1, 6):
        while len(bench.of(SilenceNoticed)) < count:
            bench.run(CHUNK_S)
        bench.run(0.1)
        if answer == "ignored":
            bench.ignore(bench.of(SilenceNoticed)[-1].event_id)
        else:
            bench.speak("Are you still there?")
    assert not {own_words.FILLER, own_words.FILLER_AGAIN, own_words.APOLOGY} & set(bench.said)


def test_a_late_answer_to_a_silence_is_none_to_the_turn_that_broke_it() -> None:
    bench = greeted(silence_s=6.0)
    while not bench.of(SilenceNoticed):
        bench.run(CHUNK_S)
    bench.caller_says("yes, I am here", then_s=0.5)
    bench.ignore(bench.of(SilenceNoticed)[-1].event_id)
    bench.run(2.0)
    assert bench.said[-1] == own_words.FILLER


def test_a_hang_up_waits_for_the_mark_of_the_last_words_and_lingers() -> None:
    bench = greeted()
    bench.caller_says("bye", then_s=0.5)
    bench.speak("One two three.", turn=1)
    bench.hang_up(linger_s=2.0)
    bench.run(2.8)
    assert bench.ended is None
    bench.run(0.6)
    assert bench.ended is not None
    assert bench.ended.reason == "completed"


@pytest.mark.parametrize("linger_s", [0.0, 3.0])
def test_a_sound_that_never_stops_delays_the_hang_up_for_a_minute_and_no_longer(linger_s: float) -> None:
    bench = Bench()
    bench.speak("Goodbye.")
    bench.hang_up(linger_s)
    ends_by = bench.now + LONGEST_SOUND_S
    bench.words = "and now the weather"
    turns = 0
    while bench.ended is None and bench.now < ends_by + 12:
        bench.run(0.5, 0.95)
        assert bench.ended is None or bench.now > ends_by
        if len(bench.of(UtteranceHeard)) > turns:
            turns += 1
            bench.speak("Okay, goodbye.", turn=turns)
            bench.hang_up(linger_s)
    assert bench.ended is not None
    assert bench.ended.how == "hang_up"


def test_what_is_said_long_after_the_first_goodbye_is_still_answered_before_the_end() -> None:
    bench = greeted()
    began = bench.now
    for turn in range(1, 12):
        bench.caller_says("one more thing", seconds=2.0, then_s=0.5)
        bench.speak("Anything else, just tell me. Otherwise goodbye.", turn=turn)
        bench.hang_up(linger_s=6.0, turn=turn)
        bench.run(5.0)
    assert bench.now - began > LONGEST_SOUND_S + 10
    bench.caller_says("oh, I smell gas", then_s=2.0)
    assert bench.ended is None
    bench.speak("Leave the house and call 911.", turn=12, interruptible=False)
    bench.run(4.0)
    assert bench.said[-1] == "Leave the house and call 911."


def test_a_mark_that_never_comes_back_does_not_hold_the_line_open() -> None:
    bench = Bench()
    bench.returns_marks = False
    bench.speak("One two three.")
    bench.hang_up()
    bench.run(3.8)
    assert bench.ended is None
    bench.run(0.5)
    assert bench.ended is not None
    assert bench.of(PromptPlayed)[0].complete


@pytest.mark.parametrize("sentences", [1, 6])
def test_marks_that_never_come_back_hold_the_line_for_as_long_as_one_of_them(sentences: int) -> None:
    bench = Bench()
    bench.returns_marks = False
    bench.speak(*["One two three."] * sentences)
    bench.hang_up()
    bench.run(sentences + 2.8)
    assert bench.ended is None
    bench.run(1.2)
    assert bench.ended is not None
    assert bench.of(PromptPlayed)[0].complete


def test_a_sentence_that_cannot_be_rendered_does_not_stop_the_call() -> None:
    bench = Bench()
    bench.renders = False
    bench.speak("One two three.")
    bench.hang_up()
    bench.run(0.2)
    (played,) = bench.of(PromptPlayed)
    assert (played.heard_text, played.complete) == ("", False)
    assert bench.ended is not None


def test_a_line_that_goes_away_reports_what_had_been_heard() -> None:
    bench = Bench()
    bench.speak("One two three four five six.", "Seven eight.")
    bench.run(1.2)
    bench.do(bench.line.close(bench.now))
    (played,) = bench.of(PromptPlayed)
    assert played.heard_text in ("One two three",)
    assert not played.complete


def test_what_must_be_heard_and_cannot_be_rendered_is_left_to_twilio_after_the_rest() -> None:
    bench = greeted()
    bench.caller_says("I smell gas", then_s=0.5)
    bench.speak("Leave the building now.", turn=1, interruptible=False)
    bench.renders = False
    bench.speak("Call 911.", "We follow up.", turn=1, interruptible=False)
    bench.hang_up()
    bench.run(1.0)
    assert bench.ended is None
    bench.run(1.0)
    assert bench.said[-1] == "Leave the building now."
    assert bench.ended is not None
    assert (bench.ended.how, bench.ended.words) == ("say", "Call 911. We follow up.")


def test_a_voice_that_fails_on_another_sentence_is_not_the_end_and_the_silence_is_told_at_once() -> None:
    bench = greeted()
    bench.caller_says("my AC is out", then_s=0.5)
    bench.speak("I see.", "So that's Emily.", turn=1)
    bench.renders = False
    bench.speak("Is that right?", turn=1)
    bench.run(1.0)
    assert bench.of(SilenceNoticed) == [], "something is still being said"
    bench.run(1.5)
    assert bench.ended is None
    assert {played.prompt: played.complete for played in bench.of(PromptPlayed)} == {1: True, 2: True, 3: False}
    (noticed,) = bench.of(SilenceNoticed)
    assert noticed.after_prompt == 3
    assert noticed.silence_s < 0.3


def test_after_what_could_not_be_said_a_silence_is_told_once_at_once_and_then_as_ever() -> None:
    bench = Bench(silence_s=6.0)
    bench.renders = False
    bench.speak("So that's Emily.")
    bench.run(5.0)
    assert len(bench.of(SilenceNoticed)) == 1
    bench.renders = True
    bench.speak("Are you still there?")
    bench.run(6.0)
    assert len(bench.of(SilenceNoticed)) == 1
    bench.run(2.0)
    assert len(bench.of(SilenceNoticed)) == 2


def test_of_a_read_back_that_cannot_be_said_the_question_is_not_asked_either() -> None:
    bench = greeted()
    bench.caller_says("as soon as you can", then_s=0.5)
    bench.renders = False
    bench.speak("So that's Emily.", "Want me to book that?", turn=1, expects="confirm")
    bench.run(0.5)
    assert "Want me to book that?" not in bench.said
    assert len(bench.of(SilenceNoticed)) == 1
