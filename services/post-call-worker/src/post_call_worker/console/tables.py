"""Adapter. The console's own tables: who may sign in, who is signed in or calls, and who looked at which call."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Identity, Index, String, Text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column

from post_call_worker.models import Base


class AccountRow(Base):
    """A person who may sign in."""

    __tablename__ = "console_accounts"

    id: Mapped[str] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(unique=True)
    """In lower case."""
    password_hash: Mapped[str]
    """argon2id"""
    role: Mapped[str] = mapped_column(String(16))
    businesses: Mapped[list[str] | None] = mapped_column(ARRAY(Text()))
    """Whose calls the account sees; None for those of every business."""
    created_at: Mapped[datetime]


class SessionRow(Base):
    """A browser that is signed in. The cookie is kept as its SHA-256 only."""

    __tablename__ = "console_sessions"

    token_hash: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("console_accounts.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]


class TokenRow(Base):
    """A program that may read the API for an account. The token is kept as its SHA-256 only."""

    __tablename__ = "console_tokens"

    id: Mapped[str] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(unique=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("console_accounts.id", ondelete="CASCADE"), index=True)
    name: Mapped[str]
    created_at: Mapped[datetime]


class TicketRow(Base):
    """A call by microphone that a browser may place once, soon. The ticket is kept as its SHA-256 only."""

    __tablename__ = "console_tickets"

    token_hash: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("console_accounts.id", ondelete="CASCADE"), index=True)
    call_sid: Mapped[str] = mapped_column(String(64))
    from_number: Mapped[str]
    to_number: Mapped[str]
    expires_at: Mapped[datetime]


class LookRow(Base):
    """Somebody looked at a caller's data. It outlives the account, and is kept as long as what callers said."""

    __tablename__ = "call_looks"
    __table_args__ = (Index("call_looks_by_call", "call_sid", "at"),)

    id: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    call_sid: Mapped[str] = mapped_column(String(64))
    """Empty for a list of calls."""
    page: Mapped[str] = mapped_column(server_default="call")
    account_id: Mapped[str]
    email: Mapped[str]
    at: Mapped[datetime]


ACCOUNTS = Base.metadata.tables["console_accounts"]
SESSIONS = Base.metadata.tables["console_sessions"]
TOKENS = Base.metadata.tables["console_tokens"]
TICKETS = Base.metadata.tables["console_tickets"]
LOOKS = Base.metadata.tables["call_looks"]
