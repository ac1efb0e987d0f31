"""Pure. What has happened in a call: messages in the past tense."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal, get_args

from pydantic import BeforeValidator, Field

from calllock.contracts.message import BrainMessage, LineMessage, Message

Origin = Literal["said", "looked_up", "keyed", "extracted"]
"""Where the value of a slot came from."""

Hazard = Literal["GAS_LEAK", "CO_EVENT", "ELECTRICAL_FIRE", "HEALTH_RISK", "ACTIVE_FLOODING", "UNSPECIFIED"]
"""The dangers of which somebody is told at once; the names are tags of the taxonomy, except `UNSPECIFIED`: a plain yes
to the safety question. All but `ACTIVE_FLOODING` end an ordinary conversation."""


def _as_far_as_known(hazard: object) -> object:
    return "UNSPECIFIED" if isinstance(hazard, str) and hazard not in get_args(Hazard) else hazard


ToolName = Literal["lookup_caller", "book_service", "create_callback", "send_sales_lead_alert"]

ToolOutcome = Literal["answered", "failed", "timed_out"]
"""`answered`: the backend gave a well-formed answer (which may still say no); `failed`: refused,
broken or unreachable; `timed_out`: no answer while it counted."""


def is_sent(tool: ToolName, from_number: str | None) -> bool:
    """Whether a request leaves: nobody is looked up by a number that is withheld, though their log says `failed`."""
    return tool != "lookup_caller" or bool(from_number)


Quoted = Literal["name", "problem", "address", "time"]
"""What a language model may point at in a caller's words. Never a ZIP, never consent."""

EndedBy = Literal["caller", "agent", "transfer", "line_lost"]


class CallAnswered(Message):
    """A call has reached us. Whoever takes this message owns the call."""

    channel: ClassVar[str] = "answered"
    kind: Literal["CallAnswered"] = "CallAnswered"
    business: str
    """Id of the business profile that the called number belongs to."""
    from_number: str | None
    """E.164, or None when withheld."""
    to_number: str
    gateway: str = ""
    """Which gateway process holds the line, for people who read logs."""


class UtteranceHeard(LineMessage):
    """The caller has finished a turn. `text` is empty when there was sound but no words."""

    kind: Literal["UtteranceHeard"] = "UtteranceHeard"
    turn: int = Field(ge=1)
    """Counts the caller's turns up from 1; never reused in a call."""
    text: str
    after_prompt: int = Field(default=0, ge=0)
    """The last prompt of which the caller had heard something when this turn began; 0 for none."""
    spoken_ms: int = Field(default=0, ge=0)
    endpoint_ms: int = Field(default=0, ge=0)
    """From the last voiced sound to the decision that the turn was over."""
    transcribe_ms: int = Field(default=0, ge=0)
    """From that decision to the final transcript."""


class CallerInterrupted(LineMessage):
    """Barge-in: the caller spoke over a prompt, and it was stopped."""

    kind: Literal["CallerInterrupted"] = "CallerInterrupted"
    prompt: int
    heard_text: str
    """What of it had been heard by then."""


class KeyPressed(LineMessage):
    """One key of the telephone's keypad."""

    kind: Literal["KeyPressed"] = "KeyPressed"
    key: str = Field(pattern=r"^[0-9*#A-D]$")


class SilenceNoticed(LineMessage):
    """Nobody has spoken since the last prompt was heard to its end."""

    kind: Literal["SilenceNoticed"] = "SilenceNoticed"
    after_prompt: int = Field(ge=0)
    silence_s: float = Field(ge=0)


class PromptPlayed(LineMessage):
    """A prompt has been heard, whole or in part, or was dropped (`heard_text` empty)."""

    kind: Literal["PromptPlayed"] = "PromptPlayed"
    prompt: int = Field(ge=1)
    heard_text: str
    complete: bool
    played_ms: int = Field(default=0, ge=0)
    brain_ms: int | None = None
    """When this prompt answered a turn: from the words of the turn being known to the prompt's arrival."""
    first_audio_ms: int | None = None
    """Then also: from the caller's last voiced sound to our first audio."""
    heard_ms: int | None = None
    """The same until the caller heard it, as far as the marks tell."""


class LineDropped(LineMessage):
    """The media socket broke while the call may still be up."""

    kind: Literal["LineDropped"] = "LineDropped"
    reason: str


class LineResumed(LineMessage):
    """Another stream was opened for the same call."""

    kind: Literal["LineResumed"] = "LineResumed"
    gateway: str = ""


class RecordingBegun(LineMessage):
    """The caller has heard that the call is recorded; from here on it is, until the stream ends."""

    kind: Literal["RecordingBegun"] = "RecordingBegun"
    file: str = Field(pattern=r"^[A-Za-z0-9_-]+\.wav$")
    """Its name in the gateway's folder of recordings; another stream of the same call has another file."""


class RecordingRefused(LineMessage):
    """The caller does not want to be recorded; what was recorded of this call is deleted."""

    kind: Literal["RecordingRefused"] = "RecordingRefused"


class TransferBegun(LineMessage):
    """No brain answers, and the line gives the call to a person by itself. It is answered as `Transfer` is."""

    kind: Literal["TransferBegun"] = "TransferBegun"
    to_number: str
    reason: str


class TransferFailed(LineMessage):
    """The person whom the call was given to did not take it; the caller is with us again, or about to be."""

    kind: Literal["TransferFailed"] = "TransferFailed"
    reason: str
    """For people: "busy", "no-answer", "failed"."""


class CallAdopted(BrainMessage):
    """Another replica has taken the call over; whoever owned it before lets go on reading this."""

    kind: Literal["CallAdopted"] = "CallAdopted"
    replica: str
    attempt: int = Field(ge=1)
    """Which delivery of `CallAnswered` this owner holds."""
    flow_version: str = ""
    """The flow that decides from here on; it would have decided the same until here, unless `FlowChanged` follows."""


class FlowChanged(BrainMessage):
    """The owner's flow would have decided otherwise until here, and no replica was left that would not; an input of
    the flow, which goes on from here and hands the call to a person."""

    kind: Literal["FlowChanged"] = "FlowChanged"
    flow_version: str


class StateEntered(BrainMessage):
    """The call is in another state of the flow; `rule` is the sentence that says why."""

    kind: Literal["StateEntered"] = "StateEntered"
    state: str
    rule: str
    flow_version: str


class FieldsLearned(BrainMessage):
    """Slots were filled, changed or emptied (None)."""

    kind: Literal["FieldsLearned"] = "FieldsLearned"
    fields: dict[str, Any]
    origin: Origin


class ToolRequested(BrainMessage):
    """The backend is being asked. Written before the request leaves."""

    kind: Literal["ToolRequested"] = "ToolRequested"
    request_id: str
    tool: ToolName
    args: dict[str, Any]


class ToolAnswered(BrainMessage):
    """What the backend answered to `request_id`; an input of the flow."""

    kind: Literal["ToolAnswered"] = "ToolAnswered"
    request_id: str
    tool: ToolName
    outcome: ToolOutcome
    result: dict[str, Any] = Field(default_factory=dict)
    detail: str = ""
    """For people: status code or kind of failure; never a secret."""
    unclear: bool = False
    """It has failed, and may have been done all the same, as when the line to the backend broke after it was asked."""
    took_ms: int = Field(default=0, ge=0)


class ToolSlow(BrainMessage):
    """The backend has not answered yet; an input of the flow, which may say so to the caller."""

    kind: Literal["ToolSlow"] = "ToolSlow"
    request_id: str
    waited_s: float


class FieldsProposed(BrainMessage):
    """A language model has pointed at slots in a turn of the caller; an input of the flow, which reads them itself."""

    kind: Literal["FieldsProposed"] = "FieldsProposed"
    turn: int = Field(ge=1)
    """The caller's turn that was read."""
    quotes: dict[Quoted, str] = Field(min_length=1)
    """The caller's own words for each slot."""


class EventIgnored(BrainMessage):
    """An event that could not move the call, and why; kept so that a log explains itself."""

    kind: Literal["EventIgnored"] = "EventIgnored"
    ignored_id: str
    rule: str


class EmergencyRaised(Message):
    """The caller named a danger, or water where nobody is there. Once per call, and once more when a graver danger is
    named after it; delivered while it is going on."""

    channel: ClassVar[str] = "emergency"
    kind: Literal["EmergencyRaised"] = "EmergencyRaised"
    business: str
    hazard: Annotated[Hazard, BeforeValidator(_as_far_as_known)]
    """One that only a later version knows is read as `UNSPECIFIED`: somebody must be told all the same."""
    words: str
    """The caller's words that named it."""
    from_number: str | None
    """That of the call or, where it is withheld, the one that the caller has named."""
    customer_name: str = ""
    service_address: str = ""


class CallEnded(Message):
    """The line is closed. Exactly once per call: by the gateway, or, when no gateway is left to say so,
    by the owning brain (`line_lost`)."""

    channel: ClassVar[str] = "ended"
    kind: Literal["CallEnded"] = "CallEnded"
    ended_by: EndedBy
    duration_s: float = Field(ge=0)
    detail: str = ""
