"""The turn model."""

from __future__ import annotations

from voice_gateway.speech import mulaw
from voice_gateway.speech.hibari_voice import HibariVoice
from voice_gateway.speech.smart_turn import SmartTurn


def test_a_finished_sentence_sounds_finished_and_half_a_word_does_not() -> None:
    model, voice = SmartTurn(), HibariVoice()
    whole = mulaw.decode(voice.render_now("My furnace is making a loud noise."))
    half = whole[: 2 * int(len(whole) / 2 * 0.45)]
    assert model.finished_now(whole + bytes(3_200)) > 0.7
    assert model.finished_now(half) < 0.5
