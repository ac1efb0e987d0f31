"""What is said when the end has been asked for, or just before it is, in virtual time."""

from __future__ import annotations

import pytest

from calllock.contracts.events import UtteranceHeard
from tests.unit.voice_gateway.line.line_bench import Bench, greeted
from voice_gateway import own_words
from voice_gateway.line.effects import End
from voice_gateway.line.waiting import LONGEST_PARTING_S
from voice_gateway.speech.ports import CHUNK_S


def test_a_caller_who_speaks_after_the_goodbye_is_answered_before_the_hang_up() -> None:
    bench = greeted()
    bench.caller_says("bye", then_s=0.5)
    bench.speak("Goodbye.", turn=1)
    bench.hang_up(linger_s=2.0)
    bench.run(1)
    bench.caller_says("oh one more thing", seconds=1.5, then_s=0.6)
    assert bench.ended is None
    bench.speak("Of course.", turn=2)
    bench.run(5)
    assert bench.ended is None
    bench.hang_up()
    bench.run(0.5)
    assert bench.ended is not None


def test_words_after_the_goodbye_that_the_brain_ignores_only_delay_the_hang_up() -> None:
    bench = greeted()
    bench.caller_says("bye", then_s=0.5)
    bench.speak("Goodbye.", turn=1)
    bench.hang_up(linger_s=1.0)
    bench.run(0.8)
    bench.caller_says("bye bye", then_s=0.5)
    bench.ignore()
    bench.run(0.2)
    assert bench.ended is None
    bench.run(1.2)
    assert bench.ended is not None


def told_after(goodbye_first: bool) -> Bench:
    """What the caller says last is told before or after the goodbye comes that answers what was said before it."""
    bench = greeted()
    bench.caller_says("no, that's all", then_s=0.6)
    for is_goodbye in (goodbye_first, not goodbye_first):
        if is_goodbye:
            bench.speak("Goodbye.", turn=1)
            bench.hang_up(linger_s=6.0, turn=1)
            bench.run(1.0 if goodbye_first else 0.0)
        else:
            bench.caller_says("oh wait, I smell gas", then_s=0.6)
    return bench


@pytest.mark.parametrize("goodbye_first", [True, False])
def test_a_turn_that_is_told_beside_the_goodbye_is_waited_for_like_any_other(goodbye_first: bool) -> None:
    bench = told_after(goodbye_first)
    bench.run(2.0)
    assert bench.said[-1] in (own_words.FILLER, own_words.FILLER_AGAIN)
    bench.run(4.0)
    assert bench.ended is None
    bench.speak("Leave the house and call 911.", turn=2, interruptible=False)
    bench.run(3.0)
    assert bench.said[-1] == "Leave the house and call 911."
    assert bench.ended is None


@pytest.mark.parametrize("goodbye_first", [True, False])
def test_who_speaks_beside_the_goodbye_and_is_never_answered_hears_that_and_is_let_go(goodbye_first: bool) -> None:
    bench = told_after(goodbye_first)
    bench.run(20.0)
    assert own_words.APOLOGY in bench.said
    assert bench.ended == End("hang_up", "the brain does not answer")


def two_turns() -> Bench:
    """The second is told before the brain has answered the first."""
    bench = greeted()
    bench.caller_says("no, that's all", then_s=0.6)
    bench.caller_says("oh wait, I smell gas", then_s=0.6)
    assert [turn.turn for turn in bench.of(UtteranceHeard)] == [1, 2]
    return bench


@pytest.mark.parametrize("late_s", [0.1, 4.0])
def test_an_end_that_answers_an_earlier_turn_does_not_come_before_the_latest_is_answered(late_s: float) -> None:
    bench = two_turns()
    bench.speak("Goodbye.", turn=1)
    bench.hang_up(turn=1)
    bench.run(late_s)
    assert bench.ended is None
    bench.speak("Leave the house and call 911.", turn=2, interruptible=False)
    bench.run(1.0)
    assert bench.ended is None
    assert bench.said[-1] == "Leave the house and call 911."
    bench.hang_up(turn=2)
    bench.run(3.0)
    assert bench.ended is not None


def test_an_end_that_answers_an_earlier_turn_stands_when_the_latest_is_ignored() -> None:
    bench = two_turns()
    bench.speak("Goodbye.", turn=1)
    bench.hang_up(turn=1)
    bench.run(0.1)
    assert bench.ended is None
    bench.ignore()
    bench.run(0.2)
    assert bench.ended == End("hang_up", "completed")


@pytest.mark.parametrize("late", ["prompt", "ignored"])
def test_a_late_answer_to_something_earlier_leaves_the_latest_turn_owed(late: str) -> None:
    bench = two_turns()
    if late == "prompt":
        bench.speak("Goodbye.", turn=1)
    else:
        bench.ignore("CA1:silence:1")
    bench.run(2.0)
    assert bench.said[-1] in (own_words.FILLER, own_words.FILLER_AGAIN)
    bench.run(10.0)
    assert bench.said[-1] == own_words.APOLOGY


@pytest.mark.parametrize("rounds", [1, 4, 5, 12])
def test_who_speaks_after_a_goodbye_is_let_finish_however_long_ago_the_first_one_was(rounds: int) -> None:
    bench = greeted()
    for turn in range(1, rounds + 1):
        bench.caller_says("wait, one more question", seconds=3.0, then_s=0.6)
        bench.speak("Someone will call you back about that, I promise, today. Goodbye.", turn=turn)
        bench.hang_up(linger_s=6.0, turn=turn)
        bench.run(8.0)
    bench.run(20.0, 0.95)
    assert bench.ended is None
    bench.words = "I smell gas in the kitchen"
    bench.run(2.0)
    assert bench.of(UtteranceHeard)[-1].text == "I smell gas in the kitchen"
    assert bench.ended is None


def test_who_began_to_speak_before_the_longest_parting_was_over_is_heard_out_beyond_it() -> None:
    bench, over, turn = greeted(), 0.0, 0
    while not turn or over - bench.now > 11.6:
        turn += 1
        bench.caller_says("wait, one more question", seconds=3.0, then_s=0.6)
        bench.speak("Someone will call you back about that, I promise, today. Goodbye.", turn=turn)
        bench.hang_up(linger_s=6.0, turn=turn)
        over = over or bench.now + LONGEST_PARTING_S
        bench.run(8.0)
    assert over > bench.now
    bench.words = "I smell gas in the kitchen"
    bench.run(over - bench.now + 2.0, 0.95)
    assert bench.ended is None
    bench.run(2.0)
    assert bench.of(UtteranceHeard)[-1].text == "I smell gas in the kitchen"
    assert bench.ended is None


def test_a_television_that_pauses_and_is_answered_each_time_does_not_hold_the_line_for_ever() -> None:
    bench, turn = greeted(), 0
    ends_by = bench.now + LONGEST_PARTING_S + 20.0
    while bench.ended is None and bench.now < ends_by:
        for probability, seconds in ((0.95, 4.0), (0.0, 1.0)):
            until, bench.words = bench.now + seconds, "and now the news"
            while bench.ended is None and bench.now < until:
                bench.run(CHUNK_S, probability)
        if bench.ended is None and len(bench.of(UtteranceHeard)) > turn:
            turn = len(bench.of(UtteranceHeard))
            bench.speak("Goodbye.", turn=turn)
            bench.hang_up(linger_s=3.0, turn=turn)
    assert bench.ended == End("hang_up", "completed")
