"""Adapter. One connection to Deepgram: the call's audio goes out as it comes, words come back, and it is watched."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass

from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed

from voice_gateway.speech.deepgram_results import CLOSE_STREAM, FINALIZE, KEEP_ALIVE, StreamWords, read_message
from voice_gateway.speech.faults import VendorFailed
from voice_gateway.speech.ports import SAMPLE_RATE, Pcm

BYTES_A_SECOND = 2 * SAMPLE_RATE
"""Of `Pcm`; positions in a call are counted in bytes."""
_PIECE_BYTES = BYTES_A_SECOND // 10
"""Audio is sent in pieces of a tenth of a second, unless words are asked for."""
_SEND_LIMIT_S = 2.0
_GOODBYE_LIMIT_S = 0.2


@dataclass(frozen=True, slots=True)
class StreamPatience:
    """Seconds."""

    answer_s: float = 0.8
    """From a pause until its final words; then another engine has to hear the utterance."""
    idle_s: float = 5.0
    """A stream that is sent audio says something about once a second, if only that it heard nothing."""
    keep_alive_s: float = 4.0
    """Deepgram closes a stream that is sent nothing for ten."""
    connect_s: float = 3.0
    """Until the stream is open."""


class RecentAudio:
    """The last seconds of a call's audio, by its position in the call, in bytes."""

    def __init__(self, kept: int) -> None:
        self._kept = kept
        self._audio = bytearray()
        self.heard = 0
        """Everything so far."""

    @property
    def oldest(self) -> int:
        """The position of the first byte that is kept."""
        return self.heard - min(self._kept, len(self._audio))

    def add(self, audio: Pcm) -> None:
        """What was heard next."""
        self._audio += audio
        self.heard += len(audio)
        if len(self._audio) > 2 * self._kept:
            del self._audio[: -self._kept]

    def since(self, position: int) -> Pcm:
        """Everything from there on that is kept."""
        missing = self.heard - max(position, self.oldest)
        return bytes(self._audio[len(self._audio) - missing :]) if missing > 0 else b""


class DeepgramStream:
    """Begins with what is kept of the call, so that it can take the place of one that broke."""

    def __init__(self, socket: ClientConnection, audio: RecentAudio, patience: StreamPatience) -> None:
        self._socket = socket
        self._audio = audio
        self._patience = patience
        self._began, self._sent = audio.oldest, audio.heard
        self._unsent = audio.since(self._began)
        """Taken now: by the first sending, the oldest of it may not be kept any more, and its words would be
        looked for in the wrong place."""
        self._words = StreamWords()
        self._asked = 0
        self._wants_words = False
        self._work = asyncio.Event()
        self._news = asyncio.Condition()
        self._over = False

    def look(self) -> None:
        """Send what the shared audio has got since, once it is enough for a message."""
        if len(self._unsent) + self._audio.heard - self._sent >= _PIECE_BYTES:
            self._work.set()

    async def final_words(self, begins: int, ends: int) -> str | None:
        """What was said between two positions of the call, None when the stream broke first. However long it takes:
        the caller limits it. Raises `VendorFailed` when the stream began after the first position."""
        if begins < self._began:
            raise VendorFailed("unreachable", "the stream began in the middle of the utterance")
        self._wants_words = True
        asked = self._asked + 1
        self._work.set()
        ends_s = (ends - self._began) / BYTES_A_SECOND
        async with self._news:
            await self._news.wait_for(
                lambda: self._over or self._words.finalized >= asked or self._words.is_final_until(ends_s)
            )
        return None if self._over else self._words.since((begins - self._began) / BYTES_A_SECOND)

    def words_so_far(self, begins: int) -> str:
        """What it has said by now of everything from a position of the call on, final or not."""
        return self._words.so_far((begins - self._began) / BYTES_A_SECOND)

    async def run(self) -> None:
        """Send and listen until it breaks; raises `VendorFailed`, or what the socket raises."""
        tasks = [asyncio.create_task(work) for work in (self._feed(), self._listen())]
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            with suppress(ConnectionClosed, TimeoutError):
                async with asyncio.timeout(_GOODBYE_LIMIT_S):
                    await self._socket.send(CLOSE_STREAM)

    async def end(self) -> None:
        """It broke: whoever waits for its words need wait no longer."""
        async with self._news:
            self._over = True
            self._news.notify_all()

    async def _feed(self) -> None:
        while True:
            try:
                async with asyncio.timeout(self._patience.keep_alive_s):
                    await self._work.wait()
            except TimeoutError:
                await self._send(KEEP_ALIVE)
                continue
            self._work.clear()
            wants_words, self._wants_words = self._wants_words, False
            piece, self._sent = self._unsent + self._audio.since(self._sent), self._audio.heard
            self._unsent = b""
            if piece:
                await self._send(piece)
            if wants_words:
                self._asked += 1
                await self._send(FINALIZE)

    async def _send(self, message: str | bytes) -> None:
        try:
            async with asyncio.timeout(_SEND_LIMIT_S):
                await self._socket.send(message)
        except TimeoutError:
            raise VendorFailed("late", "the stream takes no audio") from None

    async def _listen(self) -> None:
        while True:
            results = read_message(await self._receive())
            if results is not None:
                async with self._news:
                    self._words.take(results)
                    self._news.notify_all()

    async def _receive(self) -> str | bytes:
        while True:
            sent = self._sent
            try:
                async with asyncio.timeout(self._patience.idle_s):
                    return await self._socket.recv()
            except TimeoutError:
                if self._sent - sent >= self._patience.idle_s * BYTES_A_SECOND / 2:
                    raise VendorFailed("late", "the stream is silent") from None
