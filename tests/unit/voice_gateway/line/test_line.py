"""The line's rules, in virtual time."""

from __future__ import annotations

import pytest

from calllock.contracts.commands import Expected
from calllock.contracts.events import (
    CallerInterrupted,
    KeyPressed,
    PromptPlayed,
    SilenceNoticed,
    UtteranceHeard,
)
from tests.unit.voice_gateway.line.line_bench import Bench
from voice_gateway import lines

NINE_WORDS = "Thanks for calling us today, how can we help?"


def greeted() -> Bench:
    bench = Bench()
    bench.speak(NINE_WORDS, expects="open")
    bench.run(4)
    return bench


def test_a_prompt_counts_as_heard_when_the_mark_of_its_last_sentence_is_back() -> None:
    bench = Bench()
    bench.speak("One two three.", "Four five six.")
    bench.run(1.9)
    assert bench.of(PromptPlayed) == []
    bench.run(0.2)
    (played,) = bench.of(PromptPlayed)
    assert (played.prompt, played.heard_text, played.complete) == (1, "One two three. Four five six.", True)
    assert played.played_ms == 2000
    assert played.first_audio_ms is None


def test_a_turn_is_published_with_what_was_heard_before_it_and_the_answer_with_its_speed() -> None:
    bench = greeted()
    bench.caller_says("my AC is out", then_s=0.5)
    (heard,) = bench.of(UtteranceHeard)
    assert (heard.turn, heard.text, heard.after_prompt) == (1, "my AC is out", 1)
    assert 310 <= heard.endpoint_ms <= 355
    assert heard.transcribe_ms == 0
    assert abs(heard.spoken_ms - 1000) < 60
    bench.speak("I see.", turn=1)
    bench.run(2)
    assert 310 <= bench.of(PromptPlayed)[-1].first_audio_ms <= 560


def test_a_pause_within_a_sentence_does_not_split_the_turn() -> None:
    bench = greeted()
    bench.finished = 0.1
    bench.caller_says("my AC is", then_s=1.2)
    bench.finished = 0.9
    bench.caller_says("my AC is out", then_s=2)
    assert [heard.text for heard in bench.of(UtteranceHeard)] == ["my AC is out"]


@pytest.mark.parametrize(
    ("expects", "least_s", "most_s"), [("confirm", 0.25, 0.3), ("problem", 0.31, 0.36), ("address", 1.15, 1.3)]
)
def test_patience_follows_the_question(expects: Expected, least_s: float, most_s: float) -> None:
    bench = Bench()
    bench.speak("A question for you?", expects=expects)
    bench.run(2)
    bench.caller_says("something")
    assert least_s <= bench.of(UtteranceHeard)[0].endpoint_ms / 1000 <= most_s


def test_five_dictated_digits_need_no_more_patience() -> None:
    bench = Bench()
    bench.speak("What is your ZIP code?", expects="zip")
    bench.run(2)
    bench.caller_says("seven eight seven oh")
    bench.caller_says("seven eight seven oh four")
    four, five = bench.of(UtteranceHeard)
    assert four.endpoint_ms >= 1150
    assert five.endpoint_ms <= 450


def test_a_caller_who_speaks_over_the_agent_stops_it_and_what_was_heard_is_told() -> None:
    bench = greeted()
    bench.caller_says("hello", then_s=0.5)
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
    bench.caller_says("hello", then_s=0.5)
    bench.speak("One two three four five six seven eight nine.", turn=1)
    bench.run(0.5)
    bench.caller_says(words, seconds=0.4)
    assert bench.clears == 0
    assert len(bench.of(UtteranceHeard)) == 1
    assert bench.of(PromptPlayed)[-1].complete


def test_one_short_word_of_substance_stops_the_agent() -> None:
    bench = greeted()
    bench.caller_says("hello", then_s=0.5)
    bench.speak("One two three four five six seven eight nine.", turn=1)
    bench.run(0.5)
    bench.caller_says("No.", seconds=0.4)
    assert bench.clears == 1
    assert bench.of(UtteranceHeard)[-1].text == "No."


def test_okay_is_an_answer_when_it_falls_on_the_last_words_of_a_question() -> None:
    bench = greeted()
    bench.caller_says("hello", then_s=0.5)
    bench.speak("All right.", "Should I book that for you?", turn=1, expects="confirm")
    bench.run(2.0)
    bench.caller_says("Okay.", seconds=0.4)
    assert bench.of(UtteranceHeard)[-1].text == "Okay."
    assert bench.of(UtteranceHeard)[-1].after_prompt == 2


def test_no_on_the_last_words_of_a_question_is_a_turn_that_ends_what_answered_the_turn_before() -> None:
    bench = greeted()
    bench.caller_says("hello", then_s=0.5)
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
    bench.caller_says("hello", then_s=0.5)
    bench.speak("Safety check.", " ".join(["smoke"] * 20), turn=1, expects="safety")
    bench.run(2.0)
    bench.caller_says("Okay.", seconds=0.4, then_s=1.0)
    assert bench.of(UtteranceHeard)[-1].turn == 2
    assert bench.clears == 0


def test_noise_that_stopped_the_agent_is_a_turn_without_words() -> None:
    bench = greeted()
    bench.caller_says("hello", then_s=0.5)
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
    bench.caller_says("hello", then_s=0.5)
    bench.speak("One two three four five six.", turn=1)
    bench.speak("Leave the house now.", turn=1, interruptible=False)
    bench.run(0.5)
    bench.caller_says("wait a moment please")
    assert bench.said.count("Leave the house now.") == 2
    assert [p.complete for p in bench.of(PromptPlayed) if p.prompt == 3] == [True]


def test_a_prompt_for_an_earlier_turn_is_dropped_and_said_to_be() -> None:
    bench = greeted()
    bench.caller_says("my AC")
    bench.caller_says("and my furnace")
    bench.speak("About your AC.", turn=1)
    bench.speak("About both.", turn=2)
    bench.run(2)
    assert "About your AC." not in bench.said
    dropped, heard = bench.of(PromptPlayed)[-2:]
    assert (dropped.prompt, dropped.heard_text, dropped.complete) == (2, "", False)
    assert (heard.prompt, heard.complete) == (3, True)


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


def test_a_brain_that_is_slow_is_filled_in_for_and_one_that_is_gone_is_apologised_for() -> None:
    bench = greeted()
    bench.caller_says("my AC is out", then_s=1.7)
    assert bench.said[-1] != lines.FILLER
    bench.run(0.4)
    assert bench.said[-1] == lines.FILLER
    bench.run(8)
    assert bench.said[-1] == lines.FILLER
    bench.run(1.2)
    assert bench.said[-1] == lines.APOLOGY
    assert bench.ended is None
    bench.run(6)
    assert bench.ended is not None
    assert bench.ended.how == "hang_up"
    assert bench.of(SilenceNoticed) == []


def test_the_gateways_own_words_are_not_reported_as_prompts() -> None:
    bench = greeted()
    bench.caller_says("my AC is out", then_s=4)
    assert lines.FILLER in bench.said
    assert [played.prompt for played in bench.of(PromptPlayed)] == [1]


def test_a_brain_that_leaves_silences_unanswered_is_gone() -> None:
    bench = Bench(silence_s=2.0)
    bench.speak("One two three.")
    bench.run(20)
    assert len(bench.of(SilenceNoticed)) == 3
    assert bench.said[-1] == lines.APOLOGY
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


def test_audio_that_stops_coming_counts_as_silence() -> None:
    bench = greeted()
    bench.words = "my AC is out"
    bench.run(1.0, 0.95)
    bench.wait(1.5)
    assert [heard.text for heard in bench.of(UtteranceHeard)] == ["my AC is out"]


def test_a_turn_without_end_is_ended() -> None:
    bench = greeted()
    bench.words = "la la la"
    bench.run(16, 0.95)
    assert [heard.text for heard in bench.of(UtteranceHeard)] == ["la la la"]


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


def test_a_key_is_told_and_breaks_the_silence() -> None:
    bench = Bench(silence_s=6.0)
    bench.speak("One two three.")
    bench.run(5)
    bench.do(bench.line.press("5", bench.now))
    bench.run(3)
    assert [pressed.key for pressed in bench.of(KeyPressed)] == ["5"]
    assert bench.of(SilenceNoticed) == []


def test_a_resumed_line_counts_on_from_where_the_call_was() -> None:
    bench = Bench(turn=3, prompt=5, facts=20)
    bench.speak("Sorry, we got cut off.", turn=3)
    bench.run(3)
    bench.caller_says("yes")
    (heard,) = bench.of(UtteranceHeard)
    assert (heard.turn, heard.after_prompt) == (4, 6)
    assert [played.prompt for played in bench.of(PromptPlayed)] == [6]


def test_a_line_that_goes_away_reports_what_had_been_heard() -> None:
    bench = Bench()
    bench.speak("One two three four five six.", "Seven eight.")
    bench.run(1.2)
    bench.do(bench.line.close(bench.now))
    (played,) = bench.of(PromptPlayed)
    assert played.heard_text in ("One two three",)
    assert not played.complete


def test_the_ids_of_facts_never_repeat() -> None:
    bench = greeted()
    for number in range(3):
        bench.caller_says(f"sentence {number}", then_s=0.5)
        bench.speak("One two three four five six.", turn=number + 1)
        bench.run(0.5)
    bench.run(20)
    ids = [message.event_id for message in bench.told]
    assert len(ids) == len(set(ids))


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


def test_what_must_be_heard_is_not_held_up_by_noise() -> None:
    bench = greeted()
    bench.caller_says("I smell gas", then_s=0.5)
    bench.run(0.5, 0.95)
    bench.renders = False
    bench.speak("Call 911.", turn=1, interruptible=False)
    bench.run(0.2, 0.95)
    assert bench.ended is not None
    assert bench.ended.words == "Call 911."


def test_a_voice_that_fails_on_another_sentence_is_not_the_end() -> None:
    bench = greeted()
    bench.caller_says("my AC is out", then_s=0.5)
    bench.renders = False
    bench.speak("I see.", turn=1)
    bench.run(1.0)
    assert bench.ended is None
    assert not bench.of(PromptPlayed)[-1].complete
