"""A bus that is connected and does not answer, as a server does whose disk or whose other servers hang."""

from __future__ import annotations

import asyncio
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
from prometheus_client import REGISTRY

from calllock.contracts.events import CallAnswered, CallEnded, PromptPlayed
from calllock.contracts.message import Message
from calllock.runtime.bus import BusUnavailable, Logged
from calllock.runtime.clock import SystemClock
from tests.doubles.memory_bus import MemoryBus
from tests.integration.phone import BUSINESS_NUMBER, Phone
from tests.integration.scripted_brain import brain, wait_for
from tests.integration.test_voice_gateway_bus import MovingBus
from tests.integration.voice_gateway_rig import StubEngines, gateway
from voice_gateway import callers_patience, own_words
from voice_gateway.webhooks import MOST_MOVES

GIVES_UP_S = 11.0
"""When the real bus does."""


class SilentBus(MemoryBus):
    """Connected throughout; what it does not answer, it may also refuse at once, as a server does whose account is
    full."""

    reads_are_answered = publishing_is_answered = True
    gives_up_s = GIVES_UP_S

    async def read(self, call_sid: str) -> list[Logged]:
        await self._stay_silent(unless=self.reads_are_answered)
        return await super().read(call_sid)

    async def publish(self, message: Message, *, expected_last: int | None = None) -> int:
        await self._stay_silent(unless=self.publishing_is_answered)
        return await super().publish(message, expected_last=expected_last)

    async def _stay_silent(self, *, unless: bool) -> None:
        if not unless:
            await asyncio.sleep(self.gives_up_s)
            raise BusUnavailable("no answer")


def refused_for_want_of_a_bus() -> float:
    return REGISTRY.get_sample_value("calllock_calls_refused_total", {"reason": "no_bus"}) or 0.0


async def moved_on(phone: Phone, route: str) -> str:
    """What a caller is told at last whom nobody else takes."""
    return (await phone.post(f"{route}?moved={MOST_MOVES}", CallStatus="in-progress")).text


@pytest.mark.parametrize("gives_up_s", [GIVES_UP_S, 0.0])
@pytest.mark.parametrize("silent", ["reads", "publishing"])
async def test_a_caller_soon_hears_of_a_bus_that_does_not_answer_and_the_next_does_not_wait_for_it(
    tmp_path: Path, silent: str, gives_up_s: float
) -> None:
    bus, before = SilentBus(), refused_for_want_of_a_bus()
    bus.gives_up_s = gives_up_s
    async with gateway(tmp_path, bus, StubEngines()) as app:
        phone = Phone(app.state.url, "CA1")
        answered = (await phone.dial()).text
        bus.reads_are_answered, bus.publishing_is_answered = silent != "reads", silent != "publishing"
        async with asyncio.timeout(callers_patience.OPENING_S + 1.5):
            await phone.connect(answered)
            await phone.closed.wait()
            elsewhere = await phone.post("stream-ended", CallStatus="in-progress")
            after = await moved_on(phone, "stream-ended")
        assert refused_for_want_of_a_bus() == before + 1
        next_caller = Phone(app.state.url, "CA2")
        sent_on, told = await next_caller.dial(), await moved_on(next_caller, "voice")

    assert phone.socket.close_code == 1011
    assert ET.fromstring(elsewhere.text).findtext("Redirect") == f"{app.state.url}/twilio/stream-ended?moved=1"
    assert ET.fromstring(after).findtext("Say") == own_words.UNAVAILABLE
    assert ET.fromstring(sent_on.text).findtext("Redirect") == f"{app.state.url}/twilio/voice?moved=1"
    assert ET.fromstring(told).findtext("Say") == own_words.UNAVAILABLE
    assert refused_for_want_of_a_bus() == before + 2


async def test_a_bus_that_was_silent_is_tried_again_after_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(callers_patience, "OPENING_S", 0.1)
    monkeypatch.setattr(callers_patience, "_REMEMBERED_S", 0.3)
    bus = SilentBus()
    bus.reads_are_answered = False
    async with gateway(tmp_path, bus, StubEngines()) as app:
        first = Phone(app.state.url, "CA1")
        await first.call()
        await first.closed.wait()
        bus.reads_are_answered = True
        await asyncio.sleep(0.4)
        second = Phone(app.state.url, "CA2")
        await second.call()
        await wait_for(bus, "CA2", CallAnswered)
        await second.hang_up()


async def test_a_call_that_goes_on_is_not_dropped_where_the_bus_was_silent_a_moment_ago(tmp_path: Path) -> None:
    behind = MemoryBus()
    bus = MovingBus(behind)
    for folder in ("there", "here"):
        (tmp_path / folder).mkdir()
    async with (
        gateway(tmp_path / "here", bus, StubEngines()) as here,
        gateway(tmp_path / "there", behind, StubEngines()) as there,
        brain(behind, []),
    ):
        held_there = Phone(there.state.url, "CA1")
        await held_there.call()
        await wait_for(behind, "CA1", PromptPlayed)
        bus.away = True
        finds_out = Phone(here.state.url, "CA2")
        await finds_out.call()
        await finds_out.closed.wait()
        bus.away = False
        await held_there.drop()
        sent_on = (await Phone(here.state.url, "CA1").post("stream-ended?offered=1", CallStatus="in-progress")).text
        taken = (await held_there.post("stream-ended?offered=1&moved=1", CallStatus="in-progress")).text

    assert ET.fromstring(sent_on).findtext("Redirect") == f"{here.state.url}/twilio/stream-ended?offered=1&moved=1"
    assert "<Stream" in taken


@pytest.mark.parametrize("route", ["stream-ended", "dial-ended"])
async def test_a_call_in_progress_that_is_given_up_for_want_of_a_bus_is_lost_by_the_line_and_not_by_its_caller(
    tmp_path: Path, route: str
) -> None:
    behind = MemoryBus()
    bus = MovingBus(behind)
    about: dict[str, Any] = {"call_sid": "CA1", "occurred_at": SystemClock().now()}
    await behind.publish(
        CallAnswered(event_id="a", business="test-cooling", from_number=None, to_number=BUSINESS_NUMBER, **about)
    )
    async with gateway(tmp_path, bus, StubEngines()) as app:
        bus.away = True
        phone = Phone(app.state.url, "CA1")
        told = await moved_on(phone, route)
        await phone.post("status", CallStatus="completed")
        bus.away = False
        (ended,) = await wait_for(behind, "CA1", CallEnded)

    assert ET.fromstring(told).findtext("Say") == own_words.UNAVAILABLE
    assert (ended.ended_by, ended.detail) == ("line_lost", "no bus")


@pytest.mark.parametrize("route", ["stream-ended", "dial-ended"])
async def test_a_call_in_progress_waits_for_a_bus_that_does_not_answer_as_long_as_a_new_caller_and_is_sent_on(
    tmp_path: Path, route: str
) -> None:
    bus = SilentBus()
    async with gateway(tmp_path, bus, StubEngines()) as app:
        bus.reads_are_answered = False
        async with asyncio.timeout(callers_patience.OPENING_S + 1.5):
            first = (await Phone(app.state.url, "CA1").post(route, CallStatus="in-progress")).text
            next_one = (await Phone(app.state.url, "CA2").post(route, CallStatus="in-progress")).text
        assert app.state.exchange.unfit == "no_bus"
        bus.reads_are_answered = True
    for twiml in (first, next_one):
        assert ET.fromstring(twiml).findtext("Redirect") == f"{app.state.url}/twilio/{route}?moved=1"


async def test_a_bus_that_was_cut_off_is_asked_again_as_soon_as_it_is_connected(tmp_path: Path) -> None:
    bus = MovingBus(MemoryBus())
    async with gateway(tmp_path, bus, StubEngines()) as app:
        phone = Phone(app.state.url, "CA1")
        bus.away = bus.lost = True
        sent_on = (await phone.post("stream-ended", CallStatus="in-progress")).text
        assert app.state.exchange.sends_on
        bus.away = bus.lost = False
        back = (await phone.post("stream-ended?moved=1", CallStatus="in-progress")).text
    assert ET.fromstring(sent_on).findtext("Redirect") == f"{app.state.url}/twilio/stream-ended?moved=1"
    assert "<Stream" in back
