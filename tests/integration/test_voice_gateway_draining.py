"""A process that is told to stop while a call is opening on it."""

from __future__ import annotations

import asyncio
from pathlib import Path

from calllock.contracts.events import CallAnswered, LineDropped, LineResumed, PromptPlayed
from calllock.contracts.message import Message
from calllock.runtime.bus import Logged
from tests.doubles.memory_bus import MemoryBus
from tests.integration.phone import Phone
from tests.integration.scripted_brain import brain, messages, until, wait_for
from tests.integration.voice_gateway_rig import StubEngines, gateway
from voice_gateway.call_log import HANDED_OVER
from voice_gateway.speech.ports import Hints
from voice_gateway.webhooks import MOST_RESUMES


class HeldBackBus(MemoryBus):
    """Answers nothing until it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.reads, self.publishes = asyncio.Event(), asyncio.Event()
        self.publishes.set()
        self.asked = 0

    async def read(self, call_sid: str) -> list[Logged]:
        self.asked += 1
        await self.reads.wait()
        return await super().read(call_sid)

    async def publish(self, message: Message, *, expected_last: int | None = None) -> int:
        self.asked += 1
        await self.publishes.wait()
        return await super().publish(message, expected_last=expected_last)


async def test_a_call_that_opens_while_the_process_begins_to_drain_goes_elsewhere_unwritten(tmp_path: Path) -> None:
    bus = HeldBackBus()
    async with gateway(tmp_path, bus, StubEngines()) as app:
        phone = Phone(app.state.url, "CA1")
        await phone.call()
        await until(lambda: bus.asked > 0)
        draining = asyncio.create_task(app.state.exchange.drain(5.0))
        await asyncio.sleep(0.2)
        assert not draining.done()
        bus.reads.set()
        await phone.closed.wait()
        await draining

    assert phone.socket.close_code == 1013
    assert await bus.read("CA1") == []


async def test_a_call_that_is_written_while_the_process_drains_is_handed_over_like_the_others(tmp_path: Path) -> None:
    bus = HeldBackBus()
    bus.reads.set()
    bus.publishes.clear()
    async with gateway(tmp_path, bus, StubEngines()) as app:
        phone = Phone(app.state.url, "CA1")
        await phone.call()
        await until(lambda: bus.asked > 1)
        draining = asyncio.create_task(app.state.exchange.drain(0.1))
        await asyncio.sleep(0.3)
        assert not draining.done()
        bus.publishes.set()
        await draining
        await phone.closed.wait()
        assert app.state.exchange.live_calls == 0
        app.state.exchange.call_is_over("CA1")
        assert len(messages(await bus.read("CA1"), CallAnswered)) == 1


async def test_a_call_may_be_handed_over_more_often_than_its_line_may_break(tmp_path: Path) -> None:
    bus = MemoryBus()
    async with gateway(tmp_path, bus, StubEngines()) as app, brain(bus, []):
        twiml = (await Phone(app.state.url, "CA1").dial()).text
        for number in range(MOST_RESUMES + 2):
            phone = Phone(app.state.url, "CA1")
            await phone.connect(twiml)
            await wait_for(bus, "CA1", LineResumed if number else CallAnswered, number or 1)
            await app.state.exchange.drain(0.0)
            await wait_for(bus, "CA1", LineDropped, number + 1)
            app.state.exchange.draining = False  # this one is the next process now
            twiml = (await phone.post("stream-ended", CallStatus="in-progress")).text
            assert "<Stream" in twiml
        assert {dropped.reason for dropped in messages(await bus.read("CA1"), LineDropped)} == {HANDED_OVER}


async def test_a_caller_who_is_speaking_is_handed_over_though_the_recognizer_hangs(tmp_path: Path) -> None:
    class Hanging(StubEngines):
        asked = 0

        async def transcribe(self, audio: bytes, hints: Hints) -> str:
            self.asked += 1
            await asyncio.Event().wait()
            return ""

    bus, ears = MemoryBus(), Hanging()
    async with gateway(tmp_path, bus, ears) as app, brain(bus, []):
        phone = Phone(app.state.url, "CA1")
        await phone.call()
        await wait_for(bus, "CA1", PromptPlayed)
        phone.make_noise(0.5)
        await until(lambda: ears.asked > 0)
        await app.state.exchange.drain(0.0)
        assert app.state.exchange.live_calls == 0
