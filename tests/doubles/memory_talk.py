"""Adapter. What passes through an in-process bus and is kept nowhere: questions, answers, mentions."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator

from calllock.runtime.bus import BusUnavailable, Question


class MemoryTalk:
    """See `calllock.runtime.bus.Bus`."""

    def __init__(self) -> None:
        self._closed = False
        self._asked: dict[str, asyncio.Queue[Question | None]] = {}
        self._answering: dict[str, int] = {}
        """How many answer, by what about."""
        self._listening: dict[str, set[asyncio.Queue[bytes | None]]] = {}

    async def ask(self, about: str, data: bytes, limit_s: float) -> bytes:
        """See `Bus.ask`."""
        answered: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()

        async def answer(said: bytes) -> None:
            if not answered.done():
                answered.set_result(said)

        if self._closed or not self._answering.get(about):
            raise BusUnavailable(f"nobody answers about {about}")
        self._asked.setdefault(about, asyncio.Queue()).put_nowait(Question(data, answer))
        try:
            async with asyncio.timeout(limit_s):
                return await answered
        except TimeoutError:
            raise BusUnavailable(f"nobody answers about {about}") from None

    async def questions(self, about: str) -> AsyncGenerator[Question, None]:
        """See `Bus.questions`."""
        asked = self._asked.setdefault(about, asyncio.Queue())
        self._answering[about] = self._answering.get(about, 0) + 1
        try:
            while (question := await asked.get()) is not None:
                yield question
        finally:
            self._answering[about] -= 1

    async def mention(self, about: str, data: bytes) -> None:
        """See `Bus.mention`."""
        if self._closed:
            raise BusUnavailable("the bus is closed")
        for listener in self._listening.get(about, ()):
            listener.put_nowait(data)

    async def mentions(self, about: str) -> AsyncGenerator[bytes, None]:
        """See `Bus.mentions`."""
        listener: asyncio.Queue[bytes | None] = asyncio.Queue()
        self._listening.setdefault(about, set()).add(listener)
        try:
            while (data := await listener.get()) is not None:
                yield data
        finally:
            self._listening[about].discard(listener)

    def close(self) -> None:
        """Nothing more is said."""
        self._closed = True
        for about, asked in self._asked.items():
            for _ in range(self._answering.get(about, 0)):
                asked.put_nowait(None)
        for listeners in self._listening.values():
            for listener in listeners:
                listener.put_nowait(None)
