"""A brain that follows a script, and what a test waits for in a call's log."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing, asynccontextmanager
from typing import Any

from calllock.contracts.commands import HangUp, SpeakPrompt, Transfer
from calllock.contracts.dataflow import OWNED_CALLS
from calllock.contracts.events import CallEnded, UtteranceHeard
from calllock.contracts.message import Message
from calllock.runtime.bus import Bus, Logged
from calllock.runtime.clock import SystemClock
from tests.doubles.memory_bus import MemoryBus

GREETING = "Thanks for calling Test Cooling. How can I help you today?"


class ScriptedBrain:
    """Greets, gives to each turn the next answer, and hangs up after the last one."""

    def __init__(self, bus: Bus, answers: list[dict[str, Any]], greeting: dict[str, Any] | None = None) -> None:
        self._bus = bus
        self._answers = deque(answers)
        self._greeting = greeting or {"sentences": (GREETING,), "expects": "open"}
        self._prompts = 0
        self.turns: list[UtteranceHeard] = []
        self.log: list[Message] = []

    async def run(self) -> None:
        async with aclosing(self._bus.consume(OWNED_CALLS)) as calls:
            async for lease in calls:
                assert lease.logged.message is not None
                await self._hold(lease.logged.message.call_sid)
                await lease.ack()

    async def _hold(self, call_sid: str) -> None:
        await self.speak(call_sid, 0, self._greeting)
        async with aclosing(self._bus.follow(call_sid)) as log:
            async for logged in log:
                message = logged.message
                assert message is not None
                self.log.append(message)
                if isinstance(message, UtteranceHeard):
                    self.turns.append(message)
                    if self._answers:
                        await self.speak(call_sid, message.turn, self._answers.popleft())
                        if not self._answers:
                            await self.hang_up(call_sid)
                if isinstance(message, CallEnded):
                    return

    async def speak(self, call_sid: str, turn: int, row: dict[str, Any]) -> None:
        self._prompts += 1
        prompt = SpeakPrompt(
            event_id=f"{call_sid}:say:{self._prompts}",
            call_sid=call_sid,
            occurred_at=SystemClock().now(),
            prompt=self._prompts,
            turn=turn,
            line="test",
            **row,
        )
        await self._bus.publish(prompt)

    async def transfer(self, call_sid: str, to_number: str) -> None:
        transfer = Transfer(
            event_id=f"{call_sid}:transfer",
            call_sid=call_sid,
            occurred_at=SystemClock().now(),
            after_prompt=self._prompts,
            to_number=to_number,
            reason="asked for a person",
        )
        await self._bus.publish(transfer)

    async def hang_up(self, call_sid: str) -> None:
        end = HangUp(
            event_id=f"{call_sid}:end",
            call_sid=call_sid,
            occurred_at=SystemClock().now(),
            after_prompt=self._prompts,
            linger_s=0.3,
            reason="completed",
        )
        await self._bus.publish(end)


@asynccontextmanager
async def brain(bus: MemoryBus, answers: list[dict[str, Any]], **options: Any) -> AsyncIterator[ScriptedBrain]:
    scripted = ScriptedBrain(bus, answers, **options)
    running = asyncio.create_task(scripted.run())
    try:
        yield scripted
    finally:
        running.cancel()
        await asyncio.wait([running])


async def wait_for(bus: Bus, call_sid: str, kind: type[Message], count: int = 1, limit_s: float = 20.0) -> list[Any]:
    """The first `count` messages of a kind in the call's log."""
    found: list[Any] = []
    async with asyncio.timeout(limit_s), aclosing(bus.follow(call_sid)) as log:
        async for logged in log:
            if isinstance(logged.message, kind):
                found.append(logged.message)
                if len(found) == count:
                    return found
    raise AssertionError("the log ended")


async def until(condition: Callable[[], bool], limit_s: float = 5.0) -> None:
    """Wait for what nobody announces."""
    async with asyncio.timeout(limit_s):
        while not condition():  # noqa: ASYNC110 - nobody announces it
            await asyncio.sleep(0.02)


def messages(log: list[Logged], kind: type[Message]) -> list[Any]:
    return [entry.message for entry in log if isinstance(entry.message, kind)]
