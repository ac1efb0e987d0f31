"""Adapter. Records who took an emergency, so that nobody else is paged for it."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import func, select, update
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

    async def take(self, call_sid: str, by: str, at: datetime) -> bool:
        """The emergency is taken: pages that are still to go are discarded. False when it was taken before."""
        taken = insert(ACKNOWLEDGEMENTS).values(call_sid=call_sid, at=at, by=by)
        rest = update(DELIVERIES).where(DELIVERIES.c.call_sid == call_sid, *_PENDING_PAGE)
        async with self._engine.begin() as connection:
            first = await connection.execute(
                taken.on_conflict_do_nothing(index_elements=["call_sid"]).returning(ACKNOWLEDGEMENTS.c.call_sid)
            )
            await connection.execute(rest.values(status="discarded", settled_at=at, reason=f"taken by {by}"))
            return first.first() is not None

    async def is_taken(self, call_sid: str) -> bool:
        """Whether anybody has taken it."""
        taken = select(ACKNOWLEDGEMENTS.c.call_sid).where(ACKNOWLEDGEMENTS.c.call_sid == call_sid)
        async with self._engine.connect() as connection:
            return await connection.scalar(taken) is not None

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
