"""Adapter. Recordings on disk: the caller on the left, the agent on the right, 16 bit at 8 kHz.

What is heard is written about once a second, by a thread, and the header with it: a file is whole up to the last
second whenever the process dies. Nothing longer than that is held in memory, but for what the agent has yet to say.
"""

from __future__ import annotations

import asyncio
import os
import struct
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import numpy as np
import structlog

from calllock.contracts.ids import recorded_call
from voice_gateway.speech import mulaw
from voice_gateway.speech.ports import SAMPLE_RATE, MuLaw, Pcm

_CHANNELS = 2
_FRAME_BYTES = 2 * _CHANNELS
_PIECE_BYTES = SAMPLE_RATE * _FRAME_BYTES
_HEADER = struct.Struct("<4sI4s4sIHHIIHH4sI")
_MOST_WAITING_BYTES = 30 * _PIECE_BYTES
"""For a disk that does not answer; then the recording is given up."""
_CLOSES_WITHIN_S = 2.0

_log = structlog.get_logger()


def header(data_bytes: int) -> bytes:
    """What a WAV file of so much data begins with."""
    size = _HEADER.size - 8 + data_bytes
    rates = (SAMPLE_RATE, SAMPLE_RATE * _FRAME_BYTES, _FRAME_BYTES, 16)
    return _HEADER.pack(b"RIFF", size, b"WAVE", b"fmt ", 16, 1, _CHANNELS, *rates, b"data", data_bytes)


class Recorder:
    """The folder of recordings of this process."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="recorder")

    def begin(self, name: str) -> Recording:
        """A recording into the file `name` of the folder; it is created when the first of it is written."""
        return Recording(self._folder / name, self._thread)

    async def delete(self, call_sid: str) -> None:
        """Delete whatever was recorded of a call, once all that was to be written is; a slow disk does it later.

        A file that cannot be deleted is an error in the log: the call goes on.
        """
        await _done(self._thread.submit(self._delete, call_sid))

    def _delete(self, call_sid: str) -> None:
        try:
            for file in self._folder.glob("*.wav"):
                if recorded_call(file.name) == call_sid:
                    file.unlink(missing_ok=True)
        except OSError as error:
            _log.error("recording.not_deleted", call_sid=call_sid, reason=error.strerror)


class Recording:
    """One file; its clock is the caller's sound, which comes in real time."""

    def __init__(self, file: Path, thread: ThreadPoolExecutor) -> None:
        self._file = file
        self._thread = thread
        self._agent = bytearray()
        """What the agent says from now on, as mu-law."""
        self._unwritten = bytearray()
        self._written = 0
        """Bytes given to the thread."""
        self._on_disk = 0
        """Bytes that it has written."""
        self._last: Future[None] | None = None
        self.failed = False

    def caller(self, audio: Pcm) -> None:
        """The caller's next sound; what the agent says meanwhile is beside it."""
        left = np.frombuffer(audio, dtype="<i2")
        said = bytes(self._agent[: len(left)])
        del self._agent[: len(left)]
        right = np.frombuffer(mulaw.decode(said.ljust(len(left), bytes([mulaw.SILENCE]))), dtype="<i2")
        self._unwritten += np.stack((left, right), axis=1).tobytes()
        if len(self._unwritten) >= _PIECE_BYTES:
            self._write_out()

    def agent(self, audio: MuLaw) -> None:
        """The agent says this as soon as it has said what it was given before."""
        self._agent += audio

    def clear(self) -> None:
        """Drop what the agent was still to say."""
        self._agent.clear()

    async def close(self) -> None:
        """Wait until everything is on disk; a slow disk is given up on after a while."""
        self._write_out()
        if self._last is not None:
            await _done(self._last)

    def _write_out(self) -> None:
        piece, self._unwritten = bytes(self._unwritten), bytearray()
        at = self._written
        self._written += len(piece)
        if self._written - self._on_disk > _MOST_WAITING_BYTES and not self.failed:
            self.failed = True
            _log.error("recording.failed", reason="the disk is too slow")
        if not self.failed:
            self._last = self._thread.submit(self._write, piece, at)

    def _write(self, piece: bytes, at: int) -> None:
        try:
            descriptor = os.open(self._file, os.O_WRONLY | os.O_CREAT, 0o600)
            try:
                os.pwrite(descriptor, piece, _HEADER.size + at)
                os.pwrite(descriptor, header(at + len(piece)), 0)
                self._on_disk = at + len(piece)
            finally:
                os.close(descriptor)
        except OSError as error:
            self.failed = True
            _log.error("recording.failed", reason=error.strerror)


async def _done(work: Future[None]) -> None:
    """When the thread has done it, or after a while."""
    await asyncio.wait([asyncio.wrap_future(work)], timeout=_CLOSES_WITHIN_S)
