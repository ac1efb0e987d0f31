"""Shell. The facts of one stream on their way to the log: in order, and tried again while the bus is away."""

from __future__ import annotations

import asyncio

import structlog

from calllock.contracts.message import Message
from calllock.runtime.bus import Bus, BusUnavailable
from calllock.runtime.clock import Clock

_RETRY_S = 0.25

_log = structlog.get_logger()


class Outbox:
    """Facts that are not in the log yet."""

    def __init__(self, bus: Bus, clock: Clock, call_sid: str) -> None:
        self._bus = bus
        self._clock = clock
        self._call_sid = call_sid
        self._facts: asyncio.Queue[Message] = asyncio.Queue()

    def __len__(self) -> int:
        """How many there are, without the one that is being published."""
        return self._facts.qsize()

    def put(self, fact: Message) -> None:
        """Have this written after the others."""
        self._facts.put_nowait(fact)

    async def run(self) -> None:
        """Publish, until cancelled."""
        while True:
            await self._publish(await self._facts.get())
            self._facts.task_done()

    async def emptied(self) -> None:
        """Wait until the log has them all."""
        await self._facts.join()

    async def _publish(self, fact: Message) -> None:
        while True:
            try:
                await self._bus.publish(fact)
            except BusUnavailable:
                _log.warning("line.bus_unavailable", call_sid=self._call_sid)
                await self._clock.sleep(_RETRY_S)
            else:
                return
