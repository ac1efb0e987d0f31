"""Words that no recognizer should answer: the line goes on."""

from __future__ import annotations

import asyncio
from pathlib import Path

from calllock.contracts.dataflow import INTERIM
from calllock.contracts.events import CallEnded, PromptPlayed, UtteranceHeard
from calllock.contracts.interim import InterimWords
from tests.doubles.memory_bus import MemoryBus
from tests.integration.phone import Phone
from tests.integration.scripted_brain import brain, wait_for
from tests.integration.voice_gateway_rig import StubEngines, gateway
from voice_gateway.speech.ports import Hints


class HalfAPair(StubEngines):
    """Answers half a surrogate pair, and waits long enough for it to be shown."""

    async def transcribe(self, audio: bytes, hints: Hints) -> str:
        return "it is out \ud83d"

    async def finished(self, audio: bytes) -> float:
        return 0.1


async def test_half_a_surrogate_pair_is_shown_and_told_as_a_question_mark(tmp_path: Path) -> None:
    bus = MemoryBus()
    mentioned = asyncio.ensure_future(anext(bus.mentions(INTERIM)))
    async with gateway(tmp_path, bus, HalfAPair()) as app, brain(bus, []):
        phone = Phone(app.state.url, "CA1")
        await phone.call()
        await wait_for(bus, "CA1", PromptPlayed)
        phone.make_noise(1.0)
        (heard,) = await wait_for(bus, "CA1", UtteranceHeard)
        await phone.hang_up()
        (ended,) = await wait_for(bus, "CA1", CallEnded)
        words = InterimWords.model_validate_json(await mentioned)

    assert (words.text, heard.text) == ("it is out ?", "it is out ?")
    assert ended.ended_by == "caller"
