"""The facts of a line on their way to a log that cannot always be written."""

from __future__ import annotations

import asyncio
from typing import Any

from structlog.testing import capture_logs

from calllock.contracts.events import KeyPressed, LineResumed, RecordingBegun, RecordingRefused
from calllock.contracts.message import Message
from calllock.runtime.bus import BusUnavailable
from tests.doubles.memory_bus import MemoryBus
from tests.doubles.turned_clock import TurnedByHand
from voice_gateway.line.outbox import Outbox


class Choosy(MemoryBus):
    """Takes no fact that it has a fault for."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: dict[str, Exception] = {}

    async def publish(self, message: Message, *, expected_last: int | None = None) -> int:
        await asyncio.sleep(0)
        if message.event_id in self.faults:
            raise self.faults[message.event_id]
        return await super().publish(message, expected_last=expected_last)


def key(number: int) -> KeyPressed:
    at = TurnedByHand().now()
    return KeyPressed(event_id=f"CA1:key:{number}", call_sid="CA1", occurred_at=at, key=str(number))


def filled(bus: MemoryBus, clock: TurnedByHand) -> Outbox:
    outbox = Outbox(bus, clock, "CA1", opened_at=1)
    for number in (1, 2, 3):
        outbox.put(key(number))
    return outbox


async def keys(bus: MemoryBus) -> list[str]:
    return [one.message.key for one in await bus.read("CA1") if isinstance(one.message, KeyPressed)]


async def test_the_fact_that_is_being_published_when_the_line_is_given_up_is_not_lost() -> None:
    bus, clock = Choosy(), TurnedByHand()
    bus.faults["CA1:key:2"] = BusUnavailable("away")
    outbox = filled(bus, clock)
    running = asyncio.create_task(outbox.run())
    await clock.turn(1.0)
    assert len(outbox) == 2
    running.cancel()
    bus.faults.clear()
    await outbox.deliver()
    assert await keys(bus) == ["1", "2", "3"]
    await outbox.emptied()


async def test_two_who_deliver_at_once_write_each_fact_once_and_in_order() -> None:
    bus, clock = Choosy(), TurnedByHand()
    outbox = filled(bus, clock)
    await asyncio.gather(outbox.deliver(), outbox.deliver())
    assert await keys(bus) == ["1", "2", "3"]


async def test_a_fact_that_no_bus_takes_keeps_back_none_after_it() -> None:
    bus, clock = Choosy(), TurnedByHand()
    bus.faults["CA1:key:2"] = ValueError("the caller's words are too long")
    with capture_logs() as logs:
        await filled(bus, clock).deliver()
    assert await keys(bus) == ["1", "3"]
    (log,) = logs
    assert (log["kind"], log["error"]) == ("KeyPressed", "ValueError")


async def test_a_line_that_was_replaced_tells_no_more_though_it_is_not_over_yet() -> None:
    bus, clock = MemoryBus(), TurnedByHand()
    outbox = filled(bus, clock)
    await outbox.deliver()
    about: dict[str, Any] = {"call_sid": "CA1", "occurred_at": clock.now()}
    await bus.publish(LineResumed(event_id="CA1:resumed:1", **about))
    outbox.put(key(4))
    outbox.put(RecordingBegun(event_id="CA1:recording:1", file="CA1-1.wav", **about))
    await outbox.deliver()
    outbox.put(key(5))
    await outbox.deliver()
    assert await keys(bus) == ["1", "2", "3"]
    assert isinstance((await bus.read("CA1"))[-1].message, RecordingBegun)


async def test_what_others_write_of_a_line_keeps_back_nothing_that_it_tells() -> None:
    bus, clock = MemoryBus(), TurnedByHand()
    outbox = filled(bus, clock)
    about: dict[str, Any] = {"call_sid": "CA1", "occurred_at": clock.now()}
    await bus.publish(RecordingRefused(event_id="CA1:recording-refused", **about))
    await outbox.deliver()
    assert await keys(bus) == ["1", "2", "3"]


async def test_a_line_that_goes_on_with_a_call_tells_its_facts_after_those_before_it() -> None:
    bus, clock = MemoryBus(), TurnedByHand()
    await filled(bus, clock).deliver()
    opened_at = await bus.publish(LineResumed(event_id="CA1:resumed:1", call_sid="CA1", occurred_at=clock.now()))
    outbox = Outbox(bus, clock, "CA1", opened_at, last=opened_at)
    outbox.put(key(4))
    await outbox.deliver()
    assert await keys(bus) == ["1", "2", "3", "4"]
