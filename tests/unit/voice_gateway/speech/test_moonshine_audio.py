"""Audio as the recognizer wants it."""

from __future__ import annotations

import numpy as np

from voice_gateway.speech.moonshine_audio import LONGEST_PIECE_S, RATE, pieces_of


def tone(seconds: float, amplitude: int) -> bytes:
    return (np.sin(np.arange(int(8_000 * seconds)) / 5) * amplitude).astype("<i2").tobytes()


def test_quiet_speech_is_raised_and_loud_speech_is_left() -> None:
    (quiet,) = pieces_of(tone(2, 2_000))
    (loud,) = pieces_of(tone(2, 25_000))
    assert 0.45 < np.abs(quiet).max() < 0.6
    assert 0.7 < np.abs(loud).max() < 0.95


def test_short_speech_is_padded() -> None:
    (piece,) = pieces_of(tone(0.2, 8_000))
    assert len(piece) == RATE


def test_the_inaudible_is_not_transcribed() -> None:
    assert pieces_of(b"") == []
    assert pieces_of(bytes(16_000)) == []
    assert pieces_of(tone(1, 50)) == []


def test_long_speech_is_cut_where_it_is_quiet_and_nothing_is_lost() -> None:
    audio = tone(7, 8_000) + bytes(3_200) + tone(9, 8_000) + bytes(3_200) + tone(4, 8_000)
    pieces = pieces_of(audio)
    assert all(len(piece) <= (LONGEST_PIECE_S + 0.11) * RATE for piece in pieces)
    assert 7.0 < len(pieces[0]) / RATE < 7.35
    spoken_s = sum(len(piece) / RATE - 0.1 for piece in pieces)
    assert abs(spoken_s - 20.4) < 0.01
