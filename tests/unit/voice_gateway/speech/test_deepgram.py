"""Deepgram's stream, well and badly. The telephone's time is sped up: audio is sent as fast as it is taken."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

import numpy as np
import pytest

from calllock.runtime.clock import Clock, SystemClock
from tests.vendors.behaviour import Behaviour, always
from tests.vendors.deepgram_server import API_KEY, DeepgramServer, deepgram
from voice_gateway.speech.deepgram import Deepgram, pause_s
from voice_gateway.speech.deepgram_stream import BYTES_A_SECOND, StreamPatience
from voice_gateway.speech.failure_records import ENGINE_FAILURES
from voice_gateway.speech.faults import Fault, VendorFailed
from voice_gateway.speech.ports import Ear, Hints

HASTY = StreamPatience(answer_s=1.0, idle_s=0.4, keep_alive_s=0.1, connect_s=0.5)
SPEECH = np.tile(np.array([5_000, -5_000], dtype="<i2"), 4_000).tobytes()
"""A second."""
SILENCE = bytes(16_000)


@dataclass
class Rig:
    vendor: DeepgramServer
    ear: Ear

    async def say(self, audio: bytes = SPEECH) -> str:
        """Hear that and ask for its words, as the line does after a pause."""
        for at in range(0, len(audio), 320):
            self.ear.hear(audio[at : at + 320])
        return await self.ear.transcribe(audio, Hints())

    async def say_until_heard(self) -> str:
        """The same, again and again while streams are being replaced."""
        async with asyncio.timeout(5):
            while True:
                with suppress(VendorFailed):
                    return await self.say()
                await asyncio.sleep(0.01)

    async def until_streams(self, count: int) -> None:
        async with asyncio.timeout(5):
            while len(self.vendor.streams) < count:  # noqa: ASYNC110 - nobody announces it
                await asyncio.sleep(0.01)


@asynccontextmanager
async def running(
    behaves: Behaviour | None = None,
    idle_s: float = 10.0,
    terms: tuple[str, ...] = (),
    key: str = API_KEY,
    guess: str = "",
    clock: Clock | None = None,
) -> AsyncIterator[Rig]:
    async with deepgram(always("My A.C. is out."), behaves, idle_s=idle_s, guess=guess) as (vendor, url):
        ear = Deepgram(url, key, "nova-3", clock or SystemClock(), HASTY).listen(terms)
        holding = asyncio.create_task(ear.run())
        try:
            yield Rig(vendor, ear)
        finally:
            holding.cancel()
            await asyncio.wait([holding])


async def test_the_words_of_an_utterance_are_there_soon_after_the_pause() -> None:
    async with running(Behaviour(latency_s=0.05)) as rig:
        assert await rig.say(SILENCE) == ""
        began = time.perf_counter()
        assert await rig.say() == "My AC is out."
        assert time.perf_counter() - began < 0.5
        (stream,) = rig.vendor.streams
        assert bytes(stream.audio) == SILENCE + SPEECH
        assert stream.messages == ["Finalize", "Finalize"]


async def test_the_audio_is_there_before_the_words_are_asked_for() -> None:
    async with running() as rig:
        await rig.until_streams(1)
        for at in range(0, len(SPEECH), 320):
            rig.ear.hear(SPEECH[at : at + 320])
            await asyncio.sleep(0)
        async with asyncio.timeout(2):
            while len(rig.vendor.streams[0].audio) < len(SPEECH) - 1_600:  # noqa: ASYNC110 - nobody announces it
                await asyncio.sleep(0.01)
        assert rig.vendor.streams[0].messages == []


async def test_of_a_caller_who_speaks_on_the_words_so_far_are_known_until_final_ones_replace_them() -> None:
    async with running(guess="my A.C. is") as rig:
        assert await rig.say(SILENCE) == ""
        assert rig.ear.so_far(5.0) == ""
        rig.ear.hear(SPEECH)
        async with asyncio.timeout(2):
            while not rig.ear.so_far(1.0):  # noqa: ASYNC110 - nobody announces it
                await asyncio.sleep(0.01)
        assert rig.ear.so_far(1.0) == "my AC is"
        assert await rig.ear.transcribe(SPEECH, Hints()) == "My AC is out."
        assert rig.ear.so_far(1.0) == "My AC is out."
        rig.ear.hear(SILENCE + SILENCE)
        assert rig.ear.so_far(1.0) == ""


async def test_the_vendor_is_told_what_audio_comes_and_which_words_are_likely() -> None:
    async with running(terms=("Onion Creek", "Trane")) as rig:
        await rig.say()
        query = rig.vendor.streams[0].query
    assert query["keyterm"] == ["Onion Creek", "Trane"]
    assert {name: values[0] for name, values in query.items() if name != "keyterm"} == {
        "model": "nova-3",
        "language": "en-US",
        "encoding": "linear16",
        "channels": "1",
        "sample_rate": "8000",
        "interim_results": "true",
        "punctuate": "true",
        "endpointing": "false",
    }


async def test_a_caller_who_goes_on_is_heard_from_the_beginning_of_the_turn() -> None:
    async with running() as rig:
        await rig.say()
        rig.ear.hear(SPEECH)
        assert await rig.ear.transcribe(SPEECH + SPEECH, Hints()) == "My AC is out. My AC is out."
        assert await rig.say(SILENCE) == ""


async def test_a_stream_that_is_sent_nothing_is_kept_alive() -> None:
    async with running(idle_s=5 * HASTY.keep_alive_s) as rig:
        await rig.until_streams(1)
        stream = rig.vendor.streams[0]
        async with asyncio.timeout(5):
            while stream.messages.count("KeepAlive") < 6:  # noqa: ASYNC110 - nobody announces it
                await asyncio.sleep(0.01)
        assert await rig.say() == "My AC is out."
        assert rig.vendor.streams == [stream]


async def test_a_stream_that_breaks_is_replaced_and_the_utterance_is_heard_again() -> None:
    async with running() as rig:
        await rig.say(SILENCE)
        for at in range(0, len(SPEECH), 320):
            rig.ear.hear(SPEECH[at : at + 320])
        await rig.vendor.break_off()
        assert await rig.ear.transcribe(SPEECH, Hints()) == "My AC is out."
        assert bytes(rig.vendor.streams[1].audio) == SILENCE + SPEECH


async def test_what_is_said_while_a_stream_is_being_replaced_late_in_a_call_is_heard() -> None:
    async with running() as rig:
        assert await rig.say() == "My AC is out."
        rig.ear.hear(bytes(8 * BYTES_A_SECOND))
        await rig.vendor.break_off()
        await rig.until_streams(2)
        assert await rig.say() == "My AC is out."


async def test_a_stream_that_breaks_when_words_are_asked_for_is_replaced_in_time() -> None:
    async with running(Behaviour("closes", faults_left=1)) as rig:
        assert await rig.say() == "My AC is out."
        assert len(rig.vendor.streams) == 2


class HurriedClock(SystemClock):
    """A minute is a second."""

    waited_s = 0.0

    def monotonic(self) -> float:
        return 60 * super().monotonic()

    async def sleep(self, seconds: float) -> None:
        self.waited_s += seconds
        await super().sleep(seconds / 60)


async def test_a_vendor_that_closes_every_stream_after_thirty_seconds_costs_no_words() -> None:
    clock = HurriedClock()
    async with running(Behaviour(closes_after_s=0.5), clock=clock) as rig:
        for streams in range(1, 5):
            await rig.until_streams(streams)
            assert await rig.say() == "My AC is out."
            rig.ear.hear(bytes(8 * BYTES_A_SECOND))  # the next stream hears no more than that again
            await rig.until_streams(streams + 1)
    assert clock.waited_s == 0.0


@pytest.mark.parametrize(
    ("behaves", "faults"),
    [
        (Behaviour("refuses", status=401), {"refused"}),
        (Behaviour("refuses", status=429), {"busy"}),
        (Behaviour("refuses", status=500), {"broken"}),
        (Behaviour("hangs"), {"late"}),
        (Behaviour("slow", slow_s=3.0), {"late"}),
        (Behaviour("garbage"), {"late", "garbled"}),
        (Behaviour("closes"), {"late", "unreachable"}),
    ],
)
async def test_whatever_goes_wrong_has_a_name_and_an_end(behaves: Behaviour, faults: Sequence[Fault]) -> None:
    async with running(behaves) as rig:
        began = time.perf_counter()
        with pytest.raises(VendorFailed) as failed:
            await rig.say()
        assert failed.value.fault in faults
        assert time.perf_counter() - began < HASTY.answer_s + 0.5


async def test_a_wrong_key_is_a_refusal() -> None:
    async with running(key="wrong") as rig:
        with pytest.raises(VendorFailed, match="refused"):
            await rig.say()
        assert rig.vendor.streams == []


async def test_a_vendor_that_is_not_there_fails_at_once() -> None:
    ear = Deepgram("http://127.0.0.1:9", API_KEY, "nova-3", SystemClock(), HASTY).listen(())
    holding = asyncio.create_task(ear.run())
    await asyncio.sleep(0.1)
    began = time.perf_counter()
    with pytest.raises(VendorFailed, match="unreachable"):
        await ear.transcribe(SPEECH, Hints())
    assert time.perf_counter() - began < HASTY.answer_s
    holding.cancel()


async def test_a_stream_that_is_silent_though_it_is_sent_audio_is_replaced() -> None:
    behaves = Behaviour("hangs")
    async with running(behaves) as rig:
        await rig.until_streams(1)
        for _ in range(60):
            rig.ear.hear(SILENCE[:1_600])
            await asyncio.sleep(0.01)
        behaves.fault = None
        await rig.until_streams(2)
        assert await rig.say_until_heard() == "My AC is out."


async def test_a_stream_that_is_silent_because_it_is_sent_nothing_is_kept() -> None:
    async with running(Behaviour("hangs")) as rig:
        await rig.until_streams(1)
        await asyncio.sleep(3 * HASTY.idle_s)
        assert len(rig.vendor.streams) == 1


async def test_a_stream_that_breaks_is_counted_though_no_utterance_was_lost() -> None:
    counter = ENGINE_FAILURES.labels("recognizer", "deepgram", "unreachable")
    before = counter._value.get()
    async with running() as rig:
        await rig.say()
        await rig.vendor.break_off()
        await rig.until_streams(2)
    assert counter._value.get() == before + 1


async def test_at_the_end_of_the_call_the_stream_is_closed_as_the_vendor_wants_it() -> None:
    async with running() as rig:
        await rig.say()
    assert rig.vendor.streams[0].messages[-1] == "CloseStream"
    assert rig.vendor._sockets == set()


async def test_an_utterance_longer_than_what_is_kept_is_not_heard_by_half() -> None:
    async with running() as rig:
        await rig.until_streams(1)
        for _ in range(40):
            rig.ear.hear(SPEECH)
        await rig.vendor.break_off()
        await rig.until_streams(2)
        with pytest.raises(VendorFailed, match="in the middle of the utterance"):
            await rig.ear.transcribe(SPEECH * 40, Hints())


@pytest.mark.parametrize(
    ("failures", "fault", "seconds"),
    [(1, "unreachable", 0.0), (2, "late", 1.0), (4, "broken", 5.0), (50, "unreachable", 15.0), (1, "refused", 15.0)],
)
def test_the_next_stream_is_opened_at_once_and_later_and_later(failures: int, fault: Fault, seconds: float) -> None:
    assert pause_s(failures, fault) == seconds
