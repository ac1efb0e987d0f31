"""Pure. How long a caller waited, and for whom."""

from __future__ import annotations

from calllock.contracts.commands import SpeakPrompt
from calllock.contracts.events import PromptPlayed
from tests.unit.voice_gateway.line.line_bench import AT, Bench
from voice_gateway.line.playback import Played
from voice_gateway.line.timing import Timing, Waited


def answer(prompt: int, turn: int) -> SpeakPrompt:
    return SpeakPrompt(
        event_id=f"p{prompt}", call_sid="CA1", occurred_at=AT, prompt=prompt, turn=turn, line="x", sentences=("Yes.",)
    )


def test_an_answers_time_is_told_from_the_last_voiced_sound_on() -> None:
    timing = Timing()
    timing.turn_ended(1, voiced_at=10.0, now=10.4)
    timing.answered(answer(2, turn=1), now=10.45)
    waited = timing.done(Played(2, "Yes.", True, 1.0, first_sent_at=10.6, first_heard_at=10.7))
    assert waited == Waited(brain_ms=50, first_audio_ms=600, heard_ms=700)


def test_only_the_first_prompt_for_a_turn_is_its_answer() -> None:
    timing = Timing()
    timing.turn_ended(1, voiced_at=10.0, now=10.4)
    for prompt, turn in ((2, 0), (3, 1), (4, 1)):
        timing.answered(answer(prompt, turn), now=10.5)
    assert timing.done(Played(2, "Before.", True, 1.0, 10.5, 10.5)) == Waited()
    assert timing.done(Played(3, "Yes.", True, 1.0, 10.6, 10.6)).first_audio_ms == 600
    assert timing.done(Played(4, "More.", True, 1.0, 11.6, 11.6)) == Waited()


def test_an_answer_that_nobody_heard_has_no_time() -> None:
    timing = Timing()
    timing.turn_ended(1, voiced_at=10.0, now=10.4)
    timing.answered(answer(2, turn=1), now=10.5)
    assert timing.done(Played(2, "", False, 0.0)) == Waited(brain_ms=100)


def test_a_line_tells_who_the_caller_waited_for() -> None:
    bench = Bench()
    bench.speak("What is going on?")
    bench.run(3)
    bench.caller_says("no heat", then_s=0.6)
    bench.run(0.3)
    bench.speak("Thanks.", turn=1)
    bench.run(2)
    played = bench.of(PromptPlayed)[-1]
    assert played.brain_ms + 300 <= played.first_audio_ms <= played.brain_ms + 340  # a third of a second to decide
    assert played.first_audio_ms <= played.heard_ms <= played.first_audio_ms + 40
