"""Shell. Takes ended calls and raised emergencies from the bus, and stores what they lead to."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime

import structlog
from prometheus_client import Counter as MetricCounter
from pydantic import ValidationError
from sqlalchemy.exc import SQLAlchemyError

from calllock.contracts.dataflow import ENDED_CALLS, RAISED_EMERGENCIES, Durable
from calllock.contracts.events import EmergencyRaised, ToolAnswered, UtteranceHeard
from calllock.contracts.message import BrainMessage
from calllock.runtime.bus import BusUnavailable, Lease, Logged
from post_call_worker.dashboard import unbuildable
from post_call_worker.database_errors import refuses_values
from post_call_worker.folding import UnusableLog, emergency_in
from post_call_worker.record import CallRecord
from post_call_worker.record_keeper import RecordKeeper, UnknownBusiness
from post_call_worker.reporting import Reporter

POSTPONED = MetricCounter(
    "calllock_messages_postponed_total",
    "Times that an ended call or a danger could not be stored yet.",
    ("channel",),
)
AT_ONCE = 16
STORE_LIMIT_S = 20.0
SETTLE_S = 1.0
"""After the end, and after whatever came into the log since, for what the brain still writes on hearing of it."""
TAKEOVER_S = 30.0
"""The same where the brain has written nothing after an answer or a turn yet: its lease may have to run out first, and
another one to read the log, or the only one to be started again. Nothing that is urgent waits for the record."""
LONG_OVER_S = 600.0
"""A log that is older is not watched for being quiet. So far apart may the clocks of two machines be."""
LAST_ANSWER_S = 30.0
"""The same for an answer of the backend that is still on its way; a booking may take 15 s."""
ANSWER_POLL_S = 2.0
LONGEST_CALL_S = 3 * 3600.0
"""A call of which nothing was heard for so long is over, though its log does not say so."""
RETRY_S = (1.0, 5.0, 15.0, 60.0)
"""Waits before a call is tried again when the database, the bus or its profile is not there; the last one repeats."""
PROFILE_WAITS = 5
"""How often, in `RETRY_S`, a call is put off whose business has no profile here: a replica, or this worker after its
next start, may have got the profile. Two minutes and a half; then it is a dead letter, which can be retried."""
FAULTS_MAX = 3
"""Faults of our own code, within one worker, after which a message is a dead letter.

The bus counts deliveries, but a delivery that came too early or found no database is no fault.
"""

_log = structlog.get_logger()


def wait_before_storing(
    record: CallRecord, log: Sequence[Logged], now: datetime, same_for_s: float | None = None
) -> float:
    """Seconds to wait until the log of a call can be taken for whole; 0 when it can. What is stored stays as it is, so
    the answer to a booking must not be there without what the brain makes of it.

    `same_for_s` is since when the log has been the same by our own clock; without it, the clocks of those who wrote it
    are believed. An end that never came is not waited for.
    """
    since_s = (now - record.last_at).total_seconds()
    if record.ended_at is None and since_s < LONGEST_CALL_S:
        return LONGEST_CALL_S - since_s
    written_at = max((one.message.occurred_at for one in log if one.message is not None), default=record.last_at)
    old_s = (now - max(record.last_at, written_at)).total_seconds()
    quiet_s = old_s if same_for_s is None or old_s > LONG_OVER_S else same_for_s
    settle_s = TAKEOVER_S if _owes_decision(log) else SETTLE_S
    if abs(quiet_s) < settle_s:
        return min(SETTLE_S, settle_s - quiet_s)
    expects_answer = bool(record.open_requests) and 0 < quiet_s < LAST_ANSWER_S
    return ANSWER_POLL_S if expects_answer else 0.0


def _owes_decision(log: Sequence[Logged]) -> bool:
    """Whether the brain has written nothing yet after the last turn, or the last answer of the backend."""
    for one in reversed(log):
        if isinstance(one.message, ToolAnswered | UtteranceHeard):
            return True
        if isinstance(one.message, BrainMessage):
            return False
    return False


class Consumers:
    """The two durables that this worker shares with its replicas."""

    def __init__(self, keeper: RecordKeeper, wake: Callable[[], None], reporter: Reporter | None = None) -> None:
        """`wake` is called when there is something to deliver."""
        self._reporter = reporter or Reporter()
        self._keeper = keeper
        self._wake = wake
        self._faults: Counter[int] = Counter()
        """By the sequence of a message."""
        self._outages: Counter[int] = Counter()
        """By the sequence of a message: how often in a row something that it needs was not there."""
        self._seen: dict[str, tuple[int, float]] = {}
        """By the SID of a call that waits: the last sequence of its log, and since when it is that by our own clock."""

    async def run(self) -> None:
        """Until cancelled or the bus is closed."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._consume(ENDED_CALLS, self.take_ended_call))
            group.create_task(self._consume(RAISED_EMERGENCIES, self.take_emergency))

    async def _consume(self, durable: Durable, take: Callable[[Lease], Awaitable[None]]) -> None:
        slots = asyncio.Semaphore(AT_ONCE)

        async def one(lease: Lease) -> None:
            try:
                await self._settle(lease, take)
            finally:
                slots.release()

        leases = self._keeper.bus.consume(durable)
        try:
            async with asyncio.TaskGroup() as group:
                await slots.acquire()
                async for lease in leases:
                    group.create_task(one(lease))
                    await slots.acquire()
        finally:
            await leases.aclose()

    async def _settle(self, lease: Lease, take: Callable[[Lease], Awaitable[None]]) -> None:
        """Whatever one message does, it is settled, and the next one is taken."""
        sequence = lease.logged.sequence
        try:
            async with asyncio.timeout(STORE_LIMIT_S):
                await take(lease)
        except (SQLAlchemyError, OSError, TimeoutError, BusUnavailable) as error:
            if not refuses_values(error):
                await self._put_off(lease, error)
                return
            if await self._may_try_again(lease, error):
                return
        except UnknownBusiness as error:
            if self._outages[sequence] < PROFILE_WAITS:
                await self._put_off(lease, error)
                return
            await self._bury(lease, str(error))
        except UnusableLog as error:
            await self._bury(lease, str(error))
        except ValidationError as error:
            self._blame(lease, error)
            await self._bury(lease, unbuildable(error))
        except Exception as error:  # noqa: BLE001 - a call that breaks our code must not stop the others
            if await self._may_try_again(lease, error):
                return
        del self._outages[sequence], self._faults[sequence]

    async def take_ended_call(self, lease: Lease) -> None:
        """Fold, classify and store the call that has ended; ack when it is stored."""
        if lease.logged.message is None:
            await self._bury(lease, lease.logged.unreadable)
            return
        record, log = await self._keeper.read(lease.logged.message.call_sid)
        wait_s = wait_before_storing(record, log, self._keeper.clock.now(), self._same_for_s(record.call_sid, log))
        if wait_s > 0:
            await lease.nak(wait_s)
            return
        new = await self._keeper.keep(record, log)
        await lease.ack()
        self._seen.pop(record.call_sid, None)
        self._wake()
        await self._reporter.report(record, log, new=new)

    def _same_for_s(self, call_sid: str, log: Sequence[Logged]) -> float:
        """Since when the log has not grown, in seconds; 0 when it is seen for the first time. What a replica has stored
        is forgotten with the other calls of long ago."""
        last, now = log[-1].sequence, self._keeper.clock.monotonic()
        if self._seen.get(call_sid, (-1, now))[0] != last:
            self._seen = {sid: seen for sid, seen in self._seen.items() if now - seen[1] < 2 * LONG_OVER_S}
            self._seen[call_sid] = last, now
        return now - self._seen[call_sid][1]

    async def take_emergency(self, lease: Lease) -> None:
        """Queue the alert at once, while the call is going on."""
        raised = lease.logged.message
        if not isinstance(raised, EmergencyRaised):
            await self._bury(lease, lease.logged.unreadable or "no EmergencyRaised")
            return
        new = await self._keeper.alert(raised)
        self._wake()
        if await self._keeper.store.lacks(raised.call_sid, emergency_in(raised)):
            await self._tell_again(raised.call_sid)
        await lease.ack()
        _log.warning("emergency.alerted", call_sid=raised.call_sid, new=new, hazard=raised.hazard)

    async def _tell_again(self, call_sid: str) -> None:
        """A danger came into the log of a call that was stored, with what else its step has decided."""
        await self._keeper.clock.sleep(SETTLE_S)
        await self._keeper.keep(*await self._keeper.read(call_sid), again=True)
        self._wake()

    async def _may_try_again(self, lease: Lease, error: Exception) -> bool:
        """After a fault of our own; when there were too many, the message is buried."""
        self._blame(lease, error)
        self._faults[lease.logged.sequence] += 1
        if self._faults[lease.logged.sequence] < FAULTS_MAX:
            await self._later(lease, RETRY_S[0], error)
            return True
        await self._bury(lease, f"fault in the worker: {type(error).__name__}")
        return False

    def _blame(self, lease: Lease, error: Exception) -> None:
        """Our own code is at fault: say where."""
        _log.error("message.broke_the_worker", subject=lease.logged.subject, exc_info=error)

    async def _bury(self, lease: Lease, reason: str) -> None:
        _log.error("message.buried", subject=lease.logged.subject, attempts=lease.attempts, reason=reason)
        await _shielded(lease.dead_letter(reason))

    async def _put_off(self, lease: Lease, error: Exception) -> None:
        """Wait longer each time."""
        sequence = lease.logged.sequence
        await self._later(lease, RETRY_S[min(self._outages[sequence], len(RETRY_S) - 1)], error)
        self._outages[sequence] += 1

    async def _later(self, lease: Lease, wait_s: float, error: Exception) -> None:
        POSTPONED.labels(lease.logged.subject.rpartition(".")[2]).inc()
        _log.warning("message.postponed", subject=lease.logged.subject, wait_s=wait_s, error=type(error).__name__)
        await _shielded(lease.nak(wait_s))


async def _shielded(settling: Awaitable[None]) -> None:
    """Settle a lease; when the bus is away, it comes back by itself after `ack_wait`."""
    try:
        async with asyncio.timeout(STORE_LIMIT_S):
            await settling
    except (BusUnavailable, OSError, TimeoutError) as error:
        _log.warning("lease.unsettled", error=type(error).__name__)
