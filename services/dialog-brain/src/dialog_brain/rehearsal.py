"""Pure. Plays a scripted call against `step()` without line, bus or backend, and keeps its log.

Time is made: a second for each turn of the caller, 60 ms for each character that we speak.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from calllock.contracts import commands, events
from calllock.contracts.business import BusinessProfile
from calllock.contracts.ids import line_id, single_id
from calllock.contracts.message import Message
from dialog_brain.flow.call import Call, Decision
from dialog_brain.flow.rows import Flow
from dialog_brain.flow.step import begin, step
from dialog_brain.free_schedule import answer_of_a_free_schedule
from dialog_brain.script import Line, Reply, Script
from dialog_brain.tools import TOOLS

MS_PER_CHARACTER = 60
RINGS_S = 20
"""How long a person's telephone rings before nobody has taken the call."""
DEFAULT_NOW = datetime(2026, 2, 23, 16, 0, tzinfo=UTC)
"""A Monday morning, for scripts that name no time."""


@dataclass(slots=True)
class Rehearsal:
    """One call that is being played; `log` holds what a real call's log would."""

    flow: Flow
    script: Script
    profile: BusinessProfile
    log: list[Message] = field(default_factory=list)
    call: Call = field(init=False)
    now: datetime = field(init=False)
    hung_up: commands.HangUp | None = None
    connected: bool = False
    """A person has taken the call."""
    _delayed: list[events.ToolAnswered] = field(default_factory=list)
    _bookings: int = 0

    def __post_init__(self) -> None:
        self.now = self.script.now or DEFAULT_NOW
        answered = events.CallAnswered(
            event_id=single_id(self.sid, "answered"),
            call_sid=self.sid,
            occurred_at=self.now,
            business=self.profile.id,
            from_number=self.script.from_number,
            to_number=self.profile.numbers[0],
        )
        self.call = begin(self.profile, answered)
        self.take(answered)

    @property
    def sid(self) -> str:
        return "CA" + "".join(c if c.isascii() and c.isalnum() else "-" for c in self.script.name)[:60]

    @property
    def path(self) -> list[str]:
        """The states entered."""
        return [m.state for m in self.log if isinstance(m, events.StateEntered)]

    @property
    def said(self) -> list[str]:
        """What the agent said, prompt by prompt."""
        return [" ".join(m.sentences) for m in self.log if isinstance(m, commands.SpeakPrompt)]

    @property
    def tools(self) -> list[events.ToolRequested]:
        """The requests made, in order."""
        return [m for m in self.log if isinstance(m, events.ToolRequested)]

    def take(self, event: Message) -> None:
        """Let one event happen, and everything that follows from it at once."""
        self.log.append(event)
        decision = step(self.flow, self.call, event)
        self.call = decision.call
        self.follow(decision)

    def follow(self, decision: Decision) -> None:
        """Let what was decided be said and asked."""
        self.log.extend(decision.outputs)
        for output in decision.outputs:
            if isinstance(output, commands.SpeakPrompt):
                self._play(output)
            if isinstance(output, commands.HangUp):
                self.hung_up = output
            if isinstance(output, commands.Transfer):
                self._connect()
        for output in decision.outputs:
            if isinstance(output, events.ToolRequested):
                self._answer(output)

    def say(self, line: Line) -> None:
        """One turn of the caller."""
        self.now += timedelta(seconds=1)
        at: dict[str, Any] = {"call_sid": self.sid, "occurred_at": self.now}
        if line.silence:
            self.fall_silent()
        for key in line.keys:
            pressed = sum(isinstance(m, events.KeyPressed) for m in self.log) + 1
            self.take(events.KeyPressed(event_id=line_id(self.sid, "key", pressed), key=key, **at))
        if line.says or line.noise:
            turn = self.call.turn + 1
            waiting = self._delayed
            self._delayed = []
            self.take(
                events.UtteranceHeard(
                    event_id=line_id(self.sid, "turn", turn),
                    turn=turn,
                    text=line.says,
                    after_prompt=self.call.prompt,
                    **at,
                )
            )
            self._deliver(waiting)

    def fall_silent(self) -> None:
        """The caller says nothing for as long as the line waits."""
        silence_s = self.profile.limits.silence_s
        self.now += timedelta(seconds=silence_s)
        number = sum(isinstance(m, events.SilenceNoticed) for m in self.log) + 1
        self.take(
            events.SilenceNoticed(
                event_id=line_id(self.sid, "silence", number),
                call_sid=self.sid,
                occurred_at=self.now,
                after_prompt=self.call.prompt,
                silence_s=silence_s,
            )
        )

    def end(self) -> None:
        """The line is closed, by whoever wanted it first."""
        if not self.script.hangs_up:
            self._deliver(self._delayed)
        self.take(
            events.CallEnded(
                event_id=single_id(self.sid, "ended"),
                call_sid=self.sid,
                occurred_at=self.now,
                ended_by="transfer" if self.connected else "agent" if self.hung_up else "caller",
                duration_s=(self.now - self.log[0].occurred_at).total_seconds(),
            )
        )

    @property
    def closing(self) -> bool:
        """Whether the agent has said its last words and listens no more."""
        return self.connected or (self.hung_up is not None and self.hung_up.linger_s == 0)

    def _play(self, prompt: commands.SpeakPrompt) -> None:
        text = " ".join(prompt.sentences)
        self.now += timedelta(milliseconds=MS_PER_CHARACTER * len(text))
        self.take(
            events.PromptPlayed(
                event_id=line_id(self.sid, "prompt", prompt.prompt),
                call_sid=self.sid,
                occurred_at=self.now,
                prompt=prompt.prompt,
                heard_text=text,
                complete=True,
                played_ms=MS_PER_CHARACTER * len(text),
            )
        )

    def _connect(self) -> None:
        self.connected = self.script.person_answers
        if not self.connected:
            self.now += timedelta(seconds=RINGS_S)
            about: dict[str, Any] = {"call_sid": self.sid, "occurred_at": self.now}
            self.take(events.TransferFailed(event_id=single_id(self.sid, "transfer"), reason="no-answer", **about))

    def _answer(self, request: events.ToolRequested) -> None:
        reply = self._reply(request)
        limit_s = TOOLS[request.tool].waited_for_s
        outcome: events.ToolOutcome = "answered" if reply.status == 200 else "failed"
        if reply.delay_s > limit_s:
            outcome = "timed_out"
        answer = events.ToolAnswered(
            event_id=f"{request.request_id}:answer",
            call_sid=self.sid,
            occurred_at=self.now + timedelta(seconds=min(reply.delay_s, limit_s)),
            request_id=request.request_id,
            tool=request.tool,
            outcome=outcome,
            result=reply.result() if outcome == "answered" else {},
            detail="" if outcome == "answered" else f"status {reply.status}",
            unclear=outcome == "failed" and reply.status >= 500,
            took_ms=round(1000 * min(reply.delay_s, limit_s)),
        )
        if reply.delay_s > 0:
            self._delayed.append(answer)
        else:
            self.take(answer)

    def _reply(self, request: events.ToolRequested) -> Reply:
        if request.tool == "lookup_caller":
            return self.script.lookup
        if request.tool != "book_service":
            return self.script.callback
        if not self.script.booking:
            return Reply.model_validate(answer_of_a_free_schedule(self.call))
        reply = self.script.booking[min(self._bookings, len(self.script.booking) - 1)]
        self._bookings += 1
        return reply

    def _deliver(self, answers: list[events.ToolAnswered]) -> None:
        for answer in answers:
            self.now = max(self.now, answer.occurred_at)
            self.take(answer.model_copy(update={"occurred_at": self.now}))
        if answers is self._delayed:
            self._delayed = []


def rehearse(flow: Flow, profile: BusinessProfile, script: Script) -> Rehearsal:
    """Play a scripted call from the first word to the closed line."""
    played = Rehearsal(flow, script, profile)
    for line in script.says:
        if played.closing:
            break
        played.say(line)
    for _ in range(script.silences):
        if played.closing:
            break
        played.fall_silent()
    played.end()
    return played
