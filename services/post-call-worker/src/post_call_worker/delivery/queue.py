"""Adapter. The deliveries in Postgres: taking those that are due, and writing down what became of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, assert_never

from sqlalchemy import Select, Update, and_, insert, literal, or_, select, update
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncEngine

from post_call_worker.delivery.decision import Dead, Decision, Delivered, Outcome, Retry
from post_call_worker.models import ATTEMPTS, DELIVERIES
from post_call_worker.vocabulary import DeliveryKind

LEASE_S = 60.0
"""A worker that took a delivery and died loses it after this; well above the limit of one attempt."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A delivery that is ours for now. `attempt` counts from 1."""

    id: str
    call_sid: str
    kind: DeliveryKind
    body: dict[str, Any]
    attempt: int


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
            .returning(DELIVERIES.c.id, DELIVERIES.c.call_sid, DELIVERIES.c.body, DELIVERIES.c.attempts)
        )
        async with self._engine.connect() as connection:
            rows = (await connection.execute(taken)).all()
        return [Claimed(row.id, row.call_sid, kind, row.body, row.attempts) for row in rows]

    async def settle(self, claimed: Claimed, outcome: Outcome, decision: Decision, at: datetime) -> None:
        """Write down the attempt and what follows from it, in one statement and so in one transaction.

        If the lease was lost meanwhile, the attempt is kept and the rest is the new holder's. The
        ids in the answer to a job go along with the call's own delivery.
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
        if claimed.kind == "job" and isinstance(decision, Delivered) and decision.ids:
            change = change.add_cte(_hand_on(claimed.call_sid, decision.ids).cte("handed_on"))
        async with self._engine.connect() as connection:
            await connection.execute(change)


def _hand_on(call_sid: str, ids: Mapping[str, str]) -> Update:
    """The call's own delivery names the rows that its job made."""
    return (
        update(DELIVERIES)
        .where(DELIVERIES.c.call_sid == call_sid, DELIVERIES.c.kind == "call", DELIVERIES.c.status == "pending")
        .values(body=DELIVERIES.c.body.op("||")(literal(dict(ids), JSONB)))
    )


def _due(kind: DeliveryKind, now: datetime) -> Select[str]:
    """Oldest first; a call waits until its job is settled, because it carries the job's id."""
    free = or_(DELIVERIES.c.leased_until.is_(None), DELIVERIES.c.leased_until <= now)
    due = and_(DELIVERIES.c.status == "pending", DELIVERIES.c.kind == kind, DELIVERIES.c.due_at <= now, free)
    chosen = select(DELIVERIES.c.id).where(due).order_by(DELIVERIES.c.due_at)
    if kind != "call":
        return chosen
    job = DELIVERIES.alias("job")
    same = and_(job.c.call_sid == DELIVERIES.c.call_sid, job.c.kind == "job", job.c.status == "pending")
    return chosen.where(~select(job.c.id).where(same).exists())


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
