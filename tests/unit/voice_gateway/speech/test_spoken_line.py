"""Lines as the telephone wants them."""

from __future__ import annotations

import numpy as np
import pytest

from voice_gateway.speech import mulaw
from voice_gateway.speech.spoken_line import spoken_line, trimmed


def tone(rate: int, loudness: float) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    """A second of 440 Hz between two seconds of silence."""
    sound = loudness * np.sin(2 * np.pi * 440 * np.arange(rate) / rate)
    return np.concatenate([np.zeros(rate), sound, np.zeros(rate)]).astype(np.float32)


def test_silence_around_a_line_is_cut() -> None:
    line = np.concatenate([np.zeros(10_000), np.ones(5_000), np.zeros(10_000)]).astype(np.float32)
    assert len(trimmed(line, 10_000)) == 200 + 5_000 + 800 - 1
    assert len(trimmed(np.zeros(100, dtype=np.float32), 10_000)) == 0


@pytest.mark.parametrize("rate", [8_000, 16_000, 22_050, 24_000, 44_100])
@pytest.mark.parametrize("loudness", [0.05, 0.9])
def test_whatever_the_voice_a_line_lasts_as_long_sounds_as_high_and_is_as_loud(rate: int, loudness: float) -> None:
    line = np.frombuffer(mulaw.decode(spoken_line(tone(rate, loudness), rate)), dtype="<i2").astype(float)
    assert len(line) == pytest.approx(8_000 * 1.1, abs=40)
    assert np.abs(np.fft.rfft(line[1_000:8_000])).argmax() * 8_000 / 7_000 == pytest.approx(440, abs=2)
    assert np.abs(line).max() == pytest.approx(0.7 * 32_767, rel=0.05)


def test_silence_is_no_line() -> None:
    assert spoken_line(np.zeros(24_000, dtype=np.float32), 24_000) == b""
    assert spoken_line(np.zeros(0, dtype=np.float32), 24_000) == b""
