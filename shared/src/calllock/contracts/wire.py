"""Pure. Messages as versioned JSON: written strictly, read tolerantly."""

from __future__ import annotations

import json
from typing import Annotated, Any

from pydantic import Field, TypeAdapter, ValidationError
from pydantic_core import from_json

from calllock.contracts import commands, events
from calllock.contracts.message import VERSION, Message

AnyMessage = Annotated[
    events.CallAnswered
    | events.UtteranceHeard
    | events.CallerInterrupted
    | events.KeyPressed
    | events.SilenceNoticed
    | events.PromptPlayed
    | events.LineDropped
    | events.LineResumed
    | events.RecordingBegun
    | events.RecordingRefused
    | events.TransferBegun
    | events.TransferFailed
    | events.CallAdopted
    | events.FlowChanged
    | events.StateEntered
    | events.FieldsLearned
    | events.ToolRequested
    | events.ToolAnswered
    | events.ToolSlow
    | events.FieldsProposed
    | events.EventIgnored
    | events.EmergencyRaised
    | events.CallEnded
    | commands.SpeakPrompt
    | commands.HangUp
    | commands.Transfer,
    Field(discriminator="kind"),
]
"""Every message there is; the dataflow table lists the same ones."""

_adapter: TypeAdapter[Message] = TypeAdapter(AnyMessage)


class UnreadableMessage(ValueError):
    """A message that this version cannot read: not JSON, unknown, from a later version, or malformed."""


def encode(message: Message) -> bytes:
    """The message as one JSON object with its version under `v`; see `as_json`."""
    return as_json({"v": VERSION, **message.model_dump(mode="json")})


def as_json(value: dict[str, Any]) -> bytes:
    """As JSON in UTF-8; half a surrogate pair is written as "?"."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(errors="replace")


def decode(data: bytes) -> Message:
    """The message in `data`; raises `UnreadableMessage` naming what was wrong, never its contents."""
    try:
        raw = _value_in(data)
    except (ValueError, RecursionError) as error:
        raise UnreadableMessage(f"not JSON: {error.__class__.__name__}") from None
    if not isinstance(raw, dict):
        raise UnreadableMessage("not a JSON object")
    version = raw.get("v")
    if not isinstance(version, int) or version < 1:
        raise UnreadableMessage("no version")
    if version > VERSION:
        raise UnreadableMessage(f"version {version} is later than {VERSION}")
    try:
        return _adapter.validate_python(raw)
    except ValidationError as error:
        places = ", ".join(".".join(str(part) for part in e["loc"]) or "kind" for e in error.errors())
        raise UnreadableMessage(f"malformed: {places}") from None


def _value_in(data: bytes) -> Any:
    """What the JSON says; ValueError or RecursionError when it is none."""
    try:
        return from_json(data)  # in a third of the time, but it refuses half a surrogate pair
    except ValueError:
        return json.loads(data)
