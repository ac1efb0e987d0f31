"""Adapter. The inbox's questions to Postgres; each is answered from an index, however many calls there are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, and_, desc, false, func, literal, select, text, tuple_, update
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.asyncio import AsyncEngine

from post_call_worker.archive import Rows
from post_call_worker.console.filters import Filters, Place, words_query
from post_call_worker.models import CALLS, DELIVERIES

PAGE = 50
COUNTED_TO = 100
"""Beyond that nobody wants the number."""

Scope = Sequence[str] | None
"""The businesses whose calls may be seen; None for all."""

_PLANNED_ANEW = text("SET LOCAL plan_cache_mode = force_custom_plan")
"""Whether to walk the calls by time or to search an index depends on how many match; a plan that Postgres keeps for
every search took 400 ms with 100,000 calls, one made for the search at hand 3 (`make bench`)."""

_NAMED = func.btrim(CALLS.c.record["fields"]["callback_number"]["value"].astext)
_CALLABLE_AT = func.coalesce(func.nullif(_NAMED, ""), CALLS.c.from_number)
"""`CallRecord.callable_at`."""
_CARD = (
    *(CALLS.c[name] for name in ("call_sid", "business", "from_number", "started_at", "duration_s", "disposition")),
    *(CALLS.c[name] for name in ("final_state", "booking_status", "priority_color", "customer_name")),
    *(CALLS.c[name] for name in ("urgency_tier", "seen_at", "done_at")),
    _CALLABLE_AT.label("callable_at"),
    CALLS.c.record["fields"]["problem_description"]["value"].astext.label("problem"),
    CALLS.c.record["booking"].label("booking"),
    CALLS.c.record["emergency"]["hazard"].astext.label("hazard"),
    CALLS.c.classification["revenue"].label("revenue"),
    CALLS.c.classification["priority"]["reason"].astext.label("reason"),
)


class Inbox:
    """Stored calls as cards, and their marks."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def page(self, scope: Scope, filters: Filters, after: Place | None, zone: ZoneInfo) -> Rows:
        """Up to `PAGE` calls, the latest first, and one more when others follow."""
        async with self._engine.connect() as connection:
            await connection.execute(_PLANNED_ANEW)
            found = await connection.execute(page_query(scope, filters, after, zone))
            return [dict(row) for row in found.mappings()]

    async def unseen(self, scope: Scope) -> int:
        """How many calls nobody has looked at, counted up to `COUNTED_TO`."""
        some = _within(select(literal(1)).select_from(CALLS).where(CALLS.c.seen_at.is_(None)), scope)
        async with self._engine.connect() as connection:
            counted = select(func.count()).select_from(some.limit(COUNTED_TO).subquery())
            return int((await connection.execute(counted)).scalar_one())

    async def see(self, call_sid: str, now: datetime) -> None:
        """Somebody has looked at the call."""
        await self._mark(and_(CALLS.c.call_sid == call_sid, CALLS.c.seen_at.is_(None)), {"seen_at": now})

    async def is_done(self, call_sid: str) -> bool:
        """Whether nothing is left to do about the call."""
        async with self._engine.connect() as connection:
            found = await connection.execute(select(CALLS.c.done_at).where(CALLS.c.call_sid == call_sid))
            return found.scalar_one_or_none() is not None

    async def set_done(self, call_sid: str, now: datetime | None) -> bool:
        """Nothing is left to do about the call; None for something is. False when no such call is stored (yet)."""
        return await self._mark(CALLS.c.call_sid == call_sid, {"done_at": now})

    async def _mark(self, which: ColumnElement[bool], values: dict[str, Any]) -> bool:
        """Whether there was any."""
        async with self._engine.begin() as connection:
            marked = await connection.execute(update(CALLS).where(which).values(**values))
        return marked.rowcount > 0


def page_query(scope: Scope, filters: Filters, after: Place | None, zone: ZoneInfo) -> Select[*tuple[Any, ...]]:
    """One page of cards as SQL; `zone` says when the day begins that is asked for."""
    statuses = select(func.array_agg(DELIVERIES.c.status)).where(DELIVERIES.c.call_sid == CALLS.c.call_sid)
    page = _within(select(*_CARD, statuses.scalar_subquery().label("deliveries")), scope)
    for condition in _conditions(filters, zone):
        page = page.where(condition)
    if after is not None:
        page = page.where(tuple_(CALLS.c.started_at, CALLS.c.call_sid) < (after.started_at, after.call_sid))
    return page.order_by(desc(CALLS.c.started_at), desc(CALLS.c.call_sid)).limit(PAGE + 1)


def _conditions(filters: Filters, zone: ZoneInfo) -> list[ColumnElement[bool]]:
    asked: list[ColumnElement[bool]] = []
    if filters.business:
        asked.append(CALLS.c.business == filters.business)
    if filters.priority:
        asked.append(CALLS.c.priority_color == filters.priority)
    if filters.outcome:
        asked.append(CALLS.c.disposition == filters.outcome)
    if filters.tag:
        asked.append(CALLS.c.tags.contains(literal([filters.tag], JSONB)))
    if filters.mark:
        asked.append((CALLS.c.seen_at if filters.mark == "unseen" else CALLS.c.done_at).is_(None))
    if filters.undelivered:
        left = select(DELIVERIES.c.call_sid).where(DELIVERIES.c.status.in_(("pending", "dead")))
        asked.append(CALLS.c.call_sid.in_(left))
    if filters.day:
        begins = datetime.combine(filters.day, time(), zone)
        asked.append(CALLS.c.started_at >= begins)
        asked.append(CALLS.c.started_at < datetime.combine(filters.day + timedelta(days=1), time(), zone))
    if filters.words:
        query = words_query(filters.words)
        asked.append(CALLS.c.words.bool_op("@@")(func.to_tsquery("simple", query)) if query else false())
    return asked


def _within(calls: Select[*tuple[Any, ...]], scope: Scope) -> Select[*tuple[Any, ...]]:
    if scope is None:
        return calls
    return calls.where(CALLS.c.business == scope[0] if len(scope) == 1 else CALLS.c.business.in_(scope))
