"""When a conversation by text ends whose caller says something while the end is being decided."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from calllock.contracts import commands, events
from calllock.runtime.clock import SystemClock
from post_call_worker.console.text_lines import TextLines
from tests.doubles.memory_bus import MemoryBus
from tests.integration.voice_gateway_rig import profile


class Talk:
    """One conversation, with a brain that a test plays."""

    def __init__(self, bus: MemoryBus, lines: TextLines, call_sid: str) -> None:
        self.bus, self.lines, self.call_sid = bus, lines, call_sid
        self._about: dict[str, Any] = {"call_sid": call_sid, "occurred_at": SystemClock().now()}

    async def speak(self, prompt: int, turn: int, words: str) -> None:
        about = {**self._about, "event_id": f"p{prompt}", "line": "x"}
        await self.bus.publish(commands.SpeakPrompt(**about, prompt=prompt, turn=turn, sentences=(words,)))
        await self.settle()

    async def end(self, turn: int | None, how: str) -> None:
        about = {**self._about, "event_id": f"end:{turn}", "after_prompt": 2, "turn": turn, "reason": "done"}
        transfer = commands.Transfer(**about, to_number="+15125550180")
        await self.bus.publish(transfer if how == "transfer" else commands.HangUp(**about))
        await self.settle()

    async def ignore(self) -> None:
        heard = [entry.message for entry in await self.bus.read(self.call_sid)]
        last = [message for message in heard if isinstance(message, events.UtteranceHeard)][-1]
        about = {**self._about, "event_id": "ignored"}
        await self.bus.publish(events.EventIgnored(**about, ignored_id=last.event_id, rule="thanks"))
        await self.settle()

    async def settle(self) -> None:
        for _ in range(200):
            await asyncio.sleep(0)

    async def ended_by(self) -> list[str]:
        log = await self.bus.read(self.call_sid)
        return [entry.message.ended_by for entry in log if isinstance(entry.message, events.CallEnded)]


@asynccontextmanager
async def two_turns() -> AsyncIterator[Talk]:
    """The brain answers the first of the caller's turns when the second is in the log."""
    bus = MemoryBus()
    lines = TextLines(bus, SystemClock())
    running = asyncio.create_task(lines.run())
    talk = Talk(bus, lines, await lines.begin(profile(), None))
    try:
        await talk.speak(1, 0, "How can I help?")
        await lines.say(talk.call_sid, "no thanks, wrong number")
        await lines.say(talk.call_sid, "wait, I smell gas")
        await talk.speak(2, 1, "Goodbye.")
        yield talk
    finally:
        running.cancel()
        await asyncio.wait([running])


@pytest.mark.parametrize("how", ["agent", "transfer"])
async def test_an_end_that_answers_an_earlier_turn_waits_for_the_answer_to_the_latest(how: str) -> None:
    async with two_turns() as talk:
        await talk.end(1, how)
        assert await talk.ended_by() == []
        await talk.speak(3, 2, "Leave the house and call 911.")
        assert await talk.ended_by() == []
        await talk.end(2, how)
        assert await talk.ended_by() == [how]


@pytest.mark.parametrize("how", ["agent", "transfer"])
async def test_it_comes_when_the_latest_is_ignored(how: str) -> None:
    async with two_turns() as talk:
        await talk.end(1, how)
        await talk.ignore()
        assert await talk.ended_by() == [how]


async def test_an_end_that_an_older_brain_asks_for_says_of_no_turn_and_comes() -> None:
    async with two_turns() as talk:
        await talk.end(None, "agent")
        assert await talk.ended_by() == ["agent"]


async def test_a_turn_that_is_ignored_ends_nothing_that_was_not_to_end() -> None:
    async with two_turns() as talk:
        await talk.ignore()
        assert await talk.ended_by() == []
