"""What becomes of a call's recording when the caller refuses."""

from __future__ import annotations

import os
from pathlib import Path

from calllock.contracts.events import PromptPlayed, RecordingRefused, UtteranceHeard
from tests.contracts.examples import EXAMPLES
from tests.unit.voice_gateway.test_recording import tone
from voice_gateway.line.call_recording import CallRecording
from voice_gateway.recording import Recorder
from voice_gateway.speech.ports import SAMPLE_RATE

NOTICE = "This call is recorded."
PLAYED = next(one for one in EXAMPLES if isinstance(one, PromptPlayed)).model_copy(update={"heard_text": NOTICE})
REFUSED = next(one for one in EXAMPLES if isinstance(one, UtteranceHeard)).model_copy(
    update={"text": "please don't record this"}
)


class SpokenInto(Recorder):
    """The caller goes on speaking while it deletes."""

    recording: CallRecording

    async def delete(self, call_sid: str) -> None:
        await super().delete(call_sid)
        self.recording.caller(tone(2 * SAMPLE_RATE))


async def test_a_caller_who_refuses_and_goes_on_speaking_leaves_no_file(tmp_path: Path) -> None:
    recorder = SpokenInto(tmp_path)
    recorder.recording = CallRecording(recorder, "CA1", NOTICE, 1, False)
    await recorder.recording.note(PLAYED)
    recorder.recording.caller(tone(2 * SAMPLE_RATE))
    (fact,) = await recorder.recording.note(REFUSED)
    assert isinstance(fact, RecordingRefused)
    await recorder.recording.close()
    await Recorder.delete(recorder, "CA-other")  # the thread has done what it was given before
    assert os.listdir(tmp_path) == []


async def test_a_file_that_cannot_be_deleted_keeps_no_refusal_from_being_told(tmp_path: Path) -> None:
    (tmp_path / "CA1-9.wav").mkdir()  # which no `unlink` removes
    recording = CallRecording(Recorder(tmp_path), "CA1", NOTICE, 1, False)
    await recording.note(PLAYED)
    (fact,) = await recording.note(REFUSED)
    assert isinstance(fact, RecordingRefused)
    recording.caller(tone(2 * SAMPLE_RATE))
    await recording.close()
    assert os.listdir(tmp_path) == ["CA1-9.wav"]
