"""The audio routes of OpenAI, well and badly."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import numpy as np
import pytest

from calllock.runtime.answer_limits import AnswerLimits
from calllock.runtime.clock import SystemClock
from tests.vendors.behaviour import Behaviour, always, humming
from tests.vendors.http_server import served
from tests.vendors.openai_speech_server import API_KEY, OpenAiSpeechServer
from voice_gateway.speech import mulaw
from voice_gateway.speech.chain import Chain
from voice_gateway.speech.faults import Fault, VendorFailed
from voice_gateway.speech.openai_speech import OpenAiRecognizer, OpenAiVoice
from voice_gateway.speech.ports import Hints

HASTY = AnswerLimits(first_s=0.6, stall_s=0.4, total_s=2.0)
LOUD = np.full(8_000, 5_000, dtype="<i2").tobytes()


@asynccontextmanager
async def openai(
    behaves: Behaviour, heard: str = "My A.C. is out."
) -> AsyncIterator[tuple[OpenAiSpeechServer, OpenAiRecognizer, OpenAiVoice]]:
    vendor = OpenAiSpeechServer(always(heard), humming(), behaves)
    async with served(vendor.app, behaves) as url:
        recognizer = OpenAiRecognizer(f"{url}/v1", API_KEY, "whisper-1", HASTY)
        voice = OpenAiVoice(f"{url}/v1", API_KEY, "tts-1", "alloy", HASTY)
        try:
            yield vendor, recognizer, voice
        finally:
            await recognizer.close()
            await voice.close()


async def test_an_utterance_goes_whole_and_its_words_come_back_in_the_usual_spelling() -> None:
    async with openai(Behaviour()) as (vendor, recognizer, _):
        ear = recognizer.listen(("Onion Creek",))
        assert await ear.transcribe(LOUD, Hints(terms=("Onion Creek", "Trane"))) == "My AC is out."
        assert await ear.transcribe(bytes(16_000), Hints()) == ""
    assert vendor.asked == [
        {"model": "whisper-1", "prompt": "Onion Creek, Trane", "filename": "utterance.wav"},
        {"model": "whisper-1", "prompt": "", "filename": "utterance.wav"},
    ]


async def test_a_vendor_that_closes_idle_connections_after_a_while_costs_neither_words_nor_a_line() -> None:
    async with openai(Behaviour(closes_after_s=0.05)) as (vendor, recognizer, voice):
        recognizers = Chain("recognizer", (recognizer,), SystemClock())
        voices = Chain("voice", (voice,), SystemClock())
        for _ in range(5):
            assert (await recognizers.ask(lambda one: one.transcribe(LOUD, Hints())))[1] == "My AC is out."
            assert (await voices.ask(lambda one: one.render("Hello there.")))[1]
            await asyncio.sleep(0.1)
    assert len(vendor.asked) >= 10


async def test_a_line_is_resampled_to_the_telephone() -> None:
    async with openai(Behaviour()) as (vendor, _, voice):
        line = await voice.render("One two three.")
    samples = np.frombuffer(mulaw.decode(line), dtype="<i2").astype(float)
    assert len(samples) == pytest.approx(8_000 * 0.9, abs=800)
    assert np.abs(np.fft.rfft(samples[1_000:5_000])).argmax() * 2 == pytest.approx(220, abs=4)
    assert vendor.asked == [{"model": "tts-1", "voice": "alloy", "input": "One two three.", "response_format": "wav"}]


@pytest.mark.parametrize(
    ("behaves", "fault"),
    [
        (Behaviour("refuses", status=401), "refused"),
        (Behaviour("refuses", status=429), "busy"),
        (Behaviour("refuses", status=500), "broken"),
        (Behaviour("hangs"), "late"),
        (Behaviour("slow", slow_s=3.0), "late"),
        (Behaviour("closes"), "unreachable"),
        (Behaviour("garbage"), "garbled"),
    ],
)
async def test_whatever_goes_wrong_has_a_name(behaves: Behaviour, fault: Fault) -> None:
    async with openai(behaves) as (_, recognizer, voice):
        for work in (recognizer.transcribe(LOUD, Hints()), voice.render("Hello.")):
            with pytest.raises(VendorFailed) as failed:
                await work
            assert failed.value.fault == fault


async def test_a_transcript_that_nobody_can_have_said_is_none() -> None:
    async with openai(Behaviour(), heard="word " * 400_000) as (_, recognizer, _):
        with pytest.raises(VendorFailed, match="garbled: the transcript is too long"):
            await recognizer.transcribe(LOUD, Hints())
