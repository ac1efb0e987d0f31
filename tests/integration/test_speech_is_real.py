"""What the brain knows of a caller comes through the speech engine, and from nowhere else."""

from __future__ import annotations

from pathlib import Path

from calllock.contracts.events import FieldsLearned, StateEntered, ToolRequested
from tests.integration.spoken_call import ShortVoice, spoken_call
from tests.integration.voice_gateway_rig import engines
from voice_gateway.speech.ports import Hints, Recognizer
from voice_gateway.speech.utterance_ear import UtteranceEar


class Deaf:
    """A recognizer that understands nothing."""

    name = "deaf"

    def listen(self, terms: tuple[str, ...]) -> UtteranceEar:
        return UtteranceEar(self)

    async def transcribe(self, audio: bytes, hints: Hints) -> str:
        return ""


class Listening:
    """The real engines, but for the recognizer and the voice."""

    def __init__(self, recognizer: Recognizer) -> None:
        self.recognizers = (recognizer,)
        self.voices = (ShortVoice(),)
        self.turn_model = engines().turn_model
        self.voice_activity = engines().voice_activity


async def test_a_call_that_is_spoken_is_booked(tmp_path: Path) -> None:
    call = await spoken_call(tmp_path, Listening(engines().recognizers[0]))

    heard = {"customer_name": "Emily Carter", "service_address": "1425 Oak Street", "zip_code": "78745"}
    assert {name: call.booking[name] for name in heard} == heard
    assert call.last_rule == "booking: booked as wished"


async def test_without_a_recognizer_the_same_call_learns_nothing_and_is_promised_a_callback(tmp_path: Path) -> None:
    call = await spoken_call(tmp_path, Listening(Deaf()))

    assert [entry.state for entry in call.log if isinstance(entry, StateEntered)] == ["welcome", "callback"]
    learned = {name for entry in call.log if isinstance(entry, FieldsLearned) for name in entry.fields}
    assert learned.isdisjoint({"customer_name", "service_address", "zip_code", "problem"})
    assert [entry.tool for entry in call.log if isinstance(entry, ToolRequested)] == ["create_callback"]
