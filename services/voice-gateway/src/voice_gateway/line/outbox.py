"""Shell. The facts of one stream on their way to the log: in order, and tried again while the bus is away."""

from __future__ import annotations

import asyncio
from collections import deque

import structlog

from calllock.contracts.events import LineResumed, RecordingBegun
from calllock.contracts.message import Message
from calllock.runtime.bus import Bus, BusUnavailable, SequenceConflict
from calllock.runtime.clock import Clock
from voice_gateway.call_log import last_of_line

_RETRY_S = 0.25

_log = structlog.get_logger()


class Outbox:
    """Facts that are not in the log yet; its length is how many."""

    def __init__(self, bus: Bus, clock: Clock, call_sid: str, opened_at: int, last: int = 0) -> None:
        """`opened_at`: sequence of the fact that the stream was opened; `last`: of the line's last fact so far."""
        self.call_sid = call_sid
        self._opened_at = opened_at
        self._last = last
        self._is_replaced = False
        self._bus = bus
        self._clock = clock
        self._facts: deque[Message] = deque()
        self._filled, self._emptied, self._closed = asyncio.Event(), asyncio.Event(), asyncio.Event()
        self._emptied.set()

    def __len__(self) -> int:
        return len(self._facts)

    def put(self, fact: Message) -> None:
        """Have this written after the others, unless the call has a newer line: its facts have the same numbers."""
        if self._is_replaced and not isinstance(fact, RecordingBegun):
            return
        self._facts.append(fact)
        self._emptied.clear()
        self._filled.set()

    def close(self) -> None:
        """Nothing more comes: the line is over."""
        self._closed.set()

    async def closed(self) -> None:
        """Wait until nothing more comes."""
        await self._closed.wait()

    async def run(self) -> None:
        """Publish what comes, until cancelled."""
        while True:
            await self._filled.wait()
            try:
                await self.deliver()
            except BusUnavailable:
                _log.warning("line.bus_unavailable", call_sid=self.call_sid)
                await self._clock.sleep(_RETRY_S)

    async def emptied(self) -> None:
        """Wait until the log has them all."""
        await self._emptied.wait()

    async def deliver(self) -> None:
        """Publish what there is; raises `BusUnavailable`, and what is not in the log stays. Two may do so at once."""
        while self._facts:
            fact = self._facts[0]
            try:
                self._last = max(self._last, await self._bus.publish(fact, expected_last=self._last))
            except BusUnavailable:
                raise
            except SequenceConflict:
                await self._look()
                continue
            except Exception as error:  # noqa: BLE001 - what no bus takes keeps back nothing else of the call
                _log.error(
                    "line.fact_refused", call_sid=self.call_sid, kind=type(fact).__name__, error=type(error).__name__
                )
            if self._facts and self._facts[0] is fact:
                self._facts.popleft()
        self._filled.clear()
        self._emptied.set()

    async def _look(self) -> None:
        """Somebody else has written of this line, or there is a newer one."""
        log = await self._bus.read(self.call_sid)
        self._last = last_of_line(log)
        if any(isinstance(entry.message, LineResumed) and entry.sequence > self._opened_at for entry in log):
            self._give_way()

    def _give_way(self) -> None:
        """Forget all but the recordings."""
        self._is_replaced = True
        kept = [fact for fact in self._facts if isinstance(fact, RecordingBegun)]
        if lost := len(self) - len(kept):
            _log.error("line.facts_lost", call_sid=self.call_sid, count=lost)
        self._facts = deque(kept)
