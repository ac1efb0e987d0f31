"""WAV files in memory."""

from __future__ import annotations

import io
import wave

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from voice_gateway.speech.wav import samples_of, wav_of

AUDIO = np.array([0, 16_384, -16_384, 32_767], dtype="<i2").tobytes()


def written(rate: int = 24_000, channels: int = 1, width: int = 2, audio: bytes = AUDIO) -> bytearray:
    file = io.BytesIO()
    with wave.open(file, "wb") as wav:
        wav.setparams((channels, width, rate, 0, "NONE", ""))
        wav.writeframes(audio)
    return bytearray(file.getvalue())


def test_what_is_sent_is_telephone_audio() -> None:
    with wave.open(io.BytesIO(wav_of(AUDIO))) as wav:
        assert (wav.getframerate(), wav.getnchannels(), wav.getsampwidth()) == (8_000, 1, 2)
        assert wav.readframes(10) == AUDIO


def test_what_comes_is_read_with_its_rate() -> None:
    samples, rate = samples_of(bytes(written()))
    assert rate == 24_000
    assert samples.tolist() == pytest.approx([0, 0.5, -0.5, 1.0], abs=1e-4)


def test_two_channels_become_one() -> None:
    samples, _ = samples_of(bytes(written(channels=2)))
    assert samples.tolist() == pytest.approx([0.25, 0.25], abs=1e-4)


def test_a_streamed_file_that_does_not_know_its_length_is_read_to_its_end() -> None:
    file = written()
    file[4:8] = file[40:44] = b"\xff\xff\xff\xff"
    assert len(samples_of(bytes(file))[0]) == 4


def test_other_chunks_are_passed_by() -> None:
    file = written()
    file[36:36] = b"LIST\x05\x00\x00\x00hello\x00"
    assert len(samples_of(bytes(file))[0]) == 4


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        (b"", "not a WAV file"),
        (b"<html>oops</html>", "not a WAV file"),
        (b"RIFF\x00\x00\x00\x00WAVE", "without samples"),
        (b"RIFF\x00\x00\x00\x00WAVEfmt \x02\x00\x00\x00ab", "incomplete header"),
        (bytes(written(width=1)), "16-bit"),
        (bytes(written(rate=100)), "16-bit"),
    ],
)
def test_what_is_no_such_file_is_refused_with_the_reason(file: bytes, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        samples_of(file)


@given(st.binary(max_size=80), st.integers(0, 60))
def test_no_bytes_do_anything_else(noise: bytes, at: int) -> None:
    file = written()
    file[at : at + len(noise)] = noise
    try:
        samples, rate = samples_of(bytes(file))
    except ValueError:
        return
    assert 8_000 <= rate <= 192_000
    assert len(samples) <= len(file)
