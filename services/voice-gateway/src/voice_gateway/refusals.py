"""Shell. The callers of this process who do not want to be recorded, until the log has it."""

from __future__ import annotations

from calllock.contracts.events import RecordingRefused
from calllock.runtime.bus import Bus
from calllock.runtime.clock import Clock
from voice_gateway.insisting import Insisting

_FINISHES_S = 5.0
"""How long a process that stops stays for a refusal that is not written: the next stream would record its caller."""


class Refusals:
    """A refusal outlives its stream: the bus may be away for longer."""

    def __init__(self, bus: Bus, clock: Clock) -> None:
        self._bus = bus
        self._insisting = Insisting(clock)
        self._untold: set[str] = set()

    def __contains__(self, call_sid: object) -> bool:
        """Whether this caller has refused, and the log does not say so yet."""
        return call_sid in self._untold

    def tell(self, refused: RecordingRefused) -> None:
        """Write it to the log as soon as the bus takes it."""
        self._untold.add(refused.call_sid)

        async def write() -> None:
            await self._bus.publish(refused)
            self._untold.discard(refused.call_sid)

        self._insisting.start(self._insisting.until_done(refused.call_sid, write))

    async def finish(self) -> None:
        """Wait for what is not in the log yet, as the process stops."""
        await self._insisting.finish(_FINISHES_S)
