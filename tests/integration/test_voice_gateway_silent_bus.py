"""A bus that is connected and does not answer, as a server does whose disk or whose other servers hang."""

from __future__ import annotations

import asyncio
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from prometheus_client import REGISTRY

from calllock.contracts.events import CallAnswered
from calllock.contracts.message import Message
from calllock.runtime.bus import BusUnavailable, Logged
from tests.doubles.memory_bus import MemoryBus
from tests.integration.phone import Phone
from tests.integration.scripted_brain import wait_for
from tests.integration.voice_gateway_rig import StubEngines, gateway
from voice_gateway import callers_patience, own_words
from voice_gateway.webhooks import MOST_MOVES

GIVES_UP_S = 11.0
"""When the real bus does."""


class SilentBus(MemoryBus):
    """Connected throughout."""

    reads_are_answered = publishing_is_answered = True

    async def read(self, call_sid: str) -> list[Logged]:
        await self._stay_silent(unless=self.reads_are_answered)
        return await super().read(call_sid)

    async def publish(self, message: Message, *, expected_last: int | None = None) -> int:
        await self._stay_silent(unless=self.publishing_is_answered)
        return await super().publish(message, expected_last=expected_last)

    async def _stay_silent(self, *, unless: bool) -> None:
        if not unless:
            await asyncio.sleep(GIVES_UP_S)
            raise BusUnavailable("no answer")


def refused_for_want_of_a_bus() -> float:
    return REGISTRY.get_sample_value("calllock_calls_refused_total", {"reason": "no_bus"}) or 0.0


@pytest.mark.parametrize("silent", ["reads", "publishing"])
async def test_a_caller_soon_hears_of_a_bus_that_does_not_answer_and_the_next_does_not_wait_for_it(
    tmp_path: Path, silent: str
) -> None:
    bus, before = SilentBus(), refused_for_want_of_a_bus()
    async with gateway(tmp_path, bus, StubEngines()) as app:
        phone = Phone(app.state.url, "CA1")
        answered = (await phone.dial()).text
        bus.reads_are_answered, bus.publishing_is_answered = silent != "reads", silent != "publishing"
        async with asyncio.timeout(callers_patience.OPENING_S + 1.5):
            await phone.connect(answered)
            await phone.closed.wait()
            after = await phone.post("stream-ended", CallStatus="in-progress")
        assert refused_for_want_of_a_bus() == before + 1
        next_caller = Phone(app.state.url, "CA2")
        sent_on, told = await next_caller.dial(), await next_caller.post(f"voice?moved={MOST_MOVES}")

    assert phone.socket.close_code == 1011
    assert ET.fromstring(after.text).findtext("Say") == own_words.UNAVAILABLE
    assert ET.fromstring(sent_on.text).findtext("Redirect") == f"{app.state.url}/twilio/voice?moved=1"
    assert ET.fromstring(told.text).findtext("Say") == own_words.UNAVAILABLE
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
