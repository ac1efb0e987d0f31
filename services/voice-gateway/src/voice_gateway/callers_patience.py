"""Shell. How long a caller who hears nothing yet waits for the bus: one may be connected, and answer nothing, or no."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog

from calllock.runtime.bus import Bus, BusUnavailable
from calllock.runtime.clock import Clock

OPENING_S = 2.5
"""Until a call's line is held, or until it is known how a call goes on."""
_REMEMBERED_S = 10.0
"""So long after that, callers are not made to find out again; then one of them is."""

_log = structlog.get_logger()


class CallersPatience:
    """That of the callers of one process."""

    def __init__(self, bus: Bus, clock: Clock) -> None:
        self._bus = bus
        self._clock = clock
        self._over_until = 0.0
        self._was_cut_off = False

    @property
    def is_over(self) -> bool:
        """Whether the bus has let a caller wait in vain, or has taken nothing, a moment ago; one that was cut off then
        may be asked as soon as it is connected again."""
        is_back = self._was_cut_off and self._bus.connected
        return not is_back and self._clock.monotonic() < self._over_until

    @asynccontextmanager
    async def waits(self) -> AsyncIterator[None]:
        """What is asked of the bus in here is given up after `OPENING_S`, which raises `BusUnavailable`."""
        try:
            async with asyncio.timeout(OPENING_S):
                yield
        except TimeoutError:
            self._remember(f"no answer within {OPENING_S:g} s")
            raise BusUnavailable(f"no answer within {OPENING_S:g} s") from None
        except BusUnavailable as error:
            if not self.is_over:
                self._remember(str(error))
            raise

    def _remember(self, reason: str) -> None:
        self._over_until = self._clock.monotonic() + _REMEMBERED_S
        self._was_cut_off = not self._bus.connected
        _log.error("bus.takes_nothing", reason=reason)
