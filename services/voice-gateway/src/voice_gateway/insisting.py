"""Shell. Work on the log that goes on behind whoever began it, however long the bus is away."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine

import structlog

from calllock.runtime.background import log_failure
from calllock.runtime.bus import BusUnavailable
from calllock.runtime.clock import Clock

_FIRST_PAUSE_S = 0.5
_LONGEST_PAUSE_S = 5.0
"""Between tries."""

_log = structlog.get_logger()


class Insisting:
    """The work of one process that is not done yet."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self, work: Coroutine[None, None, None]) -> asyncio.Task[None]:
        """Have it done; nobody needs to wait."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        log_failure(task, "call.not_written")
        return task

    async def finish(self, within_s: float) -> None:
        """Wait until all of it is done, or for so long."""
        if self._tasks:
            _, undone = await asyncio.wait(self._tasks, timeout=within_s)
            if undone:
                _log.error("call.left_unwritten", count=len(undone))

    async def until_done(self, call_sid: str, work: Callable[[], Awaitable[None]]) -> None:
        """Try until the bus is there."""
        pause_s = _FIRST_PAUSE_S
        while True:
            try:
                await work()
            except BusUnavailable:
                _log.warning("call.waits_for_bus", call_sid=call_sid, pause_s=pause_s)
            else:
                return
            await self._clock.sleep(pause_s)
            pause_s = min(2 * pause_s, _LONGEST_PAUSE_S)
