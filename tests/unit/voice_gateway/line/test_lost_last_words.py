"""The voice fails on the last words: the caller hears them all the same, in virtual time."""

from __future__ import annotations

import pytest

from calllock.contracts.commands import Transfer
from calllock.contracts.events import PromptPlayed
from tests.unit.voice_gateway.line.line_bench import AT, Bench, greeted

SET = "You're all set for Tuesday."
WHERE = "The address is 1425 Oak Street."
GOODBYE = "If there's anything else, just tell me; otherwise, goodbye."


class Mute(Bench):
    """A voice that cannot speak of what is set: it fails after `fails_after_s`."""

    fails_after_s = 0.0
    fails_on = SET

    def _render(self, key: int, text: str) -> None:
        if not text.startswith(self.fails_on):
            super()._render(key, text)
        elif self.fails_after_s:
            self._texts[key] = text
            self.failing = (self.now + self.fails_after_s, key)
        else:
            self.do(self.line.unrendered(key, self.now))

    failing = (float("inf"), 0)

    def _think(self) -> None:
        super()._think()
        if self.failing[0] <= self.now:
            (_, key), self.failing = self.failing, (float("inf"), 0)
            self.do(self.line.unrendered(key, self.now))


def mute(fails_after_s: float = 0.0) -> Mute:
    bench = Mute()
    bench.fails_after_s = fails_after_s
    bench.speak("Thanks for calling.", expects="open")
    bench.run(3)
    bench.caller_says("yes please", then_s=0.5)
    return bench


def test_a_confirmation_that_fails_while_the_end_is_known_is_said_by_twilio_with_all_behind_it() -> None:
    bench = mute(fails_after_s=0.2)
    bench.speak("Great.", SET, GOODBYE, turn=1)
    bench.hang_up(linger_s=3.0, turn=1)
    bench.run(2.0)
    assert bench.said[-1] == "Great."
    assert bench.ended is not None
    assert (bench.ended.how, bench.ended.words) == ("say", f"{SET} {GOODBYE}")
    assert [(p.heard_text, p.complete) for p in bench.of(PromptPlayed)][-1:] == [("Great.", False)]


def test_a_confirmation_that_fails_before_the_end_is_known_is_said_by_twilio_after_the_rest() -> None:
    bench = mute()
    bench.speak(SET, WHERE, turn=1)
    bench.hang_up(linger_s=3.0, turn=1)
    bench.run(4.0)
    assert bench.said[-1] == WHERE
    assert bench.ended is not None
    assert (bench.ended.how, bench.ended.words) == ("say", SET)


def test_two_of_the_last_sentences_that_fail_are_both_said() -> None:
    bench = mute()
    bench.speak(SET, f"{SET} That is for the AC.", turn=1)
    bench.hang_up(turn=1)
    bench.run(0.5)
    assert bench.ended is not None
    assert bench.ended.words == f"{SET} {SET} That is for the AC."


def test_a_caller_who_speaks_meanwhile_is_answered_in_place_of_the_words_that_were_lost() -> None:
    bench = mute(fails_after_s=0.2)
    bench.speak("Great.", SET, turn=1)
    bench.hang_up(turn=1)
    bench.caller_says("wait, cancel that", then_s=0.6)
    assert bench.ended is None
    bench.speak("A person will call you.", turn=2)
    bench.hang_up(turn=2)
    bench.run(3.0)
    assert bench.ended is not None
    assert (bench.ended.how, bench.ended.words) == ("hang_up", "")


@pytest.mark.parametrize("fails_after_s", [0.0, 0.2])
def test_what_is_lost_before_a_person_is_called_is_not_said_the_call_goes_on(fails_after_s: float) -> None:
    bench = mute(fails_after_s)
    bench.speak(SET, "I connect you.", turn=1)
    given = Transfer(
        event_id="t1", call_sid="CA1", occurred_at=AT, after_prompt=2, turn=1, to_number="+15125550180", reason="asked"
    )
    bench.do(bench.line.command(given, bench.now))
    bench.run(3.0)
    assert bench.said[-1] == "I connect you."
    assert bench.ended is not None
    assert (bench.ended.how, bench.ended.words) == ("transfer", "")


def test_what_was_lost_of_an_earlier_prompt_is_no_part_of_the_goodbye() -> None:
    bench = mute()
    bench.speak(SET, "And what is your name?", turn=1, expects="name")
    bench.run(3.0)
    bench.caller_says("Ann", then_s=1.8)
    bench.speak(GOODBYE, turn=2)
    bench.hang_up(turn=2)
    bench.run(4.0)
    assert bench.ended is not None
    assert (bench.ended.how, bench.ended.words) == ("hang_up", "")


def test_a_filler_that_fails_is_nothing_that_is_lost() -> None:
    bench = greeted()
    bench.renders = False
    bench.do(bench.line.say("One moment please."))
    bench.hang_up()
    bench.run(1.0)
    assert bench.ended is not None
    assert bench.ended.how == "hang_up"
