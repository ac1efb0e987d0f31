"""Pure. The dataflow table: every message, who writes it, who reads it, where it is stored.

Streams and consumers are created from this table at start, `docs/dataflow.md` and
`docs/asyncapi.yaml` are printed from it, and the tests check that it is whole.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from calllock.contracts import commands, events
from calllock.contracts.message import Message

Party = Literal["voice-gateway", "dialog-brain", "post-call-worker", "console"]


@dataclass(frozen=True, slots=True)
class Stream:
    """A JetStream stream."""

    name: str
    subjects: tuple[str, ...]
    keeps_days: float
    deduplicates_s: float
    """How long a repeated `event_id` is recognised."""

    @property
    def keeps_s(self) -> float:
        return self.keeps_days * 86_400.0


@dataclass(frozen=True, slots=True)
class Durable:
    """A shared pull consumer: each message goes to one of its replicas."""

    name: str
    stream: str
    subject: str
    ack_wait_s: float
    max_in_progress: int
    max_attempts: int
    """Deliveries before it is a dead letter; -1 for no limit."""


@dataclass(frozen=True, slots=True)
class Talk:
    """What services say to each other beside the log; nothing keeps it, and no call depends on it."""

    about: str
    way: Literal["ask", "mention"]
    """A question has one answer; a mention is heard by whoever listens."""
    speaker: Party
    listener: Party
    says: str

    @property
    def subject(self) -> str:
        return f"{self.way}.{self.about}"


@dataclass(frozen=True, slots=True)
class Flow:
    """A row of the table."""

    message: type[Message]
    writers: tuple[Party, ...]
    readers: tuple[Party, ...]

    @property
    def subject(self) -> str:
        return f"calls.{{call_sid}}.{self.message.channel}"


CALLS = Stream("CALLS", ("calls.*.*",), keeps_days=30, deduplicates_s=120)
DEAD_LETTERS = Stream("DEAD_LETTERS", ("dead.>",), keeps_days=90, deduplicates_s=120)
STREAMS = (CALLS, DEAD_LETTERS)

OWNED_CALLS = Durable("dialog-brain", "CALLS", "calls.*.answered", 3.0, 20_000, -1)
"""The unacked message is the lease on a call: kept in progress while the call lasts."""
LINE_LOST_S = 180.0
"""A live line tells something at least every few seconds of silence; after so long without a word of it,
no gateway is left that could, and the owner closes the call."""
ENDED_CALLS = Durable("post-call-worker", "CALLS", "calls.*.ended", 30.0, 256, -1)
"""Without limit, as a database may be away for long; what breaks the worker itself it buries on its own."""
RAISED_EMERGENCIES = Durable("emergency-alerts", "CALLS", "calls.*.emergency", 10.0, 256, -1)
DURABLES = (OWNED_CALLS, ENDED_CALLS, RAISED_EMERGENCIES)

REPLAYS = "replays"
INTERIM = "interim"

_GATEWAY: Party = "voice-gateway"
_BRAIN: Party = "dialog-brain"
_WORKER: Party = "post-call-worker"
_CONSOLE: Party = "console"
_AFTERWARDS: tuple[Party, ...] = (_WORKER, _CONSOLE)

TABLE: tuple[Flow, ...] = (
    Flow(events.CallAnswered, (_GATEWAY, _CONSOLE), (_BRAIN, *_AFTERWARDS)),
    Flow(events.UtteranceHeard, (_GATEWAY, _CONSOLE), (_BRAIN, *_AFTERWARDS)),
    Flow(events.CallerInterrupted, (_GATEWAY,), (_BRAIN, *_AFTERWARDS)),
    Flow(events.KeyPressed, (_GATEWAY,), (_BRAIN, *_AFTERWARDS)),
    Flow(events.SilenceNoticed, (_GATEWAY,), (_BRAIN, *_AFTERWARDS)),
    Flow(events.PromptPlayed, (_GATEWAY, _CONSOLE), (_BRAIN, *_AFTERWARDS)),
    Flow(events.LineDropped, (_GATEWAY,), (_BRAIN, *_AFTERWARDS)),
    Flow(events.LineResumed, (_GATEWAY,), (_BRAIN, _GATEWAY, *_AFTERWARDS)),
    Flow(events.RecordingBegun, (_GATEWAY,), _AFTERWARDS),
    Flow(events.RecordingRefused, (_GATEWAY,), _AFTERWARDS),
    Flow(events.TransferBegun, (_GATEWAY,), (_BRAIN, *_AFTERWARDS)),
    Flow(events.TransferFailed, (_GATEWAY,), (_BRAIN, *_AFTERWARDS)),
    Flow(events.CallAdopted, (_BRAIN,), (_BRAIN, *_AFTERWARDS)),
    Flow(events.FlowChanged, (_BRAIN,), (_BRAIN, *_AFTERWARDS)),
    Flow(events.StateEntered, (_BRAIN,), _AFTERWARDS),
    Flow(events.FieldsLearned, (_BRAIN,), _AFTERWARDS),
    Flow(events.ToolRequested, (_BRAIN,), (_BRAIN, _GATEWAY, *_AFTERWARDS)),
    Flow(events.ToolAnswered, (_BRAIN,), (_BRAIN, _GATEWAY, *_AFTERWARDS)),
    Flow(events.ToolSlow, (_BRAIN,), (_BRAIN, *_AFTERWARDS)),
    Flow(events.FieldsProposed, (_BRAIN,), (_BRAIN, *_AFTERWARDS)),
    Flow(events.EventIgnored, (_BRAIN,), (_GATEWAY, *_AFTERWARDS)),
    Flow(commands.SpeakPrompt, (_BRAIN,), (_GATEWAY, *_AFTERWARDS)),
    Flow(commands.HangUp, (_BRAIN,), (_GATEWAY, *_AFTERWARDS)),
    Flow(commands.Transfer, (_BRAIN,), (_GATEWAY, *_AFTERWARDS)),
    Flow(events.EmergencyRaised, (_BRAIN,), _AFTERWARDS),
    Flow(events.CallEnded, (_GATEWAY, _BRAIN, _CONSOLE), (_BRAIN, *_AFTERWARDS)),
)

TALKS: tuple[Talk, ...] = (
    Talk(
        *(REPLAYS, "ask", _CONSOLE, _BRAIN),
        says="What today's flow would do otherwise: a log, one message a line, for one difference a line.",
    ),
    Talk(
        *(INTERIM, "mention", _GATEWAY, _CONSOLE),
        says="What was heard so far of a turn that is not over: an `InterimWords`.",
    ),
)
