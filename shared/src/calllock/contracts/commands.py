"""Pure. What the brain wants the line to do: messages in the imperative."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from calllock.contracts.message import BrainMessage

Expected = Literal["open", "safety", "zip", "name", "problem", "address", "time", "confirm", "any"]
"""The kind of answer that the caller was asked for; the line is patient accordingly."""


class SpeakPrompt(BrainMessage):
    """Say these sentences, in order."""

    kind: Literal["SpeakPrompt"] = "SpeakPrompt"
    prompt: int = Field(ge=1)
    """Counts the agent's prompts up from 1; never reused in a call."""
    turn: int = Field(ge=0)
    """The caller's turn that this answers, 0 before the first. The line drops an interruptible
    prompt that answers an earlier turn than the caller's latest."""
    line: str
    """Names of the rows of words it came from, joined by `+`."""
    sentences: tuple[str, ...] = Field(min_length=1)
    expects: Expected | None = None
    """The answer it asks for; None when it asks for nothing."""
    interruptible: bool = True
    missed: str = ""
    """The question that it asks once more because no answer to it was heard or understood; empty when none."""


class HangUp(BrainMessage):
    """End the call once `after_prompt` was heard and nobody spoke for `linger_s` after it."""

    kind: Literal["HangUp"] = "HangUp"
    after_prompt: int = Field(ge=0)
    turn: int | None = Field(default=None, ge=0)
    """As of `SpeakPrompt`: the line does not end before a later turn is answered. None in logs that are older."""
    linger_s: float = Field(default=0.0, ge=0)
    reason: str


class Transfer(BrainMessage):
    """Give the call to a person once `after_prompt` was heard. It is answered by `CallEnded` when the person took it,
    or by `TransferFailed`."""

    kind: Literal["Transfer"] = "Transfer"
    after_prompt: int = Field(ge=0)
    turn: int | None = Field(default=None, ge=0)
    """As of `HangUp`."""
    to_number: str
    reason: str
