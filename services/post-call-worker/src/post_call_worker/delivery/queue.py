"""Adapter. The deliveries in Postgres: taking those that are due, and writing down what became of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, assert_never

from sqlalchemy import ColumnElement, Select, Update, and_, func, insert, literal, or_, select, update
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncEngine

from post_call_worker.delivery.decision import Dead, Decision, Delivered, Outcome, Retry
from post_call_worker.models import ATTEMPTS, DELIVERIES
from post_call_worker.payloads import NO_SMS, SMS_SENT
from post_call_worker.vocabulary import DeliveryKind

LEASE_S = 60.0
"""A worker that took a delivery and died loses it after this; well above the limit of one attempt."""
PAGE_FIRST = timedelta(seconds=5)
"""How long an alert waits for what becomes of its first page: a late alert is worse than one that knows less."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A delivery that is ours for now. `attempt` counts from 1."""

    id: str
    call_sid: str
    kind: DeliveryKind
    body: dict[str, Any]
    attempt: int
    step: int = 0


class DeliveryQueue:
    """Any number of workers share it."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine.execution_options(isolation_level="AUTOCOMMIT")

    async def claim(self, kind: DeliveryKind, limit: int, now: datetime) -> list[Claimed]:
        """Take up to `limit` due deliveries of a kind; nobody else gets them until the lease ends."""
        due = _due(kind, now).limit(limit).with_for_update(skip_locked=True).cte("due")
        taken = (
            update(DELIVERIES)
            .where(DELIVERIES.c.id == due.c.id)
            .values(leased_until=now + timedelta(seconds=LEASE_S), attempts=DELIVERIES.c.attempts + 1)
            .returning(
                DELIVERIES.c.id, DELIVERIES.c.call_sid, DELIVERIES.c.body, DELIVERIES.c.attempts, DELIVERIES.c.step
            )
        )
        async with self._engine.connect() as connection:
            rows = (await connection.execute(taken)).all()
        return [Claimed(row.id, row.call_sid, kind, row.body, row.attempts, row.step) for row in rows]

    async def settle(self, claimed: Claimed, outcome: Outcome, decision: Decision, at: datetime) -> None:
        """Write down the attempt and what follows from it, in one statement and so in one transaction.

        If the lease was lost meanwhile, the attempt is kept and the rest is the new holder's.
        """
        attempt = insert(ATTEMPTS).values(
            delivery_id=claimed.id,
            number=claimed.attempt,
            at=at,
            took_ms=outcome.took_ms,
            status_code=outcome.status_code,
            error=outcome.error,
            response_body=outcome.body,
        )
        change = (
            update(DELIVERIES)
            .where(DELIVERIES.c.id == claimed.id, DELIVERIES.c.attempts == claimed.attempt)
            .where(DELIVERIES.c.status == "pending")
            .values(leased_until=None, **_change(decision, at))
            .add_cte(attempt.cte("attempt"))
        )
        further = _further(claimed, decision, at)
        if further is not None:
            change = change.add_cte(further.cte("further"))
        async with self._engine.connect() as connection:
            await connection.execute(change)


def _further(claimed: Claimed, decision: Decision, at: datetime) -> Update | None:
    """What a settled delivery changes in another one of its call."""
    match claimed.kind, decision:
        case "job", Delivered(ids=ids) if ids:
            return _others(claimed, "call").values(body=DELIVERIES.c.body.op("||")(literal(dict(ids), JSONB)))
        case "page", Delivered(ids=ids):
            return _others(claimed, "alert").values(body=_told_of_page(at, ids))
        case "page", Dead():
            return _others(claimed, "page").where(DELIVERIES.c.step == claimed.step + 1).values(due_at=at)
    return None


def _others(claimed: Claimed, kind: DeliveryKind) -> Update:
    same = DELIVERIES.c.call_sid == claimed.call_sid, DELIVERIES.c.kind == kind
    return update(DELIVERIES).where(*same, DELIVERIES.c.status == "pending")


def _told_of_page(at: datetime, ids: Mapping[str, str]) -> ColumnElement[Any]:
    """The alert's body, now that a page has gone out: the true time, and words that say so."""
    words = func.replace(DELIVERIES.c.body["problem_description"].astext, NO_SMS, SMS_SENT)
    known = literal({"sms_sent_at": at.isoformat(), **ids}, JSONB)
    return DELIVERIES.c.body.op("||")(known).op("||")(func.jsonb_build_object("problem_description", words))


def _due(kind: DeliveryKind, now: datetime) -> Select[str]:
    """Oldest first, without those that wait for another one of their call."""
    free = or_(DELIVERIES.c.leased_until.is_(None), DELIVERIES.c.leased_until <= now)
    due = and_(DELIVERIES.c.status == "pending", DELIVERIES.c.kind == kind, DELIVERIES.c.due_at <= now, free)
    chosen = select(DELIVERIES.c.id).where(due).order_by(DELIVERIES.c.due_at)
    other = DELIVERIES.alias("other")
    waited_for = select(other.c.id).where(other.c.call_sid == DELIVERIES.c.call_sid, other.c.status == "pending")
    match kind:
        case "call":  # it carries the ids in the answer to its job
            return chosen.where(~waited_for.where(other.c.kind == "job").exists())
        case "alert":  # it says when the first page went out, if that is known soon
            untried = or_(other.c.attempts == 0, other.c.leased_until > now)
            first = waited_for.where(other.c.kind == "page", other.c.step == 1, untried)
            return chosen.where(~and_(DELIVERIES.c.created_at > now - PAGE_FIRST, first.exists()))
    return chosen


def _change(decision: Decision, at: datetime) -> dict[str, Any]:
    match decision:
        case Delivered():
            return {"status": "delivered", "settled_at": at, "reason": ""}
        case Retry():
            return {"due_at": decision.at, "reason": decision.reason}
        case Dead():
            return {"status": "dead", "settled_at": at, "reason": decision.reason}
        case _:
            assert_never(decision)
