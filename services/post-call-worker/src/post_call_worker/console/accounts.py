"""Adapter. Who may use the console: accounts, browsers that are signed in, tokens of programs."""

from __future__ import annotations

import secrets
import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal, cast

from sqlalchemy import Row, Select, delete, insert, select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncEngine

from post_call_worker.console import passwords
from post_call_worker.console.hashed_keys import hash_of, known_browser
from post_call_worker.console.tables import ACCOUNTS, LOOKS, SESSIONS, TOKENS

SESSION_DAYS = 7
Role = Literal["owner", "viewer"]
Page = Literal["call", "recording", "inbox", "now", "api"]
"""Where callers' data is shown."""


@dataclass(frozen=True, slots=True)
class Account:
    """A person, and whose calls that person sees."""

    id: str
    email: str
    role: Role
    businesses: tuple[str, ...] | None
    """None for every business."""

    def sees(self, business: str) -> bool:
        """Whether the calls of this business are shown."""
        return self.businesses is None or business in self.businesses


@dataclass(frozen=True, slots=True)
class Token:
    """A token as it is listed; what it opens is known to its holder alone."""

    id: str
    name: str
    created_at: datetime


class Accounts:
    """Accounts in Postgres."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def keep(
        self, email: str, password: str, role: Role, businesses: tuple[str, ...] | None, now: datetime
    ) -> None:
        """A new account, or the old one with this password, role and businesses.

        With another password its sessions and its tokens end: whoever knew the old one may have made them.
        """
        email = email.strip().lower()
        known = await self._first(select(ACCOUNTS.c.password_hash).where(ACCOUNTS.c.email == email))
        same = known is not None and await passwords.matches(password, known.password_hash)
        row = {
            "password_hash": known.password_hash if known and same else await passwords.hashed(password),
            "role": role,
            "businesses": list(businesses) if businesses is not None else None,
        }
        new = upsert(ACCOUNTS).values(id=uuid.uuid4().hex, email=email, created_at=now, **row)
        kept = new.on_conflict_do_update(index_elements=["email"], set_=row).returning(ACCOUNTS.c.id)
        async with self._engine.begin() as connection:
            account_id = (await connection.execute(kept)).scalar_one()
            for opened in () if same else (SESSIONS, TOKENS):
                await connection.execute(delete(opened).where(opened.c.account_id == account_id))

    async def by_email(self, email: str) -> Account | None:
        """The account of this address."""
        row = await self._first(select(ACCOUNTS).where(ACCOUNTS.c.email == email.strip().lower()))
        return _account(row) if row else None

    async def by_password(self, email: str, password: str) -> Account | None:
        """The account that this opens; wrong and unknown take equally long."""
        row = await self._first(select(ACCOUNTS).where(ACCOUNTS.c.email == email.strip().lower()))
        right = await passwords.matches(password, row.password_hash if row else None)
        return _account(row) if row and right else None

    async def known_browser(self, email: str) -> str:
        """What the account's browsers keep; empty when there is no such account."""
        row = await self._first(select(ACCOUNTS.c.password_hash).where(ACCOUNTS.c.email == email.strip().lower()))
        return known_browser(row.password_hash) if row else ""

    async def sign_in(self, account: Account, now: datetime) -> str:
        """A session's key, for the cookie."""
        key = secrets.token_urlsafe(32)
        ends = now + timedelta(days=SESSION_DAYS)
        new = insert(SESSIONS).values(token_hash=hash_of(key), account_id=account.id, created_at=now, expires_at=ends)
        async with self._engine.begin() as connection:
            await connection.execute(delete(SESSIONS).where(SESSIONS.c.expires_at <= now))
            await connection.execute(new)
        return key

    async def by_session(self, key: str, now: datetime) -> Account | None:
        """Who is signed in with this key."""
        sessions = select(ACCOUNTS).join(SESSIONS, SESSIONS.c.account_id == ACCOUNTS.c.id)
        row = await self._first(sessions.where(SESSIONS.c.token_hash == hash_of(key), SESSIONS.c.expires_at > now))
        return _account(row) if row else None

    async def sign_out(self, key: str) -> None:
        """The key opens nothing any more."""
        async with self._engine.begin() as connection:
            await connection.execute(delete(SESSIONS).where(SESSIONS.c.token_hash == hash_of(key)))

    async def by_token(self, token: str) -> Account | None:
        """The account that a program reads the API for."""
        tokens = select(ACCOUNTS).join(TOKENS, TOKENS.c.account_id == ACCOUNTS.c.id)
        row = await self._first(tokens.where(TOKENS.c.token_hash == hash_of(token)))
        return _account(row) if row else None

    async def tokens(self, account: Account) -> list[Token]:
        """The account's tokens, oldest first."""
        listed = select(TOKENS.c.id, TOKENS.c.name, TOKENS.c.created_at).where(TOKENS.c.account_id == account.id)
        async with self._engine.connect() as connection:
            rows = (await connection.execute(listed.order_by(TOKENS.c.created_at))).all()
        return [Token(row.id, row.name, row.created_at) for row in rows]

    async def issue_token(self, account: Account, name: str, now: datetime) -> str:
        """Another token; it is shown this once."""
        token = f"cl_{secrets.token_urlsafe(32)}"
        row = {"id": uuid.uuid4().hex, "token_hash": hash_of(token), "account_id": account.id, "name": name}
        async with self._engine.begin() as connection:
            await connection.execute(insert(TOKENS).values(created_at=now, **row))
        return token

    async def revoke_token(self, account: Account, token_id: str) -> None:
        """The token opens nothing any more."""
        own = TOKENS.c.account_id == account.id, TOKENS.c.id == token_id
        async with self._engine.begin() as connection:
            await connection.execute(delete(TOKENS).where(*own))

    async def note_look(self, account: Account, now: datetime, page: Page, call_sid: str = "") -> None:
        """The account has been shown a caller's data: a call's, or those of a list."""
        look = {"page": page, "call_sid": call_sid, "account_id": account.id, "email": account.email, "at": now}
        async with self._engine.begin() as connection:
            await connection.execute(insert(LOOKS).values(look))

    async def note_open_page(self, account: Account, now: datetime, page: Page, call_sid: str = "") -> None:
        """A page that is shown again and again while it is open; noted once an hour."""
        same = LOOKS.c.account_id == account.id, LOOKS.c.page == page, LOOKS.c.call_sid == call_sid
        async with self._engine.connect() as connection:
            lately = select(LOOKS.c.id).where(*same, LOOKS.c.at > now - timedelta(hours=1)).limit(1)
            noted = (await connection.execute(lately)).first()
        if noted is None:
            await self.note_look(account, now, page, call_sid)

    async def looks(self, call_sid: str = "") -> list[tuple[str, str, datetime]]:
        """Who was shown which page of the call, or which list, and when, oldest first."""
        noted = select(LOOKS.c.email, LOOKS.c.page, LOOKS.c.at).where(LOOKS.c.call_sid == call_sid)
        async with self._engine.connect() as connection:
            return [(row.email, row.page, row.at) for row in await connection.execute(noted.order_by(LOOKS.c.id))]

    async def _first(self, wanted: Select[*tuple[Any, ...]]) -> Row[*tuple[Any, ...]] | None:
        async with self._engine.connect() as connection:
            return (await connection.execute(wanted)).first()


def _account(row: Any) -> Account:
    businesses = None if row.businesses is None else tuple(row.businesses)
    return Account(row.id, row.email, cast("Role", row.role), businesses)
