"""Shell. Delivers what is due, as long as the worker runs."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Mapping
from typing import Protocol

import structlog
from prometheus_client import Counter
from sqlalchemy.exc import SQLAlchemyError

from calllock.runtime.circuit import Circuit
from calllock.runtime.clock import Clock
from post_call_worker.delivery.decision import (
    SCHEDULES,
    Dead,
    Decision,
    Delivered,
    Discarded,
    Outcome,
    Retry,
    decide,
)
from post_call_worker.delivery.queue import LEASE_S, Attempted, Claimed, DeliveryQueue
from post_call_worker.outgoing import GOOD_FOR
from post_call_worker.vocabulary import DeliveryKind, TextKind, WebhookKind

AT_ONCE = 32
POLL_S = 1.0
"""How often the queue is looked at when nothing in this process says that there is work."""
STORE_LIMIT_S = 10.0
LANDING_S = 2.0
"""How long attempts that are being made may still take when the worker stops."""

DELIVERIES = Counter("calllock_deliveries_total", "Attempts to deliver.", ("kind", "result"))

KINDS: tuple[WebhookKind, ...] = ("alert", "job", "call")
TEXTS: tuple[TextKind, ...] = ("page", "confirmation", "lead")
_REFUSED = "refused"
for _kind in (*KINDS, *TEXTS):
    DELIVERIES.labels(_kind, _REFUSED)  # an increase is seen only of a counter that was there before
_LETS_GO: Mapping[DeliveryKind, DeliveryKind] = {"job": "call", "page": "alert"}
"""By kind, the one that waits until it is settled."""

_Flights = set[asyncio.Task[Attempted]]
"""Attempts that are being made."""

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
        """One kind, for ever. Each attempt that ends makes room for another; a database that is away is waited for."""
        flights: _Flights = set()
        try:
            while True:
                self._news[kind].clear()
                room = AT_ONCE - len(flights)
                if room >= AT_ONCE // 2:
                    flights |= await self._take_what_is_there(kind, room)
                await self._wait(kind, flights)
                flights -= await self._settle(flights)
        finally:
            await self._land(flights)

    async def _land(self, flights: _Flights) -> None:
        """The worker stops. What was sent is settled if it can be: Twilio would take the same text once more."""
        try:
            if flights:
                await asyncio.wait(flights, timeout=LANDING_S)
                flights -= await self._settle(flights)
        finally:
            for flight in flights:
                flight.cancel()
            await asyncio.gather(*flights, return_exceptions=True)

    async def _take_what_is_there(self, kind: DeliveryKind, room: int) -> _Flights:
        try:
            return await self._take(kind, room)
        except (SQLAlchemyError, OSError, TimeoutError) as error:
            _log.warning("deliveries.unavailable", kind=kind, error=type(error).__name__)
            return set()

    async def deliver_due(self, kind: DeliveryKind) -> int:
        """Attempt everything of a kind that is due now, once; returns how many attempts were made."""
        flights = await self._take(kind, AT_ONCE)
        attempts = len(flights)
        while flights:
            await asyncio.wait(flights, return_when=asyncio.FIRST_COMPLETED)
            flights -= await self._settle(flights)
        return attempts

    async def _take(self, kind: DeliveryKind, wanted: int) -> _Flights:
        """Begin to attempt what is due, as much as the circuit lets through; what is too late by now, never."""
        if kind in GOOD_FOR:
            await self._give_up_late(kind)
        room = self._circuits[kind].room(self._clock.monotonic(), wanted)
        if not room:
            return set()
        async with asyncio.timeout(STORE_LIMIT_S):
            taken = await self._queue.claim(kind, room, self._clock.now())
        if taken:
            self._circuits[kind] = self._circuits[kind].begun(self._clock.monotonic())
        return {asyncio.create_task(self._attempt(one)) for one in taken}

    async def _give_up_late(self, kind: DeliveryKind) -> None:
        async with asyncio.timeout(STORE_LIMIT_S):
            late = await self._queue.give_up_late(kind, self._clock.now())
        for delivery in late:
            _log.warning("delivery.too_late", delivery=delivery, kind=kind)

    async def _attempt(self, claimed: Claimed) -> Attempted:
        try:
            outcome = await self._senders[claimed.kind].attempt(claimed)
        except Exception as error:  # noqa: BLE001 - a delivery that breaks our code must not stop the others
            _log.error("delivery.broke_the_worker", delivery=claimed.id, kind=claimed.kind, exc_info=error)
            outcome = Outcome(error=f"fault in the worker: {type(error).__name__}")
        now = self._clock.now()
        decision = decide(outcome, claimed.attempt, now, self._luck.random(), SCHEDULES[claimed.kind])
        self._note(claimed, decision)
        return Attempted(claimed, outcome, decision, now)

    async def _settle(self, flights: _Flights) -> _Flights:
        """Write down all attempts that have ended; returns those flights that need no other try at it."""
        ended = {flight for flight in flights if flight.done()}
        attempted = [flight.result() for flight in ended]
        if not attempted:
            return ended
        try:
            async with asyncio.timeout(STORE_LIMIT_S):
                await self._queue.settle(attempted)
        except (SQLAlchemyError, OSError, TimeoutError) as error:
            _log.warning("deliveries.unsettled", deliveries=len(attempted), error=type(error).__name__)
            if (self._clock.now() - min(one.at for one in attempted)).total_seconds() < LEASE_S / 2:
                await self._clock.sleep(POLL_S)
                return set()
            # The leases run out, and the same webhook-ids are posted again.
        for kind, waiting in _LETS_GO.items():
            if waiting in self._news and any(one.claimed.kind == kind for one in attempted):
                self._news[waiting].set()
        return ended

    def _note(self, claimed: Claimed, decision: Decision) -> None:
        circuit = self._circuits[claimed.kind]
        down = isinstance(decision, Retry) and decision.endpoint_down
        self._circuits[claimed.kind] = circuit.failed(self._clock.monotonic()) if down else circuit.answered()
        alarm = isinstance(decision, Dead) and decision.alarm
        DELIVERIES.labels(claimed.kind, _REFUSED if alarm else type(decision).__name__.lower()).inc()
        about = {"delivery": claimed.id, "kind": claimed.kind, "attempt": claimed.attempt}
        match decision:
            case Delivered():
                _log.info("delivery.delivered", **about)
            case Discarded():
                _log.info("delivery.discarded", **about, reason=decision.reason)
            case Retry():
                _log.warning("delivery.failed", **about, reason=decision.reason, next_at=decision.at.isoformat())
            case Dead(alarm=True):
                _log.critical("delivery.refused", **about, reason=decision.reason)
            case Dead():
                _log.error("delivery.dead", **about, reason=decision.reason)

    async def _wait(self, kind: DeliveryKind, flights: _Flights) -> None:
        """Until an attempt has ended, there is news of a kind, or it is time to look again."""
        timer = asyncio.ensure_future(self._clock.sleep(POLL_S))
        news = asyncio.ensure_future(self._news[kind].wait())
        try:
            await asyncio.wait((timer, news, *flights), return_when=asyncio.FIRST_COMPLETED)
        finally:
            timer.cancel()
            news.cancel()
