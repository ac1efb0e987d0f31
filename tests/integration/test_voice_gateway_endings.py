"""How our side ends a call: through Twilio's REST API when we have an account, else through the action URL."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

from calllock.contracts.events import CallEnded, PromptPlayed
from calllock.runtime.memory_bus import MemoryBus
from tests.integration.voice_gateway_rig import Phone, StubEngines, brain, gateway, twilio_api, wait_for

PERSON = "+15125550180"
TOKEN = "secret"


def account(api_url: str) -> dict[str, Any]:
    return {"twilio_account_sid": "AC1", "twilio_auth_token": TOKEN, "twilio_api_url": api_url}


async def test_with_an_account_the_call_is_completed_through_the_api(tmp_path: Path) -> None:
    bus = MemoryBus()
    async with twilio_api() as (api_url, changed):
        settings = account(api_url)
        async with gateway(tmp_path, bus, StubEngines(), **settings) as app, brain(bus, []) as scripted:
            phone = Phone(app.state.url, "CA1", TOKEN)
            await phone.call()
            await wait_for(bus, "CA1", PromptPlayed)
            await scripted.hang_up("CA1")
            (ended,) = await wait_for(bus, "CA1", CallEnded)
            await phone.closed.wait()

    assert ended.ended_by == "agent"
    assert changed == [("AC1/CA1.json", {"Status": "completed"})]


async def test_with_an_account_a_transfer_connects_the_person_through_the_api(tmp_path: Path) -> None:
    bus = MemoryBus()
    async with twilio_api() as (api_url, changed):
        settings = account(api_url)
        async with gateway(tmp_path, bus, StubEngines(), **settings) as app, brain(bus, []) as scripted:
            phone = Phone(app.state.url, "CA1", TOKEN)
            await phone.call()
            await wait_for(bus, "CA1", PromptPlayed)
            await scripted.transfer("CA1", PERSON)
            (ended,) = await wait_for(bus, "CA1", CallEnded)
            await phone.closed.wait()

    assert ended.ended_by == "transfer"
    ((call, form),) = changed
    assert call == "AC1/CA1.json"
    assert ET.fromstring(form["Twiml"]).findtext("Dial") == PERSON


async def test_without_one_the_action_url_connects_the_person(tmp_path: Path) -> None:
    bus = MemoryBus()
    async with gateway(tmp_path, bus, StubEngines()) as app, brain(bus, []) as scripted:
        phone = Phone(app.state.url, "CA1")
        await phone.call()
        await wait_for(bus, "CA1", PromptPlayed)
        await scripted.transfer("CA1", PERSON)
        await phone.closed.wait()
        after = await phone.post("stream-ended", CallStatus="in-progress")

    assert ET.fromstring(after.text).findtext("Dial") == PERSON


async def test_a_refused_transfer_is_done_by_the_action_url(tmp_path: Path) -> None:
    bus = MemoryBus()
    async with twilio_api(status=500) as (api_url, _):
        settings = account(api_url)
        async with gateway(tmp_path, bus, StubEngines(), **settings) as app, brain(bus, []) as scripted:
            phone = Phone(app.state.url, "CA1", TOKEN)
            await phone.call()
            await wait_for(bus, "CA1", PromptPlayed)
            await scripted.transfer("CA1", PERSON)
            await phone.closed.wait()
            after = await phone.post("stream-ended", CallStatus="in-progress")

    assert ET.fromstring(after.text).findtext("Dial") == PERSON
