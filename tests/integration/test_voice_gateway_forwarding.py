"""A caller whom no brain answers is given to a person, and what becomes of that is in the log and in the record."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from calllock.contracts.events import CallAnswered, CallEnded, LineResumed, TransferBegun, TransferFailed
from calllock.contracts.message import Message
from calllock.runtime.clock import SystemClock
from calllock.runtime.profiles import Profiles
from dialog_brain import owner
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.owner import Desk
from dialog_brain.switchboard import Switchboard
from post_call_worker.folding import fold
from post_call_worker.record import CallRecord
from tests.doubles.memory_bus import MemoryBus
from tests.integration.phone import Phone
from tests.integration.scripted_brain import messages, wait_for
from tests.integration.test_voice_gateway_webhooks import ALWAYS_OPEN
from tests.integration.voice_gateway_rig import StubEngines, gateway, profile, twilio_api
from tests.unit.dialog_brain.desk import ObedientBackend
from voice_gateway.line import waiting

PERSON = "+15125550180"
TOKEN = "secret"
BUSINESS = profile(forward_number=PERSON, hours=ALWAYS_OPEN)


@dataclass(frozen=True, slots=True)
class Ringing:
    """A caller whom no brain has answered, and whom Twilio is connecting."""

    phone: Phone
    bus: MemoryBus
    changed: list[tuple[str, dict[str, str]]]

    async def dial_ended(self, call_status: str = "in-progress", **dialed: str) -> str:
        """Twilio tells how the ringing ended, and is told what comes next."""
        return (await self.phone.post("dial-ended", CallStatus=call_status, **dialed)).text

    async def told(self, kind: type[Message]) -> list[Message]:
        return messages(await self.bus.read("CA1"), kind)

    async def record(self) -> CallRecord:
        """What is kept of the call once it has ended."""
        await wait_for(self.bus, "CA1", CallEnded)
        return fold(await self.bus.read("CA1"), BUSINESS)


@pytest.fixture
async def ringing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Ringing]:
    monkeypatch.setattr(waiting, "APOLOGY_S", 1.0)
    bus = MemoryBus()
    async with twilio_api() as (api_url, changed):
        account = {"twilio_account_sid": "AC1", "twilio_auth_token": TOKEN, "twilio_api_url": api_url}
        async with gateway(tmp_path, bus, StubEngines(), BUSINESS, **account) as app:
            phone = Phone(app.state.url, "CA1", TOKEN)
            await phone.call()
            await phone.closed.wait()
            assert ET.fromstring(changed[0][1]["Twiml"]).findtext("Dial") == PERSON
            yield Ringing(phone, bus, changed)


@asynccontextmanager
async def late_brain(bus: MemoryBus) -> AsyncIterator[None]:
    brain = Switchboard(Desk(bus, ObedientBackend(), RECEPTIONIST, Profiles((BUSINESS,)), SystemClock(), "late"))
    brain.start()
    try:
        yield
    finally:
        await brain.stop()


async def test_a_person_who_takes_the_call_is_who_it_was_handed_to(ringing: Ringing) -> None:
    (begun,) = await ringing.told(TransferBegun)
    assert isinstance(begun, TransferBegun)
    assert begun.to_number == PERSON
    assert await ringing.told(CallEnded) == []
    assert "<Hangup/>" in await ringing.dial_ended(DialCallStatus="completed", DialCallDuration="240")
    record = await ringing.record()
    assert (record.ended_by, record.disposition, record.end_reason) == ("transfer", "transferred", "completed")


async def test_a_caller_whom_the_person_does_not_answer_is_connected_once_and_to_be_called_back(
    ringing: Ringing,
) -> None:
    for _ in range(2):  # Twilio repeats a request whose answer got lost
        again = await ringing.dial_ended(DialCallStatus="no-answer")
    taken_back = Phone(ringing.phone.url, "CA1", TOKEN)
    await taken_back.connect(again)
    record = await ringing.record()
    await taken_back.closed.wait()
    (failed,) = await ringing.told(TransferFailed)
    assert isinstance(failed, TransferFailed)
    assert failed.reason == "no-answer"
    assert (record.ended_by, record.disposition, record.end_reason) == ("agent", "callback", "callback_later")
    assert [list(form) for _, form in ringing.changed] == [["Twiml"], ["Status"]]


async def test_a_call_whose_line_broke_is_given_to_a_person_like_any_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "APOLOGY_S", 1.0)
    bus = MemoryBus()
    async with twilio_api() as (api_url, changed):
        account = {"twilio_account_sid": "AC1", "twilio_auth_token": TOKEN, "twilio_api_url": api_url}
        async with gateway(tmp_path, bus, StubEngines(), BUSINESS, **account) as app:
            phone = Phone(app.state.url, "CA1", TOKEN)
            await phone.call()
            await wait_for(bus, "CA1", CallAnswered)
            await phone.drop()
            again = Phone(app.state.url, "CA1", TOKEN)
            await again.connect((await again.post("stream-ended", CallStatus="in-progress")).text)
            await again.closed.wait()
    assert len(messages(await bus.read("CA1"), LineResumed)) == 1
    assert ET.fromstring(changed[0][1]["Twiml"]).findtext("Dial") == PERSON


async def test_who_hangs_up_while_it_rings_was_with_nobody_though_the_status_comes_first(ringing: Ringing) -> None:
    await ringing.phone.post("status", CallStatus="completed")
    await ringing.dial_ended("completed", DialCallStatus="canceled")
    record = await ringing.record()
    assert len(await ringing.told(TransferFailed)) == 1
    assert (record.ended_by, record.disposition) == ("caller", "callback")


async def test_who_hangs_up_after_the_talk_was_with_the_person_though_the_status_comes_first(ringing: Ringing) -> None:
    await ringing.phone.post("status", CallStatus="completed")
    await ringing.dial_ended("completed", DialCallStatus="completed")
    assert (await ringing.record()).disposition == "transferred"


async def test_a_transfer_that_twilio_refused_is_made_when_it_asks_how_to_go_on(ringing: Ringing) -> None:
    after = await ringing.phone.post("stream-ended", CallStatus="in-progress")
    assert ET.fromstring(after.text).findtext("Dial") == PERSON


async def test_a_brain_that_comes_late_does_not_call_the_line_lost_while_the_person_talks(
    ringing: Ringing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(owner, "LINE_LOST_S", 0.5)
    async with late_brain(ringing.bus):
        with pytest.raises(TimeoutError):
            await wait_for(ringing.bus, "CA1", CallEnded, limit_s=2.5)
        await ringing.dial_ended(DialCallStatus="completed")
        record = await ringing.record()
    assert (record.ended_by, record.disposition) == ("transfer", "transferred")
