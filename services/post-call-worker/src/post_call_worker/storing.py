"""Adapter. A call and the deliveries it causes, stored in one transaction; the second time changes nothing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from pydantic_core import PydanticSerializationError
from sqlalchemy import CTE, BigInteger, DateTime, Function, Integer, Text, bindparam, cast, func, literal, select
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, Insert, insert
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.types import TypeEngine

from calllock.contracts.message import VERSION, Message
from calllock.runtime.bus import Logged, logged
from post_call_worker.classification.result import Classification
from post_call_worker.models import CALL_EVENTS, CALLS, DELIVERIES
from post_call_worker.outgoing import Outgoing
from post_call_worker.plain import plain
from post_call_worker.record import CallRecord


class CallStore:
    """The calls in Postgres."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine.execution_options(isolation_level="AUTOCOMMIT")

    async def store(
        self,
        record: CallRecord,
        classification: Classification,
        sent: Sequence[Outgoing],
        log: Sequence[Logged],
        now: datetime,
        *,
        again: bool = False,
    ) -> bool:
        """Keep the call, its log and its deliveries; False when it was there already.

        With `again` a call that was there gets the new record and classification, and deliveries
        that it did not have. It is one statement, and so one transaction and one round trip.
        """
        row = _call_row(record, classification, now)
        call = insert(CALLS).values(row)
        key = ["call_sid"]
        once = (
            call.on_conflict_do_update(index_elements=key, set_=row)
            if again
            else call.on_conflict_do_nothing(index_elements=key)
        )
        kept = once.returning(CALLS.c.call_sid).cte("kept")
        stored = (
            select(kept.c.call_sid)
            .add_cte(_keep_events(kept, log).cte("events"))
            .add_cte(_queue(kept, record.business, sent, now).cte("queued"))
        )
        async with self._engine.connect() as connection:
            return (await connection.execute(stored)).first() is not None

    async def events(self, call_sid: str) -> list[Logged]:
        """The stored log of a call, in order; empty when there is none."""
        stored = CALL_EVENTS.c.sequence, CALL_EVENTS.c.message
        wanted = select(*stored).where(CALL_EVENTS.c.call_sid == call_sid).order_by(CALL_EVENTS.c.sequence)
        async with self._engine.connect() as connection:
            rows = (await connection.execute(wanted)).all()
        return [logged(row.sequence, "", json.dumps({"v": VERSION, **row.message}).encode(), 0) for row in rows]

    async def store_alert(self, sent: Sequence[Outgoing], call_sid: str, business: str, now: datetime) -> bool:
        """Queue what a danger in a call that is still going on leads to; False when all was queued already."""
        call = select(literal(call_sid).label("call_sid")).cte("call")
        queued = _queue(call, business, sent, now).returning(DELIVERIES.c.id)
        async with self._engine.connect() as connection:
            return (await connection.execute(queued)).first() is not None


def _queue(call: CTE, business: str, sent: Sequence[Outgoing], now: datetime) -> Insert:
    """A delivery for each, if there is a `call`; its id, the `webhook-id`, is for ever the same."""
    rows = select(
        func.concat("msg_", call.c.call_sid, "_", _column([one.name for one in sent])),
        call.c.call_sid,
        literal(business),
        _column([one.kind for one in sent]),
        _column([one.step for one in sent], Integer()),
        cast(_column([json.dumps(one.body, ensure_ascii=False) for one in sent]), JSONB),
        _column([now + timedelta(seconds=one.wait_s) for one in sent], DateTime(timezone=True)),
        literal(now, DateTime(timezone=True)),
    )
    names = ("id", "call_sid", "business", "kind", "step", "body", "due_at", "created_at")
    return insert(DELIVERIES).from_select(names, rows).on_conflict_do_nothing()


def _keep_events(call: CTE, log: Sequence[Logged]) -> Insert:
    """A row per readable entry of the log, if there is a `call`; an array a column, for there are some fifty."""
    entries = [(entry.sequence, entry.message) for entry in log if entry.message is not None]
    rows = select(
        call.c.call_sid,
        _column([message.event_id for _, message in entries]),
        _column([sequence for sequence, _ in entries], BigInteger()),
        _column([type(message).__name__ for _, message in entries]),
        _column([message.occurred_at for _, message in entries], DateTime(timezone=True)),
        cast(_column([_json(message) for _, message in entries]), JSONB),
    )
    names = ("call_sid", "event_id", "sequence", "kind", "occurred_at", "message")
    return insert(CALL_EVENTS).from_select(names, rows).on_conflict_do_nothing()


def _column(values: Sequence[Any], kind: TypeEngine[Any] | None = None) -> Function[Any]:
    """The values as a column of rows; several of them in one SELECT go row by row."""
    return func.unnest(bindparam(None, values, ARRAY(kind or Text())))


def _json(message: Message) -> str:
    """The message as JSON that Postgres accepts."""
    try:
        content = message.model_dump_json()
    except PydanticSerializationError:  # half a character
        content = ""
    if content and "\\u0000" not in content:
        return content
    return json.dumps(plain(message.model_dump(mode="json")), ensure_ascii=False)


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
        "customer_name": record.text("customer_name"),
        "record": record.model_dump(mode="json"),
        "classification": classification.model_dump(mode="json"),
        "stored_at": now,
    }
