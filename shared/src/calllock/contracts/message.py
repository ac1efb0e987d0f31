"""Pure. What all messages on the bus have in common, and how they are read and written as JSON."""

from __future__ import annotations

from typing import ClassVar

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from calllock.contracts.ids import CALL_SID

VERSION = 1
"""The version that this code writes. A reader refuses anything later (`UnreadableMessage`)."""


class Message(BaseModel):
    """One entry of a call's log.

    `event_id` is unique in the log and doubles as the bus's deduplication key;
    `occurred_at` is when it happened by the writer's clock, always with a zone.
    Unknown keys are ignored on reading, so that an older reader survives a newer writer.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")
    channel: ClassVar[str] = ""
    """The channel: last token of the subject, `calls.{call_sid}.<channel>`; empty for abstract classes."""

    event_id: str = Field(min_length=1)
    call_sid: str = Field(pattern=CALL_SID)
    occurred_at: AwareDatetime

    @property
    def subject(self) -> str:
        """The subject that this message is stored under."""
        return f"calls.{self.call_sid}.{self.channel}"


class LineMessage(Message):
    """A fact of the line, written by the gateway that holds it."""

    channel: ClassVar[str] = "line"


class BrainMessage(Message):
    """A decision or a recorded answer, written by the brain that owns the call."""

    channel: ClassVar[str] = "brain"
