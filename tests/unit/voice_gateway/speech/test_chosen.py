"""The engines that the settings name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from calllock.runtime.clock import SystemClock
from tests.integration.voice_gateway_rig import StubEngines
from voice_gateway.settings import Settings
from voice_gateway.speech.chosen import ChosenEngines

KEYS = {"deepgram_api_key": "d", "elevenlabs_api_key": "e", "elevenlabs_voice_id": "Rachel", "openai_api_key": "o"}


@pytest.mark.parametrize(
    ("named", "recognizers", "voices"),
    [
        ({}, ["stub"], ["stub"]),
        ({"recognizers": "deepgram"}, ["deepgram", "stub"], ["stub"]),
        ({"recognizers": "openai,deepgram"}, ["openai", "deepgram", "stub"], ["stub"]),
        (
            {"voices": "elevenlabs,openai"},
            ["stub"],
            ["elevenlabs-eleven_flash_v2_5-Rachel", "openai-gpt-4o-mini-tts-alloy", "stub"],
        ),
    ],
)
async def test_vendors_stand_in_their_order_and_the_local_engines_behind_them(
    named: dict[str, str], recognizers: list[str], voices: list[str]
) -> None:
    raw: dict[str, Any] = {"nats_url": "nats://x", "businesses_dir": Path(), "cache_dir": Path(), **KEYS, **named}
    chosen = ChosenEngines(Settings(public_url="http://127.0.0.1:1", **raw), StubEngines(), SystemClock())
    assert [one.name for one in chosen.recognizers] == recognizers
    assert [one.name for one in chosen.voices] == voices
    await chosen.close()
