"""How our side ends a call: through Twilio's REST API when we have an account, else through the action URL."""

from __future__ import annotations

import asyncio
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

from calllock.contracts.events import CallEnded, LineDropped, LineResumed, PromptPlayed, TransferFailed
from dialog_brain.flow.lines import LINES
from tests.doubles.memory_bus import MemoryBus
from tests.integration.phone import Phone
from tests.integration.scripted_brain import ScriptedBrain, brain, messages, until, wait_for
from tests.integration.voice_gateway_rig import StubEngines, StubVoice, gateway, twilio_api
from voice_gateway.speech.ports import SpeechFailed

PERSON = "+15125550180"
TOKEN = "secret"
CALL_911 = "Go out and call 911."


def account(api_url: str) -> dict[str, Any]:
    return {"twilio_account_sid": "AC1", "twilio_auth_token": TOKEN, "twilio_api_url": api_url}


async def given_to_a_person(url: str, bus: MemoryBus, scripted: ScriptedBrain, token: str = "") -> Phone:
    """A caller whose stream has ended, because the brain has transferred the call."""
    phone = Phone(url, "CA1", token)
    await phone.call()
    await wait_for(bus, "CA1", PromptPlayed)
    await scripted.transfer("CA1", PERSON)
    await phone.closed.wait()
    return phone


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
            phone = await given_to_a_person(app.state.url, bus, scripted, TOKEN)
            ((call, form),) = changed
            (dial,) = ET.fromstring(form["Twiml"])
            assert messages(await bus.read("CA1"), CallEnded) == []
            after = await phone.post("dial-ended", DialCallStatus="completed", CallStatus="in-progress")
            (ended,) = await wait_for(bus, "CA1", CallEnded)

    assert (call, dial.text) == ("AC1/CA1.json", PERSON)
    assert dial.attrib["action"] == f"{phone.url}/twilio/dial-ended"
    assert ended.ended_by == "transfer"
    assert "<Hangup/>" in after.text


async def test_a_caller_whom_the_person_does_not_answer_is_taken_back(tmp_path: Path) -> None:
    bus = MemoryBus()
    async with gateway(tmp_path, bus, StubEngines()) as app, brain(bus, []) as scripted:
        phone = await given_to_a_person(app.state.url, bus, scripted)
        for _ in range(2):  # Twilio repeats a request whose answer got lost
            back = await phone.post("dial-ended", DialCallStatus="no-answer", CallStatus="in-progress")
        again = Phone(app.state.url, "CA1")
        await again.connect(back.text)
        await wait_for(bus, "CA1", LineResumed)
        await scripted.speak("CA1", 0, {"sentences": ("Nobody is free. They will call you back.",)})
        await scripted.hang_up("CA1")
        (ended,) = await wait_for(bus, "CA1", CallEnded)
        log = await bus.read("CA1")

    assert [failed.reason for failed in messages(log, TransferFailed)] == ["no-answer"]
    assert messages(log, PromptPlayed)[-1].complete
    assert ended.ended_by == "agent"


async def test_a_stream_that_hangs_on_while_the_call_has_another_elsewhere_lets_go_of_it(tmp_path: Path) -> None:
    bus = MemoryBus()
    async with (
        gateway(tmp_path, bus, StubEngines()) as app,
        gateway(tmp_path, bus, StubEngines()) as elsewhere,
        brain(bus, []) as scripted,
    ):
        hanging = Phone(app.state.url, "CA1")
        await hanging.call()
        await wait_for(bus, "CA1", PromptPlayed)
        hanging.fall_dead()
        phone = Phone(elsewhere.state.url, "CA1")
        await phone.call()
        await until(lambda: app.state.exchange.live_calls == 0)
        await scripted.speak("CA1", 0, {"sentences": ("Sorry, we got cut off.",)})
        (_, again) = await wait_for(bus, "CA1", PromptPlayed, 2)
        await phone.hang_up()
        (ended,) = await wait_for(bus, "CA1", CallEnded)
        log = await bus.read("CA1")
        await hanging.drop()

    assert (again.heard_text, again.complete) == ("Sorry, we got cut off.", True)
    assert ended.ended_by == "caller"
    assert messages(log, LineDropped) == []


@pytest.mark.parametrize(
    ("dialed", "ended_by", "detail"),
    [
        ({"DialCallStatus": "completed", "DialCallDuration": "42"}, "transfer", "the person took the call, for 42 s"),
        ({"DialCallStatus": "completed", "DialBridged": "false"}, "caller", "hung up while being connected"),
        ({"DialCallStatus": "canceled"}, "caller", "hung up while being connected"),
    ],
)
async def test_a_caller_who_hangs_up_is_with_a_person_only_if_that_person_answered(
    tmp_path: Path, dialed: dict[str, str], ended_by: str, detail: str
) -> None:
    bus = MemoryBus()
    async with gateway(tmp_path, bus, StubEngines()) as app, brain(bus, []) as scripted:
        phone = await given_to_a_person(app.state.url, bus, scripted)
        await phone.post("status", CallStatus="completed")
        await phone.post("dial-ended", **dialed, CallStatus="completed")
        (ended,) = await wait_for(bus, "CA1", CallEnded)

    assert (ended.ended_by, ended.detail) == (ended_by, detail)


async def test_without_one_the_action_url_connects_the_person(tmp_path: Path) -> None:
    bus = MemoryBus()
    async with gateway(tmp_path, bus, StubEngines()) as app, brain(bus, []) as scripted:
        phone = await given_to_a_person(app.state.url, bus, scripted)
        after = await phone.post("stream-ended", CallStatus="in-progress")

    assert ET.fromstring(after.text).findtext("Dial") == PERSON


async def test_a_refused_transfer_is_done_by_the_action_url(tmp_path: Path) -> None:
    bus = MemoryBus()
    async with twilio_api(status=500) as (api_url, _):
        settings = account(api_url)
        async with gateway(tmp_path, bus, StubEngines(), **settings) as app, brain(bus, []) as scripted:
            phone = await given_to_a_person(app.state.url, bus, scripted, TOKEN)
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


async def test_the_sound_of_what_is_dropped_unsaid_is_not_kept(tmp_path: Path) -> None:
    bus = MemoryBus()
    async with gateway(tmp_path, bus, engines_without_911()) as app, brain(bus, []) as scripted:
        phone = Phone(app.state.url, "CA1")
        await phone.call()
        await wait_for(bus, "CA1", PromptPlayed)
        await scripted.speak("CA1", 0, {"sentences": (CALL_911, "Is that right?"), "expects": "confirm"})
        await wait_for(bus, "CA1", PromptPlayed, 2)
        await scripted.speak("CA1", 0, {"sentences": ("Once more then.",)})
        await wait_for(bus, "CA1", PromptPlayed, 3)
        assert app.state.exchange._live["CA1"]._audio == {}
        await phone.drop()


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


async def test_a_vendor_that_hangs_keeps_neither_the_start_nor_the_words_of_danger_waiting(tmp_path: Path) -> None:
    class Hanging(StubVoice):
        name = "hanging"

        async def render(self, text: str) -> bytes:
            await asyncio.Event().wait()
            raise AssertionError("it hangs")

    bus, used = MemoryBus(), StubEngines()
    used.voices = (Hanging(), StubVoice())
    danger = {"sentences": LINES["emergency"], "interruptible": False}
    async with gateway(tmp_path, bus, used) as app, brain(bus, [], greeting=danger):
        phone = Phone(app.state.url, "CA1")
        await phone.call()
        (played,) = await wait_for(bus, "CA1", PromptPlayed)
        await phone.hang_up()
        await wait_for(bus, "CA1", CallEnded)

    assert played.complete
    assert played.heard_text == " ".join(LINES["emergency"])


class RecordingVoice(StubVoice):
    def __init__(self) -> None:
        self.rendered: list[str] = []

    async def render(self, text: str) -> bytes:
        self.rendered.append(text)
        return await super().render(text)
