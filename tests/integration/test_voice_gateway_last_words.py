"""What a caller says right before the line goes: it is in the log before the end of the call."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from calllock.contracts.commands import HangUp
from calllock.contracts.events import CallEnded, LineDropped, LineResumed, PromptPlayed, UtteranceHeard
from calllock.contracts.message import Message
from calllock.runtime.clock import SystemClock
from tests.doubles.memory_bus import MemoryBus
from tests.integration.phone import Phone, spoken
from tests.integration.scripted_brain import brain, messages, until, wait_for
from tests.integration.test_voice_gateway_bus import MovingBus
from tests.integration.voice_gateway_rig import StubEngines, engines, gateway
from voice_gateway import endings
from voice_gateway.line import live_call, patience, waiting
from voice_gateway.speech.ports import Hints
from voice_gateway.webhooks import MOST_RESUMES

GAS = "I smell gas in my kitchen and I am getting out of the house."
LEAVE = {"sentences": ("Leave the house.",), "interruptible": False}


class Doubting(StubEngines):
    """Takes its time to understand, and never believes that the caller has finished."""

    def __init__(self, hears_within_s: float = 0.8) -> None:
        super().__init__()
        self._hears_within_s = hears_within_s

    async def transcribe(self, audio: bytes, hints: Hints) -> str:
        if self._hears_within_s:
            await asyncio.sleep(self._hears_within_s)
        return GAS

    async def finished(self, audio: bytes) -> float:
        return 0.1


async def spoke(phone: Phone, bus: MemoryBus) -> None:
    """The caller says something after the greeting, and has just finished."""
    await phone.call()
    await wait_for(bus, "CA1", PromptPlayed)
    phone.make_noise(1.0)
    await until(lambda: not phone.is_speaking)


async def order(bus: MemoryBus, *kinds: type[Message]) -> list[type[Message]]:
    return [type(entry.message) for entry in await bus.read("CA1") if isinstance(entry.message, kinds)]


@pytest.mark.parametrize(("quiet_s", "hears_within_s"), [(0.05, 0.8), (0.5, 0.8), (1.2, 0.8), (0.05, 0.0)])
async def test_they_are_told_before_the_end_though_the_status_callback_is_faster(
    tmp_path: Path, quiet_s: float, hears_within_s: float
) -> None:
    bus = MemoryBus()
    async with gateway(tmp_path, bus, Doubting(hears_within_s)) as app, brain(bus, []):
        phone = Phone(app.state.url, "CA1")
        await spoke(phone, bus)
        await asyncio.sleep(quiet_s)
        await phone.hang_up()
        await phone.post("status", CallStatus="completed")
        await phone.post("stream-ended", CallStatus="completed")
        await wait_for(bus, "CA1", CallEnded)

    assert await order(bus, UtteranceHeard, CallEnded) == [UtteranceHeard, CallEnded]


@pytest.mark.parametrize("hangs_up", [True, False])
@pytest.mark.parametrize("late_s", [0.3, 1.0])
async def test_they_are_heard_whole_though_their_sound_comes_at_once_with_the_end_right_behind_it(
    tmp_path: Path, late_s: float, hangs_up: bool
) -> None:
    bus = MemoryBus()
    async with gateway(tmp_path, bus, Doubting(0.0)) as app, brain(bus, []):
        phone = Phone(app.state.url, "CA1")
        await phone.call()
        await wait_for(bus, "CA1", PromptPlayed)
        phone.make_noise(1.0)
        await asyncio.sleep(1.0 - late_s)
        await phone.catch_up()
        await (phone.hang_up() if hangs_up else phone.drop())
        await wait_for(bus, "CA1", CallEnded if hangs_up else LineDropped)

    (heard,) = messages(await bus.read("CA1"), UtteranceHeard)
    assert heard.spoken_ms >= 900


async def test_they_are_told_before_the_end_though_another_replica_hears_of_it_first(tmp_path: Path) -> None:
    bus = MemoryBus()
    async with (
        gateway(tmp_path, bus, Doubting()) as app,
        gateway(tmp_path, bus, StubEngines()) as other,
        brain(bus, []),
    ):
        phone = Phone(app.state.url, "CA1")
        await spoke(phone, bus)
        await Phone(other.state.url, "CA1").post("status", CallStatus="completed")
        await phone.hang_up()
        await wait_for(bus, "CA1", CallEnded)

    assert await order(bus, UtteranceHeard, CallEnded) == [UtteranceHeard, CallEnded]


async def test_they_are_told_before_the_drop_when_the_socket_breaks(tmp_path: Path) -> None:
    bus = MemoryBus()
    async with gateway(tmp_path, bus, Doubting()) as app, brain(bus, []):
        phone = Phone(app.state.url, "CA1")
        await spoke(phone, bus)
        await phone.drop()
        await wait_for(bus, "CA1", LineDropped)

    assert await order(bus, UtteranceHeard, LineDropped) == [UtteranceHeard, LineDropped]


async def test_a_gas_leak_is_told_of_by_a_caller_who_hangs_up_at_once(tmp_path: Path) -> None:
    bus = MemoryBus()
    spoken(GAS)
    async with gateway(tmp_path, bus, engines()) as app, brain(bus, []):
        phone = Phone(app.state.url, "CA1")
        await phone.call()
        await wait_for(bus, "CA1", PromptPlayed)
        phone.say(GAS)
        await until(lambda: not phone.is_speaking, limit_s=10)
        await asyncio.sleep(0.2)
        await phone.hang_up()
        await wait_for(bus, "CA1", CallEnded)
        (heard,) = await wait_for(bus, "CA1", UtteranceHeard, limit_s=1.0)

    assert "gas" in heard.text
    assert await order(bus, UtteranceHeard, CallEnded) == [UtteranceHeard, CallEnded]


async def test_they_are_told_before_the_end_though_the_bus_is_away_for_longer_than_the_line_stays(
    tmp_path: Path,
) -> None:
    behind = MemoryBus()
    bus = MovingBus(behind)
    async with gateway(tmp_path, bus, Doubting()) as app, brain(behind, []):
        phone = Phone(app.state.url, "CA1")
        await spoke(phone, behind)
        bus.away = True
        await phone.hang_up()
        await asyncio.sleep(live_call.FLUSH_S + 1.0)
        bus.away = False
        await wait_for(behind, "CA1", CallEnded)

    assert await order(behind, UtteranceHeard, CallEnded) == [UtteranceHeard, CallEnded]


def test_who_is_told_of_an_end_elsewhere_waits_longer_than_the_line_may_take() -> None:
    assert endings.OTHERS_FIRST_S > live_call.FLUSH_S


async def test_what_is_said_after_the_cut_of_a_long_turn_is_told_too_when_the_caller_hangs_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Held(StubEngines):
        """Understands the first part only when it is let go, and the next not at once either."""

        asked = 0
        let_go = asyncio.Event()

        async def transcribe(self, audio: bytes, hints: Hints) -> str:
            self.asked += 1
            part = self.asked
            await self.let_go.wait()
            await asyncio.sleep(0.3 if part > 1 else 0.0)
            return f"part {part}"

    monkeypatch.setattr(patience, "LONGEST_TURN_S", 1.0)
    bus, ears = MemoryBus(), Held()
    async with gateway(tmp_path, bus, ears) as app, brain(bus, []):
        phone = Phone(app.state.url, "CA1")
        await phone.call()
        await wait_for(bus, "CA1", PromptPlayed)
        phone.make_noise(5.0)
        await until(lambda: ears.asked > 0)
        await asyncio.sleep(0.5)
        await phone.hang_up()
        await until(app.state.exchange._live["CA1"].over.done)
        ears.let_go.set()
        await wait_for(bus, "CA1", CallEnded)

    assert [heard.text for heard in messages(await bus.read("CA1"), UtteranceHeard)] == ["part 1", "part 2"]


async def say_goodbye(bus: MemoryBus) -> None:
    """The brain asks for the end after the greeting; it has heard nothing that the caller said after that."""
    now = SystemClock().now()
    await bus.publish(
        HangUp(event_id="e", call_sid="CA1", occurred_at=now, after_prompt=1, turn=0, linger_s=5.0, reason="completed")
    )


@pytest.mark.parametrize("asked", ["where it was held", "elsewhere"])
async def test_a_call_whose_line_breaks_after_the_goodbye_goes_on_if_its_caller_said_more(
    tmp_path: Path, asked: str
) -> None:
    bus = MemoryBus()
    async with (
        gateway(tmp_path, bus, Doubting(0.5)) as app,
        gateway(tmp_path, bus, StubEngines()) as other,
        brain(bus, [LEAVE]),
    ):
        phone = Phone(app.state.url, "CA1")
        await phone.call()
        await wait_for(bus, "CA1", PromptPlayed)
        await say_goodbye(bus)
        phone.make_noise(1.0)
        await until(lambda: not phone.is_speaking)
        await phone.drop()
        told = app if asked == "where it was held" else other
        phone = Phone(told.state.url, "CA1")
        await phone.connect((await phone.post("stream-ended", CallStatus="in-progress")).text)
        assert await order(bus, UtteranceHeard, CallEnded) == [UtteranceHeard]
        await phone.hang_up()


async def test_a_call_whose_line_breaks_for_the_last_time_ends_with_what_its_caller_must_hear(tmp_path: Path) -> None:
    bus = MemoryBus()
    async with gateway(tmp_path, bus, Doubting(0.5)) as app, brain(bus, [LEAVE]):
        phone = Phone(app.state.url, "CA1")
        await phone.call()
        await wait_for(bus, "CA1", PromptPlayed)
        for number in range(1, MOST_RESUMES + 1):
            await phone.drop()
            again = await phone.post("stream-ended", CallStatus="in-progress")
            phone = Phone(app.state.url, "CA1")
            await phone.connect(again.text)
            await wait_for(bus, "CA1", LineResumed, number)
        phone.make_noise(1.0)
        await until(lambda: not phone.is_speaking)
        await phone.drop()
        after = await phone.post("stream-ended", CallStatus="in-progress")

    assert "Leave the house." in after.text
    assert await order(bus, UtteranceHeard, CallEnded) == [UtteranceHeard, CallEnded]


async def test_they_have_a_turn_of_their_own_though_they_are_told_just_as_the_next_stream_opens(tmp_path: Path) -> None:
    class Late(MemoryBus):
        """Stores that a line was resumed only after what the line before it has told."""

        async def publish(self, message: Message, *, expected_last: int | None = None) -> int:
            if isinstance(message, LineResumed):
                await wait_for(self, "CA1", UtteranceHeard)
            return await super().publish(message, expected_last=expected_last)

    bus = Late()
    async with gateway(tmp_path, bus, Doubting(0.5)) as app, brain(bus, []):
        phone = Phone(app.state.url, "CA1")
        await spoke(phone, bus)
        await phone.drop()
        again = await phone.post("stream-ended", CallStatus="in-progress")
        phone = Phone(app.state.url, "CA1")
        await phone.connect(again.text)
        await wait_for(bus, "CA1", LineResumed)
        phone.make_noise(1.0)
        await wait_for(bus, "CA1", UtteranceHeard, 2)
        await phone.hang_up()

    assert [heard.turn for heard in messages(await bus.read("CA1"), UtteranceHeard)] == [1, 2]


async def test_of_who_is_speaking_when_the_line_waits_no_more_the_words_are_told_before_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "LONGEST_SOUND_S", 2.0)
    bus = MemoryBus()
    async with gateway(tmp_path, bus, Doubting(0.2)) as app, brain(bus, []) as scripted:
        phone = Phone(app.state.url, "CA1")
        await phone.call()
        await wait_for(bus, "CA1", PromptPlayed)
        await scripted.hang_up("CA1")
        phone.make_noise(8.0)
        (ended,) = await wait_for(bus, "CA1", CallEnded)
        assert phone.is_speaking
    assert ended.ended_by == "agent"
    assert await order(bus, UtteranceHeard, CallEnded) == [UtteranceHeard, CallEnded]
