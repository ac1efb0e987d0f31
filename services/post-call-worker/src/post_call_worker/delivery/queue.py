"""Adapter. The deliveries in Postgres: taking those that are due, and writing down what became of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, assert_never, cast

from sqlalchemy import Select, and_, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.orm import aliased

from post_call_worker.delivery.decision import Dead, Decision, Delivered, Outcome, Retry
from post_call_worker.models import AttemptRow, DeliveryRow
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
        self._engine = engine

    async def claim(self, kind: DeliveryKind, limit: int, now: datetime) -> list[Claimed]:
        """Take up to `limit` due deliveries of a kind; nobody else gets them until the lease ends."""
        due = _due(kind, now).limit(limit).with_for_update(skip_locked=True).scalar_subquery()
        taken = (
            update(DeliveryRow)
            .where(DeliveryRow.id.in_(due))
            .values(leased_until=now + timedelta(seconds=LEASE_S), attempts=DeliveryRow.attempts + 1)
            .returning(DeliveryRow.id, DeliveryRow.call_sid, DeliveryRow.body, DeliveryRow.attempts)
        )
        async with self._engine.begin() as connection:
            rows = (await connection.execute(taken)).all()
        return [Claimed(row.id, row.call_sid, kind, row.body, row.attempts) for row in rows]

    async def settle(self, claimed: Claimed, outcome: Outcome, decision: Decision, at: datetime) -> None:
        """Write down the attempt and what follows from it, in one transaction.

        If the lease was lost meanwhile, the attempt is kept and the rest is the new holder's. The
        ids in the answer to a job go along with the call's own delivery.
        """
        attempt = insert(AttemptRow).values(
            delivery_id=claimed.id,
            number=claimed.attempt,
            at=at,
            took_ms=outcome.took_ms,
            status_code=outcome.status_code,
            error=outcome.error,
            response_body=outcome.body,
        )
        change = (
            update(DeliveryRow)
            .where(DeliveryRow.id == claimed.id, DeliveryRow.attempts == claimed.attempt)
            .where(DeliveryRow.status == "pending")
            .values(leased_until=None, **_change(decision, at))
        )
        async with self._engine.begin() as connection:
            await connection.execute(attempt)
            await connection.execute(change)
            if claimed.kind == "job" and isinstance(decision, Delivered) and decision.ids:
                await connection.execute(
                    update(DeliveryRow)
                    .where(DeliveryRow.call_sid == claimed.call_sid, DeliveryRow.kind == "call")
                    .where(DeliveryRow.status == "pending")
                    .values(body=DeliveryRow.body.op("||")(dict(decision.ids)))
                )

    async def next_due(self) -> datetime | None:
        """When the next pending delivery is due; None when there is none."""
        async with self._engine.connect() as connection:
            found = await connection.execute(
                select(func.min(DeliveryRow.due_at)).where(DeliveryRow.status == "pending")
            )
            return cast("datetime | None", found.scalar_one())


def _due(kind: DeliveryKind, now: datetime) -> Select[str]:
    """Oldest first; a call waits until its job is settled, because it carries the job's id."""
    free = or_(DeliveryRow.leased_until.is_(None), DeliveryRow.leased_until <= now)
    due = and_(DeliveryRow.status == "pending", DeliveryRow.kind == kind, DeliveryRow.due_at <= now, free)
    chosen = select(DeliveryRow.id).where(due).order_by(DeliveryRow.due_at)
    if kind != "call":
        return chosen
    job = aliased(DeliveryRow)
    waiting = select(job.id).where(job.call_sid == DeliveryRow.call_sid, job.kind == "job", job.status == "pending")
    return chosen.where(~waiting.exists())


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
