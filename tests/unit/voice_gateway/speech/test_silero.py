"""The voice-activity model."""

from __future__ import annotations

from functools import cache
from unittest.mock import patch

import numpy as np

from voice_gateway.speech import mulaw
from voice_gateway.speech.hibari_voice import HibariVoice
from voice_gateway.speech.ports import CHUNK_SAMPLES
from voice_gateway.speech.silero import SileroListener, SileroModel


@cache
def model() -> SileroModel:
    return SileroModel()


@cache
def speech() -> bytes:
    return mulaw.decode(HibariVoice().render_now("My furnace is making a loud noise."))


def probabilities(listener: SileroListener, audio: bytes) -> list[float]:
    size = 2 * CHUNK_SAMPLES
    return [listener.probability(audio[at : at + size]) for at in range(0, len(audio) - size + 1, size)]


def test_speech_is_a_voice_and_silence_and_hiss_are_not() -> None:
    hiss = np.random.default_rng(1).normal(0, 300, 24_000).astype("<i2").tobytes()
    assert np.median(probabilities(model().listen(), speech())) > 0.9
    assert max(probabilities(model().listen(), bytes(48_000))) < 0.3
    assert max(probabilities(model().listen(), hiss)) < 0.5


def test_the_end_of_a_voice_is_noticed_within_a_tenth_of_a_second() -> None:
    after = probabilities(model().listen(), speech() + bytes(16_000))[len(speech()) // (2 * CHUNK_SAMPLES) :]
    assert max(after[3:]) < 0.3


def test_the_end_of_a_voice_is_noticed_as_soon_in_a_steady_noise_and_none_of_it_is_lost() -> None:
    samples = np.frombuffer(bytes(64_000) + speech() + bytes(16_000), dtype="<i2")
    noise = np.random.default_rng(1).normal(0, 300, len(samples))
    heard = [p >= 0.5 for p in probabilities(model().listen(), (samples + noise).astype("<i2").tobytes())]
    clean = [p >= 0.5 for p in probabilities(model().listen(), samples.tobytes())]
    ends, ends_clean = (len(each) - each[::-1].index(True) for each in (heard, clean))
    assert abs(ends - ends_clean) <= 3
    assert sum(heard) >= sum(clean) - 3, "chunks of 32 ms; processors compute the last ones differently"


def test_callers_share_the_model_and_nothing_else() -> None:
    alone = probabilities(model().listen(), speech())
    first, second = model().listen(), model().listen()
    size = 2 * CHUNK_SAMPLES
    together = []
    for at in range(0, len(speech()) - size + 1, size):
        together.append(first.probability(speech()[at : at + size]))
        second.probability(bytes(size))
    assert together == alone


def test_in_a_silence_that_lasts_the_model_is_not_asked_and_the_next_voice_is_heard_all_the_same() -> None:
    listener = model().listen()
    probabilities(listener, speech())
    with patch.object(listener, "_session", wraps=listener._session) as session:
        probabilities(listener, bytes(16_000 * 10))
        assert 1 <= session.run.call_count <= 5
        again = probabilities(listener, speech())
    assert [p >= 0.5 for p in again].index(True) <= 1 + [
        p >= 0.5 for p in probabilities(model().listen(), speech())
    ].index(True)


def test_a_faint_voice_and_a_faint_hiss_are_no_silence() -> None:
    hiss = np.random.default_rng(1).normal(0, 100, 80_000).astype("<i2").tobytes()
    listener = model().listen()
    with patch.object(listener, "_session", wraps=listener._session) as session:
        asked = len(probabilities(listener, hiss))
        assert session.run.call_count == asked


def test_a_long_silence_does_not_make_it_deaf() -> None:
    listener = model().listen()
    probabilities(listener, bytes(16_000 * 30))
    assert np.median(probabilities(listener, speech())) > 0.9
