"""Shell. Calls in progress: one follower of the bus for the whole worker, which tells every open page of changes."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import aclosing, contextmanager
from datetime import timedelta

import structlog
from pydantic import ValidationError
from sqlalchemy.exc import SQLAlchemyError

from calllock.contracts.dataflow import INTERIM
from calllock.contracts.events import CallAnswered
from calllock.contracts.interim import InterimWords
from calllock.contracts.message import Message
from calllock.runtime.bus import Bus
from calllock.runtime.clock import Clock
from post_call_worker.archive import Archive
from post_call_worker.console.live_call import LiveCall

REMEMBERED_S = 3 * 3600.0
"""The longest call that a worker which has just started still knows of."""
SHOWN_AFTER_END_S = 90.0
_LOOKS_EVERY_S = 0.5

_log = structlog.get_logger()


class LiveCalls:
    """What is on the line, and what has just ended."""

    def __init__(self, bus: Bus, archive: Archive, clock: Clock) -> None:
        self._bus = bus
        self._archive = archive
        self._clock = clock
        self._calls: dict[str, LiveCall] = {}
        self._watchers: set[Watcher] = set()

    async def run(self) -> None:
        """Until cancelled; then whoever is looking is told that nothing more comes."""
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._follow())
                group.create_task(self._overhear())
                group.create_task(self._tend())
        finally:
            for watcher in self._watchers:
                watcher.close()

    def calls(self) -> list[LiveCall]:
        """The latest first."""
        return sorted(self._calls.values(), key=lambda call: call.answered.occurred_at, reverse=True)

    def call(self, call_sid: str) -> LiveCall | None:
        """One of them."""
        return self._calls.get(call_sid)

    @contextmanager
    def watching(self) -> Iterator[Watcher]:
        """Somebody who is told which calls have changed since they were told last."""
        watcher = Watcher()
        self._watchers.add(watcher)
        try:
            yield watcher
        finally:
            self._watchers.discard(watcher)

    async def _follow(self) -> None:
        since = self._clock.now() - timedelta(seconds=REMEMBERED_S)
        async with aclosing(self._bus.watch(since)) as entries:
            async for entry in entries:
                if entry.message is not None:
                    self._take(entry.message)

    async def _overhear(self) -> None:
        """Turns that are not over; what nobody can read is not shown."""
        async with aclosing(self._bus.mentions(INTERIM)) as mentions:
            async for data in mentions:
                try:
                    words = InterimWords.model_validate_json(data)
                except ValidationError:
                    _log.warning("console.interim_unreadable")
                    continue
                call = self._calls.get(words.call_sid)
                if call is not None and call.overhear(words):
                    self._tell(words.call_sid)

    def _take(self, message: Message) -> None:
        call_sid = message.call_sid
        if isinstance(message, CallAnswered) and call_sid not in self._calls:
            self._calls[call_sid] = LiveCall(message)
        call = self._calls.get(call_sid)
        if call is None:
            return
        call.take(message)
        self._tell(call_sid)

    async def _tend(self) -> None:
        """Look what became of calls that have ended, and let go of those that nobody expects any more."""
        while True:
            await self._clock.sleep(_LOOKS_EVERY_S)
            self._let_go()
            waiting = [sid for sid, call in self._calls.items() if call.ended and not call.settled]
            if not waiting:
                continue
            try:
                found = await self._archive.delivery_statuses(waiting)
            except (SQLAlchemyError, OSError, TimeoutError) as error:
                _log.warning("console.deliveries_unknown", error=type(error).__name__)
                continue
            for call_sid, statuses in found.items():
                call = self._calls.get(call_sid)
                if call is not None and call.deliveries != statuses:
                    call.learn(statuses)
                    self._tell(call_sid)

    def _let_go(self) -> None:
        now = self._clock.now()
        for call_sid, call in list(self._calls.items()):
            kept_s = SHOWN_AFTER_END_S if call.ended else REMEMBERED_S
            if (now - call.last_at).total_seconds() > kept_s:
                del self._calls[call_sid]
                self._tell(call_sid)

    def _tell(self, call_sid: str) -> None:
        for watcher in self._watchers:
            watcher.tell(call_sid)


class Watcher:
    """Collects what has changed, each call once, until it is asked."""

    def __init__(self) -> None:
        self._changed: dict[str, None] = {}
        self._news = asyncio.Event()
        self.closed = False

    def tell(self, call_sid: str) -> None:
        """The call has changed."""
        self._changed[call_sid] = None
        self._news.set()

    def close(self) -> None:
        """Nothing more comes."""
        self.closed = True
        self._news.set()

    async def changes(self, limit_s: float) -> list[str]:
        """The calls that have changed since the last time, in that order; empty when none does within the limit."""
        try:
            async with asyncio.timeout(limit_s):
                await self._news.wait()
        except TimeoutError:
            return []
        self._news.clear()
        changed, self._changed = list(self._changed), {}
        return changed
