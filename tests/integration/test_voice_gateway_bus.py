"""A bus that is away, for a moment or for good."""

from __future__ import annotations

import asyncio
import xml.etree.ElementTree as ET
from collections.abc import AsyncGenerator, Sequence
from pathlib import Path
from typing import Literal

import pytest

from calllock.contracts.events import CallAnswered, CallEnded, LineDropped, LineResumed, PromptPlayed, UtteranceHeard
from calllock.contracts.message import Message
from calllock.runtime.bus import BusUnavailable, Logged
from calllock.runtime.clock import SystemClock
from tests.doubles.memory_bus import MemoryBus
from tests.integration.phone import BUSINESS_NUMBER, Phone
from tests.integration.scripted_brain import brain, messages, until, wait_for
from tests.integration.test_voice_gateway_endings import CALL_911, TOKEN, account, engines_without_911
from tests.integration.voice_gateway_rig import StubEngines, gateway, twilio_api
from voice_gateway import endings, own_words
from voice_gateway.webhooks import MOST_MOVES


class MovingBus(MemoryBus):
    """A bus that the gateway can lose; the test and the brain use the log behind it."""

    def __init__(self, behind: MemoryBus) -> None:
        super().__init__()
        self._behind = behind
        self.away = False
        self.lost = False
        """Away, and known to be."""
        self.refused = 0

    @property
    def connected(self) -> bool:
        return not self.lost

    async def publish(self, message: Message, *, expected_last: int | None = None) -> int:
        self._refuse_if_away()
        return await self._behind.publish(message, expected_last=expected_last)

    async def read(self, call_sid: str) -> list[Logged]:
        self._refuse_if_away()
        return await self._behind.read(call_sid)

    def follow(
        self, call_sid: str, channels: Sequence[str] = (), *, start: Literal["first", "next"] = "first"
    ) -> AsyncGenerator[Logged, None]:
        return self._behind.follow(call_sid, channels, start=start)

    def _refuse_if_away(self) -> None:
        if self.away:
            self.refused += 1
            raise BusUnavailable("away")


async def test_a_bus_that_is_away_for_a_moment_loses_nothing(tmp_path: Path) -> None:
    behind = MemoryBus()
    bus = MovingBus(behind)
    async with gateway(tmp_path, bus, StubEngines()) as app, brain(behind, []):
        phone = Phone(app.state.url, "CA1")
        await phone.call()
        await wait_for(behind, "CA1", CallAnswered)
        await phone.sounds()
        bus.away = True
        await bus_was_asked(bus)
        bus.away = False
        await wait_for(behind, "CA1", PromptPlayed)
        bus.away = True
        await phone.hang_up()
        await bus_was_asked(bus)
        bus.away = False
        await wait_for(behind, "CA1", CallEnded)
        log = await behind.read("CA1")

    assert len(messages(log, PromptPlayed)) == 1
    assert len(messages(log, CallEnded)) == 1


async def test_a_call_that_cannot_be_written_down_gets_an_apology(tmp_path: Path) -> None:
    bus = MovingBus(MemoryBus())
    bus.away = True
    async with gateway(tmp_path, bus, StubEngines()) as app:
        phone = Phone(app.state.url, "CA1")
        await phone.call()
        await phone.closed.wait()
        after = await phone.post(f"stream-ended?moved={MOST_MOVES}", CallStatus="in-progress")

    assert phone.socket.close_code == 1011
    assert ET.fromstring(after.text).findtext("Say") == own_words.UNAVAILABLE


async def test_a_call_that_comes_while_the_bus_is_lost_is_sent_on_and_then_told_so_without_a_stream(
    tmp_path: Path,
) -> None:
    bus = MovingBus(MemoryBus())
    async with gateway(tmp_path, bus, StubEngines()) as app:
        phone = Phone(app.state.url, "CA1")
        bus.lost = True
        asked = await phone.dial()
        last = await phone.post(f"voice?moved={MOST_MOVES}")
        bus.lost = False
        back = await phone.post("voice?moved=1")

    assert ET.fromstring(asked.text).findtext("Redirect") == f"{app.state.url}/twilio/voice?moved=1"
    assert ET.fromstring(last.text).findtext("Say") == own_words.UNAVAILABLE
    assert "<Stream" in back.text


async def test_a_call_that_goes_on_is_not_sent_on_once_the_bus_was_waited_for(tmp_path: Path) -> None:
    bus = MovingBus(MemoryBus())
    async with gateway(tmp_path, bus, StubEngines()) as app:
        bus.lost = True
        after = await Phone(app.state.url, "CA1").post("stream-ended", CallStatus="in-progress")

    assert "<Stream" in after.text


async def bus_was_asked(bus: MovingBus) -> None:
    """Wait until the gateway has noticed that the bus is away."""
    before = bus.refused
    await until(lambda: bus.refused > before)


async def test_a_line_that_breaks_while_the_bus_is_away_is_lost_once_it_is_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(endings, "RESUME_S", 0.1)
    behind = MemoryBus()
    bus = MovingBus(behind)
    async with gateway(tmp_path, bus, StubEngines()) as app, brain(behind, []):
        phone = Phone(app.state.url, "CA1")
        await phone.call()
        await wait_for(behind, "CA1", PromptPlayed)
        bus.away = True
        await phone.drop()
        await until(lambda: app.state.exchange.live_calls == 0)
        await bus_was_asked(bus)
        bus.away = False
        (ended,) = await wait_for(behind, "CA1", CallEnded)
        log = await behind.read("CA1")

    assert ended.ended_by == "line_lost"
    assert len(messages(log, LineDropped)) == 1


class AwayAfterTheLastPrompt(MovingBus):
    """Lost once the goodbye was heard."""

    async def publish(self, message: Message, *, expected_last: int | None = None) -> int:
        sequence = await super().publish(message, expected_last=expected_last)
        self.away = self.away or (isinstance(message, PromptPlayed) and message.prompt == 2)
        return sequence


@pytest.mark.parametrize("ends_with", ["say", "hang_up"])
async def test_the_end_of_a_call_does_not_wait_for_a_bus_that_is_away_and_is_written_later(
    tmp_path: Path, ends_with: str
) -> None:
    behind = MemoryBus()
    bus = AwayAfterTheLastPrompt(behind)
    engines = engines_without_911() if ends_with == "say" else StubEngines()
    async with (
        twilio_api() as (api_url, changed),
        gateway(tmp_path, bus, engines, **account(api_url)) as app,
        brain(behind, []) as scripted,
    ):
        phone = Phone(app.state.url, "CA1", TOKEN)
        await phone.call()
        await wait_for(behind, "CA1", PromptPlayed)
        await scripted.speak("CA1", 0, {"sentences": ("Leave now.", CALL_911), "interruptible": False})
        await scripted.hang_up("CA1")
        await until(lambda: bool(changed))
        app.state.exchange.call_is_over("CA1")
        assert bus.away
        bus.away = False
        (ended,) = await wait_for(behind, "CA1", CallEnded)

    assert ("Status" in changed[0][1]) is (ends_with == "hang_up")
    assert ended.ended_by == "agent"


async def test_a_line_that_a_stopping_process_drops_is_told_of_though_the_bus_is_slow(tmp_path: Path) -> None:
    class SlowBus(MemoryBus):
        slow = False

        async def read(self, call_sid: str) -> list[Logged]:
            await asyncio.sleep(3.0 if self.slow else 0.0)
            return await super().read(call_sid)

    bus = SlowBus()
    async with gateway(tmp_path, bus, StubEngines()) as app, brain(bus, []):
        phone = Phone(app.state.url, "CA1")
        await phone.call()
        await wait_for(bus, "CA1", CallAnswered)
        await phone.sounds()
        bus.slow = True

    bus.slow = False
    assert len(messages(await bus.read("CA1"), LineDropped)) == 1


async def test_a_call_that_is_over_is_ended_though_the_bus_was_away_when_its_stream_ended_elsewhere(
    tmp_path: Path,
) -> None:
    behind = MemoryBus()
    bus = MovingBus(behind)
    answered = CallAnswered(
        event_id="CA1:answered",
        call_sid="CA1",
        occurred_at=SystemClock().now(),
        business="test-cooling",
        from_number=None,
        to_number=BUSINESS_NUMBER,
    )
    await behind.publish(answered)
    async with gateway(tmp_path, bus, StubEngines()) as app:
        bus.away = True
        assert "<Hangup/>" in (await Phone(app.state.url, "CA1").post("stream-ended", CallStatus="completed")).text
        bus.away = False
        await wait_for(behind, "CA1", CallEnded)


class SlowToOpen(MovingBus):
    """Takes a while for the fact that a line is opened, when it is told to."""

    slow_s = 0.0
    opening = 0

    async def publish(self, message: Message, *, expected_last: int | None = None) -> int:
        if isinstance(message, CallAnswered | LineResumed) and self.slow_s:
            self.opening += 1
            await asyncio.sleep(self.slow_s)
        return await super().publish(message, expected_last=expected_last)


@pytest.mark.parametrize("is_resumed", [False, True])
async def test_of_two_streams_that_open_at_once_one_holds_the_line_and_the_other_does_not_end_the_call(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_resumed: bool
) -> None:
    monkeypatch.setattr(endings, "RESUME_S", 0.5)
    behind = MemoryBus()
    slow = SlowToOpen(behind)
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
    async with (
        gateway(tmp_path / "a", slow, StubEngines(), twilio_auth_token=TOKEN) as a,
        gateway(tmp_path / "b", behind, StubEngines(), twilio_auth_token=TOKEN) as b,
        brain(behind, [{"sentences": ("I see.",)}] * 3),
    ):
        first, last = Phone(a.state.url, "CA1", TOKEN), Phone(b.state.url, "CA1", TOKEN)
        if is_resumed:
            await first.call()
            await wait_for(behind, "CA1", PromptPlayed)
            await first.drop()
        slow.slow_s = 1.0
        await first.call()
        await until(lambda: slow.opening > 0)
        await first.drop()
        await last.connect((await last.post("stream-ended", CallStatus="in-progress")).text)
        await until(lambda: b.state.exchange.live_calls == 1)
        await until(lambda: a.state.exchange.live_calls == 0 and not a.state.exchange._opening)
        await asyncio.sleep(1.0)
        assert not last.closed.is_set()
        last.make_noise(1.0)
        await wait_for(behind, "CA1", UtteranceHeard)
        assert messages(await behind.read("CA1"), CallEnded) == []
        await last.hang_up()
        (ended,) = await wait_for(behind, "CA1", CallEnded)

    assert ended.ended_by == "caller"
