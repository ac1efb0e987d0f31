"""Shell. Takes unowned calls as they come, and hands them over when told to stop."""

from __future__ import annotations

import asyncio
from contextlib import aclosing

import structlog

from calllock.contracts.dataflow import OWNED_CALLS
from calllock.runtime.background import log_failure
from calllock.runtime.bus import BusUnavailable
from dialog_brain.lease import own
from dialog_brain.owner import Desk

RETRY_S = 1.0

log = structlog.get_logger(__name__)


class Switchboard:
    """All calls that this process owns."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._owned: set[asyncio.Task[None]] = set()
        self._taking: asyncio.Task[None] | None = None
        self.failed = asyncio.Event()
        """Set when no more calls are taken, though nobody said to stop."""

    @property
    def calls(self) -> int:
        """How many calls this process owns now."""
        return len(self._owned)

    @property
    def taking(self) -> bool:
        """Whether calls are being taken."""
        return self._taking is not None and not self._taking.done()

    def start(self) -> None:
        """Begin to take calls."""
        self._taking = asyncio.create_task(self._take())
        log_failure(self._taking, "calls.not_taken")
        self._taking.add_done_callback(lambda taking: None if taking.cancelled() else self.failed.set())

    async def stop(self) -> None:
        """Take no more calls, and hand over those in progress at once."""
        for tasks in ({self._taking} if self._taking else set(), self._owned):
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _take(self) -> None:
        while True:
            try:
                await self._take_until_closed()
            except BusUnavailable as error:
                log.warning("bus.unavailable", reason=str(error))
                await self._desk.clock.sleep(RETRY_S)
            else:
                log.warning("bus.closed")
                return

    async def _take_until_closed(self) -> None:
        async with aclosing(self._desk.bus.consume(OWNED_CALLS)) as leases:
            async for lease in leases:
                task = asyncio.create_task(own(self._desk, lease))
                self._owned.add(task)
                task.add_done_callback(self._owned.discard)
                log_failure(task, "call.abandoned", subject=lease.logged.subject)
