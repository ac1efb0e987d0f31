"""Recordings on disk."""

from __future__ import annotations

import os
import threading
import wave
from pathlib import Path

import numpy as np

from voice_gateway.recording import Recorder
from voice_gateway.speech import mulaw
from voice_gateway.speech.ports import SAMPLE_RATE

LOUD = b"\x20"


def channels(file: Path) -> tuple[list[int], list[int]]:
    with wave.open(str(file), "rb") as wav:
        assert (wav.getnchannels(), wav.getsampwidth(), wav.getframerate()) == (2, 2, SAMPLE_RATE)
        both = np.frombuffer(wav.readframes(wav.getnframes()), dtype="<i2").reshape(-1, 2)
    return both[:, 0].tolist(), both[:, 1].tolist()


def tone(samples: int, level: int = 1_000) -> bytes:
    return np.full(samples, level, dtype="<i2").tobytes()


async def test_the_agent_is_beside_the_caller_when_it_was_heard_not_when_it_was_sent(tmp_path: Path) -> None:
    recording = Recorder(tmp_path).begin("CA1-1.wav")
    recording.caller(tone(100))
    recording.agent(LOUD * 150)
    recording.agent(LOUD * 50)
    for _ in range(3):
        recording.caller(tone(100))
    await recording.close()
    left, right = channels(tmp_path / "CA1-1.wav")
    assert left == [1_000] * 400
    assert [sample != 0 for sample in right] == [False] * 100 + [True] * 200 + [False] * 100


async def test_what_was_cleared_is_not_heard(tmp_path: Path) -> None:
    recording = Recorder(tmp_path).begin("CA1-1.wav")
    recording.agent(LOUD * 400)
    recording.caller(tone(100))
    recording.clear()
    recording.caller(tone(100))
    await recording.close()
    _, right = channels(tmp_path / "CA1-1.wav")
    assert [sample != 0 for sample in right] == [True] * 100 + [False] * 100


async def test_the_file_is_whole_though_nobody_closes_it(tmp_path: Path) -> None:
    recorder = Recorder(tmp_path)
    recording = recorder.begin("CA1-1.wav")
    for _ in range(5):
        recording.caller(tone(SAMPLE_RATE // 2))
    await recorder.delete("CA-other")  # the thread has done what it was given before
    left, _ = channels(tmp_path / "CA1-1.wav")
    assert len(left) == 2 * SAMPLE_RATE
    assert len(recording._unwritten) < 4 * SAMPLE_RATE


async def test_only_the_calls_own_files_are_deleted(tmp_path: Path) -> None:
    recorder = Recorder(tmp_path)
    for name in ("CA1-1.wav", "CA1-2.wav", "CA12-1.wav", "CA1-2-1.wav"):
        recording = recorder.begin(name)
        recording.caller(tone(10))
        await recording.close()
    await recorder.delete("CA1")
    assert sorted(os.listdir(tmp_path)) == ["CA1-2-1.wav", "CA12-1.wav"]


async def test_a_disk_that_refuses_costs_the_recording_alone(tmp_path: Path) -> None:
    recording = Recorder(tmp_path / "gone").begin("CA1-1.wav")
    recording.caller(tone(2 * SAMPLE_RATE))
    await recording.close()
    assert recording.failed
    recording.caller(tone(2 * SAMPLE_RATE))
    await recording.close()


async def test_a_disk_that_hangs_holds_up_nobody_and_fills_no_memory(tmp_path: Path) -> None:
    recorder, answers = Recorder(tmp_path), threading.Event()
    recorder._thread.submit(answers.wait, 10)
    recording = recorder.begin("CA1-1.wav")
    for _ in range(60):
        recording.caller(tone(SAMPLE_RATE))
    queued = recorder._thread._work_queue.qsize()
    answers.set()
    assert recording.failed
    assert queued < 40


def test_silence_is_silence() -> None:
    assert mulaw.decode(bytes([mulaw.SILENCE])) == b"\x00\x00"
