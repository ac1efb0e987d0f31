"""A caller who speaks on and on, in virtual time: told in parts, each in time, and nothing between them is lost."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from calllock.contracts.events import UtteranceHeard
from tests.unit.voice_gateway.line.line_bench import NINE_WORDS, THINKING_S, Bench
from voice_gateway.line.effects import Consider
from voice_gateway.line.patience import LONGEST_TURN_S
from voice_gateway.line.turns import LEAD_S
from voice_gateway.speech.ports import CHUNK_S

EXACTLY = pytest.approx(0.0, abs=1e-6)


class ListeningBench(Bench):
    """A recognizer that understands from when to when it was spoken."""

    def __init__(self, late_s: float, **beginning: Any) -> None:
        super().__init__(**beginning)
        self.asked: dict[str, tuple[float, float]] = {}
        self.recognizing_s = late_s
        self.finished = 0.1
        self.speak(NINE_WORDS, expects="open")
        self.run(4)

    def _attend(self, asked: Any) -> None:
        if isinstance(asked, Consider):
            self.asked[f"part {asked.pause}"] = (self.now - asked.audio_s, self.now)
        super()._attend(asked)

    def recognize(self, asked: Consider) -> str:
        return f"part {asked.pause}"

    @property
    def parts(self) -> list[tuple[float, float]]:
        """From when to when the told turns were spoken."""
        return [self.asked[turn.text] for turn in self.of(UtteranceHeard)]


@pytest.mark.parametrize("late_s", [0.0, 1.3, 2.5])
@pytest.mark.parametrize("pause_s", [0.0, 0.28])
def test_a_turn_without_an_end_is_told_in_time_and_the_next_begins_where_it_was_cut(
    late_s: float, pause_s: float
) -> None:
    bench = ListeningBench(late_s)
    began = bench.now
    told_at: list[float] = []
    while bench.now < began + 48:
        for probability, seconds in ((0.95, 1.0), (0.0, pause_s)):
            bench.run(seconds, probability)
            told_at += [bench.now] * (len(bench.of(UtteranceHeard)) - len(told_at))
    bench.run(6)
    parts = bench.parts

    assert len(parts) >= 3
    assert told_at[0] - began < LONGEST_TURN_S + late_s + THINKING_S + 1.5
    assert parts[0][0] == pytest.approx(began - LEAD_S, abs=2 * CHUNK_S)
    assert all(-LEAD_S <= begun - cut < 1e-6 for (_, cut), (begun, _) in pairwise(parts))
    assert all(ended - begun < LONGEST_TURN_S + LEAD_S + late_s + 1.0 for begun, ended in parts)
    spoken_s = sum(turn.spoken_ms for turn in bench.of(UtteranceHeard)) / 1_000
    assert spoken_s == pytest.approx(48 / (1 + pause_s), rel=0.05)


def test_a_last_word_that_is_said_while_the_words_before_it_are_awaited_is_a_turn() -> None:
    bench = ListeningBench(2.0)
    bench.run(LONGEST_TURN_S + 0.3, 0.95)
    bench.run(6.0)
    (_, cut), (begun, ended) = bench.parts

    assert begun - cut == EXACTLY
    assert ended - begun < 2.3


def test_what_was_said_after_the_cut_is_heard_when_the_line_goes_before_the_words_are_known() -> None:
    bench = ListeningBench(2.0)
    bench.run(LONGEST_TURN_S + 1.0, 0.95)
    gone = bench.now
    bench.do(bench.line.close(gone, "awaited"))
    bench.wait(5.0)
    (_, cut), (begun, ended) = bench.parts

    assert ended - begun == pytest.approx(gone - cut, abs=CHUNK_S)
    assert not bench.line.awaits_words


def test_a_long_turn_of_which_nothing_is_left_is_one() -> None:
    bench = ListeningBench(2.0)
    bench.run(LONGEST_TURN_S - 0.2, 0.95)
    bench.run(8.0)

    assert len(bench.parts) == 1


def test_a_pause_that_is_being_considered_when_the_turn_gets_too_long_is_where_it_is_cut() -> None:
    bench = ListeningBench(1.5)
    bench.run(LONGEST_TURN_S - 0.4, 0.95)
    bench.run(0.6)
    bench.run(3.0, 0.95)
    bench.run(6.0)
    (_, cut), (begun, _) = bench.parts

    assert begun - cut == EXACTLY
    assert all(turn.transcribe_ms >= 0 for turn in bench.of(UtteranceHeard))
