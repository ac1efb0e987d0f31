"""Shell. The recording of one stream: starts once the notice was heard, and stops if the caller refuses."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from calllock.contracts.events import PromptPlayed, RecordingBegun, RecordingRefused, UtteranceHeard
from calllock.contracts.ids import line_id, recording_name, single_id
from calllock.contracts.message import Message
from voice_gateway.line.consent import has_heard, refuses_recording
from voice_gateway.recording import Recorder, Recording
from voice_gateway.speech.ports import MuLaw, Pcm


class CallRecording:
    """What becomes of the sound of one stream; nothing, unless `notice` is what its callers hear first."""

    def __init__(
        self, recorder: Recorder | None, call_sid: str, notice: str | None, stream: int, recorded: bool
    ) -> None:
        """`stream`: which of the call's this is; `recorded`: whether one before it was, so that the notice was heard.

        A recording is numbered by its stream: another replica may not know yet what was begun before it.
        """
        self._recorder = recorder if notice else None
        self._call_sid = call_sid
        self._notice = notice or ""
        self._number = stream
        self._recorded = recorded
        self._recording: Recording | None = None

    def resume(self, now: datetime) -> list[Message]:
        """The facts of a stream whose caller has heard the notice on an earlier one."""
        return self._begin({"call_sid": self._call_sid, "occurred_at": now}) if self._recorded else []

    def note(self, fact: Message) -> list[Message]:
        """What a fact of the line means for the recording, as further facts."""
        about = {"call_sid": self._call_sid, "occurred_at": fact.occurred_at}
        if isinstance(fact, PromptPlayed) and self._recording is None and has_heard(self._notice, fact):
            return self._begin(about)
        if isinstance(fact, UtteranceHeard) and refuses_recording(fact.text):
            return self._refuse(about)
        return []

    def caller(self, audio: Pcm) -> None:
        """Record the caller's next sound, if the call is recorded: this channel keeps the time of the file."""
        if self._recording is not None:
            self._recording.caller(audio)

    def agent(self, audio: MuLaw) -> None:
        """Record what the agent says next, if the call is recorded."""
        if self._recording is not None:
            self._recording.agent(audio)

    def clear(self) -> None:
        """Drop what the agent was still to say: Twilio was told to."""
        if self._recording is not None:
            self._recording.clear()

    async def close(self) -> None:
        """Write out what was recorded of the stream, which is over."""
        if self._recording is not None:
            await self._recording.close()

    def _begin(self, about: dict[str, Any]) -> list[Message]:
        if self._recorder is None:
            return []
        file = recording_name(self._call_sid, self._number)
        self._recording = self._recorder.begin(file)
        return [RecordingBegun(event_id=line_id(self._call_sid, "recording", self._number), file=file, **about)]

    def _refuse(self, about: dict[str, Any]) -> list[Message]:
        if self._recorder is None:
            return []
        self._recorder = self._recording = None
        return [RecordingRefused(event_id=single_id(self._call_sid, "recording-refused"), **about)]
