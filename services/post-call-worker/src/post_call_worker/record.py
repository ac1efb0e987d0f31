"""Pure. What one call was, as it is stored: the result of folding its log."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict

from calllock.contracts.events import EndedBy, Hazard, Origin, ToolName, ToolOutcome, is_sent
from post_call_worker.vocabulary import BookingStatus, Disposition, EndReason, State, UrgencyTier


class Part(BaseModel):
    """A frozen part of a record."""

    model_config = ConfigDict(frozen=True)


class Visit(Part):
    """A state that the call was in, and the rule that led there."""

    state: State
    rule: str
    at: AwareDatetime


class Learned(Part):
    """The value that a slot ended with, and where it came from."""

    value: Any
    origin: Origin
    at: AwareDatetime


class Entry(Part):
    """One entry of the transcript. What the agent is quoted with is what was heard."""

    role: Literal["agent", "user", "tool"]
    text: str = ""
    at: AwareDatetime
    state: State | None = None
    turn: int | None = None
    """The caller's turn, for `user`."""
    tool: ToolName | None = None
    result: dict[str, Any] | None = None


class ToolUse(Part):
    """One request to the backend and its answer, if there was one."""

    request_id: str
    tool: ToolName
    args: dict[str, Any]
    at: AwareDatetime
    outcome: ToolOutcome | None = None
    result: dict[str, Any] = {}
    detail: str = ""
    took_ms: int | None = None


class Pace(Part):
    """How quick one turn was: of the caller's speech, and of our answer to it. Milliseconds."""

    turn: int
    spoken_ms: int
    endpoint_ms: int
    transcribe_ms: int
    brain_ms: int | None = None
    """From the words being known to what the brain said about them; None when it said nothing."""
    first_audio_ms: int | None = None
    """From the caller's last sound to our first."""
    heard_ms: int | None = None
    """The same until the caller heard it, as far as the telephone company tells."""


class Emergency(Part):
    """A danger that the caller named."""

    hazard: Hazard
    words: str
    raised_at: AwareDatetime
    customer_name: str = ""
    service_address: str = ""
    is_graver: bool = False
    """Than one that this call had told of before."""


class Booking(Part):
    """The appointment: what was asked for, and what the backend confirmed. Times have a zone."""

    status: BookingStatus
    preferred_time: str = ""
    requested_at: AwareDatetime | None = None
    booked_at: AwareDatetime | None = None
    """Only when status is confirmed."""


class CallRecord(Part):
    """Everything that is known of one call."""

    call_sid: str
    business: str
    from_number: str | None
    to_number: str
    caller_known: bool
    started_at: AwareDatetime
    ended_at: AwareDatetime | None = None
    """None while the call is going on."""
    ended_by: EndedBy | None = None
    duration_s: float = 0.0
    path: tuple[Visit, ...] = ()
    final_state: State = "welcome"
    fields: dict[str, Learned] = {}
    urgency_tier: UrgencyTier = "routine"
    """Of a call in danger the highest, whatever else it was about."""
    transcript: tuple[Entry, ...] = ()
    tools: tuple[ToolUse, ...] = ()
    paces: tuple[Pace, ...] = ()
    barge_ins: int = 0
    silences: int = 0
    misses: int = 0
    """Questions that had to be asked again, because the answer was not understood or did not come."""
    ignored: tuple[str, ...] = ()
    """Why events could not move the call."""
    unreadable: int = 0
    """Entries of the log that this version cannot read; the record is then incomplete."""
    booking: Booking
    end_reason: EndReason
    disposition: Disposition
    emergency: Emergency | None = None
    """The gravest one."""
    lesser_emergency: Emergency | None = None
    """The one that was told of before it."""

    @property
    def caller_turns(self) -> tuple[str, ...]:
        """The caller's words, turn by turn; never the agent's."""
        return tuple(entry.text for entry in self.transcript if entry.role == "user")

    @property
    def values(self) -> dict[str, Any]:
        """The slots' values, without where they came from."""
        return {name: learned.value for name, learned in self.fields.items()}

    @property
    def callable_at(self) -> str:
        """The number to call: the one that the caller named, else the one they called from; empty for none."""
        return self.text("callback_number") or self.from_number or ""

    @property
    def alarm_number(self) -> str:
        """The number of an emergency: the one they called from or, where it is withheld, the one that they named."""
        return self.from_number or self.callable_at

    @property
    def was_answered(self) -> bool:
        """Whether the caller heard anything of what was said about the danger."""
        since = self.emergency.raised_at if self.emergency else None
        return since is not None and any(one.role == "agent" and one.at >= since for one in self.transcript)

    def has_heard(self, words: Iterable[str]) -> bool:
        """Whether the caller heard all these words in one prompt."""
        prompts = (one.text.lower() for one in self.transcript if one.role == "agent")
        return any(set(words).issubset(re.findall(r"\w+", text)) for text in prompts)

    @property
    def callback_promised(self) -> bool:
        """Whether the caller expects a call: the backend has noted it, or a time was named."""
        return self.values.get("callback_created") is True or bool(self.text("promised"))

    @property
    def address(self) -> str:
        """Street and ZIP code, as far as they are known."""
        return ", ".join(part for name in ("service_address", "zip_code") if (part := self.text(name)))

    def text(self, name: str) -> str:
        """The slot as text; empty when it is missing."""
        learned = self.fields.get(name)
        return learned.value.strip() if learned is not None and isinstance(learned.value, str) else ""

    @property
    def sent_requests(self) -> tuple[ToolUse, ...]:
        """Requests that were sent to the backend, as far as the log tells."""
        return tuple(use for use in self.tools if is_sent(use.tool, self.from_number))

    @property
    def open_requests(self) -> tuple[ToolUse, ...]:
        """Requests that the backend has not answered yet."""
        return tuple(use for use in self.tools if use.outcome is None)

    @property
    def last_at(self) -> datetime:
        """When the call was last known to be alive."""
        return self.ended_at or max((self.started_at, *(e.at for e in self.transcript), *(v.at for v in self.path)))
