"""What of the caller's sound the recognizer is given."""

from __future__ import annotations

import asyncio

from calllock.runtime.clock import SystemClock
from tests.integration.voice_gateway_rig import StubEngines
from tests.unit.voice_gateway.line.line_bench import Bench
from voice_gateway.line.caller_sound import CallerSound, Hearing
from voice_gateway.line.effects import Consider
from voice_gateway.line.engine_work import EngineWork
from voice_gateway.speech.ports import SAMPLE_RATE, Hints


class Attentive(StubEngines):
    def __init__(self) -> None:
        super().__init__()
        self.given: list[bytes] = []

    async def transcribe(self, audio: bytes, hints: Hints) -> str:
        self.given.append(audio)
        return ""


def sound(value: int, seconds: float) -> bytes:
    return value.to_bytes(2, "little") * int(seconds * SAMPLE_RATE)


async def test_it_ends_where_the_line_heard_a_pause_however_late_the_recognizer_is_asked() -> None:
    ears, work = Attentive(), EngineWork("CA1")
    hearing = Hearing(ears.voice_activity(), ears.listen(()), ears.turn_model)
    caller = CallerSound(hearing, Bench().line, work, SystemClock(), lambda _: None)
    async with asyncio.TaskGroup() as group:
        work.begin(group)
        asked = [Consider(pause, 0.5, Hints(None, ())) for pause in (1, 2)]
        for value, pause in zip((1, 2), asked, strict=True):
            caller.hear(sound(value, 0.5))
            caller.keep(pause)
            caller.hear(sound(9, 1.0))
        for pause in asked:
            caller.find_out(pause)
            await caller.transcribed()
    assert ears.given == [sound(1, 0.5), sound(2, 0.5)]
