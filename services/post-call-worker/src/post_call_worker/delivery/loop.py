"""Shell. Delivers what is due, as long as the worker runs."""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections.abc import Mapping
from typing import Protocol

import structlog
from prometheus_client import Counter
from sqlalchemy.exc import SQLAlchemyError

from calllock.runtime.circuit import Circuit
from calllock.runtime.clock import Clock
from post_call_worker.delivery.decision import (
    SCHEDULE_S,
    TEXT_SCHEDULE_S,
    Dead,
    Decision,
    Delivered,
    Outcome,
    Retry,
    decide,
)
from post_call_worker.delivery.queue import Claimed, DeliveryQueue
from post_call_worker.vocabulary import DeliveryKind, TextKind, WebhookKind

AT_ONCE = 32
POLL_S = 1.0
"""How often the queue is looked at when nothing in this process says that there is work."""
STORE_LIMIT_S = 10.0

DELIVERIES = Counter("calllock_deliveries_total", "Attempts to deliver.", ("kind", "result"))

KINDS: tuple[WebhookKind, ...] = ("alert", "job", "call")
TEXTS: tuple[TextKind, ...] = ("page", "confirmation", "lead")
_LETS_GO: Mapping[DeliveryKind, DeliveryKind] = {"job": "call", "page": "alert"}
"""By kind, the one that waits until it is settled."""

_log = structlog.get_logger()


class Attempts(Protocol):
    """Whatever can attempt a delivery."""

    async def attempt(self, claimed: Claimed) -> Outcome:
        """Attempt it once; never raises for what the other side does."""
        ...


class DeliveryLoop:
    """Takes due deliveries, attempts them side by side, and writes down what became of each."""

    def __init__(
        self,
        queue: DeliveryQueue,
        senders: Mapping[DeliveryKind, Attempts],
        clock: Clock,
        luck: random.Random | None = None,
    ) -> None:
        """Kinds without a sender stay where they are."""
        self._queue = queue
        self._senders = senders
        self._clock = clock
        self._luck = luck or random.Random()  # noqa: S311 - jitter, not a secret
        self._circuits: dict[DeliveryKind, Circuit] = dict.fromkeys(senders, Circuit())
        self._news: dict[DeliveryKind, asyncio.Event] = {kind: asyncio.Event() for kind in senders}

    @property
    def kinds(self) -> tuple[DeliveryKind, ...]:
        """What it delivers."""
        return tuple(self._senders)

    def wake(self) -> None:
        """Something has just become due."""
        for news in self._news.values():
            news.set()

    async def run(self) -> None:
        """Until cancelled. The kinds go side by side, so that no alert waits for the answer to a job."""
        async with asyncio.TaskGroup() as group:
            for kind in self._senders:
                group.create_task(self._serve(kind))

    async def _serve(self, kind: DeliveryKind) -> None:
        """One kind, for ever. A database that is away is waited for."""
        while True:
            self._news[kind].clear()
            try:
                attempted = await self.deliver_due(kind)
            except (SQLAlchemyError, OSError, TimeoutError) as error:
                _log.warning("deliveries.unavailable", kind=kind, error=type(error).__name__)
                attempted = 0
            if not attempted:
                await self._wait(kind)

    async def deliver_due(self, kind: DeliveryKind) -> int:
        """Attempt everything of a kind that is due now, once; returns how many attempts were made."""
        room = self._circuits[kind].room(self._clock.monotonic(), AT_ONCE)
        if not room:
            return 0
        async with asyncio.timeout(STORE_LIMIT_S):
            taken = await self._queue.claim(kind, room, self._clock.now())
        if taken:
            self._circuits[kind] = self._circuits[kind].begun(self._clock.monotonic())
        async with asyncio.TaskGroup() as group:
            for one in taken:
                group.create_task(self._deliver(one))
        return len(taken)

    async def _deliver(self, claimed: Claimed) -> None:
        outcome = await self._senders[claimed.kind].attempt(claimed)
        now = self._clock.now()
        schedule_s = TEXT_SCHEDULE_S if claimed.kind in TEXTS else SCHEDULE_S
        decision = decide(outcome, claimed.attempt, now, self._luck.random(), schedule_s)
        self._note(claimed, decision)
        try:
            async with asyncio.timeout(STORE_LIMIT_S):
                await self._queue.settle(claimed, outcome, decision, now)
        except (SQLAlchemyError, OSError, TimeoutError) as error:
            # The lease runs out and the same webhook-id is posted again.
            _log.warning("delivery.unsettled", delivery=claimed.id, error=type(error).__name__)
        waiting = _LETS_GO.get(claimed.kind)
        if waiting in self._news:
            self._news[waiting].set()

    def _note(self, claimed: Claimed, decision: Decision) -> None:
        circuit = self._circuits[claimed.kind]
        down = isinstance(decision, Retry) and decision.endpoint_down
        self._circuits[claimed.kind] = circuit.failed(self._clock.monotonic()) if down else circuit.answered()
        DELIVERIES.labels(claimed.kind, type(decision).__name__.lower()).inc()
        about = {"delivery": claimed.id, "kind": claimed.kind, "attempt": claimed.attempt}
        match decision:
            case Delivered():
                _log.info("delivery.delivered", **about)
            case Retry():
                _log.warning("delivery.failed", **about, reason=decision.reason, next_at=decision.at.isoformat())
            case Dead(alarm=True):
                _log.critical("delivery.refused", **about, reason=decision.reason)
            case Dead():
                _log.error("delivery.dead", **about, reason=decision.reason)

    async def _wait(self, kind: DeliveryKind) -> None:
        """Until there is news of a kind, or it is time to look again."""
        timer = asyncio.ensure_future(self._clock.sleep(POLL_S))
        news = asyncio.ensure_future(self._news[kind].wait())
        try:
            await asyncio.wait((timer, news), return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in (timer, news):
                task.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await task
