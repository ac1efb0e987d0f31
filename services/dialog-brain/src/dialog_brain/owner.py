"""Shell. One brain's ownership of one call: read its log, decide, write the decisions, ask the backend.

The unacked `CallAnswered` is the lease. Whoever holds it reads the log from the start; what the
log decides but does not contain yet is written, with the same ids as any earlier owner would have used.
"""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Coroutine
from contextlib import aclosing, suppress
from dataclasses import dataclass, field
from typing import Any

import structlog

from calllock.contracts import events
from calllock.contracts.dataflow import LINE_LOST_S
from calllock.contracts.ids import single_id
from calllock.contracts.message import LineMessage, Message
from calllock.runtime.bus import Bus, Lease, Logged, SequenceConflict
from calllock.runtime.clock import Clock
from calllock.runtime.profiles import Profiles
from dialog_brain.adoption import adoption
from dialog_brain.backend import Backend
from dialog_brain.backend_requests import BackendRequests
from dialog_brain.flow.call import Call
from dialog_brain.flow.rows import Flow
from dialog_brain.fold import Fold
from dialog_brain.wording.drafts import Drafts
from dialog_brain.wording.extractor import Extractor, NoExtractor
from dialog_brain.wording.row_or_model import RowWords, Wording

BEAT_S = 0.8
"""How often the lease is kept, against the durable's `ack_wait_s` of 3."""
TRANSFER_LOST_S = 4 * 3600.0
"""`LINE_LOST_S` of a call that is a person's: nothing is told of it until they are done. No call is longer."""

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Desk:
    """What every owner in this process works with; `replica` names the process in the log."""

    bus: Bus
    backend: Backend
    flow: Flow
    profiles: Profiles
    clock: Clock
    replica: str
    wording: Wording = field(default_factory=RowWords)
    extractor: Extractor = field(default_factory=NoExtractor)


class CallLost(Exception):
    """Another replica has the call; this one lets go without settling the lease."""


class CallLeft(Exception):
    """This replica would have decided otherwise than the call's log says; another one may not."""


class Owner:
    """Owns one call until it ends, is lost, or is handed over."""

    def __init__(self, desk: Desk, lease: Lease, answered: events.CallAnswered, fold: Fold) -> None:
        self._desk = desk
        self._lease = lease
        self._answered = answered
        self._fold = fold
        self._log = log.bind(call_sid=answered.call_sid)
        self._requests = BackendRequests(desk.backend, desk.clock, answered, self._write)
        self._drafts = Drafts(desk.wording, lambda: self._start(self._write_due()))
        self._writing_due = asyncio.Lock()
        self._writing = asyncio.Lock()
        self._last_written = 0
        self._claim_id = f"{answered.call_sid}:adopted:{uuid.uuid4().hex}"
        self._line_told_at = answered.occurred_at
        self._line_read_s = desk.clock.monotonic()
        self._caught_up = False
        self._tasks: set[asyncio.Task[None]] = set()
        self._asked: set[str] = set()
        self._inherited: frozenset[str] = frozenset()
        """Unanswered requests of an earlier owner, which may have made them."""
        self._failure: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    async def run(self) -> None:
        """Own the call to its end. Raises `CallLost` when another replica took it, `CallLeft` when one should."""
        following = asyncio.create_task(self._follow())
        beating = asyncio.create_task(self._keep())
        try:
            done, _ = await asyncio.wait({following, beating, self._failure}, return_when=asyncio.FIRST_COMPLETED)
            for one in done:
                one.result()
        finally:
            await self._let_go({following, beating, *self._tasks})

    async def _let_go(self, tasks: set[asyncio.Task[None]]) -> None:
        self._drafts.drop()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, self._requests.close(), return_exceptions=True)
        if self._failure.done():
            self._failure.exception()
        else:
            self._failure.cancel()

    async def _keep(self) -> None:
        while True:
            await self._desk.clock.sleep(BEAT_S)
            await self._lease.in_progress()
            call = self._fold.call
            if self._caught_up and call is not None and not call.over:
                await self._close_if_lost(call)

    async def _close_if_lost(self, call: Call) -> None:
        is_a_persons = call.forwarded or call.transfer == "under_way"
        limit_s = TRANSFER_LOST_S if is_a_persons else LINE_LOST_S
        if self._desk.clock.monotonic() - self._line_read_s < limit_s:
            return
        call_sid = self._answered.call_sid
        ended = events.CallEnded(
            event_id=single_id(call_sid, "ended"),
            call_sid=call_sid,
            occurred_at=self._desk.clock.now(),
            ended_by="line_lost",
            duration_s=max(0.0, (self._line_told_at - self._answered.occurred_at).total_seconds()),
            detail="no gateway tells of the line",
        )
        with suppress(SequenceConflict):  # a gateway has said so in this moment
            await self._desk.bus.publish(ended, expected_last=0)

    async def _follow(self) -> None:
        """Read and decide, until the call is over and nothing is asked of the backend any more."""
        if self._lease.attempts == 1:
            self._requests.look_up_early()
        async with aclosing(self._desk.bus.follow(self._answered.call_sid)) as entries:
            async for entry in entries:
                self._take(entry)
                if entry.pending == 0 and not self._caught_up:
                    await self._claim(entry)
                call = self._fold.call
                if not self._caught_up or call is None:
                    continue
                self._drafts.begin(self._fold.due.values(), call)
                await self._write_due()
                if call.over and not self._is_waiting(call):
                    return

    def _is_waiting(self, call: Call) -> bool:
        """Whether an answer may still come: to what is in the log, or is to be written into it."""
        asked, due = self._fold.unanswered.keys(), self._fold.due.values()
        requests = asked | {one.request_id for one in due if isinstance(one, events.ToolRequested)}
        return bool(self._asked & asked) or any(one.request_id in requests for one in call.pending)

    def _take(self, entry: Logged) -> None:
        if entry.subject.endswith(".brain"):
            self._last_written = max(self._last_written, entry.sequence)
        if isinstance(entry.message, LineMessage):
            self._line_told_at = max(self._line_told_at, entry.message.occurred_at)
            self._line_read_s = self._desk.clock.monotonic()
        if entry.message is None:
            self._log.warning("message.unreadable", sequence=entry.sequence, reason=entry.unreadable)
            return
        if isinstance(entry.message, events.CallAdopted) and self._is_later(entry.message):
            raise CallLost(f"adopted by {entry.message.replica}")
        decision = self._fold.take(entry.message)
        if decision is not None:
            self._drafts.drop()
        if self._caught_up and isinstance(entry.message, events.UtteranceHeard):
            self._extract(entry.message)
        lived_through = self._caught_up or self._lease.attempts == 1
        if decision is not None and decision.path and lived_through:
            self._log.info("state.entered", state=decision.path[-1], rule=decision.rule)

    def _is_later(self, adopted: events.CallAdopted) -> bool:
        """Whether this claim came after ours; a bus that was killed may have lost count of the attempts."""
        follows = self._caught_up and adopted.event_id != self._claim_id
        return follows or adopted.attempt > self._lease.attempts

    async def _claim(self, entry: Logged) -> None:
        """The log is read: say so in it when somebody else has written there before."""
        self._caught_up = True
        self._inherited = frozenset(self._fold.unanswered)
        attempt, version = self._lease.attempts, self._desk.flow.version
        if attempt == 1 and self._last_written == 0:
            return
        way = adoption(self._fold, attempt)
        if way == "leave":
            raise CallLeft(f"the flow {version} would have decided otherwise")
        self._log.info("call.adopted", attempt=attempt, entries=entry.sequence, agrees=way == "go_on")
        await self._write(
            events.CallAdopted(
                event_id=self._claim_id,
                call_sid=self._answered.call_sid,
                occurred_at=self._desk.clock.now(),
                replica=self._desk.replica,
                attempt=attempt,
                flow_version=version,
            )
        )
        if way == "give_up":
            self._fold.due.clear()
            await self._write(
                events.FlowChanged(
                    event_id=f"{self._answered.call_sid}:flow:{attempt}",
                    call_sid=self._answered.call_sid,
                    occurred_at=self._desk.clock.now(),
                    flow_version=version,
                )
            )

    async def _write_due(self) -> None:
        """Write what is decided, in order, up to a prompt whose words are still being chosen."""
        async with self._writing_due:
            for message in list(self._fold.due.values()):
                if self._drafts.holds(message):
                    break
                await self._write(self._drafts.final(message))
                self._fold.due.pop(message.event_id, None)
                if isinstance(message, events.ToolRequested):
                    self._fold.unanswered[message.request_id] = message
        self._ask_unanswered()

    def _ask_unanswered(self) -> None:
        call = self._fold.call
        if call is None:
            return
        booked_perhaps = self._inherited.intersection(call.abandoned)
        for request in list(self._fold.unanswered.values()):
            matters = call.waiting_for(request.request_id) is not None or request.request_id in booked_perhaps
            if matters and request.request_id not in self._asked:
                self._asked.add(request.request_id)
                self._start(self._requests.ask(request))

    async def _write(self, message: Message) -> None:
        async with self._writing:
            try:
                if message.channel == "brain":
                    written = await self._desk.bus.publish(message, expected_last=self._last_written)
                    self._last_written = max(self._last_written, written)  # of a repeat it is the first one's
                else:
                    await self._desk.bus.publish(message)
            except SequenceConflict as conflict:
                raise CallLost(str(conflict)) from conflict

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._finished)

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if task.cancelled():
            return
        error = task.exception()
        if error is not None and not self._failure.done():
            self._failure.set_exception(error)

    def _extract(self, heard: events.UtteranceHeard) -> None:
        call = self._fold.call
        if call is not None and self._desk.extractor.wants(heard, call):
            self._start(self._propose(heard, call))

    async def _propose(self, heard: events.UtteranceHeard, call: Call) -> None:
        """Beside the conversation: what a model points at comes in as one more event."""
        quotes = await self._desk.extractor.quotes(heard, call)
        if quotes:
            await self._write(
                events.FieldsProposed(
                    event_id=f"{heard.event_id}:proposed",
                    call_sid=heard.call_sid,
                    occurred_at=self._desk.clock.now(),
                    turn=heard.turn,
                    quotes=dict(quotes),
                )
            )
