"""Pure. The fold of a call's log into its record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, cast
from zoneinfo import ZoneInfo

from calllock.contracts import commands, events
from calllock.contracts.business import BusinessProfile
from calllock.contracts.ids import GRAVER_EMERGENCY, single_id
from calllock.contracts.message import Message
from calllock.runtime.bus import Logged
from post_call_worker.outcome import booking_status, disposition, end_reason, urgency_tier
from post_call_worker.plain import plain, plain_text
from post_call_worker.record import Booking, CallRecord, Emergency, Entry, Learned, Pace, ToolUse, Visit
from post_call_worker.vocabulary import STATES, State

_YEARS = range(2000, 2200)
"""Of visits."""
_ANSWER = {"brain_ms", "first_audio_ms", "heard_ms"}
"""Of a pace, what the prompt tells that answered the turn."""


class UnusableLog(ValueError):
    """A log that no record can be made of; the message says what is missing, never what was said."""


def fold(log: Sequence[Logged | Message], profile: BusinessProfile) -> CallRecord:
    """The record of the call whose log this is, complete or still growing.

    Entries repeated under one `event_id` count once. Raises `UnusableLog` when the log has no
    beginning, or a state that the flow does not have.
    """
    folding = _Folding()
    for message in _once(log, folding):
        folding.take(message)
    return folding.record(ZoneInfo(profile.zone))


def answered_in(log: Iterable[Logged | Message]) -> events.CallAnswered:
    """The beginning of a log; raises `UnusableLog` when it is not there."""
    for entry in log:
        message = entry.message if isinstance(entry, Logged) else entry
        if isinstance(message, events.CallAnswered):
            return message
    raise UnusableLog("the log has no CallAnswered")


def _once(log: Iterable[Logged | Message], folding: _Folding) -> Iterable[Message]:
    seen: set[str] = set()
    for entry in log:
        message = entry.message if isinstance(entry, Logged) else entry
        if message is None:
            folding.unreadable += 1
        elif message.event_id not in seen:
            seen.add(message.event_id)
            yield message


@dataclass(slots=True)
class _Prompt:
    """A prompt's place in the transcript: where it was ordered, filled in when it was heard."""

    place: int
    state: State | None
    turn: int
    heard_text: str = ""
    began_at: datetime | None = None


@dataclass(slots=True)
class _Folding:
    """The accumulator of the fold."""

    answered: events.CallAnswered | None = None
    ended: events.CallEnded | None = None
    emergency: Emergency | None = None
    lesser_emergency: Emergency | None = None
    path: list[Visit] = field(default_factory=list)
    fields: dict[str, Learned] = field(default_factory=dict)
    entries: list[tuple[int, Entry]] = field(default_factory=list)
    prompts: dict[int, _Prompt] = field(default_factory=dict)
    tools: dict[str, ToolUse] = field(default_factory=dict)
    paces: dict[int, Pace] = field(default_factory=dict)
    ignored: list[str] = field(default_factory=list)
    forwarded: bool = False
    """The line gave the caller to a person because no brain answered, and no brain was heard since."""
    barge_ins: int = 0
    silences: int = 0
    misses: int = 0
    unreadable: int = 0
    place: int = 0

    def take(self, message: Message) -> None:
        self.place += 1
        match message:
            case events.CallAnswered():
                self.answered = self.answered or message
            case events.CallEnded():
                self.ended = self.ended or message
            case events.EmergencyRaised():
                self._raise(emergency_in(message))
            case events.StateEntered():
                self.path.append(Visit(state=_state(message.state), rule=message.rule, at=message.occurred_at))
            case events.FieldsLearned():
                self._learn(message)
            case events.ToolRequested() | events.ToolAnswered():
                self._use(message)
            case events.EventIgnored():
                self.ignored.append(message.rule)
            case _:
                self._hear(message)

    def _hear(self, message: Message) -> None:
        match message:
            case commands.SpeakPrompt():
                self.prompts[message.prompt] = _Prompt(self.place, self._now_in, message.turn)
                self.misses += bool(message.missed)
            case events.PromptPlayed():
                self._played(message)
            case events.CallerInterrupted():
                self.barge_ins += 1
                self._quote(message.prompt, message.heard_text, message.occurred_at)
            case events.UtteranceHeard():
                self._heard(message)
            case events.SilenceNoticed():
                self.silences += 1
            case events.TransferBegun():
                self.forwarded = True
            case _:
                pass  # what is left of the line's facts leaves no trace in a record

    @property
    def _now_in(self) -> State | None:
        return self.path[-1].state if self.path else None

    def _raise(self, danger: Emergency) -> None:
        if self.emergency is None:
            self.emergency = danger
        elif danger.is_graver and not self.emergency.is_graver:
            self.emergency, self.lesser_emergency = danger, self.emergency

    def _learn(self, message: events.FieldsLearned) -> None:
        for name, value in message.fields.items():
            if value is None:
                self.fields.pop(name, None)
            else:
                self.fields[name] = Learned(value=plain(value), origin=message.origin, at=message.occurred_at)

    def _use(self, message: events.ToolRequested | events.ToolAnswered) -> None:
        if isinstance(message, events.ToolRequested):
            self.tools[message.request_id] = ToolUse(
                request_id=message.request_id, tool=message.tool, args=plain(message.args), at=message.occurred_at
            )
            return
        asked = self.tools.get(message.request_id)
        if asked is not None and asked.outcome is None:
            answer = plain(message.model_dump(include={"outcome", "result", "detail", "took_ms"}))
            self.tools[message.request_id] = asked.model_copy(update=answer)
        entry = Entry(
            role="tool", tool=message.tool, result=plain(message.result), at=message.occurred_at, state=self._now_in
        )
        self.entries.append((self.place, entry))

    def _heard(self, message: events.UtteranceHeard) -> None:
        self.paces[message.turn] = Pace(**message.model_dump(include=set(Pace.model_fields) - _ANSWER))
        if text := plain_text(message.text).strip():
            entry = Entry(role="user", text=text, at=message.occurred_at, state=self._now_in, turn=message.turn)
            self.entries.append((self.place, entry))

    def _played(self, message: events.PromptPlayed) -> None:
        began_at = message.occurred_at - timedelta(milliseconds=message.played_ms)
        prompt = self._quote(message.prompt, message.heard_text, began_at)
        self.forwarded = self.forwarded and not prompt.heard_text
        pace = self.paces.get(prompt.turn)
        if pace is not None and pace.first_audio_ms is None and message.first_audio_ms is not None:
            self.paces[prompt.turn] = pace.model_copy(update=message.model_dump(include=_ANSWER))

    def _quote(self, number: int, heard_text: str, began_at: datetime) -> _Prompt:
        prompt = self.prompts.setdefault(number, _Prompt(self.place, self._now_in, turn=0))
        prompt.heard_text, prompt.began_at = plain_text(heard_text).strip(), began_at
        return prompt

    def _transcript(self) -> tuple[Entry, ...]:
        spoken = [
            (prompt.place, Entry(role="agent", text=prompt.heard_text, at=prompt.began_at, state=prompt.state))
            for prompt in self.prompts.values()
            if prompt.began_at is not None and prompt.heard_text
        ]
        return tuple(entry for _, entry in sorted([*self.entries, *spoken], key=lambda placed: placed[0]))

    def record(self, zone: ZoneInfo) -> CallRecord:
        if self.answered is None:
            raise UnusableLog("the log has no CallAnswered")
        slots = {name: learned.value for name, learned in self.fields.items()}
        final: State = self._now_in or "welcome"
        transcript = self._transcript()
        ended_by = self.ended.ended_by if self.ended else None
        return CallRecord(
            call_sid=self.answered.call_sid,
            business=self.answered.business,
            from_number=self.answered.from_number,
            to_number=self.answered.to_number,
            caller_known=slots.get("caller_known") is True,
            started_at=self.answered.occurred_at,
            **self._end(),
            path=tuple(self.path),
            final_state=final,
            fields=self.fields,
            urgency_tier="emergency" if self.emergency or final == "safety_exit" else urgency_tier(slots),
            transcript=transcript,
            tools=tuple(self.tools.values()),
            paces=tuple(self.paces.values()),
            barge_ins=self.barge_ins,
            silences=self.silences,
            misses=self.misses,
            ignored=tuple(self.ignored),
            unreadable=self.unreadable,
            booking=_booking(final, slots, zone),
            end_reason=end_reason(final, slots, ended_by, unserved=self.forwarded),
            disposition=disposition(
                final,
                slots,
                heard_words=any(e.role == "user" for e in transcript),
                ended_by=ended_by,
                unserved=self.forwarded,
            ),
            emergency=self.emergency,
            lesser_emergency=self.lesser_emergency,
        )

    def _end(self) -> dict[str, Any]:
        if self.ended is None:
            return {}
        return {
            "ended_at": self.ended.occurred_at,
            "ended_by": self.ended.ended_by,
            "duration_s": self.ended.duration_s,
        }


def emergency_in(message: events.EmergencyRaised) -> Emergency:
    """The danger as a record keeps it."""
    return Emergency(
        hazard=message.hazard,
        words=plain_text(message.words),
        raised_at=message.occurred_at,
        customer_name=plain_text(message.customer_name),
        service_address=plain_text(message.service_address),
        is_graver=message.event_id == single_id(message.call_sid, GRAVER_EMERGENCY),
    )


def _state(name: str) -> State:
    if name not in STATES:
        raise UnusableLog(f"the flow has no state {name!r}")
    return cast("State", name)


def _booking(final: State, slots: dict[str, Any], zone: ZoneInfo) -> Booking:
    status = booking_status(final, slots)
    preferred = slots.get("preferred_time")
    return Booking(
        status=status,
        preferred_time=preferred if isinstance(preferred, str) else "",
        requested_at=_moment(slots.get("requested_at"), zone),
        booked_at=_moment(slots.get("booked_time"), zone) if status == "confirmed" else None,
    )


def _moment(value: object, zone: ZoneInfo) -> datetime | None:
    """An ISO date and time; without a zone it is the business's. None for anything else, as the first and the last
    moment that some backends write for none."""
    if not isinstance(value, str):
        return None
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    if moment.year not in _YEARS:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)
