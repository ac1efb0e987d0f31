"""A whole call that is spoken: a caller who says aloud all that a booking needs, and the real brain, for tests."""

from __future__ import annotations

import asyncio
import base64
import time
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from calllock.contracts.commands import Expected, SpeakPrompt
from calllock.contracts.events import CallEnded, PromptPlayed, StateEntered, ToolRequested
from calllock.contracts.message import Message
from calllock.runtime.clock import SystemClock
from calllock.runtime.profiles import Profiles
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.owner import Desk
from dialog_brain.switchboard import Switchboard
from tests.conversations.truth import faults_in
from tests.doubles.memory_bus import MemoryBus
from tests.integration.phone import PACKET_S, Phone, spoken
from tests.integration.voice_gateway_rig import gateway, profile
from tests.unit.dialog_brain.desk import ObedientBackend, log_of
from voice_gateway.speech import mulaw
from voice_gateway.speech.ports import Engines

ANSWERS: dict[Expected, str] = {
    "open": "My furnace is making a loud noise.",
    "safety": "There is nothing like that here.",
    "zip": "Seven eight seven four five.",
    "name": "My name is Emily Carter.",
    "address": "It's 1425 Oak Street.",
    "time": "As soon as you can, please.",
    "confirm": "Yes that would be great.",
}
"""What the caller says to each kind of question, as often as it is asked."""
_MOST_ANSWERS = 12
_LOUD = 600
_LINES_WITHIN_S = 20.0


class ShortVoice:
    """A voice that hums for a fifth of a second: the agent's words are not the question here."""

    name = "short"

    async def render(self, text: str) -> bytes:
        return b"\x20" * 1_600


class AttentivePhone(Phone):
    """Knows when there was a sound on the line, from either side."""

    def __init__(self, url: str, call_sid: str) -> None:
        super().__init__(url, call_sid)
        self._own_sounds: list[float] = []

    async def send(self, message: dict[str, Any]) -> None:
        if message["event"] == "media" and _is_loud(base64.b64decode(message["media"]["payload"])):
            self._own_sounds.append(time.perf_counter())
        await super().send(message)

    def silences(self) -> list[float]:
        """How long it was quiet between two sounds, in seconds, in order."""
        sounds = sorted([*self._own_sounds, *(at for at, audio in self.heard if _is_loud(audio))])
        return [later - earlier - PACKET_S for earlier, later in pairwise(sounds)]


@dataclass(frozen=True, slots=True)
class SpokenCall:
    """What became of it."""

    log: list[Message]
    phone: AttentivePhone

    @property
    def booking(self) -> dict[str, Any]:
        """What the backend was asked to book."""
        (asked,) = [entry for entry in self.log if isinstance(entry, ToolRequested) and entry.tool == "book_service"]
        return asked.args

    @property
    def last_rule(self) -> str:
        """The rule by which the call came to its last state."""
        return [entry.rule for entry in self.log if isinstance(entry, StateEntered)][-1]


async def spoken_call(
    folder: Path, engines: Engines, before_answer: Callable[[int], None] = lambda _number: None
) -> SpokenCall:
    """The caller answers whatever is asked, and hangs up when nothing is, or too much; `before_answer` is told which
    answer is next, from 0."""
    bus, business, answered = MemoryBus(), profile(), 0
    for answer in ANSWERS.values():
        spoken(answer)  # rendering takes time that the caller must not lose
    desk = Desk(bus, ObedientBackend(), RECEPTIONIST, Profiles((business,)), SystemClock(), "one")
    brain = Switchboard(desk)
    brain.start()
    try:
        async with gateway(folder, bus, engines, business) as app:
            await asyncio.wait([app.state.improving], timeout=_LINES_WITHIN_S)  # it takes time from whoever hears
            phone = AttentivePhone(app.state.url, "CA1")
            await phone.call()
            asked: dict[int, Expected] = {}
            async with aclosing(bus.follow("CA1")) as log:
                async for entry in log:
                    match entry.message:
                        case SpeakPrompt(prompt=prompt, expects=expects) if expects:
                            asked[prompt] = expects
                        case PromptPlayed(complete=False):
                            pass  # nobody answers half a question
                        case PromptPlayed(prompt=prompt) if asked.get(prompt) in ANSWERS and answered < _MOST_ANSWERS:
                            before_answer(answered)
                            phone.say(ANSWERS[asked[prompt]])
                            answered += 1
                        case PromptPlayed(prompt=prompt) if prompt in asked:
                            await phone.hang_up()
                        case CallEnded():
                            told = await log_of(bus, "CA1")
                            assert faults_in(told, business) == []
                            return SpokenCall(told, phone)
    finally:
        await brain.stop()
    raise AssertionError("the log ended before the call")


def _is_loud(audio: bytes) -> bool:
    samples = np.frombuffer(mulaw.decode(audio), dtype="<i2").astype(np.int32)
    return bool(np.abs(samples).max(initial=0) > _LOUD)
