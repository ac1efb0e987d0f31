"""Adapter. Records who took an emergency, so that nobody else is paged for it."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Select, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncEngine

from post_call_worker.models import ACKNOWLEDGEMENTS, DELIVERIES

REPLY_WITHIN = timedelta(hours=12)
"""A text message later than this after a page is about something else."""

_PENDING_PAGE = (DELIVERIES.c.kind == "page", DELIVERIES.c.status == "pending")


class Acknowledgements:
    """Kept beside the deliveries, whose queue is the ladder."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def take(self, call_sid: str, by: str, at: datetime) -> str | None:
        """The emergency is taken: pages still to go are discarded. Who had taken it before; None when nobody had."""
        taken = insert(ACKNOWLEDGEMENTS).values(call_sid=call_sid, at=at, by=by)
        rest = update(DELIVERIES).where(DELIVERIES.c.call_sid == call_sid, *_PENDING_PAGE)
        async with self._engine.begin() as connection:
            first = await connection.scalar(
                taken.on_conflict_do_nothing(index_elements=["call_sid"]).returning(ACKNOWLEDGEMENTS.c.call_sid)
            )
            before: str | None = None if first is not None else await connection.scalar(_taker(call_sid))
            await connection.execute(rest.values(status="discarded", settled_at=at, reason=f"taken by {before or by}"))
            return before

    async def taken_by(self, call_sid: str) -> str | None:
        """Who has taken it; None for nobody."""
        async with self._engine.connect() as connection:
            taker: str | None = await connection.scalar(_taker(call_sid))
            return taker

    async def pass_on(self, call_sid: str, at: datetime) -> bool:
        """Ask the next one now; False when there is nobody left to ask."""
        pending = select(func.min(DELIVERIES.c.step)).where(DELIVERIES.c.call_sid == call_sid, *_PENDING_PAGE)
        following = update(DELIVERIES).where(
            DELIVERIES.c.call_sid == call_sid, *_PENDING_PAGE, DELIVERIES.c.step == pending.scalar_subquery()
        )
        async with self._engine.begin() as connection:
            changed = await connection.execute(following.values(due_at=at).returning(DELIVERIES.c.id))
            return changed.first() is not None

    async def asked(self, number: str, by: str, now: datetime) -> str | None:
        """The call that this number was last asked to take by the business whose number is `by`: one that nobody has
        taken yet, if there is such a call. None when it was asked for none lately."""
        page = DELIVERIES.c.kind == "page", DELIVERIES.c.body["to"].astext == number
        taken = select(ACKNOWLEDGEMENTS.c.call_sid).where(ACKNOWLEDGEMENTS.c.call_sid == DELIVERIES.c.call_sid)
        wanted = (
            select(DELIVERIES.c.call_sid)
            .where(*page, DELIVERIES.c.body["from"].astext == by)
            .where(DELIVERIES.c.status == "delivered", DELIVERIES.c.settled_at > now - REPLY_WITHIN)
            .order_by(taken.exists(), DELIVERIES.c.settled_at.desc())
            .limit(1)
        )
        async with self._engine.connect() as connection:
            found: str | None = await connection.scalar(wanted)
            return found


def _taker(call_sid: str) -> Select[tuple[str]]:
    return select(ACKNOWLEDGEMENTS.c.by).where(ACKNOWLEDGEMENTS.c.call_sid == call_sid)
