"""Adapter. The bus within one process, for tests that need no NATS; the tests of the contract run on both.

It keeps the promises of JetStream that the services rely on, by an injected clock, and stores
messages as the bytes that the wire would carry.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from calllock.contracts import wire
from calllock.contracts.dataflow import CALLS, Durable
from calllock.contracts.message import Message
from calllock.runtime.bus import Buried, BusUnavailable, DeadLetter, Lease, Logged, SequenceConflict, logged
from calllock.runtime.clock import Clock, SystemClock
from tests.doubles.memory_talk import MemoryTalk


@dataclass(frozen=True, slots=True)
class _Entry:
    sequence: int
    subject: str
    data: bytes
    stored_at: datetime

    def logged(self, pending: int) -> Logged:
        return logged(self.sequence, self.subject, self.data, pending)


@dataclass(slots=True)
class _Outstanding:
    """A delivered message that is not settled."""

    entry: _Entry
    attempts: int
    due: float
    """When it is delivered again unless it is settled or kept in progress."""


@dataclass(slots=True)
class _Deliveries:
    """What the durable of this name has delivered."""

    durable: Durable
    log: list[_Entry]
    outstanding: dict[int, _Outstanding] = field(default_factory=dict)
    _next: int = 0

    def take(self, now: float) -> _Outstanding | None:
        """The next delivery that is due: what comes back before what is new."""
        again = min(self.outstanding.values(), key=lambda one: one.due, default=None)
        if again is not None and again.due <= now:
            again.attempts += 1
            again.due = now + self.durable.ack_wait_s
            return again
        if len(self.outstanding) >= self.durable.max_in_progress:
            return None
        while self._next < len(self.log):
            entry = self.log[self._next]
            self._next += 1
            if self._wants(entry):
                first = _Outstanding(entry, 1, now + self.durable.ack_wait_s)
                self.outstanding[entry.sequence] = first
                return first
        return None

    def next_due(self) -> float | None:
        return min((one.due for one in self.outstanding.values()), default=None)

    def pending(self) -> int:
        return sum(self._wants(entry) for entry in self.log[self._next :])

    def postpone(self, sequence: int, due: float) -> None:
        if sequence in self.outstanding:
            self.outstanding[sequence].due = due

    def _wants(self, entry: _Entry) -> bool:
        wanted, tokens = self.durable.subject.split("."), entry.subject.split(".")
        return len(wanted) == len(tokens) and all(w in ("*", t) for w, t in zip(wanted, tokens, strict=True))


class MemoryBus:
    """Keeps everything in this process; see `calllock.runtime.bus.Bus`."""

    def __init__(self, clock: Clock | None = None) -> None:
        self._clock = clock or SystemClock()
        self._log: list[_Entry] = []
        self._calls: dict[str, list[_Entry]] = {}
        self._last: dict[str, int] = {}
        self._seen: dict[str, tuple[int, float]] = {}
        self._durables: dict[str, _Deliveries] = {}
        self._dead: list[DeadLetter] = []
        self._closed = False
        self._news = asyncio.Event()
        self._talk = MemoryTalk()
        self.ask, self.questions = self._talk.ask, self._talk.questions
        self.mention, self.mentions = self._talk.mention, self._talk.mentions

    @property
    def connected(self) -> bool:
        """See `Bus.connected`."""
        return not self._closed

    async def publish(self, message: Message, *, expected_last: int | None = None) -> int:
        """See `Bus.publish`."""
        if self._closed:
            raise BusUnavailable("the bus is closed")
        now = self._clock.monotonic()
        sequence, stored_at = self._seen.get(message.event_id, (0, 0.0))
        last = self._last.get(message.subject, 0)
        if expected_last not in (None, last):
            if last and sequence == last:
                return last
            raise SequenceConflict(f"{message.subject}: expected {expected_last}, the last is {last}")
        if sequence and now - stored_at < CALLS.deduplicates_s:
            return sequence
        sequence = self.store(message.subject, wire.encode(message))
        self._seen[message.event_id] = (sequence, now)
        return sequence

    def store(self, subject: str, data: bytes) -> int:
        """Append bytes as they are, as a writer of another version would; returns their sequence."""
        entry = _Entry(len(self._log) + 1, subject, data, self._clock.now())
        self._log.append(entry)
        self._calls.setdefault(subject.split(".")[1], []).append(entry)
        self._last[subject] = entry.sequence
        self._announce()
        return entry.sequence

    async def follow(
        self, call_sid: str, channels: Sequence[str] = (), *, start: Literal["first", "next"] = "first"
    ) -> AsyncGenerator[Logged, None]:
        """See `Bus.follow`."""

        log = self._calls.setdefault(call_sid, [])
        begin = 0 if start == "first" else len(log)
        async with aclosing(self._entries(log, begin, frozenset(channels))) as entries:
            async for entry in entries:
                yield entry

    async def watch(self, since: datetime) -> AsyncGenerator[Logged, None]:
        """See `Bus.watch`."""
        begin = sum(entry.stored_at < since for entry in self._log)
        async with aclosing(self._entries(self._log, begin, frozenset())) as entries:
            async for entry in entries:
                yield entry

    async def _entries(
        self, log: list[_Entry], position: int, channels: frozenset[str]
    ) -> AsyncGenerator[Logged, None]:
        def wanted(entry: _Entry) -> bool:
            return entry.subject.rpartition(".")[2] in channels if channels else bool(entry.subject)

        while not self._closed:
            if position >= len(log):
                await self._news.wait()
                continue
            entry = log[position]
            position += 1
            if wanted(entry):
                yield entry.logged(sum(map(wanted, log[position:])))

    async def read(self, call_sid: str) -> list[Logged]:
        """See `Bus.read`."""
        log = self._calls.get(call_sid, [])
        return [entry.logged(len(log) - place) for place, entry in enumerate(log, start=1)]

    async def consume(self, durable: Durable) -> AsyncGenerator[Lease, None]:
        """See `Bus.consume`."""
        deliveries = self._durables.setdefault(durable.name, _Deliveries(durable, self._log))
        while not self._closed:
            news = self._news
            taken = deliveries.take(self._clock.monotonic())
            if taken is None:
                await self._wait(news, deliveries.next_due())
                continue
            lease = _MemoryLease(deliveries, taken, self._clock, self._bury)
            if 0 <= durable.max_attempts < taken.attempts:
                await lease.dead_letter(f"given up after {durable.max_attempts} attempts")
                continue
            yield lease

    async def dead_letters(self, durable: str = "", call_sid: str = "") -> list[DeadLetter]:
        """See `Bus.dead_letters`."""
        return [one for one in self._dead if durable in ("", one.durable) and call_sid in ("", one.call_sid)]

    async def buried(self) -> dict[Buried, int]:
        """See `Bus.buried`."""
        return Counter(letter.buried for letter in self._dead)

    async def discard(self, letter: DeadLetter) -> None:
        """See `Bus.discard`."""
        self._dead = [kept for kept in self._dead if kept != letter]

    async def answered(self) -> list[Logged]:
        """See `Bus.answered`."""
        found = [entry for entry in self._log if entry.subject.endswith(".answered")]
        return [entry.logged(len(found) - place) for place, entry in enumerate(found, start=1)]

    async def erase(self, call_sid: str) -> None:
        """See `Bus.erase`."""
        for entry in self._calls.pop(call_sid, []):
            self._log[entry.sequence - 1] = replace(entry, subject="", data=b"")
            self._last.pop(entry.subject, None)
            for deliveries in self._durables.values():
                deliveries.outstanding.pop(entry.sequence, None)
        self._dead = [letter for letter in self._dead if letter.call_sid != call_sid]

    async def close(self) -> None:
        """See `Bus.close`."""
        self._closed = True
        self._announce()
        self._talk.close()

    def _announce(self) -> None:
        news, self._news = self._news, asyncio.Event()
        news.set()

    def _bury(self, letter: DeadLetter | None) -> None:
        if letter is not None:
            self._dead.append(letter)
        self._announce()

    async def _wait(self, news: asyncio.Event, due: float | None) -> None:
        waits = [asyncio.ensure_future(news.wait())]
        if due is not None:
            waits.append(asyncio.ensure_future(self._sleep_until(due)))
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()
            await asyncio.gather(*waits, return_exceptions=True)

    async def _sleep_until(self, due: float) -> Literal[True]:
        await self._clock.sleep(max(0.0, due - self._clock.monotonic()))
        return True


class _MemoryLease:
    def __init__(
        self,
        deliveries: _Deliveries,
        taken: _Outstanding,
        clock: Clock,
        settled: Callable[[DeadLetter | None], None],
    ) -> None:
        self._deliveries = deliveries
        self._entry = taken.entry
        self._clock = clock
        self._settled = settled
        self.attempts = taken.attempts
        self.logged = taken.entry.logged(deliveries.pending())

    async def ack(self) -> None:
        self._deliveries.outstanding.pop(self._entry.sequence, None)
        self._settled(None)

    async def nak(self, delay_s: float = 0.0) -> None:
        self._deliveries.postpone(self._entry.sequence, self._clock.monotonic() + delay_s)
        self._settled(None)

    async def in_progress(self) -> None:
        due = self._clock.monotonic() + self._deliveries.durable.ack_wait_s
        self._deliveries.postpone(self._entry.sequence, due)

    async def dead_letter(self, reason: str) -> None:
        entry = self._entry
        if self._deliveries.outstanding.pop(entry.sequence, None) is None:
            return
        name = self._deliveries.durable.name
        self._settled(
            DeadLetter(name, entry.sequence, entry.subject, entry.data, reason, self.attempts, entry.stored_at)
        )
