"""Adapter. What Twilio tells of a text after it has taken it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from post_call_worker.delivery.queue import ask_after, lock_pages
from post_call_worker.models import ATTEMPTS, DELIVERIES


class NotSettledYet(Exception):
    """An attempt is not written down: Twilio may tell of it before its own answer to it was dealt with."""


class Arrivals:
    """Kept beside the deliveries. A text that Twilio took counts as arrived until it says otherwise.

    In a delivery's body, `sid` is of the text that counts as sent, whichever attempt sent it, until somebody answers;
    `lost` is the last attempt before Twilio said that it never arrived.
    """

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def never(self, delivery_id: str, sid: str, at: datetime, reason: str) -> bool:
        """Its text of that SID has not arrived and will not: the delivery is dead, and of a page the next person is
        asked at once. False where that changes nothing: another text counts as sent, or somebody has answered it.

        Raises `NotSettledYet`.
        """
        its_own = DELIVERIES.c.id == delivery_id
        about = (DELIVERIES.c[name] for name in ("call_sid", "kind", "step", "status", "leased_until"))
        wanted = select(*about, DELIVERIES.c.body["sid"].astext.label("sid")).where(its_own)
        async with self._engine.begin() as connection:
            await lock_pages(connection, its_own)
            found = (await connection.execute(wanted)).one_or_none()
            if found is not None and found.leased_until is not None:
                raise NotSettledYet(delivery_id)
            if found is None or found.status != "delivered" or found.sid != sid:
                return False
            last = select(func.max(ATTEMPTS.c.id)).where(ATTEMPTS.c.delivery_id == delivery_id).scalar_subquery()
            body = DELIVERIES.c.body.op("||")(func.jsonb_build_object("lost", last))
            dead = {"status": "dead", "settled_at": at, "reason": reason, "body": body}
            await connection.execute(update(DELIVERIES).where(its_own).values(**dead))
            if found.kind == "page":
                await connection.execute(ask_after(found.call_sid, found.step, at))
            return True
