"""What the brain knows of a caller comes through the speech engine, and from nowhere else."""

from __future__ import annotations

from contextlib import aclosing
from pathlib import Path

from calllock.contracts.commands import SpeakPrompt
from calllock.contracts.events import CallEnded, FieldsLearned, PromptPlayed, StateEntered, ToolRequested
from calllock.contracts.message import Message
from calllock.runtime.clock import SystemClock
from calllock.runtime.memory_bus import MemoryBus
from calllock.runtime.profiles import Profiles
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.owner import Desk
from dialog_brain.switchboard import Switchboard
from tests.integration.phone import Phone, spoken
from tests.integration.voice_gateway_rig import engines, gateway, profile
from tests.unit.dialog_brain.desk import ObedientBackend, log_of
from voice_gateway.speech.ports import Hints, Recognizer
from voice_gateway.speech.utterance_ear import UtteranceEar

SAYS = (
    "My furnace is making a loud noise.",
    "There is nothing like that here.",
    "Seven eight seven four five.",
    "My name is Emily Carter.",
    "It's 1425 Oak Street.",
    "As soon as you can, please.",
    "Yes that would be great.",
)


class Deaf:
    """A recognizer that understands nothing."""

    name = "deaf"

    def listen(self, terms: tuple[str, ...]) -> UtteranceEar:
        return UtteranceEar(self)

    async def transcribe(self, audio: bytes, hints: Hints) -> str:
        return ""


class ShortVoice:
    """A voice that hums for a fifth of a second: the agent's words are not the question here."""

    name = "short"

    async def render(self, text: str) -> bytes:
        return b"\x20" * 1_600


class Listening:
    """The real engines, but for the recognizer and the voice."""

    def __init__(self, recognizer: Recognizer) -> None:
        self.recognizers = (recognizer,)
        self.voices = (ShortVoice(),)
        self.turn_model = engines().turn_model
        self.voice_activity = engines().voice_activity


async def _call(tmp_path: Path, recognizer: Recognizer) -> list[Message]:
    """The log of a call whose caller says aloud all that a booking needs, one line to each question, and hangs up."""
    bus, business, says = MemoryBus(), profile(), list(SAYS)
    for line in SAYS:
        spoken(line)  # rendering takes time that the caller must not lose
    desk = Desk(bus, ObedientBackend(), RECEPTIONIST, Profiles((business,)), SystemClock(), "one")
    brain = Switchboard(desk)
    brain.start()
    try:
        async with gateway(tmp_path, bus, Listening(recognizer), business) as app:
            phone = Phone(app.state.url, "CA1")
            await phone.call()
            questions: set[int] = set()
            async with aclosing(bus.follow("CA1")) as log:
                async for entry in log:
                    match entry.message:
                        case SpeakPrompt(prompt=prompt, expects=expects) if expects:
                            questions.add(prompt)
                        case PromptPlayed(prompt=prompt) if prompt in questions and says:
                            phone.say(says.pop(0))
                        case PromptPlayed(prompt=prompt) if prompt in questions:
                            await phone.hang_up()
                        case CallEnded():
                            return await log_of(bus, "CA1")
    finally:
        await brain.stop()
    raise AssertionError("the log ended before the call")


async def test_a_call_that_is_spoken_is_booked(tmp_path: Path) -> None:
    log = await _call(tmp_path, engines().recognizers[0])

    (booking,) = [entry for entry in log if isinstance(entry, ToolRequested) and entry.tool == "book_service"]
    heard = {"customer_name": "Emily Carter", "service_address": "1425 Oak Street", "zip_code": "78745"}
    assert {name: booking.args[name] for name in heard} == heard
    assert [entry.rule for entry in log if isinstance(entry, StateEntered)][-1] == "booking: booked as wished"


async def test_without_a_recognizer_the_same_call_learns_nothing_and_asks_for_nothing(tmp_path: Path) -> None:
    log = await _call(tmp_path, Deaf())

    assert [entry.state for entry in log if isinstance(entry, StateEntered)] == ["welcome"]
    assert [entry for entry in log if isinstance(entry, FieldsLearned | ToolRequested)] == []
