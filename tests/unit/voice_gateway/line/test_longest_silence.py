"""Whoever is late, and whatever was asked: how long a caller hears nothing, in virtual time."""

from __future__ import annotations

from itertools import product

import pytest

from calllock.contracts.commands import Expected
from calllock.contracts.events import UtteranceHeard
from tests.unit.voice_gateway.line.line_bench import Bench
from voice_gateway import own_words
from voice_gateway.speech.ports import CHUNK_S

LONGEST_SILENCE_S = 2.0
NEVER = 60.0
FINISHED, UNFINISHED = 0.9, 0.1
ANSWER = "Okay, let me pull that up."


def answered_after(expects: Expected, finished: float, late: tuple[float, float, float]) -> tuple[Bench, float]:
    """A caller who has said what was asked for, until something is heard; `late`: recognizer, brain and voice."""
    recognizer_s, brain_s, voice_s = late
    bench = Bench()
    bench.speak("And what is it?", expects=expects)
    bench.run(3)
    bench.finished, bench.words = finished, "seven eight"
    bench.recognizing_s, bench.rendering_s = recognizer_s, voice_s
    bench.run(1.0, 0.95)
    spoke_until, heard_before, told_at = bench.now, len(bench.said), NEVER * 10
    while len(bench.said) == heard_before and bench.now < spoke_until + NEVER:
        bench.run(CHUNK_S)
        if bench.of(UtteranceHeard) and told_at > NEVER * 9:
            told_at = bench.now
        if bench.now >= told_at + brain_s:
            bench.speak(ANSWER, turn=1)
            told_at = NEVER * 9
    return bench, bench.now - spoke_until


@pytest.mark.parametrize("finished", [FINISHED, UNFINISHED])
@pytest.mark.parametrize("expects", ["confirm", "open", "zip", "address"])
def test_no_caller_hears_nothing_for_two_seconds_after_the_last_sound_whoever_is_late(
    expects: Expected, finished: float
) -> None:
    for late in product((0.0, 1.45, 3.0), (0.0, 0.13, NEVER), (0.0, 0.13, 3.0)):
        bench, silence_s = answered_after(expects, finished, late)
        assert silence_s < LONGEST_SILENCE_S, (late, bench.said)


def test_a_caller_whose_brain_is_gone_hears_nothing_for_two_seconds_until_the_apology_and_the_end() -> None:
    bench, _ = answered_after("zip", UNFINISHED, (0.0, NEVER, 0.0))
    quiet_since, longest_s = bench.now, 0.0
    while bench.ended is None and bench.now < NEVER * 10:
        bench.run(CHUNK_S)
        if bench._plays_until > bench.now:
            longest_s, quiet_since = max(longest_s, bench.now - quiet_since), bench._plays_until
    assert longest_s < LONGEST_SILENCE_S
    assert bench.said[-1] == own_words.APOLOGY


def test_a_caller_whose_backend_is_slow_hears_nothing_for_two_seconds_while_the_brain_says_no_more() -> None:
    bench, _ = answered_after("confirm", FINISHED, (0.0, 0.0, 0.0))
    bench.ask_tool()
    quiet_since, longest_s, until = bench.now, 0.0, bench.now + 15.0
    while bench.now < until:
        bench.run(CHUNK_S)
        if bench._plays_until > bench.now:
            longest_s, quiet_since = max(longest_s, bench.now - quiet_since), bench._plays_until
    assert longest_s < LONGEST_SILENCE_S
    assert own_words.FILLER_AGAIN in bench.said
    assert own_words.APOLOGY not in bench.said


def test_a_brain_that_answers_at_once_after_a_dictated_answer_needs_no_filler() -> None:
    bench, _ = answered_after("zip", UNFINISHED, (0.0, 0.05, 0.0))
    assert bench.said[-1] == ANSWER
    assert own_words.FILLER not in bench.said
