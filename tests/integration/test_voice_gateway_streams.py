"""Streams that are offered and not opened: how often, and what their caller hears then."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
from prometheus_client import REGISTRY

from calllock.contracts.events import CallAnswered, CallEnded, EndedBy
from calllock.runtime.clock import SystemClock
from tests.doubles.memory_bus import MemoryBus
from tests.integration.phone import BUSINESS_NUMBER, Phone
from tests.integration.scripted_brain import wait_for
from tests.integration.test_voice_gateway_webhooks import ALWAYS_OPEN
from tests.integration.voice_gateway_rig import StubEngines, gateway, profile
from voice_gateway import own_words
from voice_gateway.webhooks import MOST_IN_VAIN


def refused(reason: str) -> float:
    return REGISTRY.get_sample_value("calllock_calls_refused_total", {"reason": reason}) or 0.0


def asks_next(twiml: str) -> str:
    """The route that Twilio asks when the stream has ended, or at once."""
    root = ET.fromstring(twiml)
    connect = root.find("Connect")
    url = connect.attrib["action"] if connect is not None else root.findtext("Redirect") or ""
    return url.rpartition("/")[2]


async def test_a_stream_that_nobody_can_open_is_offered_a_few_times_and_no_more(tmp_path: Path) -> None:
    before, bus = refused("no_stream"), MemoryBus()
    async with gateway(tmp_path, bus, StubEngines()) as app:
        phone = Phone(app.state.url, "CA1")
        twiml, offered = (await phone.dial()).text, 0
        while (route := asks_next(twiml)) and offered < 3 * MOST_IN_VAIN:
            assert ("<Pause" in twiml) is (offered > 0 and "<Stream" in twiml)
            offered += "<Stream" in twiml
            twiml = (await phone.post(route, CallStatus="in-progress")).text
    assert offered == MOST_IN_VAIN
    assert ET.fromstring(twiml).findtext("Say") == own_words.UNAVAILABLE
    assert refused("no_stream") == before + 1
    assert await bus.read("CA1") == []


async def test_a_stream_that_was_opened_is_none_of_those_in_vain(tmp_path: Path) -> None:
    bus = MemoryBus()
    async with gateway(tmp_path, bus, StubEngines()) as app:
        phone = Phone(app.state.url, "CA1")
        await phone.call()
        await wait_for(bus, "CA1", CallAnswered)
        await phone.drop()
        again = [
            (await phone.post(f"stream-ended?moved=2&offered={offered}", CallStatus="in-progress")).text
            for offered in (MOST_IN_VAIN, MOST_IN_VAIN + 1)
        ]
        (ended,) = await wait_for(bus, "CA1", CallEnded)
    assert asks_next(again[0]) == f"stream-ended?offered={MOST_IN_VAIN + 1}"
    assert asks_next(again[1]) == ""
    assert ended.ended_by == "line_lost"


async def test_a_caller_who_finds_the_last_line_taken_meanwhile_counts_as_refused(tmp_path: Path) -> None:
    before, bus = refused("full"), MemoryBus()
    async with gateway(tmp_path, bus, StubEngines(), max_calls=1) as app:
        first, second = Phone(app.state.url, "CA1"), Phone(app.state.url, "CA2")
        twiml = (await second.dial()).text
        await first.call()
        await wait_for(bus, "CA1", CallAnswered)
        await second.connect(twiml)
        await second.closed.wait()
        after = twiml
        while route := asks_next(after):
            after = (await second.post(route, CallStatus="in-progress")).text
        await first.hang_up()
    assert ET.fromstring(after).findtext("Say") == own_words.UNAVAILABLE
    assert refused("full") == before + 1


@pytest.mark.parametrize(("ended_by", "dialed"), [("line_lost", "+15125550180"), ("agent", None), ("caller", None)])
async def test_who_is_still_there_when_the_line_was_given_up_is_forwarded(
    tmp_path: Path, ended_by: EndedBy, dialed: str | None
) -> None:
    bus = MemoryBus()
    about: dict[str, Any] = {"call_sid": "CA1", "occurred_at": SystemClock().now()}
    await bus.publish(CallAnswered(event_id="a", business="b", from_number=None, to_number=BUSINESS_NUMBER, **about))
    await bus.publish(CallEnded(event_id="e", ended_by=ended_by, duration_s=9.0, **about))
    business = profile(forward_number="+15125550180", hours=ALWAYS_OPEN)
    async with gateway(tmp_path, bus, StubEngines(), business) as app:
        after = await Phone(app.state.url, "CA1").post("stream-ended?offered=3", CallStatus="in-progress")
    assert ET.fromstring(after.text).findtext("Dial") == dialed
    assert ("<Hangup/>" in after.text) == (dialed is None)
