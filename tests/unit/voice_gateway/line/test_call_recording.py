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


async def test_a_caller_who_refuses_and_goes_on_speaking_leaves_no_file(tmp_path: Path) -> None:
    recorder = Recorder(tmp_path)
    recording = CallRecording(recorder, "CA1", NOTICE, 1, False)
    recording.note(PLAYED)
    recording.caller(tone(2 * SAMPLE_RATE))
    (fact,) = recording.note(REFUSED)
    assert isinstance(fact, RecordingRefused)
    recording.caller(tone(2 * SAMPLE_RATE))
    await recorder.delete("CA1")
    recording.caller(tone(2 * SAMPLE_RATE))
    await recording.close()
    await recorder.delete("CA-other")  # the thread has done what it was given before
    assert os.listdir(tmp_path) == []
