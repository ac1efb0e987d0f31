"""Recording a call: after the notice, both sides, until the caller refuses."""

from __future__ import annotations

import asyncio
import wave
from pathlib import Path
from typing import Any

import pytest

from calllock.contracts.business import ProfileError
from calllock.contracts.events import (
    CallEnded,
    LineDropped,
    LineResumed,
    PromptPlayed,
    RecordingBegun,
    RecordingRefused,
    UtteranceHeard,
)
from calllock.contracts.message import Message
from calllock.runtime.bus import BusUnavailable
from tests.doubles.memory_bus import MemoryBus
from tests.integration.phone import Phone
from tests.integration.scripted_brain import brain, messages, until, wait_for
from tests.integration.test_voice_gateway_bus import MovingBus
from tests.integration.voice_gateway_rig import StubEngines, gateway, profile
from voice_gateway.own_words import NOT_RECORDED
from voice_gateway.speech.ports import Hints

NOTICE = "This call is recorded."
RECORDED = profile(recording_notice=NOTICE)
GREETING: dict[str, Any] = {"sentences": (RECORDED.greetings()[0],), "expects": "open"}


class Refusing(StubEngines):
    """Understands whatever is said as a refusal."""

    async def transcribe(self, audio: bytes, hints: Hints) -> str:
        return "please don't record this"


class NoRefusals(MemoryBus):
    """A bus that is away whenever a refusal is to be written."""

    away = True
    refused = 0

    async def publish(self, message: Message, *, expected_last: int | None = None) -> int:
        if isinstance(message, RecordingRefused) and self.away:
            self.refused += 1
            raise BusUnavailable("away")
        return await super().publish(message, expected_last=expected_last)


def files(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


def seconds(file: Path) -> float:
    with wave.open(str(file), "rb") as wav:
        assert wav.getnchannels() == 2
        return wav.getnframes() / wav.getframerate()


async def on_its_next_stream(phone: Phone, url: str, bus: MemoryBus) -> Phone:
    """The same call after its stream has broken and Twilio has opened another."""
    await phone.drop()
    await wait_for(bus, "CA1", LineDropped)
    again = Phone(url, "CA1")
    await again.connect((await phone.post("stream-ended", CallStatus="in-progress")).text)
    await wait_for(bus, "CA1", LineResumed)
    return again


@pytest.fixture
def recordings(tmp_path: Path) -> Path:
    folder = tmp_path / "recordings"
    folder.mkdir()
    return folder


async def test_a_call_is_recorded_once_its_notice_was_heard_and_again_on_each_stream(
    tmp_path: Path, recordings: Path
) -> None:
    bus = MemoryBus()
    async with (
        gateway(tmp_path, bus, StubEngines(), RECORDED, recordings_dir=recordings) as app,
        brain(bus, [], greeting=GREETING),
    ):
        phone = Phone(app.state.url, "CA1")
        await phone.call()
        await phone.sounds()
        assert files(recordings) == []
        await wait_for(bus, "CA1", RecordingBegun)
        await until(lambda: len(files(recordings)) == 1)
        again = await on_its_next_stream(phone, app.state.url, bus)
        await until(lambda: len(files(recordings)) == 2)
        await again.hang_up()
        await wait_for(bus, "CA1", CallEnded)
        log = await bus.read("CA1")

    assert [begun.file for begun in messages(log, RecordingBegun)] == ["CA1-1.wav", "CA1-2.wav"]
    assert all(seconds(file) >= 1 for file in files(recordings))


async def test_who_refuses_is_not_recorded_and_hears_so(tmp_path: Path, recordings: Path) -> None:
    bus = MemoryBus()
    async with (
        gateway(tmp_path, bus, Refusing(), RECORDED, recordings_dir=recordings) as app,
        brain(bus, [], greeting=GREETING) as scripted,
    ):
        phone = Phone(app.state.url, "CA1")
        await phone.call()
        await wait_for(bus, "CA1", RecordingBegun)
        await until(lambda: bool(files(recordings)))
        phone.make_noise(0.6)
        await wait_for(bus, "CA1", UtteranceHeard)
        await wait_for(bus, "CA1", RecordingRefused)
        heard = len(phone.heard)
        await until(lambda: len(phone.heard) > heard)
        await scripted.speak("CA1", 1, {"sentences": ("How can I help?",)})
        await wait_for(bus, "CA1", PromptPlayed, 2)
        await phone.hang_up()
        await wait_for(bus, "CA1", CallEnded)

    assert files(recordings) == []
    said = sum(len(audio) for _, audio in phone.heard[heard:])
    assert said >= 800 * len(NOT_RECORDED.split())


async def test_who_refuses_while_the_bus_is_away_is_not_recorded_on_the_next_stream_either(
    tmp_path: Path, recordings: Path
) -> None:
    bus = NoRefusals()
    async with (
        gateway(tmp_path, bus, Refusing(), RECORDED, recordings_dir=recordings) as app,
        brain(bus, [], greeting=GREETING) as scripted,
    ):
        phone = Phone(app.state.url, "CA1")
        await phone.call()
        await wait_for(bus, "CA1", RecordingBegun)
        phone.make_noise(0.6)
        await until(lambda: bus.refused > 0, limit_s=20)
        again = await on_its_next_stream(phone, app.state.url, bus)
        bus.away = False
        await scripted.speak("CA1", 1, {"sentences": ("Sorry, we got cut off.",)})
        await wait_for(bus, "CA1", RecordingRefused)
        await again.hang_up()
        await wait_for(bus, "CA1", CallEnded)
        log = await bus.read("CA1")

    assert len(messages(log, RecordingBegun)) == 1
    assert len(messages(log, RecordingRefused)) == 1
    assert files(recordings) == []


async def test_what_another_replica_recorded_before_it_could_know_of_the_refusal_is_deleted(
    tmp_path: Path, recordings: Path
) -> None:
    bus = NoRefusals()
    settings = {"recordings_dir": recordings, "twilio_auth_token": "secret"}
    async with (
        gateway(tmp_path, bus, Refusing(), RECORDED, **settings) as first,
        gateway(tmp_path, bus, StubEngines(), RECORDED, **settings) as second,
        brain(bus, [], greeting=GREETING),
    ):
        phone = Phone(first.state.url, "CA1", "secret")
        await phone.call()
        await wait_for(bus, "CA1", RecordingBegun)
        phone.make_noise(0.6)
        await until(lambda: bus.refused > 0, limit_s=20)
        await phone.drop()
        await wait_for(bus, "CA1", LineDropped)
        again = Phone(second.state.url, "CA1", "secret")
        await again.connect((await again.post("stream-ended", CallStatus="in-progress")).text)
        await wait_for(bus, "CA1", RecordingBegun, 2)
        await until(lambda: bool(files(recordings)), limit_s=20)
        bus.away = False
        await wait_for(bus, "CA1", RecordingRefused)
        await again.hang_up()
        await wait_for(bus, "CA1", CallEnded)
        await until(lambda: files(recordings) == [], limit_s=20)


async def test_a_stream_whose_replica_does_not_know_of_an_earlier_recording_leaves_it_alone(
    tmp_path: Path, recordings: Path
) -> None:
    behind = MemoryBus()
    bus = MovingBus(behind)
    settings = {"recordings_dir": recordings, "twilio_auth_token": "secret"}
    async with (
        gateway(tmp_path, bus, StubEngines(), RECORDED, **settings) as first,
        gateway(tmp_path, behind, StubEngines(), RECORDED, **settings) as second,
        brain(behind, [], greeting=GREETING) as scripted,
    ):
        phone = Phone(first.state.url, "CA1", "secret")
        await phone.call()
        await phone.sounds()
        bus.away = True
        await until(lambda: bool(files(recordings)), limit_s=20)
        await phone.drop()
        await until(lambda: first.state.exchange.live_calls == 0)
        before = (recordings / "CA1-1.wav").read_bytes()
        again = Phone(second.state.url, "CA1", "secret")
        await again.connect((await again.post("stream-ended", CallStatus="in-progress")).text)
        await wait_for(behind, "CA1", LineResumed)
        await scripted.speak("CA1", 0, GREETING)
        await wait_for(behind, "CA1", RecordingBegun)
        await until(lambda: len(files(recordings)) == 2, limit_s=20)
        bus.away = False
        begun = await wait_for(behind, "CA1", RecordingBegun, 2)
        await again.hang_up()
        await wait_for(behind, "CA1", CallEnded)

    assert {one.file for one in begun} == {"CA1-1.wav", "CA1-2.wav"}
    assert (recordings / "CA1-1.wav").read_bytes() == before


async def test_without_a_notice_nothing_is_recorded(tmp_path: Path, recordings: Path) -> None:
    bus = MemoryBus()
    async with gateway(tmp_path, bus, StubEngines(), recordings_dir=recordings) as app, brain(bus, []):
        phone = Phone(app.state.url, "CA1")
        await phone.call()
        await wait_for(bus, "CA1", PromptPlayed)
        await phone.hang_up()
        await wait_for(bus, "CA1", CallEnded)
        assert messages(await bus.read("CA1"), RecordingBegun) == []

    assert files(recordings) == []


async def test_a_business_that_records_needs_a_folder(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match="test-cooling: recording_notice needs RECORDINGS_DIR"):
        async with gateway(tmp_path, MemoryBus(), StubEngines(), RECORDED):
            pass


async def test_a_refusal_is_written_though_the_process_stops_while_the_bus_is_away(
    tmp_path: Path, recordings: Path
) -> None:
    bus = NoRefusals()
    async with (
        gateway(tmp_path, bus, Refusing(), RECORDED, recordings_dir=recordings) as app,
        brain(bus, [], greeting=GREETING),
    ):
        phone = Phone(app.state.url, "CA1")
        await phone.call()
        await wait_for(bus, "CA1", RecordingBegun)
        phone.make_noise(0.6)
        await until(lambda: bus.refused > 0, limit_s=20)
        await phone.hang_up()
        await wait_for(bus, "CA1", CallEnded)
        asyncio.get_running_loop().call_later(1.5, setattr, bus, "away", False)

    assert len(messages(await bus.read("CA1"), RecordingRefused)) == 1
