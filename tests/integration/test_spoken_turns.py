"""Turns as they sound: real voices, coughs and noise, heard with the real models in virtual time."""

from __future__ import annotations

import pytest

from calllock.contracts.commands import Expected
from calllock.contracts.events import CallerInterrupted, PromptPlayed, UtteranceHeard
from calllock_local.telephone_voice import noise
from tests.integration.phone import spoken
from tests.integration.spoken_bench import SpokenBench, in_two, quieter, with_noise
from voice_gateway.speech import mulaw

LONG = "We are open Monday to Friday from eight to six, and Saturday from nine to two, and the visit is free."
PAUSE = bytes([mulaw.SILENCE]) * 4_800
"""0.6 s, as people make in the middle of a sentence."""
COUGH = noise()[:2_400]
ECHO_DB = 35
"""How much weaker the network gives the agent's voice back."""


def heard(bench: SpokenBench) -> list[str]:
    return [turn.text.lower().strip(".?!") for turn in bench.of(UtteranceHeard)]


def asked(question: str, expects: Expected) -> SpokenBench:
    """A line whose agent has just asked this."""
    bench = SpokenBench()
    bench.speak("Hello.")
    bench.run(1)
    bench.speak(question, expects=expects)
    bench.hears(b"", then_s=3)
    return bench


def speaking(*sentences: str, **more: bool) -> SpokenBench:
    """A line whose agent is in the middle of saying something."""
    bench = SpokenBench()
    bench.speak("Hello.")
    bench.run(1)
    bench.speak(*(sentences or (LONG,)), **more)
    bench.hears(b"", then_s=1)
    return bench


@pytest.mark.parametrize("sound", ["Uh-huh.", "Okay.", None])
def test_who_coughs_or_says_that_they_listen_does_not_stop_the_agent(sound: str | None) -> None:
    bench = speaking()
    bench.hears(spoken(sound) if sound else COUGH, then_s=10)
    assert bench.clears == 0
    assert bench.of(UtteranceHeard) == []
    assert bench.of(PromptPlayed)[-1].complete


@pytest.mark.parametrize("words", ["No, wait.", "I smell gas in my kitchen.", "Can I talk to a person please?"])
def test_who_speaks_over_the_agent_stops_it(words: str) -> None:
    bench = speaking()
    bench.hears(spoken(words), then_s=3)
    assert bench.clears == 1
    assert len(bench.of(CallerInterrupted)) == 1
    assert len(bench.of(UtteranceHeard)) == 1


def test_words_that_must_be_heard_play_on_and_the_caller_is_heard_all_the_same() -> None:
    bench = speaking("Leave the house now, and call 911 from outside, please.", interruptible=False)
    bench.hears(spoken("But what about my dog?"), then_s=8)
    assert bench.clears == 0
    assert "dog" in heard(bench)[0]
    assert bench.of(PromptPlayed)[-1].complete


def test_the_agents_own_echo_does_not_interrupt_the_greeting() -> None:
    bench = SpokenBench()
    bench.speak(LONG)
    bench.hears(quieter(spoken(LONG), ECHO_DB), then_s=4)
    assert bench.clears == 0
    assert bench.of(PromptPlayed)[-1].complete


def test_a_pause_in_the_middle_of_a_phrase_does_not_end_the_turn() -> None:
    bench = asked("What is going on?", "problem")
    bench.hears(in_two(spoken("We have a leak under the kitchen sink and it is getting worse."), PAUSE), then_s=3)
    (text,) = heard(bench)
    assert "leak" in text
    assert "worse" in text


@pytest.mark.parametrize(
    ("expects", "parts", "words"),
    [
        ("zip", ("Seven eight seven,", "four five."), ("seven eight seven", "four five")),
        ("address", ("Fourteen twenty five", "Oak Street."), ("1425", "oak")),
        ("name", ("My name is Emily,", "Carter."), ("emily", "carter")),
    ],
)
def test_what_is_dictated_in_groups_is_one_turn(expects: Expected, parts: tuple[str, str], words: list[str]) -> None:
    bench = asked("Can I get that, please?", expects)
    bench.hears(spoken(parts[0]) + PAUSE + spoken(parts[1]), then_s=4)
    assert len(heard(bench)) == 1, heard(bench)


@pytest.mark.parametrize(
    ("words", "within_ms"), [("Yes.", 500), ("No.", 500), ("Yeah.", 500), ("Yes, please.", 330), ("That's right.", 330)]
)
def test_a_yes_or_no_soon_ends_its_turn(words: str, within_ms: int) -> None:
    bench = asked("Do you smell gas?", "safety")
    bench.hears(spoken(words), then_s=3)
    (turn,) = bench.of(UtteranceHeard)
    assert turn.text.lower().startswith(words.lower().strip("."))
    assert turn.endpoint_ms <= within_ms


@pytest.mark.parametrize("words", ["No, nothing like that.", "Yeah, that works for me.", "Well, no, I don't."])
def test_a_short_pause_after_the_first_word_of_an_answer_does_not_end_the_turn(words: str) -> None:
    bench = asked("Do you smell gas?", "safety")
    bench.hears(spoken(words), then_s=3)
    assert len(heard(bench)) == 1, heard(bench)


@pytest.mark.parametrize("decibels", [10, 20])
def test_a_quiet_caller_is_heard(decibels: float) -> None:
    bench = asked("What is going on?", "problem")
    bench.hears(quieter(spoken("My furnace is making a loud noise."), decibels), then_s=3)
    assert "furnace" in heard(bench)[0]


def test_a_caller_in_a_noisy_place_is_heard_and_gets_an_end() -> None:
    bench = asked("What is going on?", "problem")
    bench.hears(with_noise(spoken("My furnace is making a loud noise.") + PAUSE * 6, below_db=15))
    assert "furnace" in heard(bench)[0]


@pytest.mark.parametrize("sound", [COUGH, noise()])
def test_noise_on_a_quiet_line_is_no_turn_with_words(sound: bytes) -> None:
    bench = asked("What is going on?", "problem")
    bench.hears(sound, then_s=4)
    assert [text for text in heard(bench) if text] == []


def test_an_okay_on_the_last_words_of_a_question_is_its_answer() -> None:
    bench = SpokenBench()
    bench.speak("Hello.")
    bench.run(1)
    bench.speak("Shall I book that for you?", expects="confirm")
    bench.hears(b"", then_s=1)
    bench.hears(spoken("Okay."), then_s=3)
    assert heard(bench) in (["okay"], ["ok"])
