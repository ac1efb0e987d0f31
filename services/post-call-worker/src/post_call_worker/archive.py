"""Adapter. What people ask of the database: calls, and the state of their deliveries."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, desc, not_, or_, select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from post_call_worker.ladder import outdated
from post_call_worker.models import AcknowledgementRow, AttemptRow, Base, CallRow, DeliveryRow, any_text
from post_call_worker.vocabulary import DeliveryKind, DeliveryStatus

Rows = list[dict[str, Any]]

_LISTED = (
    CallRow.call_sid,
    CallRow.business,
    CallRow.from_number,
    CallRow.started_at,
    CallRow.duration_s,
    CallRow.final_state,
    CallRow.disposition,
    CallRow.end_reason,
    CallRow.booking_status,
    CallRow.priority_color,
    CallRow.customer_name,
)
_DELIVERY = tuple(column for column in DeliveryRow.__table__.columns if column.name != "leased_until")
_SENDABLE = DeliveryRow.body != {}
"""Not emptied."""
KEPT_NO_LONGER = "what this delivery said is kept no longer, so it cannot be sent again"
"""Why `retry` refuses one whose body is empty."""


class Archive:
    """Stored calls and deliveries, as JSON values."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def calls(self, *, business: str = "", before: datetime | None = None, limit: int = 50) -> Rows:
        """The latest calls first, in the columns of a list; `before` turns the page."""
        wanted = select(*_LISTED).order_by(desc(CallRow.started_at), desc(CallRow.call_sid)).limit(limit)
        if business:
            wanted = wanted.where(CallRow.business == business)
        if before is not None:
            wanted = wanted.where(CallRow.started_at < before)
        return await self._rows(wanted)

    async def call(self, call_sid: str) -> dict[str, Any] | None:
        """Record, classification and deliveries with their attempts; None when it is unknown.

        While a call is going on there may be an alert of it and nothing else.
        """
        # Deliveries first: a call is stored together with its own, so what is read next is not older.
        deliveries = await self._with_attempts(select(*_DELIVERY).where(DeliveryRow.call_sid == call_sid))
        stored = await self._rows(select(CallRow.record, CallRow.classification).where(CallRow.call_sid == call_sid))
        if not stored and not deliveries:
            return None
        found = stored[0] if stored else {"record": None, "classification": None}
        return {"call_sid": call_sid, **found, "deliveries": deliveries}

    async def deliveries(
        self, *, status: DeliveryStatus | None = None, kinds: Collection[DeliveryKind] = (), limit: int = 100
    ) -> Rows:
        """The latest deliveries first, without attempts; those of all kinds when none is named."""
        wanted = select(*_DELIVERY).order_by(desc(DeliveryRow.created_at), DeliveryRow.id).limit(limit)
        if status:
            wanted = wanted.where(DeliveryRow.status == status)
        if kinds:
            wanted = wanted.where(DeliveryRow.kind.in_(kinds))
        return await self._rows(wanted)

    async def delivery(self, delivery_id: str) -> dict[str, Any] | None:
        """One delivery with its attempts; None when it is unknown."""
        found = await self._with_attempts(select(*_DELIVERY).where(DeliveryRow.id == delivery_id))
        return found[0] if found else None

    async def known_of(self, call_sids: Collection[str]) -> tuple[set[str], set[tuple[str, int]]]:
        """Which of these calls have a record, and which of them an alert, of which step."""
        these = any_text(call_sids)
        recorded = select(CallRow.call_sid).where(CallRow.call_sid == these)
        alerted = select(DeliveryRow.call_sid, DeliveryRow.step).where(
            DeliveryRow.call_sid == these, DeliveryRow.kind == "alert"
        )
        with_record, with_alert = await self._rows(recorded), await self._rows(alerted)
        return {row["call_sid"] for row in with_record}, {(row["call_sid"], row["step"]) for row in with_alert}

    async def delivery_statuses(self, call_sids: Collection[str]) -> dict[str, list[DeliveryStatus]]:
        """The states of these calls' deliveries, by call."""
        wanted = select(DeliveryRow.call_sid, DeliveryRow.status).where(DeliveryRow.call_sid.in_(call_sids))
        found: dict[str, list[DeliveryStatus]] = {}
        for row in await self._rows(wanted.order_by(DeliveryRow.kind)):
            found.setdefault(row["call_sid"], []).append(row["status"])
        return found

    async def retry(self, delivery_id: str, now: datetime) -> bool:
        """Make a dead or discarded delivery due again, under the same id, with the whole schedule before it.

        A person who sends one again has decided that it is not too late. False for one that was emptied, of which
        nothing is left to send.
        """
        these = DeliveryRow.id == delivery_id, DeliveryRow.status.in_(("dead", "discarded"))
        return await self._change(_due_again(now) | {"good_until": None}, *these, _SENDABLE) > 0

    async def retry_all(self, status: DeliveryStatus, kinds: Collection[DeliveryKind], now: datetime) -> int:
        """The same for all of that status and these kinds, but none that is too late or not needed any more, as pages
        of an emergency that somebody has taken, or of the lesser of two; returns how many."""
        taken = select(AcknowledgementRow.call_sid).where(AcknowledgementRow.call_sid == DeliveryRow.call_sid)
        needed = or_(DeliveryRow.kind != "page", not_(or_(taken.exists(), outdated())))
        these = DeliveryRow.status == status, DeliveryRow.kind.in_(kinds), needed
        return await self._change(_due_again(now), *these, _SENDABLE)

    async def discard(self, delivery_id: str, now: datetime) -> bool:
        """Give up a delivery that is pending or dead."""
        values = {"status": "discarded", "settled_at": now, "reason": "discarded by hand"}
        these = DeliveryRow.id == delivery_id, DeliveryRow.status.in_(("pending", "dead"))
        return await self._change(values, *these) > 0

    async def _change(self, values: dict[str, Any], *these: ColumnElement[bool]) -> int:
        async with self._engine.begin() as connection:
            changed = await connection.execute(update(DeliveryRow).where(*these).values(**values))
            return changed.rowcount

    async def _with_attempts(self, wanted: Select[*tuple[Any, ...]]) -> Rows:
        deliveries = await self._rows(wanted.order_by(DeliveryRow.created_at, DeliveryRow.id))
        ids = [delivery["id"] for delivery in deliveries]
        tried = select(*Base.metadata.tables["attempts"].columns).where(AttemptRow.delivery_id.in_(ids))
        attempts = await self._rows(tried.order_by(AttemptRow.id)) if ids else []
        return [
            {**delivery, "tried": [one for one in attempts if one["delivery_id"] == delivery["id"]]}
            for delivery in deliveries
        ]

    async def _rows(self, wanted: Select[*tuple[Any, ...]]) -> Rows:
        async with self._engine.connect() as connection:
            return [dict(row) for row in (await connection.execute(wanted)).mappings()]


def _due_again(now: datetime) -> dict[str, Any]:
    return {"status": "pending", "due_at": now, "attempts": 0, "settled_at": None}
