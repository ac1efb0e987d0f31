"""Adapter. Tickets for calls by microphone, in Postgres: any worker may take what another has given out."""

from __future__ import annotations

import secrets
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, insert
from sqlalchemy.ext.asyncio import AsyncEngine

from post_call_worker.console.hashed_keys import hash_of
from post_call_worker.console.tables import TICKETS

TICKET_S = 30
"""How long the browser has to open its socket."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """A call that an account may place once, soon."""

    call_sid: str
    from_number: str
    to_number: str


class Tickets:
    """The tickets that are not used."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def issue(self, account_id: str, from_number: str, to_number: str, now: datetime) -> tuple[str, str]:
        """A ticket for one call, and the call's SID."""
        key, call_sid = secrets.token_urlsafe(32), f"CA{uuid.uuid4().hex}"
        row = {"call_sid": call_sid, "from_number": from_number, "to_number": to_number}
        good = {"token_hash": hash_of(key), "account_id": account_id, "expires_at": now + timedelta(seconds=TICKET_S)}
        async with self._engine.begin() as connection:
            await connection.execute(delete(TICKETS).where(TICKETS.c.expires_at <= now))
            await connection.execute(insert(TICKETS).values(**row, **good))
        return key, call_sid

    async def redeem(self, key: str, account_id: str, now: datetime) -> Ticket | None:
        """The call of this ticket, if it is the account's and not too old; nobody gets it again."""
        columns = TICKETS.c.call_sid, TICKETS.c.from_number, TICKETS.c.to_number
        own = TICKETS.c.account_id == account_id, TICKETS.c.expires_at > now
        taken = delete(TICKETS).where(TICKETS.c.token_hash == hash_of(key), *own).returning(*columns)
        async with self._engine.begin() as connection:
            row = (await connection.execute(taken)).first()
        return Ticket(*row) if row else None
