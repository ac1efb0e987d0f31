"""Twilio's requests, good and bad, on the real app."""

from __future__ import annotations

import asyncio
import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
import websockets
from structlog.testing import capture_logs

from calllock.contracts.commands import HangUp, SpeakPrompt
from calllock.contracts.events import CallAnswered, CallEnded, LineDropped, LineResumed, PromptPlayed
from calllock.contracts.message import Message
from calllock.runtime.bus import Logged
from calllock.runtime.twilio_signature import sign
from tests.doubles.memory_bus import MemoryBus
from tests.integration.phone import BUSINESS_NUMBER, Phone
from tests.integration.scripted_brain import brain, wait_for
from tests.integration.voice_gateway_rig import StubEngines, gateway, profile
from voice_gateway import media_socket, own_words
from voice_gateway.webhooks import MOST_IN_VAIN, MOST_MOVES, MOST_RESUMES, MOST_WHEN_FULL

ALWAYS_OPEN = {
    day: {"opens": "00:00", "closes": "00:00"}
    for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
}


async def test_the_answer_opens_a_stream_that_knows_the_caller(tmp_path: Path) -> None:
    async with gateway(tmp_path, MemoryBus(), StubEngines()) as app:
        response = await Phone(app.state.url, "CA1").dial()
    assert response.headers["content-type"].startswith("application/xml")
    connect = ET.fromstring(response.text).find("Connect")
    assert connect is not None
    assert connect.attrib["action"] == f"{app.state.url}/twilio/stream-ended?offered=1"
    parameters = {p.attrib["name"]: p.attrib["value"] for p in connect.iter("Parameter")}
    assert parameters.pop("token")
    assert parameters == {
        "business": "test-cooling",
        "from_number": "+15125550142",
        "to_number": BUSINESS_NUMBER,
    }


@pytest.mark.parametrize(
    "written",
    ["anonymous", "", "+266696687", "+2562533", "+7378742833", "+86282452253", "+8656696"],
)
async def test_a_withheld_number_is_no_number(tmp_path: Path, written: str) -> None:
    bus = MemoryBus()
    async with gateway(tmp_path, bus, StubEngines()) as app, brain(bus, []):
        phone = Phone(app.state.url, "CA1")
        answer = (await phone.dial(from_number=written)).text
        await phone.connect(answer)
        (answered,) = await wait_for(bus, "CA1", CallAnswered)
        await phone.hang_up()
        await wait_for(bus, "CA1", CallEnded)
    assert answered.from_number is None
    assert all(parameter.attrib["value"] for parameter in ET.fromstring(answer).iter("Parameter"))


async def test_an_unknown_number_hears_that_it_is_not_in_service(tmp_path: Path) -> None:
    async with gateway(tmp_path, MemoryBus(), StubEngines()) as app:
        with capture_logs() as logged:
            response = await Phone(app.state.url, "CA1").post("voice", To="+15125550199", From="+15125550142")
    assert response.status_code == 200
    assert [entry["to_number"] for entry in logged if entry["event"] == "call.unknown_number"] == ["+1512***0199"]
    assert ET.fromstring(response.text).findtext("Say") == own_words.UNKNOWN_NUMBER
    assert "<Stream" not in response.text


async def test_a_caller_beyond_the_limit_is_forwarded_when_no_other_gateway_takes_the_call(tmp_path: Path) -> None:
    bus = MemoryBus()
    business = profile(forward_number="+15125550180", hours=ALWAYS_OPEN)
    async with gateway(tmp_path, bus, StubEngines(), business, max_calls=1) as app, brain(bus, []):
        answered_earlier = (await Phone(app.state.url, "CA3").dial()).text
        first = Phone(app.state.url, "CA1")
        await first.call()
        await first.sounds()
        sent_on = await Phone(app.state.url, "CA2").dial()
        refused = await Phone(app.state.url, "CA2").post(f"voice?moved={MOST_WHEN_FULL}")
        late = Phone(app.state.url, "CA3")
        await late.connect(answered_earlier)
        await late.closed.wait()
        after = await late.post(f"stream-ended?offered={MOST_IN_VAIN}", CallStatus="in-progress")
        await first.hang_up()
        await wait_for(bus, "CA1", CallEnded)
        assert await bus.read("CA3") == []
    assert late.socket.close_code == 1013
    assert ET.fromstring(after.text).findtext("Dial") == "+15125550180"
    assert ET.fromstring(sent_on.text).findtext("Redirect") == f"{app.state.url}/twilio/voice?moved=1"
    assert "<Pause" not in sent_on.text
    assert ET.fromstring(refused.text).findtext("Dial") == "+15125550180"


@pytest.mark.parametrize("route", [f"voice?moved={MOST_WHEN_FULL}", f"stream-ended?moved=2&offered={MOST_IN_VAIN}"])
async def test_a_call_whose_line_broke_has_room_where_it_is_held_though_there_is_none_for_others(
    tmp_path: Path, route: str
) -> None:
    bus = MemoryBus()
    async with gateway(tmp_path, bus, StubEngines(), max_calls=1) as app, brain(bus, []):
        phone = Phone(app.state.url, "CA1")
        await phone.call()
        await phone.sounds()
        phone.fall_dead()
        again = await phone.post(route, CallStatus="in-progress")
        other = await Phone(app.state.url, "CA2").post(route, CallStatus="in-progress")
        await phone.hang_up()

    assert "<Stream" in again.text
    assert "<Stream" not in other.text


async def test_a_line_that_breaks_again_and_again_is_given_up(tmp_path: Path) -> None:
    bus = MemoryBus()
    about: dict[str, Any] = {"call_sid": "CA1", "occurred_at": datetime(2026, 2, 23, tzinfo=UTC)}
    async with gateway(tmp_path, bus, StubEngines()) as app:
        phone = Phone(app.state.url, "CA1")
        await bus.publish(
            CallAnswered(event_id="a", business="b", from_number=None, to_number=BUSINESS_NUMBER, **about)
        )
        answers = []
        for number in range(MOST_RESUMES + 1):
            await bus.publish(LineDropped(event_id=f"d{number}", reason="disconnected", **about))
            answers.append((await phone.post("stream-ended", CallStatus="in-progress")).text)
            await bus.publish(LineResumed(event_id=f"r{number}", **about))
        assert ["<Stream" in answer for answer in answers] == [True] * MOST_RESUMES + [False]
        (ended,) = await wait_for(bus, "CA1", CallEnded)
    assert ET.fromstring(answers[-1]).findtext("Say") == own_words.UNAVAILABLE
    assert ended.ended_by == "line_lost"


async def test_a_line_that_breaks_after_the_goodbye_was_heard_is_over(tmp_path: Path) -> None:
    bus = MemoryBus()
    about: dict[str, Any] = {"call_sid": "CA1", "occurred_at": datetime(2026, 2, 23, tzinfo=UTC)}
    said: tuple[Message, ...] = (
        CallAnswered(event_id="a", business="b", from_number=None, to_number=BUSINESS_NUMBER, **about),
        SpeakPrompt(event_id="p", prompt=1, turn=0, line="goodbye", sentences=("Goodbye.",), **about),
        HangUp(event_id="h", after_prompt=1, reason="done", **about),
        PromptPlayed(event_id="q", prompt=1, heard_text="Goodbye.", complete=True, **about),
        LineDropped(event_id="d", reason="disconnected", **about),
    )
    async with gateway(tmp_path, bus, StubEngines()) as app:
        for message in said:
            await bus.publish(message)
        after = await Phone(app.state.url, "CA1").post("stream-ended", CallStatus="in-progress")
        assert "<Hangup/>" in after.text
        (ended,) = await wait_for(bus, "CA1", CallEnded)
    assert ended.ended_by == "agent"


async def test_a_stream_that_opens_after_its_call_has_ended_is_closed_and_changes_nothing(tmp_path: Path) -> None:
    bus = MemoryBus()
    async with gateway(tmp_path, bus, StubEngines()) as app, brain(bus, []):
        phone, late = Phone(app.state.url, "CA1"), Phone(app.state.url, "CA1")
        answered = (await phone.dial()).text
        await phone.connect(answered)
        await wait_for(bus, "CA1", CallAnswered)
        await phone.hang_up()
        await wait_for(bus, "CA1", CallEnded)
        before = len(await bus.read("CA1"))
        await late.connect(answered)
        async with asyncio.timeout(5):
            await late.closed.wait()
        assert len(await bus.read("CA1")) == before
    assert late.socket.close_code == 1000


async def test_of_callers_who_come_at_the_same_moment_no_more_are_taken_than_there_is_room_for(tmp_path: Path) -> None:
    class SlowBus(MemoryBus):
        async def read(self, call_sid: str) -> list[Logged]:
            await asyncio.sleep(0.1)
            return await super().read(call_sid)

    bus = SlowBus()
    async with gateway(tmp_path, bus, StubEngines(), max_calls=1) as app, brain(bus, []):
        phones = [Phone(app.state.url, sid) for sid in ("CA1", "CA2")]
        for phone, answered in zip(phones, [await phone.dial() for phone in phones], strict=True):
            await phone.connect(answered.text)
        async with asyncio.timeout(5):
            await asyncio.wait([asyncio.create_task(p.closed.wait()) for p in phones], return_when="FIRST_COMPLETED")
        assert sorted(phone.closed.is_set() for phone in phones) == [False, True]
        for phone in phones:
            await phone.drop()


@pytest.mark.parametrize("route", ["voice", "stream-ended", "status"])
async def test_bad_forms_are_answered_plainly(tmp_path: Path, route: str) -> None:
    async with gateway(tmp_path, MemoryBus(), StubEngines()) as app, httpx.AsyncClient() as http:
        url = f"{app.state.url}/twilio/{route}"
        assert (await http.post(url, content=b"")).status_code == 400
        assert (await http.post(url, content=b"CallSid=../x")).status_code == 400
        assert (await http.post(url, content=b"CallSid=\xff")).status_code == 400
        assert (await http.post(url, content=b"a=b&" * 300)).status_code == 400
        assert (await http.post(url, content=b"x" * 100_000)).status_code == 413
        assert (await http.get(url)).status_code == 405


@pytest.mark.parametrize("route", ["voice", "stream-ended", "status"])
async def test_a_request_that_twilio_did_not_sign_is_refused(tmp_path: Path, route: str) -> None:
    form = {"CallSid": "CA1", "To": BUSINESS_NUMBER, "CallStatus": "in-progress"}
    async with gateway(tmp_path, MemoryBus(), StubEngines(), twilio_auth_token="secret") as app:
        url = f"{app.state.url}/twilio/{route}"
        async with httpx.AsyncClient() as http:
            unsigned = await http.post(url, data=form)
            wrong = await http.post(url, data=form, headers={"X-Twilio-Signature": "wrong"})
            signature = sign("secret", url, form.items())
            signed = await http.post(url, data=form, headers={"X-Twilio-Signature": signature})
    assert (unsigned.status_code, wrong.status_code) == (403, 403)
    assert signed.status_code in (200, 204)


async def test_a_socket_that_twilio_did_not_sign_is_refused(tmp_path: Path) -> None:
    async with gateway(tmp_path, MemoryBus(), StubEngines(), twilio_auth_token="secret") as app:
        stream_url = f"ws{app.state.url.removeprefix('http')}/twilio/media"
        with pytest.raises(websockets.InvalidStatus) as refused:
            await websockets.connect(stream_url)
        with pytest.raises(websockets.InvalidStatus) as wrong:
            await websockets.connect(stream_url, additional_headers={"X-Twilio-Signature": "wrong"})
        signature = sign("secret", stream_url)
        accepted = await websockets.connect(stream_url, additional_headers={"X-Twilio-Signature": signature})
        await accepted.close()
    assert (refused.value.response.status_code, wrong.value.response.status_code) == (403, 403)


async def test_a_socket_without_the_token_of_its_call_is_closed(tmp_path: Path) -> None:
    bus = MemoryBus()
    async with gateway(tmp_path, bus, StubEngines()) as app:
        stolen = (await Phone(app.state.url, "CA1").dial()).text
        thief = Phone(app.state.url, "CA2")
        await thief.connect(stolen)
        await thief.closed.wait()
        assert await bus.read("CA2") == []
    assert thief.socket.close_code == 1008


async def test_a_socket_without_a_start_is_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(media_socket, "START_LIMIT_S", 0.2)
    async with gateway(tmp_path, MemoryBus(), StubEngines()) as app:
        socket = await websockets.connect(f"ws{app.state.url.removeprefix('http')}/twilio/media")
        await socket.send("nonsense")
        await socket.wait_closed()
    assert socket.close_code == 1003


async def test_health_tells_a_draining_process_from_a_dead_one(tmp_path: Path) -> None:
    async with gateway(tmp_path, MemoryBus(), StubEngines()) as app, httpx.AsyncClient() as http:
        assert (await http.get(f"{app.state.url}/readyz")).status_code == 200
        app.state.exchange.draining = True
        ready = await http.get(f"{app.state.url}/readyz")
        assert (await http.get(f"{app.state.url}/healthz")).status_code == 200
    assert ready.status_code == 503
    assert "draining" in ready.text


@pytest.mark.parametrize("what", ["voice", "stream-ended"])
async def test_a_process_that_drains_sends_callers_on_but_not_for_ever(tmp_path: Path, what: str) -> None:
    async with gateway(tmp_path, MemoryBus(), StubEngines()) as app:
        app.state.exchange.draining = True
        phone = Phone(app.state.url, "CA1")
        asked, last = [
            await phone.post(f"{what}?moved={moved}", To=BUSINESS_NUMBER, From="+15125550142")
            for moved in (2, MOST_MOVES)
        ]
    assert ET.fromstring(asked.text).findtext("Redirect") == f"{app.state.url}/twilio/{what}?moved=3"
    assert ET.fromstring(last.text).findtext("Say") == own_words.UNAVAILABLE
