"""Beginnings, pauses and resumptions in a stream of probabilities."""

from __future__ import annotations

from voice_gateway.line.turns import Sign, Turns
from voice_gateway.speech.ports import CHUNK_S


def hear(turns: Turns, *probabilities: float) -> list[Sign]:
    return [sign for p in probabilities if (sign := turns.hear(p, 0.5)) is not None]


def test_a_click_is_no_beginning() -> None:
    turns = Turns()
    assert hear(turns, 0.9, 0.9, 0, 0, 0.9, 0, 0) == []
    assert not turns.active


def test_three_voiced_chunks_of_four_are_one() -> None:
    turns = Turns()
    assert hear(turns, 0.9, 0.1, 0.9, 0.9) == ["began"]


def test_a_pause_is_noticed_once_and_a_single_chunk_does_not_end_it() -> None:
    turns = Turns()
    hear(turns, *[0.9] * 10)
    assert hear(turns, *[0.0] * 10) == ["paused"]
    assert hear(turns, 0.9, 0.0) == []
    assert turns.paused
    assert abs(turns.silence_s - 12 * CHUNK_S) < 1e-9


def test_going_on_after_a_pause_is_a_resumption() -> None:
    turns = Turns()
    hear(turns, *[0.9] * 10, *[0.0] * 8)
    assert hear(turns, 0.9, 0.9) == ["resumed"]
    assert turns.silence_s == 0.0
    assert abs(turns.voiced_s - 12 * CHUNK_S) < 1e-9


def test_a_fading_voice_is_held_longer_than_a_new_one_is_believed_in() -> None:
    turns = Turns()
    assert hear(turns, *[0.46] * 10) == []
    hear(turns, *[0.9] * 5)
    assert hear(turns, *[0.46] * 20) == []
    assert turns.silence_s == 0.0


def test_after_a_turn_everything_begins_anew() -> None:
    turns = Turns()
    hear(turns, *[0.9] * 10, *[0.0] * 10)
    turns.close()
    assert (turns.active, turns.paused, turns.voiced_s, turns.silence_s, turns.length_s) == (False, False, 0, 0, 0)
    assert hear(turns, 0.9, 0.9) == []
    assert hear(turns, 0.9) == ["began"]
