"""A recognizer or a voice that is late, in virtual time: the caller hears so, and nothing is lost."""

from __future__ import annotations

import pytest

from calllock.contracts.events import CallerInterrupted, PromptPlayed, UtteranceHeard
from tests.unit.voice_gateway.line.line_bench import Bench, greeted
from voice_gateway import own_words
from voice_gateway.line.waiting import FILLER_S
from voice_gateway.speech.ports import CHUNK_S

FILLERS = (own_words.FILLER, own_words.FILLER_AGAIN)
ANSWER = "Okay, let me pull that up."
CHECKING = "Let me check the schedule."


def silences(bench: Bench, seconds: float, so_far_s: float = 0.0) -> list[float]:
    """How long it is quiet before each sound of these seconds, when it has been for `so_far_s` already."""
    until, quiet_since, lengths = bench.now + seconds, bench.now - so_far_s, [0.0]
    while bench.now < until:
        bench.run(CHUNK_S)
        if bench._plays_until > bench.now:
            lengths.append(bench.now - quiet_since)
            quiet_since = bench._plays_until
    return lengths


@pytest.mark.parametrize("late_s", [2.0, 5.0, 9.0])
def test_while_words_are_recognized_the_caller_is_told_to_wait_again_and_again(late_s: float) -> None:
    bench = greeted()
    bench.recognizing_s = late_s
    bench.words = "my AC is out"
    bench.run(1.0, 0.95)
    assert 1.3 < max(silences(bench, late_s)) < FILLER_S + 0.2
    bench.run(0.5)
    (turn,) = bench.of(UtteranceHeard)
    assert turn.text == "my AC is out"
    assert bench.said[1:] == [FILLERS[number % 2] for number in range(len(bench.said) - 1)]


def test_an_answer_that_is_there_in_time_needs_no_filler() -> None:
    bench = greeted()
    bench.recognizing_s = 1.0
    bench.caller_says("my AC is out", then_s=1.3)
    bench.speak(ANSWER, turn=1)
    bench.run(3)
    assert own_words.FILLER not in bench.said


def test_the_filler_is_spoken_to_its_end_when_the_words_come_and_the_answer_follows() -> None:
    bench = greeted()
    bench.recognizing_s = 2.0
    bench.caller_says("my AC is out", then_s=2.4)
    bench.speak(ANSWER, turn=1)
    bench.run(4)
    assert bench.said[1:] == [own_words.FILLER, ANSWER]
    assert bench.clears == 0


def test_a_caller_who_goes_on_while_the_words_are_late_is_one_turn() -> None:
    bench = greeted()
    bench.recognizing_s = 2.5
    bench.words = "my AC is out, and it drips"
    bench.run(1.0, 0.95)
    bench.run(1.0)
    bench.run(1.0, 0.95)
    bench.run(3.0)
    assert [turn.text for turn in bench.of(UtteranceHeard)] == ["my AC is out, and it drips"]


def test_a_caller_who_speaks_over_the_filler_stops_it_and_is_heard() -> None:
    bench = greeted()
    bench.caller_says("my AC is out", then_s=1.7)
    assert bench.said[-1] == own_words.FILLER
    bench.caller_says("hello, is anybody there", seconds=0.9, then_s=0.5)
    assert bench.clears == 1
    assert [turn.turn for turn in bench.of(UtteranceHeard)] == [1, 2]
    assert bench.of(CallerInterrupted) == []


@pytest.mark.parametrize("late_s", [2.0, 5.0, 9.0])
def test_while_a_sentence_is_rendered_the_caller_is_told_to_wait_and_then_it_is_said(late_s: float) -> None:
    bench = greeted()
    bench.rendering_s = late_s
    bench.caller_says("my AC is out", then_s=0.5)
    bench.speak(ANSWER, turn=1)
    assert 1.3 < max(silences(bench, late_s + 2, so_far_s=0.5)) < FILLER_S + 0.2
    bench.run(3)
    assert bench.said[-1] == ANSWER
    assert bench.said[1:-1] == [FILLERS[number % 2] for number in range(len(bench.said) - 2)]
    assert [played.heard_text for played in bench.of(PromptPlayed)][1:] == [ANSWER]


def test_a_sentence_that_is_rendered_while_another_plays_needs_no_filler() -> None:
    bench = greeted()
    bench.speak("One two three four five six seven eight nine.", turn=0)
    bench.rendering_s = 2.0
    bench.speak(ANSWER, turn=0)
    bench.run(5)
    assert own_words.FILLER not in bench.said


def test_words_and_then_a_voice_that_are_each_a_little_late_are_one_silence() -> None:
    bench = greeted()
    bench.recognizing_s, bench.rendering_s = 1.2, 1.2
    bench.words = "my AC is out"
    bench.run(1.0, 0.95)
    bench.run(1.5)
    bench.speak(ANSWER, turn=1)
    assert max(silences(bench, 2.0, so_far_s=1.5)) < 2.0
    assert bench.said[1:] == [own_words.FILLER, ANSWER]


def test_a_sentence_that_comes_after_a_long_silence_and_is_rendered_in_no_time_needs_no_filler() -> None:
    bench = greeted()
    bench.rendering_s = 0.1
    bench.caller_says("my AC is out", then_s=0.5)
    bench.speak(CHECKING, turn=1)
    bench.run(5.0)
    bench.speak(ANSWER, turn=1)
    bench.run(2.0)
    assert bench.said[1:] == [CHECKING, ANSWER]
