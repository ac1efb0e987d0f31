"""Shell. The callers of this process who do not want to be recorded, until that is deleted and the log has it."""

from __future__ import annotations

from calllock.contracts.events import RecordingRefused
from calllock.runtime.bus import Bus
from calllock.runtime.clock import Clock
from voice_gateway.insisting import Insisting
from voice_gateway.recording import Recorder

_FINISHES_S = 5.0
"""How long a process that stops stays for a refusal that is not written: the next stream would record its caller."""


class Refusals:
    """A refusal outlives its stream: the bus may be away for longer."""

    def __init__(self, bus: Bus, clock: Clock, recorder: Recorder | None = None) -> None:
        self._bus = bus
        self._recorder = recorder
        self._insisting = Insisting(clock)
        self._untold: set[str] = set()

    def __contains__(self, call_sid: object) -> bool:
        """Whether this caller has refused, and the log does not say so yet."""
        return call_sid in self._untold

    def tell(self, refused: RecordingRefused) -> None:
        """Delete what was recorded, then write it to the log as soon as the bus takes it."""
        self._untold.add(refused.call_sid)

        async def write() -> None:
            await self._bus.publish(refused)
            self._untold.discard(refused.call_sid)

        async def delete_and_write() -> None:
            if self._recorder is not None:
                await self._recorder.delete(refused.call_sid)
            await self._insisting.until_done(refused.call_sid, write)

        self._insisting.start(delete_and_write())

    async def finish(self) -> None:
        """Wait for what is not in the log yet, as the process stops."""
        await self._insisting.finish(_FINISHES_S)
