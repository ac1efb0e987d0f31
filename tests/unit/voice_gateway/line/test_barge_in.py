"""Who speaks when both do: what stops the agent and what does not, in virtual time."""

from __future__ import annotations

import pytest

from calllock.contracts.events import CallerInterrupted, PromptPlayed, UtteranceHeard
from tests.unit.voice_gateway.line.line_bench import NINE_WORDS, Bench, greeted
from voice_gateway.own_words import FILLER, NOT_RECORDED


def test_a_caller_who_speaks_over_the_agent_stops_it_and_what_was_heard_is_told() -> None:
    bench = greeted()
    bench.caller_says("cooling", then_s=0.5)
    bench.speak("One two three four five six seven eight nine.", "Never heard.", turn=1)
    bench.run(1.2)
    bench.caller_says("wait a moment please")
    assert bench.clears == 1
    (cut,) = [p for p in bench.of(PromptPlayed) if p.prompt == 2]
    assert not cut.complete
    assert cut.heard_text in ("One two three four", "One two three four five")
    (interrupted,) = bench.of(CallerInterrupted)
    assert (interrupted.prompt, interrupted.heard_text) == (2, cut.heard_text)
    assert [heard.turn for heard in bench.of(UtteranceHeard)] == [1, 2]


def test_a_caller_who_speaks_into_silence_interrupts_nothing() -> None:
    bench = greeted()
    bench.caller_says("my AC is out")
    assert bench.clears == 0
    assert bench.of(CallerInterrupted) == []


@pytest.mark.parametrize("words", ["uh-huh", "Okay.", "Mm-hmm, right.", ""])
def test_a_cough_or_a_backchannel_does_not_stop_the_agent(words: str) -> None:
    bench = greeted()
    bench.caller_says("cooling", then_s=0.5)
    bench.speak("One two three four five six seven eight nine.", turn=1)
    bench.run(0.5)
    bench.caller_says(words, seconds=0.4)
    assert bench.clears == 0
    assert len(bench.of(UtteranceHeard)) == 1
    assert bench.of(PromptPlayed)[-1].complete


def test_one_short_word_of_substance_stops_the_agent() -> None:
    bench = greeted()
    bench.caller_says("cooling", then_s=0.5)
    bench.speak("One two three four five six seven eight nine.", turn=1)
    bench.run(0.5)
    bench.caller_says("No.", seconds=0.4)
    assert bench.clears == 1
    assert bench.of(UtteranceHeard)[-1].text == "No."


def test_okay_is_an_answer_when_it_falls_on_the_last_words_of_a_question() -> None:
    bench = greeted()
    bench.caller_says("cooling", then_s=0.5)
    bench.speak("All right.", "Should I book that for you?", turn=1, expects="confirm")
    bench.run(2.0)
    bench.caller_says("Okay.", seconds=0.4)
    assert bench.of(UtteranceHeard)[-1].text == "Okay."
    assert bench.of(UtteranceHeard)[-1].after_prompt == 2


def test_no_on_the_last_words_of_a_question_is_a_turn_that_ends_what_answered_the_turn_before() -> None:
    bench = greeted()
    bench.caller_says("cooling", then_s=0.5)
    bench.speak("Safety check.", " ".join(["smoke"] * 20), turn=1, expects="safety")
    bench.run(2.0)
    bench.caller_says("No.", seconds=0.4, then_s=1.0)
    assert bench.of(UtteranceHeard)[-1].turn == 2
    assert bench.clears == 1
    (cut,) = [p for p in bench.of(PromptPlayed) if p.prompt == 2]
    assert not cut.complete
    assert cut.heard_text.startswith("Safety check. smoke")
    assert bench.told.index(cut) < bench.told.index(bench.of(UtteranceHeard)[-1])


def test_okay_on_the_last_words_of_a_question_does_not_stop_them() -> None:
    bench = greeted()
    bench.caller_says("cooling", then_s=0.5)
    bench.speak("Safety check.", " ".join(["smoke"] * 20), turn=1, expects="safety")
    bench.run(2.0)
    bench.caller_says("Okay.", seconds=0.4, then_s=1.0)
    assert bench.of(UtteranceHeard)[-1].turn == 2
    assert bench.clears == 0


def test_noise_that_stopped_the_agent_is_a_turn_without_words() -> None:
    bench = greeted()
    bench.caller_says("cooling", then_s=0.5)
    bench.speak("One two three four five six seven eight nine.", turn=1)
    bench.run(0.5)
    bench.caller_says("", seconds=0.9)
    assert bench.of(UtteranceHeard)[-1].text == ""
    assert bench.of(UtteranceHeard)[-1].turn == 2


def test_a_short_noise_in_silence_is_nothing_and_a_long_mumble_is_a_turn() -> None:
    bench = greeted()
    bench.caller_says("", seconds=0.3)
    assert bench.of(UtteranceHeard) == []
    bench.caller_says("", seconds=1.2)
    assert [heard.text for heard in bench.of(UtteranceHeard)] == [""]


def test_a_line_that_may_not_be_interrupted_plays_on_and_the_turn_is_heard_all_the_same() -> None:
    bench = greeted()
    bench.caller_says("I smell gas", then_s=0.5)
    bench.speak("Leave the house now and call nine one one.", turn=1, interruptible=False)
    bench.run(0.5)
    bench.caller_says("but what about my cat")
    assert bench.clears == 0
    assert bench.of(PromptPlayed)[-1].complete
    assert bench.of(UtteranceHeard)[-1].text == "but what about my cat"


def test_a_line_that_must_be_heard_is_said_again_when_it_was_thrown_away_with_another() -> None:
    bench = greeted()
    bench.caller_says("cooling", then_s=0.5)
    bench.speak("One two three four five six.", turn=1)
    bench.speak("Leave the house now.", turn=1, interruptible=False)
    bench.run(0.5)
    bench.caller_says("wait a moment please")
    assert bench.said.count("Leave the house now.") == 2
    assert [p.complete for p in bench.of(PromptPlayed) if p.prompt == 3] == [True]


def test_an_answer_waits_while_the_caller_goes_on_and_is_dropped_when_it_is_outdated() -> None:
    bench = greeted()
    bench.caller_says("my AC is out", then_s=0.5)
    bench.words = "since yesterday"
    bench.run(0.3, 0.95)
    bench.speak("I see.", turn=1)
    bench.run(0.5, 0.95)
    assert "I see." not in bench.said
    bench.run(2)
    assert "I see." not in bench.said
    assert bench.of(PromptPlayed)[-1].prompt == 2


def test_an_answer_that_waited_for_a_cough_is_spoken_after_it() -> None:
    bench = greeted()
    bench.caller_says("my AC is out", then_s=0.5)
    bench.words = ""
    bench.run(0.3, 0.95)
    bench.speak("I see.", turn=1)
    assert "I see." not in bench.said
    bench.run(1.5)
    assert "I see." in bench.said


def test_a_cut_off_start_is_harder_while_the_greeting_plays() -> None:
    bench = Bench()
    bench.speak(NINE_WORDS, expects="open")
    bench.run(0.3)
    bench.words = ""
    bench.run(0.8, 0.95)
    bench.run(3)
    assert bench.clears == 0


def test_a_television_does_not_silence_the_agent() -> None:
    bench = greeted()
    bench.words = "and now the weather"
    bench.run(16, 0.95)
    assert len(bench.of(UtteranceHeard)) == 1
    bench.speak("Could you say that again?", turn=1)
    bench.run(4, 0.95)
    assert "Could you say that again?" not in bench.said
    bench.run(4, 0.95)
    assert "Could you say that again?" in bench.said
    assert bench.of(PromptPlayed)[-1].complete


def test_what_must_be_heard_is_not_held_up_by_noise() -> None:
    bench = greeted()
    bench.caller_says("I smell gas", then_s=0.5)
    bench.run(0.5, 0.95)
    bench.renders = False
    bench.speak("Call 911.", turn=1, interruptible=False)
    bench.run(0.2, 0.95)
    assert bench.ended is not None
    assert bench.ended.words == "Call 911."


BOOKED = "You're all set for Tuesday at ten."


def filled_in() -> Bench:
    """The backend takes long, and the caller is told to wait."""
    bench = greeted()
    bench.caller_says("yes please", then_s=0.4)
    bench.speak("Let me check the schedule.", turn=1)
    bench.ask_tool()
    while bench.said[-1] != FILLER:
        bench.run(0.1)
    return bench


def book(bench: Bench) -> None:
    bench.answer_tool()
    bench.speak(BOOKED, turn=1)
    bench.hang_up(linger_s=3.0, turn=1)


@pytest.mark.parametrize("words", ["okay, sure", "mm-hmm, got it", ""])
@pytest.mark.parametrize("answered_after_s", [0.1, 0.4, 1.0])
def test_what_the_brain_answers_is_said_after_a_caller_who_spoke_over_our_own_words(
    words: str, answered_after_s: float
) -> None:
    bench = filled_in()
    bench.words = words
    bench.run(answered_after_s, 0.95 if answered_after_s > 0.1 else 0.0)
    book(bench)
    bench.run(1.1 - answered_after_s, 0.95)
    bench.run(10.0)
    assert bench.clears == 1
    assert bench.of(CallerInterrupted) == []
    assert [(p.heard_text, p.complete) for p in bench.of(PromptPlayed) if p.prompt == 3] == [(BOOKED, True)]
    assert bench.ended is not None
    assert bench.ended.how == "hang_up"


def test_what_the_brain_says_is_said_after_a_caller_who_coughs_over_the_word_that_nothing_is_recorded() -> None:
    bench = greeted()
    bench.caller_says("do not record this", then_s=0.4)
    bench.do(bench.line.say(NOT_RECORDED))
    bench.speak("How can I help?", turn=1, expects="open")
    bench.run(0.3)
    bench.caller_says("", seconds=0.7)
    assert bench.said[1:] == [NOT_RECORDED, "How can I help?", "How can I help?"]
    assert bench.of(PromptPlayed)[-1].complete


@pytest.mark.parametrize("seconds", [0.4, 1.0])
def test_words_of_substance_over_our_own_are_a_turn_and_an_answer_to_the_one_before_is_dropped(
    seconds: float,
) -> None:
    bench = filled_in()
    book(bench)
    bench.caller_says("wait, not on Tuesday", seconds=seconds, then_s=1.0)
    assert bench.of(UtteranceHeard)[-1].text == "wait, not on Tuesday"
    assert [(p.heard_text, p.complete) for p in bench.of(PromptPlayed) if p.prompt == 3] == [("", False)]
    assert bench.said.count(BOOKED) == 1, "it was sent behind the filler, and not again"
    assert bench.ended is None
