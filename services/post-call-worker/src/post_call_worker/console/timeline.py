"""Pure. A call's log as a conversation: what was said, and beside it what was decided because of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from calllock.contracts import commands, events
from calllock.contracts.message import Message
from post_call_worker.console.labels import pairs, tool_label
from post_call_worker.vocabulary import tag_words

Speaker = Literal["agent", "caller", "nobody"]
NoteKind = Literal["state", "tool", "answer", "slot", "line", "danger", "ignored"]


@dataclass(slots=True)
class Note:
    """Something that the log says beside the words."""

    kind: NoteKind
    text: str
    at_s: float
    detail: str = ""
    failed: bool = False


@dataclass(slots=True)
class Moment:
    """One utterance and the notes that follow it."""

    who: Speaker
    at_s: float
    """Seconds since the call was answered."""
    text: str = ""
    unheard: str = ""
    """What of a prompt was ordered and not heard."""
    speaking: bool = False
    """The prompt is on its way to the caller's ear."""
    interrupted: bool = False
    notes: list[Note] = field(default_factory=list)


def timeline(messages: Iterable[Message]) -> list[Moment]:
    """The conversation so far, in order; the log may be whole or still growing."""
    telling = _Telling()
    for message in messages:
        telling.take(message)
    return [moment for moment in telling.moments if moment.text or moment.unheard or moment.notes]


@dataclass(slots=True)
class _Telling:
    moments: list[Moment] = field(default_factory=list)
    prompts: dict[int, Moment] = field(default_factory=dict)
    began_at: datetime | None = None
    answered: events.CallAnswered | None = None

    def take(self, message: Message) -> None:
        self.began_at = self.began_at or message.occurred_at
        match message:
            case events.CallAnswered():
                self.answered = message
            case commands.SpeakPrompt():
                self._say(message)
            case events.PromptPlayed():
                self._played(message.prompt, message.heard_text, message.complete)
            case events.CallerInterrupted():
                self._played(message.prompt, message.heard_text, complete=False)
                if message.prompt in self.prompts:
                    self.prompts[message.prompt].interrupted = True
            case events.UtteranceHeard():
                self._hear(message)
            case events.CallEnded():
                self._end()
                self._note(message)
            case _:
                self._note(message)

    def _end(self) -> None:
        """Nobody has heard what was still on its way."""
        for prompt in self.prompts:
            self._played(prompt, "", complete=False)

    def _at_s(self, message: Message) -> float:
        assert self.began_at is not None
        return max(0.0, (message.occurred_at - self.began_at).total_seconds())

    def _say(self, message: commands.SpeakPrompt) -> None:
        moment = Moment("agent", self._at_s(message), " ".join(message.sentences), speaking=True)
        self.prompts.setdefault(message.prompt, moment)
        self.moments.append(moment)

    def _played(self, prompt: int, heard: str, complete: bool) -> None:
        moment = self.prompts.get(prompt)
        if moment is None or not moment.speaking:
            return
        ordered, heard = moment.text, heard.strip()
        moment.speaking = False
        if not complete:
            moment.text = heard
            moment.unheard = ordered[len(heard) :].strip() if ordered.startswith(heard) else ""

    def _hear(self, message: events.UtteranceHeard) -> None:
        text = message.text.strip()
        moment = Moment("caller", self._at_s(message), text)
        self.moments.append(moment)
        if not text:
            moment.notes.append(Note("line", "Sound without words", moment.at_s))

    def _note(self, message: Message) -> None:
        note = _note_of(message, self._at_s(message))
        if isinstance(message, events.ToolAnswered) and self._is_unsent(message.tool):
            note = Note("answer", "not asked", self._at_s(message), message.detail)
        if note is None:
            return
        if not self.moments:
            self.moments.append(Moment("nobody", note.at_s))
        self.moments[-1].notes.append(note)

    def _is_unsent(self, tool: events.ToolName) -> bool:
        return self.answered is not None and not events.is_sent(tool, self.answered.from_number)


def _note_of(message: Message, at_s: float) -> Note | None:
    match message:
        case events.StateEntered():
            return Note("state", message.state.replace("_", " "), at_s, message.rule)
        case events.ToolRequested():
            return Note("tool", tool_label(message.tool), at_s, pairs(message.args))
        case events.ToolAnswered():
            went_wrong = message.outcome != "answered"
            detail = message.detail if went_wrong else pairs(message.result)
            return Note("answer", f"{message.outcome} in {message.took_ms} ms", at_s, detail, went_wrong)
        case events.FieldsLearned():
            learned = pairs({name: "cleared" if value == "" else value for name, value in message.fields.items()})
            return Note("slot", learned, at_s, message.origin.replace("_", " ")) if learned else None
        case events.EmergencyRaised():
            return Note("danger", f"Danger: {tag_words(message.hazard)}", at_s, message.words)
        case events.EventIgnored():
            return Note("ignored", "Moved nothing", at_s, message.rule)
        case _:
            return _line_note(message, at_s)


def _line_note(message: Message, at_s: float) -> Note | None:
    told = _OF_THE_LINE.get(type(message))
    if told is None:
        return None
    text, detail = told(message)
    return Note("line", text, at_s, detail, failed=isinstance(message, _FAILURES))


_OF_THE_LINE: Mapping[type[Message], Callable[[Any], tuple[str, str]]] = {
    events.KeyPressed: lambda it: (f"Pressed {it.key}", ""),
    events.SilenceNoticed: lambda it: (f"Silence for {it.silence_s:g} s", ""),
    events.ToolSlow: lambda it: (f"The backend has not answered after {it.waited_s:g} s", ""),
    events.LineDropped: lambda it: ("The line dropped", it.reason),
    events.LineResumed: lambda _: ("The line is back", ""),
    events.RecordingBegun: lambda _: ("Recorded from here", ""),
    events.RecordingRefused: lambda _: ("Not to be recorded; what was recorded is deleted", ""),
    events.TransferBegun: lambda it: ("The line itself transfers to a person", it.reason),
    events.TransferFailed: lambda it: ("The person did not answer", it.reason),
    events.CallAdopted: lambda it: ("Another brain took the call over", it.replica),
    events.FlowChanged: lambda it: ("Another version of the flow went on from here", it.flow_version),
    commands.Transfer: lambda it: ("Transfer to a person", it.reason),
    events.CallEnded: lambda it: (f"Ended by {it.ended_by.replace('_', ' ')}", it.detail),
}
_FAILURES = (events.LineDropped, events.TransferFailed)
