"""What happens to a line: callers who interrupt, brains that are gone, sockets that break."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from calllock.contracts.dataflow import INTERIM
from calllock.contracts.events import (
    CallAnswered,
    CallEnded,
    CallerInterrupted,
    KeyPressed,
    LineDropped,
    LineResumed,
    PromptPlayed,
    UtteranceHeard,
)
from calllock.contracts.interim import InterimWords
from tests.doubles.memory_bus import MemoryBus
from tests.integration.phone import Phone
from tests.integration.scripted_brain import brain, messages, until, wait_for
from tests.integration.voice_gateway_rig import StubEngines, gateway
from voice_gateway import endings
from voice_gateway.line import waiting
from voice_gateway.speech.ports import Hints
from voice_gateway.speech.utterance_ear import UtteranceEar

LONG = "One two three four five six seven eight nine ten " * 6


async def test_a_caller_who_speaks_over_the_agent_stops_it_once_and_is_listened_to(tmp_path: Path) -> None:
    bus = MemoryBus()
    async with gateway(tmp_path, bus, StubEngines()) as app, brain(bus, [], greeting={"sentences": (LONG,)}):
        phone = Phone(app.state.url, "CA1")
        await phone.call()
        await phone.sounds()
        phone.make_noise(1.5)
        (interrupted,) = await wait_for(bus, "CA1", CallerInterrupted)
        (heard,) = await wait_for(bus, "CA1", UtteranceHeard)
        await phone.hang_up()
        await wait_for(bus, "CA1", CallEnded)

    assert phone.cleared == 1
    assert 0 < len(interrupted.heard_text.split()) < len(LONG.split())
    assert heard.text == "something was said"


async def test_a_caller_who_hangs_up_ends_the_call_once(tmp_path: Path) -> None:
    bus = MemoryBus()
    async with gateway(tmp_path, bus, StubEngines()) as app, brain(bus, []):
        phone = Phone(app.state.url, "CA1")
        await phone.call()
        await phone.sounds()
        await phone.hang_up()
        await phone.post("status", CallStatus="completed")
        await phone.post("stream-ended", CallStatus="completed")
        (ended,) = await wait_for(bus, "CA1", CallEnded)
        log = await bus.read("CA1")

    assert ended.ended_by == "caller"
    assert len(messages(log, CallEnded)) == 1
    assert not messages(log, PromptPlayed)[0].complete


async def test_a_broken_line_is_resumed_and_the_call_goes_on(tmp_path: Path) -> None:
    bus = MemoryBus()
    async with gateway(tmp_path, bus, StubEngines()) as app, brain(bus, []) as scripted:
        phone = Phone(app.state.url, "CA1")
        await phone.call()
        await wait_for(bus, "CA1", PromptPlayed)
        await phone.drop()
        await wait_for(bus, "CA1", LineDropped)
        again = Phone(app.state.url, "CA1")
        await again.connect((await phone.post("stream-ended", CallStatus="in-progress")).text)
        await wait_for(bus, "CA1", LineResumed)
        await scripted.speak("CA1", 0, {"sentences": ("Sorry, we got cut off.",)})
        await wait_for(bus, "CA1", PromptPlayed, 2)
        await again.hang_up()
        (ended,) = await wait_for(bus, "CA1", CallEnded)
        log = await bus.read("CA1")

    assert ended.ended_by == "caller"
    assert len(messages(log, CallAnswered)) == 1
    assert [played.heard_text for played in messages(log, PromptPlayed)][1] == "Sorry, we got cut off."


async def test_a_broken_line_that_nobody_resumes_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endings, "RESUME_S", 0.2)
    bus = MemoryBus()
    async with gateway(tmp_path, bus, StubEngines()) as app, brain(bus, []):
        phone = Phone(app.state.url, "CA1")
        await phone.call()
        await phone.sounds()
        await phone.drop()
        (ended,) = await wait_for(bus, "CA1", CallEnded)
        after = await phone.post("stream-ended", CallStatus="in-progress")

    assert ended.ended_by == "line_lost"
    assert "<Hangup/>" in after.text
    assert "<Stream" not in after.text


async def test_a_line_is_resumed_twice_and_then_no_more(tmp_path: Path) -> None:
    bus = MemoryBus()
    async with gateway(tmp_path, bus, StubEngines()) as app, brain(bus, []):
        phone = Phone(app.state.url, "CA1")
        twiml = (await phone.dial()).text
        for number in range(3):
            assert "<Stream" in twiml
            phone = Phone(app.state.url, "CA1")
            await phone.connect(twiml)
            await wait_for(bus, "CA1", LineResumed if number else CallAnswered, number or 1)
            await phone.drop()
            await wait_for(bus, "CA1", LineDropped, number + 1)
            twiml = (await phone.post("stream-ended", CallStatus="in-progress")).text
        (ended,) = await wait_for(bus, "CA1", CallEnded)

    assert "<Say>" in twiml
    assert ended.ended_by == "line_lost"


async def test_a_second_socket_of_a_call_replaces_the_first(tmp_path: Path) -> None:
    bus = MemoryBus()
    async with gateway(tmp_path, bus, StubEngines()) as app, brain(bus, []):
        first = Phone(app.state.url, "CA1")
        twiml = (await first.dial()).text
        await first.connect(twiml)
        await first.sounds()
        second = Phone(app.state.url, "CA1")
        await second.connect(twiml)
        async with asyncio.timeout(3):
            await first.closed.wait()
        await wait_for(bus, "CA1", LineResumed)
        await second.hang_up()
        await wait_for(bus, "CA1", CallEnded)
        log = await bus.read("CA1")

    assert len(messages(log, CallEnded)) == 1
    assert messages(log, LineDropped) == []


async def test_a_call_without_a_brain_is_apologised_for_and_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "APOLOGY_S", 1.0)
    bus = MemoryBus()
    async with gateway(tmp_path, bus, StubEngines()) as app:
        phone = Phone(app.state.url, "CA1")
        await phone.call()
        (ended,) = await wait_for(bus, "CA1", CallEnded)
        await phone.closed.wait()
        after = await phone.post("stream-ended", CallStatus="in-progress")

    assert ended.ended_by == "agent"
    assert phone.heard[0][0] - phone.started_at < 2.0
    assert "<Hangup/>" in after.text


async def test_words_of_a_turn_that_goes_on_are_mentioned_before_they_are_told(tmp_path: Path) -> None:
    class Doubting(StubEngines):
        async def finished(self, audio: bytes) -> float:
            return 0.1

    bus = MemoryBus()
    mentioned = asyncio.ensure_future(anext(bus.mentions(INTERIM)))
    async with gateway(tmp_path, bus, Doubting()) as app, brain(bus, []):
        phone = Phone(app.state.url, "CA1")
        await phone.call()
        phone.make_noise(1.0)
        words = InterimWords.model_validate_json(await asyncio.wait_for(mentioned, 10))
        told = [entry.message for entry in await bus.read("CA1")]
        (heard,) = await wait_for(bus, "CA1", UtteranceHeard)
        await phone.hang_up()
        await wait_for(bus, "CA1", CallEnded)

    assert (words.call_sid, words.turn, words.text) == ("CA1", heard.turn, heard.text)
    assert heard not in told


async def test_words_are_mentioned_while_the_caller_is_still_speaking_if_the_recognizer_has_them(
    tmp_path: Path,
) -> None:
    class Streaming(StubEngines):
        def listen(self, terms: tuple[str, ...]) -> UtteranceEar:
            return StreamingEar(self)

    class StreamingEar(UtteranceEar):
        def so_far(self, seconds: float) -> str:
            return "something" if seconds > 1.0 else ""

    bus = MemoryBus()
    mentioned = asyncio.ensure_future(anext(bus.mentions(INTERIM)))
    async with gateway(tmp_path, bus, Streaming()) as app, brain(bus, []):
        phone = Phone(app.state.url, "CA1")
        await phone.call()
        phone.make_noise(4.0)
        words = InterimWords.model_validate_json(await asyncio.wait_for(mentioned, 10))
        still_speaks = phone.is_speaking
        (heard,) = await wait_for(bus, "CA1", UtteranceHeard)
        await phone.hang_up()
        await wait_for(bus, "CA1", CallEnded)

    assert still_speaks
    assert (words.turn, words.text) == (heard.turn, "something")


async def test_keys_are_told(tmp_path: Path) -> None:
    bus = MemoryBus()
    async with gateway(tmp_path, bus, StubEngines()) as app, brain(bus, []):
        phone = Phone(app.state.url, "CA1")
        await phone.call()
        await phone.send({"event": "dtmf", "dtmf": {"digit": "7"}})
        (pressed,) = await wait_for(bus, "CA1", KeyPressed)
        await phone.hang_up()
        await wait_for(bus, "CA1", CallEnded)

    assert pressed.key == "7"


async def test_nonsense_on_the_socket_does_not_disturb_the_call(tmp_path: Path) -> None:
    bus = MemoryBus()
    async with gateway(tmp_path, bus, StubEngines()) as app, brain(bus, []):
        phone = Phone(app.state.url, "CA1")
        await phone.call()
        for nonsense in ("{", "[]", '{"event":"media","media":{"payload":"***"}}', '{"event":"mark"}', "null"):
            await phone.socket.send(nonsense)
        await phone.socket.send(b"\xff\xfe\x00")
        (played,) = await wait_for(bus, "CA1", PromptPlayed)
        await phone.hang_up()
        await wait_for(bus, "CA1", CallEnded)

    assert played.complete


async def test_a_stopping_process_hands_its_calls_over(tmp_path: Path) -> None:
    bus = MemoryBus()
    async with gateway(tmp_path, bus, StubEngines()) as app, brain(bus, []):
        phone = Phone(app.state.url, "CA1")
        await phone.call()
        await phone.sounds()
        await app.state.exchange.drain(0.1)
        await phone.closed.wait()
        refused = await Phone(app.state.url, "CA2").dial()
        log = await bus.read("CA1")

    assert len(messages(log, LineDropped)) == 1
    assert messages(log, CallEnded) == []
    assert "<Stream" not in refused.text


async def test_nothing_is_left_of_a_call_that_is_over(tmp_path: Path) -> None:
    bus = MemoryBus()
    async with gateway(tmp_path, bus, StubEngines()) as app, brain(bus, []):
        left: list[int] = []
        for number in range(3):
            phone = Phone(app.state.url, f"CA{number}")
            await phone.call()
            await wait_for(bus, f"CA{number}", PromptPlayed)
            await phone.hang_up()
            await wait_for(bus, f"CA{number}", CallEnded)
            await until(lambda: not app.state.exchange.live_calls and not pipeline_tasks())
            left.append(len(asyncio.all_tasks()))

    assert max(left) - min(left) <= 1


def pipeline_tasks() -> list[asyncio.Task[object]]:
    return [task for task in asyncio.all_tasks() if "Pipeline" in task.get_name() or "Line" in task.get_name()]


async def test_a_call_that_ends_while_an_engine_hangs_ends_at_once(tmp_path: Path) -> None:
    class Hanging(StubEngines):
        hears = asyncio.Event()

        async def transcribe(self, audio: bytes, hints: Hints) -> str:
            self.hears.set()
            await asyncio.sleep(60)
            return ""

    bus, used = MemoryBus(), Hanging()
    async with gateway(tmp_path, bus, used) as app, brain(bus, []):
        phone = Phone(app.state.url, "CA1")
        await phone.call()
        await wait_for(bus, "CA1", PromptPlayed)
        phone.make_noise(0.5)
        await used.hears.wait()
        await phone.hang_up()
        (ended,) = await wait_for(bus, "CA1", CallEnded, limit_s=3.0)

    assert ended.ended_by == "caller"
