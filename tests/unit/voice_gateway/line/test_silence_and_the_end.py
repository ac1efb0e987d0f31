"""Silence, a brain that is gone, keys, and how a line ends, in virtual time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from calllock.contracts.events import KeyPressed, PromptPlayed, SilenceNoticed, TransferBegun, UtteranceHeard
from tests.unit.voice_gateway.line.line_bench import Bench, greeted
from voice_gateway import own_words
from voice_gateway.line.effects import End
from voice_gateway.line.patience import LONGEST_HOLD_S
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


def gone_after(bench: Bench, react: Callable[[], None]) -> float:
    """How long after the first turn that nobody answers the caller is told so; at most two minutes."""
    bench.caller_says("my AC is out", then_s=0.5)
    told_at = bench.now
    while bench.now < told_at + 120 and not {own_words.APOLOGY, own_words.FORWARDING} & set(bench.said):
        react()
    return bench.now - told_at


GONE_S = FILLER_S + APOLOGY_S


@pytest.mark.parametrize("person", ["", "+15125550180"])
@pytest.mark.parametrize("words", ["okay", "hello? are you there?", "I smell gas", ""])
def test_a_brain_that_is_gone_is_given_up_though_the_caller_says_something_after_each_filler(
    words: str, person: str
) -> None:
    bench = greeted(person=person)

    def react() -> None:
        heard = len(bench.said)
        while len(bench.said) == heard:
            bench.run(0.1)
        if bench.said[-1] in (own_words.FILLER, own_words.FILLER_AGAIN):
            bench.run(1.5)
            bench.caller_says(words, seconds=1.0, then_s=0.3)

    assert gone_after(bench, react) < GONE_S + 4.0
    bench.run(10)
    assert bench.ended == End("transfer" if person else "hang_up", "the brain does not answer", person)


@pytest.mark.parametrize(("seconds", "pause_s"), [(1.0, 0.9), (1.0, 6.0), (4.0, 1.0), (0.9, 2.5)])
def test_a_brain_that_is_gone_is_given_up_though_the_caller_talks_on(seconds: float, pause_s: float) -> None:
    bench = greeted()
    longest_s = GONE_S + seconds + pause_s
    assert gone_after(bench, lambda: bench.caller_says("it is hot", seconds, pause_s)) < longest_s + 1.0


def test_a_caller_who_talks_for_a_minute_to_a_brain_that_answers_is_not_given_up() -> None:
    bench = greeted()
    for turn in range(1, 20):
        bench.caller_says("and another thing", seconds=2.5, then_s=0.6)
        assert len(bench.of(UtteranceHeard)) == turn
        bench.speak("Okay.", turn=turn)
    bench.run(3)
    assert own_words.APOLOGY not in bench.said
    assert bench.ended is None


def test_a_brain_that_takes_over_while_the_caller_talks_is_given_time_to_answer() -> None:
    bench = greeted()
    bench.caller_says("my AC is out", then_s=6.0)
    bench.caller_says("hello?", then_s=1.0)
    bench.adopt()
    bench.caller_says("hello?", then_s=5.0)
    assert own_words.APOLOGY not in bench.said
    bench.speak("I see.", turn=3)
    bench.run(3)
    assert bench.said[-1] == "I see."
    assert bench.ended is None


def test_the_gateways_own_words_are_not_reported_as_prompts() -> None:
    bench = greeted()
    bench.caller_says("my AC is out", then_s=4)
    assert own_words.FILLER in bench.said
    assert [played.prompt for played in bench.of(PromptPlayed)] == [1]


def test_a_brain_that_leaves_silences_unanswered_is_gone() -> None:
    bench = Bench(silence_s=2.0)
    bench.speak("One two three.")
    bench.run(20)
    assert len(bench.of(SilenceNoticed)) == 3
    assert bench.said[-1] == own_words.APOLOGY
    assert bench.ended is not None


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
    while bench.now < ends_by - 1:
        bench.run(0.5, 0.95)
        assert bench.ended is None
        if len(bench.of(UtteranceHeard)) > turns:
            turns += 1
            bench.speak("Okay, goodbye.", turn=turns)
            bench.hang_up(linger_s)
    bench.run(10, 0.95)
    assert bench.ended is not None
    assert bench.ended.how == "hang_up"


def given_up(person: str) -> Bench:
    """The line has begun to say so to a caller whose brain is gone."""
    bench = greeted(person=person)
    gone_after(bench, lambda: bench.run(CHUNK_S))
    return bench


@pytest.mark.parametrize("person", ["", "+15125550180"])
@pytest.mark.parametrize(("seconds", "pause_s"), [(60.0, 0.0), (2.0, 0.3), (2.0, 0.6), (14.0, 0.2)])
def test_the_end_after_the_lines_own_last_words_waits_for_no_music(seconds: float, pause_s: float, person: str) -> None:
    bench = given_up(person)
    said_at = bench.now
    bench.words = "la la la"
    while bench.ended is None and bench.now < said_at + 60:
        for probability, lasting_s in ((0.95, seconds), (0.0, pause_s)):
            until = bench.now + lasting_s
            while bench.ended is None and bench.now < until:
                bench.run(CHUNK_S, probability)
    assert bench.ended == End("transfer" if person else "hang_up", "the brain does not answer", person)
    assert bench.now - said_at < 6.0 + LONGEST_HOLD_S + 1.0


def test_a_caller_who_speaks_after_the_lines_own_last_words_is_let_finish() -> None:
    bench = given_up("+15125550180")
    bench.run(2.0)
    bench.run(4.0, 0.95)
    assert bench.ended is None
    bench.run(1.0)
    assert bench.ended is not None


def test_music_before_any_answer_puts_the_apology_off_for_a_minute_and_no_longer() -> None:
    bench = greeted()
    bench.words = "la la la"
    bench.run(LONGEST_SOUND_S, 0.95)
    assert own_words.APOLOGY not in bench.said
    bench.run(16, 0.95)
    assert own_words.APOLOGY in bench.said
    bench.run(12, 0.95)
    assert bench.ended == End("hang_up", "the brain does not answer")


def test_a_caller_who_speaks_for_minutes_to_a_brain_that_answers_is_not_given_up() -> None:
    bench = greeted()
    bench.words = "and then it made that noise again"
    until, answered = bench.now + 3 * LONGEST_SOUND_S, 0
    while bench.now < until:
        bench.run(0.5, 0.95)
        if len(bench.of(UtteranceHeard)) > answered:
            answered += 1
            bench.speak("I see.", turn=answered)
    assert own_words.APOLOGY not in bench.said
    assert bench.ended is None


def test_a_television_after_the_goodbye_does_not_hold_the_line_of_a_brain_that_is_gone() -> None:
    bench = greeted()
    bench.caller_says("that's all", then_s=0.5)
    bench.speak("Goodbye.", turn=1)
    bench.hang_up(linger_s=3.0, turn=1)
    until = bench.now + 2 * LONGEST_SOUND_S
    while bench.ended is None and bench.now < until:
        bench.caller_says("and now the news", seconds=4.0, then_s=1.0)
    assert bench.ended is not None


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


def test_a_sentence_that_cannot_be_rendered_does_not_stop_the_call() -> None:
    bench = Bench()
    bench.renders = False
    bench.speak("One two three.")
    bench.hang_up()
    bench.run(0.2)
    (played,) = bench.of(PromptPlayed)
    assert (played.heard_text, played.complete) == ("", False)
    assert bench.ended is not None


def test_a_key_is_told_and_breaks_the_silence() -> None:
    bench = Bench(silence_s=6.0)
    bench.speak("One two three.")
    bench.run(5)
    bench.do(bench.line.press("5", bench.now))
    bench.run(3)
    assert [pressed.key for pressed in bench.of(KeyPressed)] == ["5"]
    assert bench.of(SilenceNoticed) == []


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
