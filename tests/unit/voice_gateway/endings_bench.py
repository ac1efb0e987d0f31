"""A process's ends of calls, on a bus that comes and goes, by a clock that is turned by hand."""

from __future__ import annotations

from typing import Any

from calllock.contracts.events import CallAnswered, LineResumed
from calllock.contracts.message import Message
from calllock.runtime.bus import BusUnavailable, Logged
from tests.doubles.memory_bus import MemoryBus
from tests.doubles.turned_clock import TurnedByHand
from voice_gateway.endings import Endings
from voice_gateway.line.outbox import Outbox


class MovingBus(MemoryBus):
    away = False
    asked = 0

    async def publish(self, message: Message, *, expected_last: int | None = None) -> int:
        self._refuse_if_away()
        return await super().publish(message, expected_last=expected_last)

    async def read(self, call_sid: str) -> list[Logged]:
        self._refuse_if_away()
        return await super().read(call_sid)

    def _refuse_if_away(self) -> None:
        self.asked += 1
        if self.away:
            raise BusUnavailable("away")


class Bench:
    def __init__(self) -> None:
        self.clock = TurnedByHand()
        self.bus = MovingBus(self.clock)
        self.endings = Endings(self.bus, self.clock)
        self.is_held = False

    async def answered(self) -> None:
        await self.bus.publish(
            CallAnswered(**self._stamp("answered"), business="b", from_number=None, to_number="+15125550100")
        )

    def told_by_a_line(self) -> Outbox:
        outbox = Outbox(self.bus, self.clock, "CA1", opened_at=1)
        self.endings.begin(outbox)
        return outbox

    async def drops(self, streams: int = 0) -> None:
        self.endings.drop("CA1", streams, "disconnected", lambda: self.is_held)
        await self.clock.turn(0.0)

    async def resumes(self) -> None:
        await self.bus.publish(LineResumed(**self._stamp("resumed:1")))

    async def passes(self, seconds: int) -> None:
        for _ in range(seconds):
            await self.clock.turn(1.0)

    async def log(self, kind: type[Message]) -> list[Any]:
        return [entry.message for entry in await self.bus.read("CA1") if isinstance(entry.message, kind)]

    def _stamp(self, name: str) -> dict[str, Any]:
        return {"event_id": f"CA1:{name}", "call_sid": "CA1", "occurred_at": self.clock.now()}
