"""Pure. How a line begins: fresh, or where the call was when its line broke."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a line is told when it opens."""

    call_sid: str
    at: datetime
    """Wall time of the first `now`."""
    silence_s: float
    terms: tuple[str, ...] = ()
    """Words that this business's callers say."""
    turn: int = 0
    """The caller's last turn before this stream; more than 0 when a call is resumed."""
    prompt: int = 0
    """The agent's last prompt before this stream."""
    stream: int = 1
    """Which stream of the call this is, counted from 1."""
    recorded: bool = False
    """Whether an earlier stream was being recorded."""
    recording_notice: str | None = None
    """What the caller hears before being recorded; None when nothing is to be recorded, or the caller has refused."""
    facts: int = 0
    """How many facts of the line are in the log already."""
    read_until: int = 0
    """Sequence of the log up to which the brain's messages were for an earlier stream."""
    opened_at: int = 0
    """Sequence of the fact that this stream was opened; another one after it means that the call has another stream."""
    person: str = ""
    """Whose telephone rings when the brain does not answer; empty when nobody's does."""
