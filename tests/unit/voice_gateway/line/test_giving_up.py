"""A brain that is gone is given up, whatever its caller says and whatever sounds meanwhile, in virtual time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from calllock.contracts.events import PromptPlayed, UtteranceHeard
from tests.unit.voice_gateway.line.line_bench import Bench, greeted
from voice_gateway import own_words
from voice_gateway.line.effects import End
from voice_gateway.line.patience import LONGEST_HOLD_S
from voice_gateway.line.waiting import APOLOGY_S, FILLER_S, LONGEST_SOUND_S
from voice_gateway.speech.ports import CHUNK_S


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


@pytest.mark.parametrize("late_s", [0.0, 1.0, 2.0])
@pytest.mark.parametrize("person", ["", "+15125550180"])
def test_an_answer_that_comes_with_the_lines_own_last_words_is_not_said_after_them(person: str, late_s: float) -> None:
    bench = given_up(person)
    bench.run(late_s)
    bench.speak("What is your zip code?", turn=1, expects="zip")
    bench.speak("Are you there?", turn=1)
    while bench.ended is None:
        bench.run(CHUNK_S)
    assert [(played.heard_text, played.complete) for played in bench.of(PromptPlayed)[1:]] == [("", False)] * 2
    assert bench.said[-1] == (own_words.FORWARDING if person else own_words.APOLOGY)
    assert bench.ended == End("transfer" if person else "hang_up", "the brain does not answer", person)


def test_what_must_be_heard_is_said_though_it_comes_with_the_lines_own_last_words() -> None:
    bench = given_up("")
    bench.run(1.0)
    bench.speak("Leave the house and call 911.", turn=1, interruptible=False)
    while bench.ended is None:
        bench.run(CHUNK_S)
    assert bench.said[-1] == "Leave the house and call 911."
    assert bench.ended == End("hang_up", "the brain does not answer")


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
