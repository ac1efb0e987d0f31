"""Adapter. Erases people from the database: one caller entirely, or old calls down to their counts."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    case,
    cast,
    delete,
    func,
    literal,
    literal_column,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, insert
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from sqlalchemy.types import Text

from calllock.contracts.events import RecordingRefused
from post_call_worker.acknowledgements import MAY_HAVE_ARRIVED
from post_call_worker.console.tables import LOOKS, TICKETS
from post_call_worker.models import (
    ACKNOWLEDGEMENTS,
    ALERTED,
    ATTEMPTS,
    CALL_EVENTS,
    CALLBACK,
    CALLS,
    DELIVERIES,
    FORGETTING,
    FORGOTTEN,
    IS_ALERT,
    IS_RECORDING,
    any_text,
)

BATCH = 200
"""Old calls emptied in one transaction."""

NO_WORDS: Mapping[str, Any] = {
    "from_number": None,
    "fields": {},
    "transcript": [],
    "tools": [],
    "ignored": [],
    "emergency": None,
    "lesser_emergency": None,
}
"""Of a record."""
_REFUSAL = CALL_EVENTS.alias()
_RECORDING = select(CALL_EVENTS.c.message["file"].astext).where(
    text(IS_RECORDING),
    ~select(_REFUSAL.c.call_sid)
    .where(_REFUSAL.c.call_sid == CALL_EVENTS.c.call_sid, _REFUSAL.c.kind == RecordingRefused.__name__)
    .exists(),
)
_NO_DETAILS: Mapping[str, Any] = {"equipment_type": None, "problem_duration": None}
_NO_SIGNALS: Mapping[tuple[str, str], Any] = {("priority", "signals"): [], ("revenue", "signals"): []}
"""They hold the caller's words."""
"""Of a classification."""


class Eraser:
    """Erases in transactions; what is done twice changes nothing the second time."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def calls_of(self, number: str) -> set[str]:
        """The calls of a caller: those from this number, those in which it was named as the one to call, and those
        that only an alert knows of."""
        told = and_(text(IS_ALERT), literal_column(f"({ALERTED})") == number)
        learned = literal_column(f"({CALLBACK})") == number
        async with self._engine.connect() as connection:
            recorded = await connection.scalars(select(CALLS.c.call_sid).where(CALLS.c.from_number == number))
            named = await connection.scalars(select(CALL_EVENTS.c.call_sid).where(learned))
            queued = await connection.scalars(select(DELIVERIES.c.call_sid).where(told))
            return {*recorded, *named, *queued}

    async def stored(self, call_sids: Collection[str]) -> set[str]:
        """Those of these calls, which may be all of a month, that are recorded."""
        wanted = select(CALLS.c.call_sid).where(CALLS.c.call_sid == any_text(call_sids))
        async with self._engine.connect() as connection:
            return set(await connection.scalars(wanted))

    async def recordings_of(self, call_sids: Collection[str]) -> list[str]:
        """The file names of these calls' recordings, without those that the caller refused."""
        return await self._recordings(_RECORDING.where(CALL_EVENTS.c.call_sid == any_text(call_sids)))

    async def latest_recordings(self, most: int) -> list[str]:
        """The same of the latest recordings of any call."""
        return await self._recordings(_RECORDING.order_by(CALL_EVENTS.c.occurred_at.desc()).limit(most))

    async def _recordings(self, wanted: Select[Any]) -> list[str]:
        async with self._engine.connect() as connection:
            return list(await connection.scalars(wanted))

    async def erase(self, call_sids: Collection[str], now: datetime) -> int:
        """Nothing stays of these calls, nor is stored of them from now on; the number of deliveries of them that had
        left before, or may have."""
        marks = [{"call_sid": call_sid, "at": now} for call_sid in call_sids]
        async with self._engine.begin() as connection:
            await connection.execute(select(func.pg_advisory_xact_lock(FORGETTING)))
            if marks:
                await connection.execute(insert(FORGOTTEN).on_conflict_do_nothing(), marks)
        sent = and_(DELIVERIES.c.call_sid == any_text(call_sids), MAY_HAVE_ARRIVED)
        async with self._engine.begin() as connection:
            delivered = await connection.scalar(select(func.count()).select_from(DELIVERIES).where(sent))
            # Twice the deliveries: the first waits for a job being settled, which may send its call anew meanwhile.
            for table in (DELIVERIES, ACKNOWLEDGEMENTS, LOOKS, CALLS, DELIVERIES):
                await connection.execute(delete(table).where(table.c.call_sid == any_text(call_sids)))
        return delivered or 0

    async def empty(self, before: datetime, now: datetime) -> list[str]:
        """Take words, names and numbers out of some calls that began before; their SIDs, none when all are done."""
        old = and_(CALLS.c.started_at < before, CALLS.c.emptied_at.is_(None))
        some = select(CALLS.c.call_sid).where(old).order_by(CALLS.c.started_at).limit(BATCH)
        async with self._engine.begin() as connection:
            sids = list(await connection.scalars(some.with_for_update(skip_locked=True)))
            if sids:
                await _empty_calls(connection, sids, now)
                await _empty_deliveries(connection, sids, now)
        return sids

    async def delete_looks(self, before: datetime) -> None:
        """Nobody knows any more who looked at what before."""
        async with self._engine.begin() as connection:
            await connection.execute(delete(LOOKS).where(LOOKS.c.at < before))

    async def delete_tickets(self, now: datetime, number: str | None = None) -> None:
        """Nobody knows any more as which number somebody meant to call who did not in time, or who meant to call as
        this one."""
        useless = or_(TICKETS.c.expires_at <= now, TICKETS.c.from_number == number)
        async with self._engine.begin() as connection:
            await connection.execute(delete(TICKETS).where(useless))

    async def delete_marks(self, before: datetime) -> None:
        """Nobody knows any more which calls were forgotten before."""
        async with self._engine.begin() as connection:
            await connection.execute(delete(FORGOTTEN).where(FORGOTTEN.c.at < before))

    async def empty_strays(self, before: datetime, now: datetime) -> list[str]:
        """The same for the deliveries that were made before, of some calls that were never stored."""
        old = and_(DELIVERIES.c.created_at < before, DELIVERIES.c.body != {})
        stored = select(CALLS.c.call_sid).where(CALLS.c.call_sid == DELIVERIES.c.call_sid)
        some = select(DELIVERIES.c.call_sid).where(old, ~stored.exists()).distinct().limit(BATCH)
        async with self._engine.begin() as connection:
            strays = list(await connection.scalars(some))
            if strays:
                await _empty_deliveries(connection, strays, now)
        return strays


async def _empty_calls(connection: AsyncConnection, sids: Sequence[str], now: datetime) -> None:
    emptied = {
        "from_number": None,
        "customer_name": "",
        "record": _with(CALLS.c.record, NO_WORDS, {("booking", "preferred_time"): ""}),
        "classification": _with(CALLS.c.classification, _NO_DETAILS, _NO_SIGNALS),
        "emptied_at": now,
    }
    await connection.execute(update(CALLS).where(CALLS.c.call_sid.in_(sids)).values(**emptied))
    await connection.execute(delete(CALL_EVENTS).where(CALL_EVENTS.c.call_sid.in_(sids)))


async def _empty_deliveries(connection: AsyncConnection, sids: Sequence[str], now: datetime) -> None:
    theirs = DELIVERIES.c.call_sid.in_(sids)
    answers = ATTEMPTS.c.delivery_id.in_(select(DELIVERIES.c.id).where(theirs))
    unsent = and_(theirs, DELIVERIES.c.status.in_(("pending", "dead")))
    given_up = {"status": "discarded", "settled_at": now, "reason": "kept no longer"}
    await connection.execute(update(ATTEMPTS).where(answers).values(response_body=""))
    await connection.execute(delete(ACKNOWLEDGEMENTS).where(ACKNOWLEDGEMENTS.c.call_sid.in_(sids)))
    reason = case((DELIVERIES.c.kind == "page", ""), else_=DELIVERIES.c.reason)  # of a page: by whom it was taken
    await connection.execute(update(DELIVERIES).where(theirs).values(body={}, reason=reason))
    await connection.execute(update(DELIVERIES).where(unsent).values(**given_up))


def _with(
    column: ColumnElement[Any], values: Mapping[str, Any], parts: Mapping[tuple[str, str], Any]
) -> ColumnElement[Any]:
    """The JSON object with these values, and with these in parts of it."""
    changed: ColumnElement[Any] = column.op("||")(literal(dict(values), JSONB))
    for path, value in parts.items():
        changed = func.jsonb_set(changed, cast(path, ARRAY(Text())), literal(value, JSONB))
    return changed
