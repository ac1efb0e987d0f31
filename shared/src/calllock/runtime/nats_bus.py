"""Adapter. The bus on NATS JetStream."""

from __future__ import annotations

import asyncio
import itertools
import json
import uuid
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import datetime
from functools import partial
from typing import Literal

from nats import errors
from nats.aio.msg import Msg
from nats.js.api import AckPolicy, ConsumerConfig, ConsumerInfo, DeliverPolicy, Header
from nats.js.errors import NotFoundError

from calllock.contracts import wire
from calllock.contracts.dataflow import CALLS, DEAD_LETTERS, DURABLES, STREAMS, Durable, Stream
from calllock.contracts.ids import is_call_sid
from calllock.contracts.message import Message
from calllock.contracts.tracing import TRACEPARENT, traceparent
from calllock.runtime.bus import Buried, BusUnavailable, DeadLetter, Lease, Logged, SequenceConflict, logged
from calllock.runtime.clock import Clock, SystemClock
from calllock.runtime.nats_dead_letters import headers_of, letter_of, subject_of
from calllock.runtime.nats_delivery import Told, told_in
from calllock.runtime.nats_link import ANSWER_S, NatsLink, Refused
from calllock.runtime.nats_reader import ReaderLost
from calllock.runtime.nats_streams import ensure_durable, ensure_stream, refuse_old_server

CONNECT_LIMIT_S = 10.0
ANSWER_LIMIT_S = 10.0
"""For one publish, read or ack; a cluster that lost its leader takes up to 8 s to elect another."""
READING_S = 50.0
"""For what is stored of all calls, once it has begun to come."""
_BATCH = 64
_FORGOTTEN_AFTER_S = 60.0
"""For a reader whose process died: the server drops its consumer when nobody has asked for so long."""
_WRONG_SEQUENCE = (10071, 10164)


async def connect_nats(
    url: str, *, name: str, clock: Clock | None = None, durables: Sequence[Durable] = DURABLES
) -> NatsBus:
    """A bus on the server or servers (comma separated) of `url`, its streams and durables in place.

    `name` is what the server's monitoring shows. Raises `BusUnavailable` when nothing is ready
    within 10 s, `ServerTooOld` when the server cannot do what we rely on.
    """
    link = NatsLink(clock or SystemClock())
    try:
        async with asyncio.timeout(CONNECT_LIMIT_S):
            await link.open(url, name)
            refuse_old_server(link.client)
            for stream in STREAMS:
                await link.patiently(stream.name, partial(ensure_stream, link.jetstream, stream), CONNECT_LIMIT_S)
            for durable in durables:
                await link.patiently(durable.name, partial(ensure_durable, link.jetstream, durable), CONNECT_LIMIT_S)
    except (TimeoutError, errors.Error, OSError) as error:
        await link.close()
        reason = (link.client.last_error or error).__class__.__name__
        raise BusUnavailable(f"no NATS with JetStream at NATS_URL within {CONNECT_LIMIT_S:g} s: {reason}") from None
    except BaseException:
        await link.close()
        raise
    return NatsBus(link)


class NatsBus:
    """See `calllock.runtime.bus.Bus`; made by `connect_nats`."""

    def __init__(self, link: NatsLink) -> None:
        self.link = link
        self.ask, self.questions = link.ask, link.questions
        self.mention, self.mentions = link.mention, link.mentions

    @property
    def connected(self) -> bool:
        """See `Bus.connected`."""
        return self.link.client.is_connected

    async def publish(self, message: Message, *, expected_last: int | None = None) -> int:
        """See `Bus.publish`."""
        headers = {Header.MSG_ID.value: message.event_id, TRACEPARENT: traceparent(message.call_sid)}
        if expected_last is not None:
            headers[Header.EXPECTED_LAST_SUBJECT_SEQUENCE.value] = str(expected_last)
        try:
            return await self._append(message.subject, wire.encode(message), headers)
        except Refused as refusal:
            if refusal.code not in _WRONG_SEQUENCE:
                raise
            last, last_id = await self._last_of(message.subject)
            if last_id == message.event_id:  # the server compares sequences before it looks for repeats
                return last
            raise SequenceConflict(f"{message.subject}: expected {expected_last}, the last is {last}") from None

    def follow(
        self, call_sid: str, channels: Sequence[str] = (), *, start: Literal["first", "next"] = "first"
    ) -> AsyncGenerator[Logged, None]:
        """See `Bus.follow`."""
        return self._entries([f"calls.{call_sid}.{channel}" for channel in channels or ("*",)], start)

    def watch(self, since: datetime) -> AsyncGenerator[Logged, None]:
        """See `Bus.watch`."""
        return self._entries(["calls.*.*"], since)

    async def _entries(
        self, subjects: list[str], start: Literal["first", "next"] | datetime
    ) -> AsyncGenerator[Logged, None]:
        begin: int | datetime = await self._last_sequence() + 1 if start == "next" else 1 if start == "first" else start
        while not self.link.closed:
            try:
                async with (
                    self._consumer_from(CALLS, subjects, begin) as consumer,
                    self.link.reading(CALLS.name, consumer.name, _BATCH) as reader,
                ):
                    for delivered in itertools.count(1):
                        message = await reader.next()
                        told = told_in(message.reply)
                        _refuse_gap(told, delivered)
                        begin = told.sequence + 1
                        yield _logged(message, told)
            except (ReaderLost, BusUnavailable):
                await self.link.pause()

    async def read(self, call_sid: str) -> list[Logged]:
        """See `Bus.read`."""
        if not is_call_sid(call_sid):
            return []
        return [_logged(one, told_in(one.reply)) for one in await self._stored(CALLS, f"calls.{call_sid}.*")]

    async def consume(self, durable: Durable) -> AsyncGenerator[Lease, None]:
        """See `Bus.consume`."""
        while not self.link.closed:
            try:
                async with self.link.reading(durable.stream, durable.name, batch=1) as reader:
                    while True:
                        lease = _NatsLease(self, durable, await reader.next())
                        if 0 <= durable.max_attempts < lease.attempts:
                            await lease.dead_letter(f"given up after {durable.max_attempts} attempts")
                        else:
                            yield lease
            except (ReaderLost, BusUnavailable):
                await self.link.pause()
                await self._restore(durable)

    async def dead_letters(self, durable: str = "", call_sid: str = "") -> list[DeadLetter]:
        """See `Bus.dead_letters`."""
        wanted = f"dead.{durable or '*'}.{call_sid or '*'}"
        return [letter_of(message) for message in await self._stored(DEAD_LETTERS, wanted, READING_S)]

    async def buried(self) -> dict[Buried, int]:
        """See `Bus.buried`."""
        ask = partial(self.link.jetstream.stream_info, DEAD_LETTERS.name, "dead.>")
        subjects = (await self.link.patiently(DEAD_LETTERS.name, ask, ANSWER_LIMIT_S)).state.subjects or {}
        return {Buried(*subject.split(".")[1:]): count for subject, count in subjects.items()}

    async def discard(self, letter: DeadLetter) -> None:
        """See `Bus.discard`."""
        for message in await self._stored(DEAD_LETTERS, subject_of(letter)):
            if letter_of(message) == letter:
                kept_at = told_in(message.reply).sequence
                drop = partial(self.link.jetstream.delete_msg, DEAD_LETTERS.name, kept_at)
                await self.link.patiently(DEAD_LETTERS.name, drop, ANSWER_LIMIT_S)

    async def answered(self) -> list[Logged]:
        """See `Bus.answered`."""
        return [_logged(one, told_in(one.reply)) for one in await self._stored(CALLS, "calls.*.answered", READING_S)]

    async def erase(self, call_sid: str) -> None:
        """See `Bus.erase`."""
        if not is_call_sid(call_sid):
            return
        for stream, subject in ((CALLS, f"calls.{call_sid}.*"), (DEAD_LETTERS, f"dead.*.{call_sid}")):
            purge = partial(self.link.jetstream.purge_stream, stream.name, subject=subject)
            await self.link.patiently(stream.name, purge, ANSWER_LIMIT_S)

    async def close(self) -> None:
        """See `Bus.close`."""
        await self.link.close()

    async def bury(self, letter: DeadLetter) -> None:
        """Stores a dead letter; the same one again is stored once."""
        await self._append(subject_of(letter), letter.data, headers_of(letter))

    async def settle(self, message: Msg, verdict: bytes) -> None:
        """Tells the server what became of a delivery, and waits until it knows."""

        async def tell() -> None:
            await self.link.client.request(message.reply, verdict, timeout=ANSWER_S)

        await self.link.patiently(verdict.decode(), tell, ANSWER_LIMIT_S)

    async def _append(self, subject: str, data: bytes, headers: dict[str, str]) -> int:
        async def send() -> int:
            stored = await self.link.jetstream.publish(subject, data, timeout=ANSWER_S, headers=headers)
            return stored.seq

        return await self.link.patiently(subject, send, ANSWER_LIMIT_S)

    async def _last_of(self, subject: str) -> tuple[int, str]:
        async def ask() -> tuple[int, str]:
            try:
                last = await self.link.jetstream.get_last_msg(CALLS.name, subject)
            except NotFoundError:
                return 0, ""
            return last.seq or 0, (last.headers or {}).get(Header.MSG_ID.value, "")

        return await self.link.patiently(subject, ask, ANSWER_LIMIT_S)

    async def _last_sequence(self) -> int:
        async def ask() -> int:
            return (await self.link.jetstream.stream_info(CALLS.name)).state.last_seq

        return await self.link.patiently(CALLS.name, ask, ANSWER_LIMIT_S)

    @asynccontextmanager
    async def _consumer_from(
        self, stream: Stream, subjects: list[str], begin: int | datetime
    ) -> AsyncGenerator[ConsumerInfo, None]:
        at = begin if isinstance(begin, datetime) else None
        wanted = ConsumerConfig(
            name=f"reader-{uuid.uuid4().hex}",
            filter_subjects=subjects,
            deliver_policy=DeliverPolicy.BY_START_TIME if at else DeliverPolicy.BY_START_SEQUENCE,
            opt_start_seq=None if isinstance(begin, datetime) else begin,
            opt_start_time=at,
            ack_policy=AckPolicy.NONE,
            inactive_threshold=_FORGOTTEN_AFTER_S,
            mem_storage=True,
            num_replicas=1,
        )

        async def create() -> ConsumerInfo:
            return await self.link.jetstream.add_consumer(stream.name, wanted, timeout=ANSWER_S)

        consumer = await self.link.patiently(stream.name, create, ANSWER_LIMIT_S)
        try:
            yield consumer
        finally:
            await self.link.drop_consumer(stream.name, consumer.name)

    async def _stored(self, stream: Stream, subject: str, reading_s: float = ANSWER_S) -> list[Msg]:
        async def collect() -> list[Msg]:
            async with self._consumer_from(stream, [subject], 1) as consumer:
                if not consumer.num_pending:
                    return []
                async with self.link.reading(stream.name, consumer.name, consumer.num_pending) as reader:
                    return await reader.take(consumer.num_pending, ANSWER_S)

        return await self.link.patiently(stream.name, collect, ANSWER_LIMIT_S, reading_s)

    async def _restore(self, durable: Durable) -> None:
        with suppress(BusUnavailable):  # the next round finds out
            restore = partial(ensure_durable, self.link.jetstream, durable)
            await self.link.patiently(durable.name, restore, ANSWER_LIMIT_S)


class _NatsLease:
    def __init__(self, bus: NatsBus, durable: Durable, message: Msg) -> None:
        self._bus = bus
        self._durable = durable
        self._message = message
        told = told_in(message.reply)
        self.attempts, self.logged = told.attempts, _logged(message, told)

    async def ack(self) -> None:
        await self._bus.settle(self._message, Msg.Ack.Ack)

    async def nak(self, delay_s: float = 0.0) -> None:
        delay = json.dumps({"delay": int(delay_s * 1_000_000_000)})
        await self._bus.settle(self._message, Msg.Ack.Nak + b" " + delay.encode() if delay_s else Msg.Ack.Nak)

    async def in_progress(self) -> None:
        await self._message.in_progress()

    async def dead_letter(self, reason: str) -> None:
        logged = self.logged
        letter = DeadLetter(
            self._durable.name,
            logged.sequence,
            logged.subject,
            self._message.data,
            reason,
            self.attempts,
            self._message.metadata.timestamp,
        )
        await self._bus.bury(letter)
        await self._bus.settle(self._message, Msg.Ack.Term)


def _refuse_gap(told: Told, delivered: int) -> None:
    if told.delivered != delivered:
        raise ReaderLost("a message was lost on the way")


def _logged(message: Msg, told: Told) -> Logged:
    return logged(told.sequence, message.subject, message.data, told.pending)
