"""What was heard, as far as marks and the clock can tell."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from calllock.contracts.commands import SpeakPrompt
from voice_gateway.line.playback import MARK_LIMIT_S, Playback

AT = datetime(2026, 2, 23, tzinfo=UTC)


def prompt(number: int, *sentences: str, turn: int = 1, **more: Any) -> SpeakPrompt:
    return SpeakPrompt(
        event_id=f"p{number}",
        call_sid="CA1",
        occurred_at=AT,
        prompt=number,
        turn=turn,
        line="test",
        sentences=sentences,
        **more,
    )


def sent(playback: Playback, *prompts: SpeakPrompt, now: float = 0.0) -> list[str]:
    """All sentences of these, two seconds each, sent at once; their marks."""
    for one in prompts:
        for piece in playback.add(one):
            playback.rendered(piece.key, 2.0)
    return [piece.mark for piece in playback.send(now, hold=False)]


def test_sentences_are_sent_in_order_and_only_when_rendered() -> None:
    playback = Playback(0.0)
    first, second = playback.add(prompt(1, "One.", "Two."))
    playback.rendered(second.key, 1.0)
    assert playback.send(0.0, hold=False) == []
    playback.rendered(first.key, 1.0)
    assert [piece.text for piece in playback.send(0.0, hold=False)] == ["One.", "Two."]


def test_a_mark_settles_everything_before_it() -> None:
    playback = Playback(0.0)
    marks = sent(playback, prompt(1, "One."), prompt(2, "Two."))
    played = playback.marked(marks[1], 4.0)
    assert [(p.prompt, p.complete) for p in played] == [(1, True), (2, True)]
    assert not playback.busy
    assert playback.idle_since == 4.0


def test_an_unknown_mark_means_nothing() -> None:
    playback = Playback(0.0)
    sent(playback, prompt(1, "One."))
    assert playback.marked("said-99", 1.0) == []
    assert playback.busy


def test_held_back_sentences_wait_unless_they_may_not_be_interrupted() -> None:
    playback = Playback(0.0)
    for piece in playback.add(prompt(1, "One.", interruptible=False)) + playback.add(prompt(2, "Two.")):
        playback.rendered(piece.key, 1.0)
    assert [piece.text for piece in playback.send(0.0, hold=True)] == ["One."]
    assert [piece.text for piece in playback.send(0.0, hold=False)] == ["Two."]


def test_the_position_in_a_sentence_is_reckoned_from_the_mark_before_it() -> None:
    playback = Playback(0.0)
    first, _ = sent(playback, prompt(1, "One.", "a b c d e f g h i j"))
    playback.marked(first, 3.0)
    interruption = playback.interrupt(4.2)
    assert interruption is not None
    assert interruption.heard_text == "a b c d e"
    (played,) = interruption.played
    assert played.heard_text == "One. a b c d e"


def test_what_had_not_begun_when_the_agent_was_stopped_was_not_heard() -> None:
    playback = Playback(0.0)
    sent(playback, prompt(1, "One two."), prompt(2, "Three."))
    interruption = playback.interrupt(1.0)
    assert interruption is not None
    assert [(p.prompt, p.heard_text) for p in interruption.played] == [(1, ""), (2, "")]
    assert playback.has_settled(2)


def test_a_sentence_that_may_not_be_interrupted_is_not() -> None:
    playback = Playback(0.0)
    sent(playback, prompt(1, "One.", interruptible=False))
    assert playback.interrupt(1.0) is None
    assert playback.busy


def test_a_prompt_begins_to_be_heard_a_moment_after_it_is_sent() -> None:
    playback = Playback(0.0)
    sent(playback, prompt(1, "One."))
    assert playback.latest(0.1) is None
    latest = playback.latest(0.2)
    assert latest is not None
    assert latest.prompt == 1


def test_only_the_last_sentence_of_a_question_asks() -> None:
    playback = Playback(0.0)
    first, _ = sent(playback, prompt(1, "One.", "Yes or no?", expects="confirm"))
    assert not playback.is_asking({"confirm"})
    playback.marked(first, 2.0)
    assert playback.is_asking({"confirm"})
    assert not playback.is_asking({"safety"})


def test_a_sentence_is_overdue_when_its_mark_is_late() -> None:
    playback = Playback(0.0)
    sent(playback, prompt(1, "One."))
    assert playback.overdue(2.0 + MARK_LIMIT_S - 0.1) == []
    (played,) = playback.overdue(2.0 + MARK_LIMIT_S)
    assert played.complete


def test_the_gateways_own_words_are_never_reported() -> None:
    playback = Playback(0.0)
    piece = playback.say("One moment please.")
    playback.rendered(piece.key, 1.0)
    (filler,) = playback.send(0.0, hold=False)
    assert playback.marked(filler.mark, 1.0) == []


def behind_own_words(*prompts: SpeakPrompt) -> Playback:
    """The gateway's own words are playing, and Twilio has these prompts behind them."""
    playback = Playback(0.0)
    playback.rendered(playback.say("One moment please.").key, 1.0)
    sent(playback, *prompts)
    return playback


def test_what_is_sent_behind_our_own_words_is_said_again_when_those_are_stopped() -> None:
    playback = behind_own_words(prompt(1, "One.", "Two."), prompt(2, "Three.", interruptible=False))
    waiting = playback.add(prompt(3, "Four."))
    interruption = playback.interrupt(0.5)
    assert interruption is not None
    assert (interruption.cut, interruption.played) == (None, [])
    assert [piece.text for piece in interruption.again] == ["One.", "Two.", "Three."]
    for piece in (*interruption.again, *waiting):
        playback.rendered(piece.key, 2.0)
    assert [piece.text for piece in playback.send(1.0, hold=False)] == ["One.", "Two.", "Three.", "Four."]


def test_what_waits_to_be_said_again_when_the_line_goes_was_not_heard() -> None:
    playback = behind_own_words(prompt(1, "One two three four."))
    interruption = playback.interrupt(0.5)
    assert interruption is not None
    for piece in interruption.again:
        playback.rendered(piece.key, 2.0)
    (played,) = playback.close(9.0)
    assert (played.heard_text, played.played_s) == ("", 0.0)


def test_our_own_words_go_with_a_prompt_that_is_stopped() -> None:
    playback = Playback(0.0)
    sent(playback, prompt(1, "One."))
    playback.say("One moment please.")
    assert playback.interrupt(0.5) is not None
    assert not playback.busy
