"""How loud a line is while nobody speaks."""

from __future__ import annotations

from collections.abc import Iterable

from voice_gateway.speech.noise_floor import NoiseFloor

NOISE = (0.02, 0.024, 0.019, 0.022)
"""Peaks of a fan, of which the loudest is no 1.4 times the average."""
VOICE = 0.3


def hear(floor: NoiseFloor, peaks: Iterable[float], *, is_voice: bool = False, loudest: float = VOICE) -> list[bool]:
    return [floor.hear(peak, is_voice=is_voice, loudest=loudest) for peak in peaks]


def in_noise() -> NoiseFloor:
    floor = NoiseFloor()
    hear(floor, NOISE * 10)
    return floor


def test_a_noise_that_goes_on_is_told_from_the_voice_before_it_after_three_chunks() -> None:
    floor = in_noise()
    assert not any(hear(floor, [VOICE] * 20, is_voice=True))
    assert hear(floor, NOISE, is_voice=True) == [False, False, True, True]


def test_a_pause_within_a_word_is_no_end_of_the_voice() -> None:
    floor = in_noise()
    hear(floor, [VOICE] * 20, is_voice=True)
    assert not any(hear(floor, [0.02, 0.02, VOICE, 0.02, 0.02, VOICE], is_voice=True))


def test_nothing_is_told_by_loudness_when_the_voice_is_hardly_louder_than_the_noise() -> None:
    floor = in_noise()
    assert not any(hear(floor, NOISE * 2, is_voice=True, loudest=0.08))
    assert not any(hear(floor, NOISE * 2, loudest=0.0))


def test_a_click_is_not_learnt() -> None:
    floor = NoiseFloor()
    hear(floor, [0.05])
    assert not any(hear(floor, [0.04] * 4, is_voice=True))


def test_a_soft_voice_is_heard_half_a_second_after_a_noise_has_stopped() -> None:
    floor = in_noise()
    hear(floor, [0.0] * 16)
    assert not any(hear(floor, [0.012] * 20, is_voice=True))
