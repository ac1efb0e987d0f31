"""Recordings on disk."""

from __future__ import annotations

import math
import tracemalloc
import wave
from array import array
from pathlib import Path

import pytest

from post_call_worker.console.recorded_sound import BARS, loudness


def write_recording(file: Path, *, seconds: float = 2.0, channels: int = 2) -> None:
    """A second of the caller's tone, then the agent's, half as loud."""
    count = int(8000 * seconds)
    tone = [int(30_000 * math.sin(n / 3)) for n in range(count)]
    left = [value if n < count // 2 else 0 for n, value in enumerate(tone)]
    right = [value // 2 if n >= count // 2 else 0 for n, value in enumerate(tone)]
    samples = array("h", [side for pair in zip(left, right, strict=True) for side in pair])
    with wave.open(str(file), "wb") as recording:
        recording.setnchannels(channels)
        recording.setsampwidth(2)
        recording.setframerate(8000)
        recording.writeframes(samples.tobytes())


def test_each_side_is_as_loud_as_it_was_and_when_it_was(tmp_path: Path) -> None:
    write_recording(tmp_path / "a.wav")
    sides = loudness(tmp_path / "a.wav")
    assert sides is not None
    caller, agent = sides
    assert (len(caller), len(agent)) == (BARS, BARS)
    assert caller[10] == pytest.approx(0.92, abs=0.02)
    assert agent[10] == 0
    assert caller[-10] == 0
    assert agent[-10] == pytest.approx(0.46, abs=0.02)


def test_a_call_shorter_than_its_bars_is_drawn_as_far_as_it_goes(tmp_path: Path) -> None:
    write_recording(tmp_path / "a.wav", seconds=0.01)
    sides = loudness(tmp_path / "a.wav")
    assert sides is not None
    assert [len(side) for side in sides] == [BARS, BARS]


def test_of_a_long_call_one_bar_is_in_memory_at_a_time(tmp_path: Path) -> None:
    write_recording(tmp_path / "a.wav", seconds=600)
    tracemalloc.start()
    try:
        sides = loudness(tmp_path / "a.wav")
        _, most_bytes = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert sides is not None
    assert sides[0][10] == pytest.approx(0.92, abs=0.02)
    assert most_bytes < 0.1 * (tmp_path / "a.wav").stat().st_size


def test_what_is_no_recording_of_ours_is_not_drawn(tmp_path: Path) -> None:
    (tmp_path / "broken.wav").write_bytes(b"RIFF")
    write_recording(tmp_path / "mono.wav", channels=1)
    assert [loudness(tmp_path / name) for name in ("missing.wav", "broken.wav", "mono.wav")] == [None, None, None]
