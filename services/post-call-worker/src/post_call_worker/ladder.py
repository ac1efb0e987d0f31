"""Adapter. Whoever changes who is asked about a call, or who has it, has that call's ladder alone."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

_LADDERS = 0x4C414444
"""Keys of these locks are pairs, and so none of those that are one number."""


async def alone_with(connection: AsyncConnection, call_sid: str) -> None:
    """Until the transaction ends. It must be the first statement of it: what a later one sees is what was committed
    when it began, and row locks do not hold back a page that is only about to be there."""
    await connection.execute(select(func.pg_advisory_xact_lock(_LADDERS, func.hashtext(call_sid))))
