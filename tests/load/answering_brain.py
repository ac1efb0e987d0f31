"""Shell. A brain for load: holds any number of calls, and answers every turn at once with two sentences."""

from __future__ import annotations

import asyncio
from contextlib import aclosing

from calllock.contracts.commands import Expected, SpeakPrompt
from calllock.contracts.dataflow import OWNED_CALLS
from calllock.contracts.events import CallEnded, UtteranceHeard
from calllock.runtime.bus import Bus, Lease
from calllock.runtime.clock import SystemClock

GREETING = "Thanks for calling Test Cooling. How can I help you today?"
FIXED = "What's the five digit zip code of the address that needs service?"
_EXPECTS: tuple[Expected, ...] = ("problem", "zip", "confirm", "address")
"""What each answer asks for: what the telephones say next."""


def reply(turn: int) -> tuple[str, str]:
    """A sentence that nobody has rendered before, and one that is the same in every call."""
    return (f"Okay, I have noted answer number {turn}.", FIXED)


class AnsweringBrain:
    """Everything about a call but its conversation."""

    def __init__(self, bus: Bus) -> None:
        self._bus = bus

    async def run(self) -> None:
        """Hold calls until cancelled."""
        async with asyncio.TaskGroup() as held, aclosing(self._bus.consume(OWNED_CALLS)) as calls:
            async for lease in calls:
                held.create_task(self._hold(lease))

    async def _hold(self, lease: Lease) -> None:
        assert lease.logged.message is not None
        call_sid = lease.logged.message.call_sid
        beats = asyncio.create_task(_beat(lease))
        await self._speak(call_sid, 0, (GREETING,))
        async with aclosing(self._bus.follow(call_sid)) as log:
            async for logged in log:
                if isinstance(logged.message, UtteranceHeard):
                    await self._speak(call_sid, logged.message.turn, reply(logged.message.turn))
                if isinstance(logged.message, CallEnded):
                    break
        beats.cancel()
        await lease.ack()

    async def _speak(self, call_sid: str, turn: int, sentences: tuple[str, ...]) -> None:
        prompt = SpeakPrompt(
            event_id=f"{call_sid}:say:{turn}",
            call_sid=call_sid,
            occurred_at=SystemClock().now(),
            prompt=turn + 1,
            turn=turn,
            line="load",
            sentences=sentences,
            expects=_EXPECTS[turn % len(_EXPECTS)],
        )
        await self._bus.publish(prompt)


async def _beat(lease: Lease) -> None:
    while True:
        await asyncio.sleep(1.0)
        await lease.in_progress()
