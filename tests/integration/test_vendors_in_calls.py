"""Calls with sound through vendors that hear and speak for real, and that fail in the middle of a call."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from calllock.contracts.events import CallEnded, PromptPlayed, ToolRequested
from calllock.runtime.answer_limits import AnswerLimits
from calllock.runtime.clock import SystemClock
from tests.integration.spoken_call import ShortVoice, SpokenCall, spoken_call
from tests.integration.voice_gateway_rig import engines
from tests.vendors import deepgram_server, elevenlabs_server
from tests.vendors.behaviour import Behaviour, Fault, humming, recognizing, speaking
from tests.vendors.deepgram_server import deepgram
from tests.vendors.elevenlabs_server import ElevenLabsServer
from tests.vendors.http_server import served
from voice_gateway.speech import mulaw
from voice_gateway.speech.deepgram import Deepgram
from voice_gateway.speech.deepgram_stream import StreamPatience
from voice_gateway.speech.elevenlabs import ElevenLabsVoice
from voice_gateway.speech.ports import Hints, Recognizer, SpeechFailed
from voice_gateway.speech.utterance_ear import UtteranceEar

HEARD = {"customer_name": "Emily Carter", "service_address": "1425 Oak Street", "zip_code": "78745"}
FAILING_FROM = 2
"""The caller's answer from which on the vendors fail."""
LONGEST_SILENCE_S = 8.0
"""A busy machine's engines take their time; the promised two seconds are held by a virtual clock, in
`test_longest_silence.py`, and measured by `make silence`."""
PATIENT, UNHURRIED = StreamPatience(answer_s=10.0), StreamPatience(answer_s=2.0)
"""The vendor's recognizer runs on this machine, which may be busy."""


class Deaf:
    """Hears nothing: what is heard, the vendor heard."""

    name = "deaf"

    def listen(self, terms: tuple[str, ...]) -> UtteranceEar:
        return UtteranceEar(self)

    async def transcribe(self, audio: bytes, hints: Hints) -> str:
        raise SpeechFailed("deaf")


class Vendors:
    """Deepgram and ElevenLabs before local engines; the local voice does not take the caller's time."""

    def __init__(self, deepgram_url: str, elevenlabs_url: str, behind: Recognizer, patience: StreamPatience) -> None:
        listener = Deepgram(deepgram_url, deepgram_server.API_KEY, "nova-3", SystemClock(), patience)
        self.speaker = ElevenLabsVoice(elevenlabs_url, elevenlabs_server.API_KEY, "Rachel", "flash")
        self.recognizers = (listener, behind)
        self.voices = (self.speaker, ShortVoice())
        self.turn_model = engines().turn_model
        self.voice_activity = engines().voice_activity


async def call_with(folder: Path, fault: Fault | None, behind: Recognizer) -> tuple[SpokenCall, Behaviour, Behaviour]:
    """A call whose vendors fail like that from one answer on, or not at all, and how the two behaved."""
    hears, speaks = Behaviour(latency_s=0.1), Behaviour()

    def fail(answer: int) -> None:
        if answer == FAILING_FROM:
            hears.fault = speaks.fault = fault

    speaker = ElevenLabsServer(humming(0.03), speaks)
    async with deepgram(recognizing(), hears) as (_, deepgram_url), served(speaker.app) as elevenlabs_url:
        vendors = Vendors(deepgram_url, elevenlabs_url, behind, UNHURRIED if fault else PATIENT)
        call = await spoken_call(folder, vendors, fail)
        await vendors.speaker.close()
        return call, hears, speaks


@pytest.mark.parametrize("faults", [(None, "hangs"), ("closes", "garbage")])
async def test_a_call_is_booked_whatever_its_vendors_do_and_the_line_is_never_silent_for_long(
    tmp_path: Path, faults: tuple[Fault | None, ...]
) -> None:
    local = engines().recognizers[0]
    calls = await asyncio.gather(
        *(call_with(tmp_path / str(fault), fault, local if fault else Deaf()) for fault in faults)
    )

    for (call, hears, speaks), fault in zip(calls, faults, strict=True):
        assert {name: call.booking[name] for name in HEARD} == HEARD
        assert call.last_rule == "booking: booked as wished"
        assert max(call.phone.silences()) < LONGEST_SILENCE_S
        assert bool(hears.shown) == bool(speaks.shown) == bool(fault)


class FailingVoice(ShortVoice):
    """Speaks before the call, and then no more."""

    fails = False

    async def render(self, text: str) -> bytes:
        if self.fails:
            raise SpeechFailed("the voice made no sound")
        return await super().render(text)


class WithoutVoice:
    """Every voice fails once the call has begun; what was rendered before it is there."""

    def __init__(self) -> None:
        self.voice = FailingVoice()
        self.voices = (self.voice,)
        self.recognizers = engines().recognizers
        self.turn_model = engines().turn_model
        self.voice_activity = engines().voice_activity


async def test_when_no_voice_is_left_a_callback_is_promised_in_words_that_are_at_hand(tmp_path: Path) -> None:
    used = WithoutVoice()

    def fail(_answer: int) -> None:
        used.voice.fails = True

    call = await spoken_call(tmp_path, used, fail)

    heard = [played.heard_text for played in call.log if isinstance(played, PromptPlayed)]
    assert any("have someone call you back" in text for text in heard)
    assert [entry.tool for entry in call.log if isinstance(entry, ToolRequested)][-1] == "create_callback"
    assert isinstance(call.log[-1], CallEnded)


async def test_what_a_vendor_speaks_is_understood_on_the_telephone() -> None:
    text = "Okay, let me pull that up for you."
    vendor = ElevenLabsServer(speaking())
    async with served(vendor.app) as url:
        voice = ElevenLabsVoice(url, elevenlabs_server.API_KEY, "Rachel", "flash", AnswerLimits(20.0, 20.0, 20.0))
        line = await voice.render(text)
        await voice.close()
    heard = await engines().recognizers[0].listen(()).transcribe(mulaw.decode(line), Hints())
    assert heard.lower().replace(".", "") == text.lower().replace(".", "")
