"""Pure. What the services need of a message bus; the adapter is `nats_bus`, the double of the tests `tests.doubles`."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple, Protocol

from calllock.contracts import wire
from calllock.contracts.dataflow import Durable
from calllock.contracts.message import Message


class SequenceConflict(RuntimeError):
    """Somebody else has written to the subject since; the writer has lost the call."""


class BusUnavailable(RuntimeError):
    """The bus did not answer within its limit."""


@dataclass(frozen=True, slots=True)
class Logged:
    """One entry of a call's log, in the order of the stream."""

    sequence: int
    subject: str
    message: Message | None
    """None when this version cannot read it; `unreadable` then says why."""
    unreadable: str = ""
    pending: int = 0
    """How many stored entries follow this one; 0 means that the reader has caught up."""


def logged(sequence: int, subject: str, data: bytes, pending: int) -> Logged:
    """The entry stored as `data`; one that this version cannot read says so instead of raising."""
    try:
        return Logged(sequence, subject, wire.decode(data), pending=pending)
    except wire.UnreadableMessage as error:
        return Logged(sequence, subject, None, str(error), pending)


class Buried(NamedTuple):
    """What dead letters are counted by: who gave up, and whose call it was."""

    durable: str
    call_sid: str


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """A message that a durable's consumers gave up on."""

    durable: str
    sequence: int
    """Of the original in the log."""
    subject: str
    data: bytes
    reason: str
    attempts: int
    at: datetime
    """When the original was stored in the log."""

    @property
    def call_sid(self) -> str:
        """The call whose log the original is in."""
        return self.subject.split(".")[1]

    @property
    def buried(self) -> Buried:
        """The durable and the call that it is counted by."""
        return Buried(self.durable, self.call_sid)


@dataclass(frozen=True, slots=True)
class Question:
    """What another service wants to know now. It is kept nowhere: whoever does not answer in time is not waited for."""

    data: bytes
    answer: Callable[[bytes], Awaitable[None]]


class Lease(Protocol):
    """A message taken from a durable: ours until it is settled or not kept in progress."""

    @property
    def logged(self) -> Logged: ...
    @property
    def attempts(self) -> int:
        """How often it has been delivered, this time included."""
        ...

    async def ack(self) -> None:
        """Done; waits until the bus knows it."""
        ...

    async def nak(self, delay_s: float = 0.0) -> None:
        """Give it to another now, or to anybody after a delay."""
        ...

    async def in_progress(self) -> None:
        """Still working on it: restarts `ack_wait`."""
        ...

    async def dead_letter(self, reason: str) -> None:
        """Copy it to the dead-letter stream with the reason, then never deliver it again."""
        ...


class Bus(Protocol):
    """A log per call, and durables that share work among replicas. Every call has a limit."""

    @property
    def connected(self) -> bool:
        """Whether the bus can be reached, as far as is known now."""
        ...

    async def publish(self, message: Message, *, expected_last: int | None = None) -> int:
        """Append, and return the stream sequence once it is stored.

        The same `event_id` again within the deduplication window is stored once, and gives the
        sequence of the first. With `expected_last`, refuse with `SequenceConflict` unless the
        last entry of the message's subject has that sequence (0: there is none) or is this very
        message, stored by an earlier try.
        """
        ...

    def follow(
        self, call_sid: str, channels: Sequence[str] = (), *, start: Literal["first", "next"] = "first"
    ) -> AsyncGenerator[Logged, None]:
        """The call's log in order: what is stored, then what comes, until closed (`aclose`).

        `channels` limits it to these (last tokens of the subject; empty: all); `next` leaves out
        what is stored when the iteration begins. It survives a reconnection without gap or repeat,
        and ends when the bus is closed.
        """
        ...

    def watch(self, since: datetime) -> AsyncGenerator[Logged, None]:
        """The logs of all calls as one, in order: what was stored from `since` on, then what comes, until closed.

        It survives a reconnection without gap or repeat, and ends when the bus is closed.
        """
        ...

    async def read(self, call_sid: str) -> list[Logged]:
        """The call's log as stored now; empty for a name that no call can have, as `*` is."""
        ...

    def consume(self, durable: Durable) -> AsyncGenerator[Lease, None]:
        """Messages of a durable, each to one of its consumers, until closed (`aclose`).

        What was delivered `max_attempts` times and never acked becomes a dead letter by itself.
        It ends when the bus is closed; leases not settled by then go to another after `ack_wait`.
        """
        ...

    async def ask(self, about: str, data: bytes, limit_s: float) -> bytes:
        """What one of those who answer questions about this says; raises `BusUnavailable` when none does in time."""
        ...

    def questions(self, about: str) -> AsyncGenerator[Question, None]:
        """Questions about this, each to one of those who answer them, until closed (`aclose`) or the bus is."""
        ...

    async def mention(self, about: str, data: bytes) -> None:
        """Tell everybody who listens now; it is kept nowhere. Raises `BusUnavailable` when nobody can be told."""
        ...

    def mentions(self, about: str) -> AsyncGenerator[bytes, None]:
        """What is mentioned about this from now on, until closed (`aclose`) or the bus is; what is missed is gone."""
        ...

    async def dead_letters(self, durable: str = "", call_sid: str = "") -> list[DeadLetter]:
        """What nobody could process, oldest first: all of it, or what is of this durable and this call."""
        ...

    async def buried(self) -> dict[Buried, int]:
        """How many dead letters there are of what, without reading one."""
        ...

    async def discard(self, letter: DeadLetter) -> None:
        """Forget a dead letter; the call's log stays. Doing it again changes nothing."""
        ...

    async def answered(self) -> list[Logged]:
        """The beginnings of all calls that are stored, oldest first."""
        ...

    async def erase(self, call_sid: str) -> None:
        """Forget a call: its log and its dead letters. Doing it again changes nothing."""
        ...

    async def close(self) -> None:
        """Let go of everything; publishing afterwards raises `BusUnavailable`."""
        ...
