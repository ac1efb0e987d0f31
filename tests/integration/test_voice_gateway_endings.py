"""How our side ends a call: through Twilio's REST API when we have an account, else through the action URL."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

from calllock.contracts.events import CallEnded, PromptPlayed
from calllock.runtime.memory_bus import MemoryBus
from dialog_brain.flow.lines import LINES
from tests.integration.phone import Phone
from tests.integration.scripted_brain import ScriptedBrain, brain, messages, wait_for
from tests.integration.voice_gateway_rig import StubEngines, StubVoice, gateway, twilio_api
from voice_gateway.speech.ports import SpeechFailed

PERSON = "+15125550180"
TOKEN = "secret"
CALL_911 = "Go out and call 911."


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


class VoiceWithout911(StubVoice):
    """Renders everything but the one sentence that matters, and not that one before the call either."""

    async def render(self, text: str) -> bytes:
        if text == CALL_911:
            raise SpeechFailed("the voice made no sound")
        return await super().render(text)


def engines_without_911() -> StubEngines:
    used = StubEngines()
    used.voices = (VoiceWithout911(),)
    return used


async def call_about_gas(url: str, bus: MemoryBus, scripted: ScriptedBrain, token: str = "") -> Phone:
    phone = Phone(url, "CA1", token)
    await phone.call()
    await wait_for(bus, "CA1", PromptPlayed)
    await scripted.speak("CA1", 0, {"sentences": ("Leave now.", CALL_911), "interruptible": False})
    await scripted.hang_up("CA1")
    await phone.closed.wait()
    return phone


async def test_a_danger_that_the_voice_cannot_speak_of_is_said_by_the_action_url(tmp_path: Path) -> None:
    bus = MemoryBus()
    async with gateway(tmp_path, bus, engines_without_911()) as app, brain(bus, []) as scripted:
        phone = await call_about_gas(app.state.url, bus, scripted)
        after = await phone.post("stream-ended", CallStatus="in-progress")
        log = await bus.read("CA1")

    assert ET.fromstring(after.text).findtext("Say") == CALL_911
    assert messages(log, PromptPlayed)[-1].heard_text == "Leave now."
    assert messages(log, CallEnded)[-1].ended_by == "agent"


async def test_with_an_account_it_is_said_through_the_api(tmp_path: Path) -> None:
    bus = MemoryBus()
    async with twilio_api() as (api_url, changed):
        settings = account(api_url)
        async with gateway(tmp_path, bus, engines_without_911(), **settings) as app, brain(bus, []) as scripted:
            await call_about_gas(app.state.url, bus, scripted, TOKEN)

    ((call, form),) = changed
    assert call == "AC1/CA1.json"
    assert ET.fromstring(form["Twiml"]).findtext("Say") == CALL_911


async def test_the_receptionists_words_of_danger_are_on_disk_before_any_call(tmp_path: Path) -> None:
    voice = RecordingVoice()
    used = StubEngines()
    used.voices = (voice,)
    async with gateway(tmp_path, MemoryBus(), used):
        prepared = list(voice.rendered)

    assert {*LINES["safety"], *LINES["emergency"]} <= set(prepared)
    assert len(list((tmp_path / "rendered").iterdir())) == len(prepared)


class RecordingVoice(StubVoice):
    def __init__(self) -> None:
        self.rendered: list[str] = []

    async def render(self, text: str) -> bytes:
        self.rendered.append(text)
        return await super().render(text)
