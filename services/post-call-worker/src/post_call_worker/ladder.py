"""Adapter. The pages of a call, its ladder: one changes it at a time, and the graver of two dangers comes first."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from post_call_worker.models import DELIVERIES
from post_call_worker.vocabulary import GRAVER_STEP

_LADDERS = 0x4C414444
"""Keys of these locks are pairs, and so none of those that are one number."""


async def alone_with(connection: AsyncConnection, call_sid: str) -> None:
    """Until the transaction ends. It must be the first statement of it: what a later one sees is what was committed
    when it began, and row locks do not hold back a page that is only about to be there."""
    await connection.execute(select(func.pg_advisory_xact_lock(_LADDERS, func.hashtext(call_sid))))


def outdated() -> ColumnElement[bool]:
    """Whether a page is of the lesser of two dangers of its call: its reader is asked about the graver one."""
    graver = DELIVERIES.alias("graver")
    paged = select(graver.c.id).where(
        graver.c.call_sid == DELIVERIES.c.call_sid, graver.c.kind == "page", graver.c.step > GRAVER_STEP
    )
    return and_(DELIVERIES.c.step < GRAVER_STEP, paged.exists())
