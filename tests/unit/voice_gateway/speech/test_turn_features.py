"""Pure. The turn model was trained on Pipecat's features: ours are the same, only sooner."""

from __future__ import annotations

import numpy as np
import pytest
from pipecat.audio.turn.smart_turn._whisper_features import compute_whisper_log_mel_features

from voice_gateway.speech.turn_features import RATE, WINDOW_S, features


@pytest.mark.parametrize("seconds", [0.5, 1.0, 3.21, 7.99, 8.0, 11.0])
def test_they_are_those_that_the_model_was_trained_on(seconds: float) -> None:
    at = np.arange(int(seconds * RATE))
    noise = np.random.default_rng(3).normal(0, 0.02, len(at))
    samples = (0.3 * np.sin(at / 7) * np.sin(at / 4_000) + noise + 0.01).astype(np.float32)
    whole = np.pad(samples[-WINDOW_S * RATE :], (max(0, WINDOW_S * RATE - len(samples)), 0))
    expected = compute_whisper_log_mel_features(whole)
    assert features(samples).shape == expected.shape
    assert np.abs(features(samples) - expected).max() < 2e-3


def test_silence_has_features_too() -> None:
    assert np.isfinite(features(np.zeros(0, dtype=np.float32))).all()
