"""The agent's voice."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from voice_gateway.speech import mulaw
from voice_gateway.speech.hibari_voice import HibariVoice
from voice_gateway.speech.ports import SAMPLE_RATE, SpeechFailed


@cache
def voice() -> HibariVoice:
    return HibariVoice()


def test_a_line_begins_at_once_and_is_loud_and_not_clipped() -> None:
    samples = np.frombuffer(mulaw.decode(voice().render_now("Thanks for calling.")), dtype="<i2")
    assert 0.7 * SAMPLE_RATE < len(samples) < 2.0 * SAMPLE_RATE
    assert np.abs(samples[: int(0.1 * SAMPLE_RATE)]).max() > 500
    assert 18_000 < np.abs(samples).max() < 28_000


def test_the_same_words_give_the_same_audio() -> None:
    assert voice().render_now("One moment please.") == voice().render_now("One moment please.")


async def test_nothing_to_say_is_a_failure_and_not_silence() -> None:
    with pytest.raises(SpeechFailed):
        await voice().render("...")


def test_the_name_tells_voices_and_versions_apart() -> None:
    assert voice().name.startswith("hibari-0.2.1-")
