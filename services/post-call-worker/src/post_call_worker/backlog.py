"""Adapter. Gauges of what waits to be delivered and what was given up on, refreshed now and then."""

from __future__ import annotations

import asyncio
from datetime import datetime
from typing import Any, get_args

import structlog
from prometheus_client import Gauge
from sqlalchemy import ColumnElement, Select, and_, case, func, not_, or_, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from calllock.contracts.dataflow import RAISED_EMERGENCIES
from calllock.runtime.bus import Bus, BusUnavailable
from calllock.runtime.clock import Clock
from post_call_worker.archive import Archive
from post_call_worker.dead_letters import left_of
from post_call_worker.models import ACKNOWLEDGEMENTS, ATTEMPTS, CALLS, DELIVERIES
from post_call_worker.outgoing import GOOD_FOR
from post_call_worker.vocabulary import TextKind, WebhookKind

OLDEST = Gauge(
    "calllock_delivery_oldest_seconds",
    "Age of the oldest delivery that is still pending, or that was given up on and tells of a danger nobody has taken."
    " The alert of one that somebody has taken is of the kind alert_taken.",
    ("kind",),
)
UNTAKEN = Gauge(
    "calllock_emergency_untaken_seconds",
    "Since when everybody has been paged for a danger that nobody has taken, for the longest such time.",
)
DEAD = Gauge("calllock_dead_letters", "What was given up on and waits for a person.", ("what",))
DATABASE = Gauge("calllock_database_connected", "1 while Postgres answers, 0 while it does not.")

LOOK_S = 15.0
_LIMIT_S = 5.0
_TAKEN = select(ACKNOWLEDGEMENTS.c.call_sid).where(ACKNOWLEDGEMENTS.c.call_sid == DELIVERIES.c.call_sid)
_TOLD = "alert_taken"
_KINDS = (*get_args(WebhookKind), *get_args(TextKind), _TOLD)
_log = structlog.get_logger()


async def watch(engine: AsyncEngine, bus: Bus, clock: Clock) -> None:
    """Keep the gauges fresh until cancelled."""
    while True:
        try:
            async with asyncio.timeout(_LIMIT_S):
                await look(engine, bus, clock)
        except Exception as error:  # noqa: BLE001 - gauges that stand still end no worker, and go on when they can
            away = isinstance(error, (SQLAlchemyError, OSError, TimeoutError, BusUnavailable))
            _log.warning("backlog.unknown", error=type(error).__name__, exc_info=None if away else error)
        await clock.sleep(LOOK_S)


async def look(engine: AsyncEngine, bus: Bus, clock: Clock) -> None:
    """Set the gauges to what is there now."""
    answers = False
    try:
        await _look_at_deliveries(engine, clock)
        answers = True
    finally:
        DATABASE.set(answers)
    left = {"message": 0, "emergency": 0}
    for one, count in (await left_of(await bus.buried(), bus, Archive(engine))).items():
        left["emergency" if one.durable == RAISED_EMERGENCIES.name else "message"] += count
    for what, messages in left.items():
        DEAD.labels(what).set(messages)


async def _look_at_deliveries(engine: AsyncEngine, clock: Clock) -> None:
    now = clock.now()
    turn_to_come = and_(DELIVERIES.c.attempts == 0, DELIVERIES.c.due_at > now)  # a page that may never be needed
    untold = and_(DELIVERIES.c.kind.in_(("alert", "page")), not_(_TAKEN.exists()))
    waiting = or_(
        and_(DELIVERIES.c.status == "pending", not_(turn_to_come)),
        and_(DELIVERIES.c.status == "dead", untold),  # of a danger nobody heard of
    )
    told = and_(DELIVERIES.c.kind == "alert", _TAKEN.exists())
    kind = case((told, _TOLD), else_=DELIVERIES.c.kind).label("told_as")
    oldest_of = select(kind, func.min(_since())).where(waiting).group_by("told_as")
    dead = select(func.count()).where(DELIVERIES.c.status == "dead")
    async with engine.connect() as connection:
        untaken: datetime | None = await connection.scalar(_untaken_since(now))
        oldest = {row[0]: row[1] for row in await connection.execute(oldest_of)}
        DEAD.labels("delivery").set((await connection.execute(dead)).scalar_one())
    UNTAKEN.set(_age_s(untaken, now))
    for kind in _KINDS:
        OLDEST.labels(kind).set(_age_s(oldest.get(kind), now))


def _age_s(at: datetime | None, now: datetime) -> float:
    return max(0.0, (now - at).total_seconds()) if at is not None else 0.0


def _untaken_since(now: datetime) -> Select[Any]:
    """When the last number of a ladder was paged, of the emergency that has waited longest since then; None where each
    was taken, has its call marked as done, or has somebody still to be paged."""
    waits = DELIVERIES.alias()
    pending = select(waits.c.id).where(
        waits.c.call_sid == DELIVERIES.c.call_sid, waits.c.kind == "page", waits.c.status == "pending"
    )
    marked = select(CALLS.c.call_sid).where(CALLS.c.call_sid == DELIVERIES.c.call_sid, CALLS.c.done_at.is_not(None))
    lately = DELIVERIES.c.status == "delivered", DELIVERIES.c.created_at > now - GOOD_FOR["page"]
    ladders = (
        select(func.max(DELIVERIES.c.settled_at).label("ended_at"))
        .where(DELIVERIES.c.kind == "page", *lately, not_(or_(pending.exists(), _TAKEN.exists(), marked.exists())))
        .group_by(DELIVERIES.c.call_sid)
        .subquery()
    )
    return select(func.min(ladders.c.ended_at))


def _since() -> ColumnElement[Any]:
    """When a delivery was first to go out. A lead may have waited for the morning, and a page for its turn."""
    told_at = DELIVERIES.c.good_until - GOOD_FOR["lead"]
    first = select(func.max(ATTEMPTS.c.at)).where(ATTEMPTS.c.delivery_id == DELIVERIES.c.id, ATTEMPTS.c.number == 1)
    its_turn = and_(DELIVERIES.c.kind == "page", DELIVERIES.c.status == "pending")
    return case(
        (DELIVERIES.c.kind == "lead", func.greatest(DELIVERIES.c.created_at, told_at)),
        (and_(its_turn, DELIVERIES.c.attempts <= 1), DELIVERIES.c.due_at),
        (its_turn, func.coalesce(first.scalar_subquery(), DELIVERIES.c.created_at)),
        else_=DELIVERIES.c.created_at,
    )
