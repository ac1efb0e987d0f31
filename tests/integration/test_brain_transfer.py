"""A caller who asks for a person gets one: the real receptionist behind the real line, and how the dialing ends."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from calllock.contracts.commands import SpeakPrompt, Transfer
from calllock.contracts.events import CallEnded, PromptPlayed
from calllock.contracts.message import Message
from calllock.runtime.clock import SystemClock
from calllock.runtime.profiles import Profiles
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.owner import Desk
from dialog_brain.switchboard import Switchboard
from tests.conversations.truth import faults_in
from tests.doubles.memory_bus import MemoryBus
from tests.integration.phone import Phone
from tests.integration.scripted_brain import wait_for
from tests.integration.test_voice_gateway_webhooks import ALWAYS_OPEN
from tests.integration.voice_gateway_rig import StubEngines, gateway, profile
from tests.unit.dialog_brain.desk import ObedientBackend, log_of, said
from voice_gateway.speech.ports import Hints

PERSON = "+15125550180"
BUSINESS = profile(forward_number=PERSON, hours=ALWAYS_OPEN)


class AsksForAPerson(StubEngines):
    """Whatever is said was this."""

    async def transcribe(self, audio: bytes, hints: Hints) -> str:
        return "let me talk to a person please"


@dataclass(frozen=True, slots=True)
class Ringing:
    """A caller who has heard the warm words, and whom Twilio is connecting."""

    phone: Phone
    bus: MemoryBus
    backend: ObedientBackend

    async def log(self) -> list[Message]:
        """The call's log, in which nothing untrue was said."""
        log = await log_of(self.bus)
        assert faults_in(log, BUSINESS) == []
        return log


@asynccontextmanager
async def ringing(folder: Path) -> AsyncGenerator[Ringing]:
    bus, backend = MemoryBus(), ObedientBackend()
    brain = Switchboard(Desk(bus, backend, RECEPTIONIST, Profiles((BUSINESS,)), SystemClock(), "one"))
    brain.start()
    try:
        async with gateway(folder, bus, AsksForAPerson(), BUSINESS) as app:
            phone = Phone(app.state.url, "CA1")
            await phone.call()
            await wait_for(bus, "CA1", PromptPlayed)
            phone.make_noise(0.6)
            await phone.closed.wait()
            dialing = await phone.post("stream-ended", CallStatus="in-progress")
            assert ET.fromstring(dialing.text).findtext("Dial") == PERSON
            yield Ringing(phone, bus, backend)
    finally:
        await brain.stop()


async def test_a_person_who_takes_the_call_ends_it_for_us(tmp_path: Path) -> None:
    async with ringing(tmp_path) as call:
        await call.phone.post("dial-ended", DialCallStatus="completed", CallStatus="in-progress")
        (ended,) = await wait_for(call.bus, "CA1", CallEnded)
        log = await call.log()
    assert ended.ended_by == "transfer"
    assert "let me connect you" in said(log)
    assert [m.to_number for m in log if isinstance(m, Transfer)] == [PERSON]
    assert call.backend.asked("create_callback") == []


async def test_a_caller_whom_the_person_does_not_answer_hears_so_and_is_promised_a_call(tmp_path: Path) -> None:
    async with ringing(tmp_path) as call:
        back = await call.phone.post("dial-ended", DialCallStatus="no-answer", CallStatus="in-progress")
        again = Phone(call.phone.url, "CA1")
        await again.connect(back.text)
        (ended,) = await wait_for(call.bus, "CA1", CallEnded)
        log = await call.log()
    heard = " ".join(m.heard_text for m in log if isinstance(m, PromptPlayed))
    last = max(m.prompt for m in log if isinstance(m, SpeakPrompt))
    assert ended.ended_by == "agent"
    assert "nobody could pick up" in heard
    assert any(m.prompt == last and m.complete for m in log if isinstance(m, PromptPlayed))
    assert "will call you" in heard
    assert len(call.backend.asked("create_callback")) == 1
