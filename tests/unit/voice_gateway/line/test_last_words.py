"""What a caller was saying when the line went, in virtual time."""

from __future__ import annotations

import pytest

from calllock.contracts.events import UtteranceHeard
from tests.unit.voice_gateway.line.line_bench import THINKING_S, Bench, greeted
from voice_gateway.line.listening import LastWords

GAS = "I smell gas in my kitchen"


def goes(bench: Bench, last_words: LastWords = "awaited") -> None:
    bench.do(bench.line.close(bench.now, last_words))


def told(bench: Bench) -> list[str]:
    return [heard.text for heard in bench.of(UtteranceHeard)]


@pytest.mark.parametrize("quiet_s", [0.0, 0.1, 0.2, 1.2])
def test_a_caller_who_hangs_up_right_after_speaking_was_heard(quiet_s: float) -> None:
    bench = greeted()
    bench.finished = 0.1
    bench.caller_says(GAS, then_s=quiet_s)
    assert told(bench) == []
    goes(bench)
    bench.wait(0.3)
    assert told(bench) == [GAS]
    assert not bench.line.awaits_words


def test_words_that_are_known_when_the_line_goes_are_told_at_once_and_once() -> None:
    bench = greeted()
    bench.finished = 0.1
    bench.caller_says(GAS, then_s=0.5)
    goes(bench, "at hand")
    assert told(bench) == [GAS]
    goes(bench)
    bench.wait(0.3)
    assert told(bench) == [GAS]


@pytest.mark.parametrize("last_words", ["at hand", "no"])
def test_nobody_waits_for_words_who_has_something_to_say_or_another_stream(last_words: LastWords) -> None:
    bench = greeted()
    bench.caller_says(GAS, then_s=0.1)
    goes(bench, last_words)
    assert not bench.line.awaits_words
    bench.wait(0.3)
    assert told(bench) == []


def test_words_are_still_awaited_when_a_slow_recognizer_hears_no_more_sound() -> None:
    bench = greeted()
    bench.recognizing_s = 1.8 - THINKING_S
    bench.caller_says(GAS, then_s=0.0)
    goes(bench)
    bench.wait(1.7)
    assert bench.line.awaits_words
    bench.wait(0.2)
    assert told(bench) == [GAS]


@pytest.mark.parametrize(("words", "seconds"), [("", 0.3), ("uh-huh", 0.4)])
def test_a_cough_or_a_murmur_over_the_agent_is_no_last_word(words: str, seconds: float) -> None:
    bench = greeted()
    bench.speak("One two three four five six seven eight nine ten.")
    bench.run(1.0)
    bench.caller_says(words, seconds, then_s=0.05)
    goes(bench)
    bench.wait(0.3)
    assert told(bench) == []
    assert not bench.line.awaits_words
