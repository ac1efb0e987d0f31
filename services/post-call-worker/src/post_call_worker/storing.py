"""Adapter. A call and the deliveries it causes, stored in one transaction; the second time changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from calllock.contracts.message import Message
from calllock.runtime.bus import Logged
from post_call_worker.classification.result import Classification
from post_call_worker.dashboard import Alert, Payload
from post_call_worker.models import CallEventRow, CallRow, DeliveryRow
from post_call_worker.payloads import Payloads
from post_call_worker.plain import plain
from post_call_worker.record import CallRecord
from post_call_worker.vocabulary import DeliveryKind


def webhook_id(call_sid: str, kind: DeliveryKind) -> str:
    """The id of a delivery: one per call and kind, for ever the same."""
    return f"msg_{call_sid}_{kind}"


class CallStore:
    """The calls in Postgres."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def store(
        self,
        record: CallRecord,
        classification: Classification,
        payloads: Payloads,
        log: Sequence[Logged],
        now: datetime,
    ) -> bool:
        """Keep the call, its log and its deliveries; False when it was there already."""
        async with self._engine.begin() as connection:
            row = _call_row(record, classification, now)
            kept = insert(CallRow).values(row).on_conflict_do_nothing().returning(CallRow.call_sid)
            new = (await connection.execute(kept)).first() is not None
            if new:
                await _keep_events(connection, log)
                await _queue(connection, record.business, record.call_sid, _bodies(payloads), now)
        return new

    async def store_alert(self, alert: Alert, call_sid: str, business: str, now: datetime) -> bool:
        """Queue the alert of a call that is still going on; False when it was queued already."""
        async with self._engine.begin() as connection:
            return bool(await _queue(connection, business, call_sid, [("alert", alert)], now))


def _bodies(payloads: Payloads) -> list[tuple[DeliveryKind, Payload]]:
    named: tuple[tuple[DeliveryKind, Payload | None], ...] = (
        ("alert", payloads.alert),
        ("job", payloads.job),
        ("call", payloads.call),
    )
    return [(kind, payload) for kind, payload in named if payload is not None]


async def _queue(
    connection: AsyncConnection,
    business: str,
    call_sid: str,
    bodies: Iterable[tuple[DeliveryKind, Payload]],
    now: datetime,
) -> int:
    rows = [
        {
            "id": webhook_id(call_sid, kind),
            "call_sid": call_sid,
            "business": business,
            "kind": kind,
            "body": plain(payload.body()),
            "due_at": now,
            "created_at": now,
        }
        for kind, payload in bodies
    ]
    queued = insert(DeliveryRow).values(rows).on_conflict_do_nothing().returning(DeliveryRow.id)
    return len((await connection.execute(queued)).all())


async def _keep_events(connection: AsyncConnection, log: Sequence[Logged]) -> None:
    rows = [_event_row(entry.sequence, entry.message) for entry in log if entry.message is not None]
    if rows:
        await connection.execute(insert(CallEventRow).on_conflict_do_nothing(), rows)


def _event_row(sequence: int, message: Message) -> dict[str, Any]:
    content = plain(message.model_dump(mode="json"))
    return {
        "call_sid": message.call_sid,
        "event_id": message.event_id,
        "sequence": sequence,
        "kind": content["kind"],
        "occurred_at": message.occurred_at,
        "message": content,
    }


def _call_row(record: CallRecord, classification: Classification, now: datetime) -> dict[str, Any]:
    return {
        "call_sid": record.call_sid,
        "business": record.business,
        "from_number": record.from_number,
        "to_number": record.to_number,
        "started_at": record.started_at,
        "ended_at": record.ended_at,
        "duration_s": record.duration_s,
        "final_state": record.final_state,
        "disposition": record.disposition,
        "end_reason": record.end_reason,
        "booking_status": record.booking.status,
        "urgency_tier": record.urgency_tier,
        "priority_color": classification.priority.color,
        "customer_name": plain(record.text("customer_name")),
        "record": plain(record.model_dump(mode="json")),
        "classification": plain(classification.model_dump(mode="json")),
        "stored_at": now,
    }
