"""Turns and answers on the line, in virtual time."""

from __future__ import annotations

import pytest

from calllock.contracts.commands import Expected
from calllock.contracts.events import PromptPlayed, UtteranceHeard
from tests.unit.voice_gateway.line.line_bench import Bench, greeted
from voice_gateway.line.effects import Mention


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


def test_words_are_shown_from_the_pause_until_the_turn_is_over_under_the_number_that_it_will_have() -> None:
    bench = greeted()
    bench.finished = 0.1
    bench.caller_says("my AC is", then_s=1.2)
    assert bench.mentioned == [Mention(1, "my AC is")]
    bench.finished = 0.9
    bench.caller_says("my AC is out", then_s=2)
    assert [heard.turn for heard in bench.of(UtteranceHeard)] == [1]
    assert bench.mentioned[1:] == [Mention(1, "my AC is out")]


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


def test_a_resumed_line_counts_on_from_where_the_call_was() -> None:
    bench = Bench(turn=3, prompt=5, facts=20)
    bench.speak("Sorry, we got cut off.", turn=3)
    bench.run(3)
    bench.caller_says("yes")
    (heard,) = bench.of(UtteranceHeard)
    assert (heard.turn, heard.after_prompt) == (4, 6)
    assert [played.prompt for played in bench.of(PromptPlayed)] == [6]


def test_the_ids_of_facts_never_repeat() -> None:
    bench = greeted()
    for number in range(3):
        bench.caller_says(f"sentence {number}", then_s=0.5)
        bench.speak("One two three four five six.", turn=number + 1)
        bench.run(0.5)
    bench.run(20)
    ids = [message.event_id for message in bench.told]
    assert len(ids) == len(set(ids))
