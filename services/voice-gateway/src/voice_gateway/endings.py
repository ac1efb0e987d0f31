"""Shell. Writes the end of each call to its log: exactly once, however long the bus is down."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from weakref import WeakValueDictionary

import structlog

from calllock.contracts.events import CallEnded, EndedBy, LineDropped
from calllock.contracts.ids import line_id, single_id
from calllock.runtime.bus import Bus, BusUnavailable, SequenceConflict
from calllock.runtime.clock import Clock
from voice_gateway.call_log import LineHistory, read_history
from voice_gateway.insisting import Insisting
from voice_gateway.line.outbox import Outbox

RESUME_S = 16.0
"""After a broken line: how long another stream may take to open before the call counts as lost. Longer than processes
that drain send it on, and than as many streams are offered as may be, if each takes most of a second to fail."""
_LOOK_S = 2.0
"""How often it is looked whether one has."""
OTHERS_FIRST_S = 3.0
"""How long who would end a call gives way to who knows more: the process that holds the line, which has the caller's
last words to write, or the action URL's request, which says how a transfer ended."""
AWAITED_S = 10.0
"""How long who ends a call waits for it to be written; Twilio gives a webhook 15 s. It is tried on after that."""
_FINISHES_S = RESUME_S + 1.0
"""How long a process that stops stays for what it has not written."""

_log = structlog.get_logger()


class Endings:
    """Drops and ends of this process's calls, kept until the log has them."""

    def __init__(self, bus: Bus, clock: Clock) -> None:
        self._bus = bus
        self._clock = clock
        self._insisting = Insisting(clock)
        self._ours: dict[str, asyncio.Task[None]] = {}
        """Ends of our own making that are not in the log yet; Twilio tells of them as if they were the caller's."""
        self._writing: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        """One writes the end of a call, and those who would write it meanwhile find it written."""
        self._outboxes: dict[str, list[Outbox]] = {}
        """What the lines of each call tell: it is written before anything else is of that call."""

    def begin(self, outbox: Outbox) -> None:
        """A line of this process is told of in `outbox` from now on."""
        self._outboxes.setdefault(outbox.call_sid, []).append(outbox)

    def leave(self, outbox: Outbox) -> None:
        """That line is over; what is left in its outbox is written as soon as the bus takes it."""
        outbox.close()
        self._insisting.start(self._empty(outbox))

    async def _empty(self, outbox: Outbox) -> None:
        sid = outbox.call_sid
        await self._insisting.until_done(sid, lambda: self._catch_up(sid))
        self._outboxes[sid].remove(outbox)
        if not self._outboxes[sid]:
            del self._outboxes[sid]

    async def history(self, call_sid: str) -> LineHistory:
        """What the log says of this call, once all that its lines here have told is in it; raises `BusUnavailable`."""
        await self._catch_up(call_sid)
        return read_history(await self._bus.read(call_sid))

    async def _catch_up(self, call_sid: str) -> None:
        for outbox in tuple(self._outboxes.get(call_sid, ())):
            await outbox.deliver()

    async def end(self, call_sid: str, ended_by: EndedBy, detail: str) -> None:
        """Write that the call has ended, unless somebody already has; goes on behind the caller's back if it must."""
        await asyncio.wait([self.end_later(call_sid, ended_by, detail)], timeout=AWAITED_S)

    def end_later(
        self, call_sid: str, ended_by: EndedBy, detail: str, held_elsewhere: bool = False
    ) -> asyncio.Task[None]:
        """The same, without waiting. What the caller said last, the process says that held the line, and how a call
        with a person ended, the action URL's request; both soon."""
        if ended_by == "caller" and call_sid in self._ours:
            return self._ours[call_sid]
        ended_at = self._clock.now()

        async def end() -> None:
            if ended_by == "caller":
                for outbox in tuple(self._outboxes.get(call_sid, ())):
                    await outbox.closed()
                if held_elsewhere or await self._is_connecting(call_sid):
                    await self._clock.sleep(OTHERS_FIRST_S)
            await self._insisting.until_done(call_sid, lambda: self._end_once(call_sid, ended_by, detail, ended_at))

        task = self._insisting.start(end())
        if ended_by != "caller":
            self._ours[call_sid] = task
            task.add_done_callback(lambda _: self._ours.pop(call_sid, None))
        return task

    async def finish(self) -> None:
        """Wait for what is not in the log yet, as the process stops: the brain would hold those calls for minutes."""
        await self._insisting.finish(_FINISHES_S)

    async def _is_connecting(self, call_sid: str) -> bool:
        try:
            return (await self.history(call_sid)).is_connecting
        except BusUnavailable:
            return False

    def drop(self, call_sid: str, streams: int, reason: str, is_held: Callable[[], bool]) -> None:
        """The line broke: report it, and end the call unless another stream opens for it within `RESUME_S`, or a person
        is being called: that goes on without a stream. Nobody waits for it, as whoever held the line may be cancelled.

        `streams`: how often the call had been resumed when the broken stream was the call's line.
        `is_held`: whether this process holds the call again.
        """
        dropped = LineDropped(
            event_id=line_id(call_sid, "dropped", streams + 1),
            call_sid=call_sid,
            occurred_at=self._clock.now(),
            reason=reason,
        )
        self._insisting.start(self._lose(dropped, streams, is_held))

    async def _lose(self, dropped: LineDropped, streams: int, is_held: Callable[[], bool]) -> None:
        sid = dropped.call_sid
        try:
            await self._report(dropped, streams)
        except BusUnavailable:
            _log.error("line.drop_unreported", call_sid=sid)
        until = self._clock.monotonic() + RESUME_S
        while (left_s := until - self._clock.monotonic()) > 0:
            await self._clock.sleep(min(left_s, _LOOK_S))
            if await self._goes_on(sid, streams):
                return
        await self._insisting.until_done(sid, lambda: self._report(dropped, streams))

        async def end_unless_resumed() -> None:
            history = await self.history(sid)
            if history.resumed <= streams and not history.is_connecting and not is_held():
                await self._end_once(sid, "line_lost", dropped.reason, dropped.occurred_at)

        await self._insisting.until_done(sid, end_unless_resumed)

    async def _goes_on(self, call_sid: str, streams: int) -> bool:
        """Whether the log says that the call has another stream, or has ended."""
        try:
            history = await self.history(call_sid)
        except BusUnavailable:
            return False
        return history.resumed > streams or history.ended is not None

    async def _report(self, dropped: LineDropped, streams: int) -> None:
        while True:
            history = await self.history(dropped.call_sid)
            if history.ended is not None or history.resumed > streams or history.dropped:
                return
            with suppress(SequenceConflict):  # it may have been resumed meanwhile
                await self._bus.publish(dropped, expected_last=history.last_of_line)
                return

    async def _end_once(self, call_sid: str, ended_by: EndedBy, detail: str, ended_at: datetime) -> None:
        async with self._writing.setdefault(call_sid, asyncio.Lock()):
            await self._write_end(call_sid, ended_by, detail, ended_at)

    async def _write_end(self, call_sid: str, ended_by: EndedBy, detail: str, ended_at: datetime) -> None:
        history = await self.history(call_sid)
        if history.ended is not None or history.answered is None:
            return
        ended = CallEnded(
            event_id=single_id(call_sid, "ended"),
            call_sid=call_sid,
            occurred_at=ended_at,
            ended_by=ended_by,
            duration_s=history.duration_s(ended_at),
            detail=detail,
        )
        try:
            await self._bus.publish(ended, expected_last=0)
        except SequenceConflict:
            return
        _log.info("call.ended", call_sid=call_sid, ended_by=ended_by, duration_s=round(ended.duration_s, 1))
