"""ElevenLabs, well and badly."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import numpy as np
import pytest

from calllock.runtime.answer_limits import AnswerLimits
from calllock.runtime.clock import SystemClock
from tests.vendors.behaviour import Behaviour, humming
from tests.vendors.behaviour import Fault as Misbehaviour
from tests.vendors.elevenlabs_server import API_KEY, ElevenLabsServer
from tests.vendors.http_server import served
from voice_gateway.speech import mulaw
from voice_gateway.speech.chain import Chain
from voice_gateway.speech.elevenlabs import ElevenLabsVoice, is_text
from voice_gateway.speech.faults import Fault, VendorFailed

HASTY = AnswerLimits(first_s=0.6, stall_s=0.4, total_s=2.0)


@asynccontextmanager
async def elevenlabs(behaves: Behaviour, key: str = API_KEY) -> AsyncIterator[tuple[ElevenLabsServer, ElevenLabsVoice]]:
    vendor = ElevenLabsServer(humming(), behaves)
    async with served(vendor.app, behaves) as url:
        voice = ElevenLabsVoice(url, key, "Rachel", "eleven_flash_v2_5", HASTY)
        try:
            yield vendor, voice
        finally:
            await voice.close()


async def test_a_line_comes_as_the_telephone_wants_it() -> None:
    async with elevenlabs(Behaviour()) as (vendor, voice):
        line = await voice.render("You're all set for Tuesday.")
    assert len(line) == pytest.approx(8_000 * 1.5, abs=800)
    assert np.abs(np.frombuffer(mulaw.decode(line), dtype="<i2").astype(int)).max() > 20_000
    assert vendor.asked == [
        {
            "text": "You're all set for Tuesday.",
            "model_id": "eleven_flash_v2_5",
            "voice_id": "Rachel",
            "output_format": "ulaw_8000",
        }
    ]


@pytest.mark.parametrize(
    ("behaves", "fault"),
    [
        (Behaviour("refuses", status=401), "refused"),
        (Behaviour("refuses", status=429), "busy"),
        (Behaviour("refuses", status=500), "broken"),
        (Behaviour("hangs"), "late"),
        (Behaviour("stalls"), "late"),
        (Behaviour("slow", slow_s=3.0), "late"),
        (Behaviour("closes"), "unreachable"),
        (Behaviour("garbage"), "garbled"),
    ],
)
async def test_whatever_goes_wrong_has_a_name(behaves: Behaviour, fault: Misbehaviour | Fault) -> None:
    async with elevenlabs(behaves) as (_, voice):
        with pytest.raises(VendorFailed) as failed:
            await voice.render("Hello there, who is calling?")
    assert failed.value.fault == fault


async def test_a_vendor_that_closes_idle_connections_after_a_while_costs_no_line() -> None:
    async with elevenlabs(Behaviour(closes_after_s=0.05)) as (vendor, voice):
        voices = Chain("voice", (voice,), SystemClock())
        for _ in range(5):
            assert (await voices.ask(lambda one: one.render("Hello there.")))[1]
            await asyncio.sleep(0.1)
    assert len(vendor.asked) >= 5


async def test_a_wrong_key_is_a_refusal_and_stays_unsaid() -> None:
    async with elevenlabs(Behaviour(), key="a-wrong-key") as (_, voice):
        with pytest.raises(VendorFailed, match="refused: status 401") as failed:
            await voice.render("Hello.")
    assert "a-wrong-key" not in str(failed.value)


async def test_silence_and_endless_sound_are_no_line() -> None:
    for seconds, reason in ((0.0, "text instead of sound|no sound"), (5.0, "more sound")):
        vendor = ElevenLabsServer(humming(seconds))
        async with served(vendor.app) as url:
            voice = ElevenLabsVoice(url, API_KEY, "Rachel", "flash", HASTY)
            with pytest.raises(VendorFailed, match=reason):
                await voice.render("Hello there.")
            await voice.close()


def test_mulaw_is_no_text_and_messages_are() -> None:
    assert is_text(b'{"detail": {"status": "invalid_api_key"}}')
    assert is_text(b"")
    assert not is_text(mulaw.encode(np.array([100, -100, 3_000, -3_000], dtype=np.int16)))
