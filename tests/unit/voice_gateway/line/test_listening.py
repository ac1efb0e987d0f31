"""One turn of the caller's, and whether anything was said in it."""

from __future__ import annotations

from voice_gateway.line.effects import Effect, Judge, Mention, Overhear
from voice_gateway.line.listening import Listening, Speech
from voice_gateway.speech.ports import CHUNK_S


def speaking(seconds: float, silence_s: float, over_agent: bool = False) -> tuple[Listening, Speech]:
    listening = Listening(("furnace",))
    current = Speech(after_prompt=1, expects="confirm", over_agent=over_agent)
    for _ in range(round(seconds / CHUNK_S)):
        if listening.hear(0.9, 0.5) == "began":
            listening.speech = current
    for _ in range(round(silence_s / CHUNK_S)):
        listening.hear(0.0, 0.5)
    return listening, current


def test_a_turn_ends_only_when_its_words_are_known() -> None:
    listening, speech = speaking(1.0, 2.0)
    asked = listening.consider(speech)
    assert asked.hints.expects == "confirm"
    assert asked.hints.terms == ("furnace",)
    assert 3.0 < asked.audio_s < 3.7
    assert listening.end() is None
    speech.text = "yes"
    turn = listening.end()
    assert turn is not None
    assert turn.said
    assert listening.speech is None


def test_the_time_to_decide_is_told_apart_from_the_time_to_transcribe() -> None:
    listening, speech = speaking(1.0, 1.0)
    listening.consider(speech)
    speech.finished = 0.9
    assert listening.end() is None
    for _ in range(10):
        listening.hear(0.0, 0.5)
    speech.text = "yes"
    turn = listening.end()
    assert turn is not None
    assert abs(turn.endpoint_s - 1.0) < 0.05
    assert abs(turn.silence_s - 1.32) < 0.05


def test_answers_about_an_earlier_pause_do_not_count() -> None:
    listening, speech = speaking(1.0, 0.3)
    first = listening.consider(speech)
    for _ in range(5):
        listening.hear(0.9, 0.5)
    assert listening.considered(first.pause) is None
    assert speech.text is None


def test_the_turn_model_is_asked_once_in_a_pause_and_not_about_one_between_words() -> None:
    listening, speech = speaking(1.0, 0.0)
    speech.expects = "name"
    asked: list[Effect] = []
    for silence_s in (0.5, 2.0):
        for _ in range(round(silence_s / CHUNK_S)):
            if listening.hear(0.0, 0.5) == "paused":
                listening.consider(speech)
            asked += listening.judge(speech)
        if silence_s < 1.0:
            assert asked == []
            for _ in range(5):
                listening.hear(0.9, 0.5)
    assert asked == [Judge(speech.pause)]


def test_an_interruption_is_always_a_turn() -> None:
    listening, speech = speaking(0.7, 1.0, over_agent=True)
    speech.interrupted = True
    listening.consider(speech)
    speech.text, speech.finished = "", 0.9
    turn = listening.end()
    assert turn is not None
    assert turn.said


def test_uh_huh_over_the_agent_is_none() -> None:
    listening, speech = speaking(0.4, 1.0, over_agent=True)
    listening.consider(speech)
    speech.text, speech.finished = "Uh-huh.", 0.9
    turn = listening.end()
    assert turn is not None
    assert not turn.said


def test_words_are_shown_while_the_turn_goes_on() -> None:
    listening, speech = speaking(1.0, 0.2)
    listening.consider(speech)
    assert listening.so_far(3) == []
    speech.text = "I mean"
    assert listening.so_far(3) == [Mention(3, "I mean")]


def test_what_may_yet_be_no_turn_is_not_shown() -> None:
    listening, speech = speaking(0.4, 0.2, over_agent=True)
    listening.consider(speech)
    speech.text = "Uh-huh."
    assert listening.so_far(1) == []
    speech.text = ""
    assert listening.so_far(1) == []
    assert Listening(()).so_far(1) == []


def overhearing(listening: Listening, speech: Speech, seconds: float, probability: float = 0.9) -> list[Effect]:
    asked: list[Effect] = []
    for _ in range(round(seconds / CHUNK_S)):
        if listening.hear(probability, 0.5) == "paused":
            listening.consider(speech)
        asked += listening.overhear(speech)
    return asked


def test_of_a_caller_who_speaks_on_the_words_so_far_are_asked_for_twice_a_second_at_most() -> None:
    listening, speech = speaking(0.3, 0.0)
    asked = overhearing(listening, speech, 5.0)
    assert 9 <= len(asked) <= 10
    assert all(isinstance(one, Overhear) for one in asked)
    last = asked[-1]
    assert isinstance(last, Overhear)
    assert 4.8 < last.audio_s < 5.8


def test_in_a_pause_they_are_not_asked_for_as_they_are_being_transcribed() -> None:
    listening, speech = speaking(0.3, 0.0)
    overhearing(listening, speech, 0.3)
    assert overhearing(listening, speech, 0.12, 0.0) == []
    assert overhearing(listening, speech, 3.0, 0.0) == []
    assert len(overhearing(listening, speech, 0.4)) == 1


def test_words_so_far_are_shown_once_and_not_when_they_may_be_no_turn() -> None:
    listening, _ = speaking(1.0, 0.0)
    assert listening.overheard(3, "I mean") == [Mention(3, "I mean")]
    assert listening.overheard(3, "I mean") == []
    assert listening.overheard(3, "") == []
    over, _ = speaking(0.4, 0.0, over_agent=True)
    assert over.overheard(1, "Uh-huh.") == []
    assert over.overheard(1, "Uh-huh. Wait.") == [Mention(1, "Uh-huh. Wait.")]
    assert Listening(()).overheard(1, "I mean") == []
