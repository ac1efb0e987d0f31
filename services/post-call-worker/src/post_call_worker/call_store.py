"""Adapter. A call and the deliveries it causes, stored in one transaction; the second time changes nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from pydantic import BaseModel
from pydantic_core import PydanticSerializationError
from sqlalchemy import BigInteger, DateTime, Float, Integer, Text, TextClause, bindparam, func, select, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.types import TypeEngine

from calllock.contracts.message import VERSION
from calllock.runtime.bus import Logged, logged
from post_call_worker.acknowledgements import taker_of
from post_call_worker.classification.result import Classification
from post_call_worker.ladder import alone_with
from post_call_worker.models import CALL_EVENTS, CALLS
from post_call_worker.outgoing import Outgoing
from post_call_worker.payloads import NO_SMS, SMS_SENT
from post_call_worker.plain import plain
from post_call_worker.record import CallRecord, Emergency
from post_call_worker.vocabulary import GRAVER_STEP

_TIME = DateTime(timezone=True)
_CALL: Mapping[str, TypeEngine[Any]] = {
    "call_sid": Text(),
    "business": Text(),
    "from_number": Text(),
    "to_number": Text(),
    "started_at": _TIME,
    "ended_at": _TIME,
    "duration_s": Float(),
    "final_state": Text(),
    "disposition": Text(),
    "end_reason": Text(),
    "booking_status": Text(),
    "urgency_tier": Text(),
    "priority_color": Text(),
    "customer_name": Text(),
    "record": Text(),
    "classification": Text(),
    "stored_at": _TIME,
}
_EVENT: Mapping[str, TypeEngine[Any]] = {
    "event_id": Text(),
    "sequence": BigInteger(),
    "kind": Text(),
    "occurred_at": _TIME,
    "message": Text(),
}
_SENT: Mapping[str, TypeEngine[Any]] = {
    "sent_name": Text(),
    "sent_kind": Text(),
    "sent_step": Integer(),
    "sent_body": Text(),
    "sent_due_at": _TIME,
    "sent_good_until": _TIME,
}
_JSON = ("record", "classification")
_THESE = f"unnest({', '.join(f':{name}' for name in _SENT)}) AS sent ({', '.join(_SENT)})"
_PAGED_GRAVER = f"""EXISTS (
        SELECT FROM deliveries WHERE call_sid = kept.call_sid AND kind = 'page' AND step > {GRAVER_STEP}
    )"""
_QUEUE = f"""
    INSERT INTO deliveries (id, call_sid, business, kind, step, body, due_at, good_until, created_at)
    SELECT 'msg_' || kept.call_sid || '_' || sent_name, kept.call_sid, :business, sent_kind, sent_step,
        sent_body::jsonb, sent_due_at, sent_good_until, :stored_at
    FROM kept, {_THESE}
    WHERE sent_kind <> 'page' OR CASE
        WHEN EXISTS (SELECT FROM acknowledgements WHERE call_sid = kept.call_sid)
            THEN sent_step > {GRAVER_STEP} AND NOT {_PAGED_GRAVER}
        ELSE sent_step > {GRAVER_STEP} OR NOT {_PAGED_GRAVER}
    END
    ON CONFLICT DO NOTHING RETURNING id, kind, step
"""  # noqa: S608 - our own names
"""A delivery for each, if there is a call; its id, the `webhook-id`, is for ever the same. Nobody is paged for what was
taken, or when a graver danger of the call is paged."""
_OUTDATED = f"""
    is_graver AS (SELECT call_sid FROM kept WHERE EXISTS (
        SELECT FROM queued WHERE kind = 'page' AND step > {GRAVER_STEP}
    ) AND NOT {_PAGED_GRAVER}), outdated AS (
        SELECT id FROM deliveries JOIN is_graver USING (call_sid)
        WHERE kind = 'page' AND step < {GRAVER_STEP} AND status IN ('pending', 'discarded')
        ORDER BY step FOR UPDATE OF deliveries
    ), untaken AS (
        DELETE FROM acknowledgements USING is_graver WHERE acknowledgements.call_sid = is_graver.call_sid
    ), ended AS (
        UPDATE deliveries SET status = 'discarded', settled_at = :stored_at, reason = 'a graver danger is paged instead'
        FROM outdated WHERE deliveries.id = outdated.id
    )
"""  # noqa: S608 - our own names
"""When a graver danger is queued for the first time, all are asked about it: nobody has taken that, and nobody is asked
about the lesser one any more."""
_ANEW = f"""
    INSERT INTO deliveries (id, call_sid, business, kind, step, body, due_at, created_at)
    SELECT told.id || '_1', told.call_sid, told.business, told.kind, 1, sent_body::jsonb, :stored_at, :stored_at
    FROM kept JOIN deliveries told USING (call_sid), {_THESE}
    WHERE told.kind = 'call' AND told.step = 0 AND told.status = 'delivered' AND told.body <> '{{}}'
        AND sent_kind = 'call' AND EXISTS (SELECT FROM queued WHERE kind = 'job')
    ON CONFLICT DO NOTHING
"""  # noqa: S608 - our own names
"""A call that has arrived goes out once more when it gets the job that it lacked, and as it is told today: with the
job's ids it would otherwise be what it was before."""
_RENEW = f"""
    UPDATE deliveries
    SET body = CASE WHEN body ? 'sms_message_sid' THEN replace(sent_body, '{NO_SMS}', '{SMS_SENT}') ELSE sent_body
        END::jsonb || (
            SELECT coalesce(jsonb_object_agg(key, value), '{{}}') FROM jsonb_each(body)
            WHERE key IN ('job_id', 'lead_id', 'sms_message_sid') OR (key = 'sms_sent_at' AND body ? 'sms_message_sid')
        )
    FROM kept, {_THESE}
    WHERE deliveries.call_sid = kept.call_sid AND kind = sent_kind AND kind IN ('alert', 'job', 'call')
        AND (kind <> 'alert' OR step = sent_step)
        AND status <> 'delivered' AND body <> '{{}}' AND (leased_until IS NULL OR leased_until <= :stored_at)
"""  # noqa: S608 - our own names
"""Webhooks that have not arrived, and that nobody is sending right now, as the call is told today; what the queue has
put into them since, the ids of a job and when somebody was paged, stays."""


def _store(conflict: str, *more: str) -> TextClause:
    """One statement, and so one transaction and one round trip; built once, for building takes longer than asking."""
    values = ", ".join(f"CAST(:{name} AS jsonb)" if name in _JSON else f":{name}" for name in _CALL)
    wanted = text(f"""
        WITH kept AS (
            INSERT INTO calls ({", ".join(_CALL)}) VALUES ({values})
            ON CONFLICT (call_sid) {conflict} RETURNING call_sid
        ), events AS (
            INSERT INTO call_events (call_sid, event_id, sequence, kind, occurred_at, message)
            SELECT kept.call_sid, event_id, sequence, kind, occurred_at, message::jsonb
            FROM kept, unnest({", ".join(f":{name}" for name in _EVENT)}) AS event ({", ".join(_EVENT)})
            ON CONFLICT DO NOTHING
        ), queued AS ({_QUEUE}), {", ".join((_OUTDATED, *more))}
        SELECT call_sid FROM kept
    """)  # noqa: S608 - our own names
    return wanted.bindparams(
        *(bindparam(name, type_=kind) for name, kind in _CALL.items()), *_lists(_EVENT), *_lists(_SENT)
    )


def _lists(columns: Mapping[str, TypeEngine[Any]]) -> list[Any]:
    return [bindparam(name, type_=ARRAY(kind)) for name, kind in columns.items()]


_ONCE = _store("DO NOTHING")
_AGAIN = _store(
    f"DO UPDATE SET emptied_at = NULL, {', '.join(f'{name} = excluded.{name}' for name in _CALL)}",
    f"renewed AS ({_RENEW})",
    f"anew AS ({_ANEW})",
)
"""A call that was emptied has words again, and is emptied again."""
_ALERT = text(f"""
    WITH kept AS (SELECT CAST(:call_sid AS text) AS call_sid), queued AS ({_QUEUE}), {_OUTDATED} SELECT id FROM queued
""").bindparams(  # noqa: S608 - our own names
    *(bindparam(name, type_=_CALL[name]) for name in ("call_sid", "business", "stored_at")), *_lists(_SENT)
)


class CallStore:
    """The calls in Postgres."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._in_two_steps = engine
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
        """Keep the call, its log and its deliveries; False when it was there already, or has been forgotten.

        With `again` a call that was there gets the new record and classification, and deliveries
        that it did not have; its webhooks that have not arrived get their new bodies, and keep their ids.
        """
        values = _call_row(record, classification, now) | _event_columns(log) | _sent_columns(sent, now)
        return await self._queues(_AGAIN if again else _ONCE, values, sent)

    async def events(self, call_sid: str) -> list[Logged]:
        """The stored log of a call, in order; empty when there is none."""
        stored = CALL_EVENTS.c.sequence, CALL_EVENTS.c.message
        wanted = select(*stored).where(CALL_EVENTS.c.call_sid == call_sid).order_by(CALL_EVENTS.c.sequence)
        async with self._engine.connect() as connection:
            rows = (await connection.execute(wanted)).all()
        return [logged(row.sequence, "", json.dumps({"v": VERSION, **row.message}).encode(), 0) for row in rows]

    async def has(self, call_sid: str) -> bool:
        """Whether the call is there."""
        wanted = select(CALLS.c.call_sid).where(CALLS.c.call_sid == call_sid)
        async with self._engine.connect() as connection:
            return await connection.scalar(wanted) is not None

    async def lacks(self, call_sid: str, danger: Emergency) -> bool:
        """Whether the call was stored before it was in this danger, for all that its record says."""
        told = CALLS.c.record["emergency"]["is_graver"].astext
        known = ("true",) if danger.is_graver else ("true", "false")
        wanted = select(CALLS.c.call_sid).where(CALLS.c.call_sid == call_sid, func.coalesce(told, "").not_in(known))
        async with self._engine.connect() as connection:
            return await connection.scalar(wanted) is not None

    async def taker(self, call_sid: str) -> str | None:
        """Who has taken the emergency of a call so far; None for nobody."""
        async with self._engine.connect() as connection:
            by: str | None = await connection.scalar(taker_of(call_sid))
            return by

    async def store_alert(self, sent: Sequence[Outgoing], call_sid: str, business: str, now: datetime) -> bool:
        """Queue what a danger in a call that is still going on leads to; False when all was queued already, or
        the call has been forgotten."""
        values = {"call_sid": call_sid, "business": business, "stored_at": now} | _sent_columns(sent, now)
        return await self._queues(_ALERT, values, sent)

    async def _queues(self, statement: TextClause, values: dict[str, Any], sent: Sequence[Outgoing]) -> bool:
        """Whether the statement answers with a row. One that asks people has the ladder of its call alone."""
        if any(one.kind == "page" for one in sent):
            async with self._in_two_steps.begin() as connection:
                await alone_with(connection, values["call_sid"])
                return (await connection.execute(statement, values)).first() is not None
        async with self._engine.connect() as connection:
            return (await connection.execute(statement, values)).first() is not None


def _event_columns(log: Sequence[Logged]) -> dict[str, list[Any]]:
    """The readable entries of the log."""
    entries = [(entry.sequence, entry.message) for entry in log if entry.message is not None]
    return {
        "event_id": [message.event_id for _, message in entries],
        "sequence": [sequence for sequence, _ in entries],
        "kind": [type(message).__name__ for _, message in entries],
        "occurred_at": [message.occurred_at for _, message in entries],
        "message": [_json(message) for _, message in entries],
    }


def _sent_columns(sent: Sequence[Outgoing], now: datetime) -> dict[str, list[Any]]:
    return {
        "sent_name": [one.name for one in sent],
        "sent_kind": [one.kind for one in sent],
        "sent_step": [one.step for one in sent],
        "sent_body": [json.dumps(one.body, ensure_ascii=False) for one in sent],
        "sent_due_at": [max(now, one.not_before or now) + timedelta(seconds=one.wait_s) for one in sent],
        "sent_good_until": [one.good_until for one in sent],
    }


def _json(value: BaseModel) -> str:
    """The value as JSON that Postgres accepts."""
    try:
        content = value.model_dump_json()
    except PydanticSerializationError:  # half a character
        content = ""
    if content and "\\u0000" not in content:
        return content
    return json.dumps(plain(value.model_dump(mode="json")), ensure_ascii=False)


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
        "record": _json(record),
        "classification": _json(classification),
        "stored_at": now,
    }
