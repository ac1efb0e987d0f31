"""What the brain knows of a caller comes through the speech engine, and from nowhere else."""

from __future__ import annotations

from pathlib import Path

from calllock.contracts.events import PromptPlayed, StateEntered, UtteranceHeard
from calllock.runtime.clock import SystemClock
from calllock.runtime.memory_bus import MemoryBus
from calllock.runtime.profiles import Profiles
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.owner import Desk
from dialog_brain.switchboard import Switchboard
from tests.integration.phone import Phone
from tests.integration.scripted_brain import messages, wait_for
from tests.integration.voice_gateway_rig import engines, gateway, profile
from tests.unit.dialog_brain.desk import ObedientBackend
from voice_gateway.speech.ports import Engines, Hints
from voice_gateway.speech.utterance_ear import UtteranceEar


class DeafEngines:
    """The real engines, but for a recognizer that understands nothing."""

    name = "deaf"

    def __init__(self, real: Engines) -> None:
        self.voices = real.voices
        self.turn_model = real.turn_model
        self.voice_activity = real.voice_activity
        self.recognizers = (self,)

    def listen(self, terms: tuple[str, ...]) -> UtteranceEar:
        return UtteranceEar(self)

    async def transcribe(self, audio: bytes, hints: Hints) -> str:
        return ""


async def _states(tmp_path: Path, used: Engines) -> list[str]:
    """The states of a call whose caller says aloud, once, what is broken."""
    bus = MemoryBus()
    business = profile()
    desk = Desk(bus, ObedientBackend(), RECEPTIONIST, Profiles((business,)), SystemClock(), "one")
    brain = Switchboard(desk)
    brain.start()
    try:
        async with gateway(tmp_path, bus, used, business) as app:
            phone = Phone(app.state.url, "CA1")
            await phone.call()
            await wait_for(bus, "CA1", PromptPlayed)
            phone.say("My furnace is making a loud noise.")
            await wait_for(bus, "CA1", UtteranceHeard)
            await wait_for(bus, "CA1", PromptPlayed, count=2)
            await phone.hang_up()
            return [entered.state for entered in messages(await bus.read("CA1"), StateEntered)]
    finally:
        await brain.stop()


async def test_words_that_are_spoken_move_the_call(tmp_path: Path) -> None:
    assert await _states(tmp_path, engines()) == ["welcome", "lookup", "safety"]


async def test_without_a_recognizer_the_same_words_move_nothing(tmp_path: Path) -> None:
    assert await _states(tmp_path, DeafEngines(engines())) == ["welcome"]
