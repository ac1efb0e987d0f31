"""Adapter. The tables: calls, their events, the deliveries they cause, and every attempt at one."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Computed,
    DateTime,
    Float,
    ForeignKey,
    Identity,
    Index,
    Integer,
    String,
    Text,
    UnaryExpression,
    any_,
    desc,
    literal,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, TSVECTOR
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

_Time = DateTime(timezone=True)
_LATEST: tuple[UnaryExpression[Any], ...] = (desc("started_at"), desc("call_sid"))

TAGS = "jsonb_path_query_array(classification, '$.\"tags\".*[*]'::jsonpath)"
"""All tags of a call, whatever their category."""
RESPONSES = 'jsonb_path_query_array(record, \'$."paces"[*]."first_audio_ms"?(@ != null)\'::jsonpath)'
"""How long each turn waited for our first sound, where that is known."""
_SAID = 'jsonb_path_query_array(record, \'$."transcript"[*]?(@."role" == "user")."text"\'::jsonpath)'
_LEARNED = 'jsonb_path_query_array(record, \'$."fields".*."value"\'::jsonpath)'
_FOUND = "to_tsvector('simple'::regconfig, replace(\"left\"(({})::text, 300000), '\\n'::text, ' '::text))"
"""Of more words Postgres makes no index: 1 MB of different ones would not be stored at all."""
WORDS = (
    "((to_tsvector('simple'::regconfig, (\"left\"(customer_name, 1000) || ' '::text) || "
    "COALESCE(\"right\"(from_number, 10) || ' '::text || \"right\"(from_number, 7) || ' '::text || "
    f"\"right\"(from_number, 4), ''::text)) || {_FOUND.format(_SAID)}) || {_FOUND.format(_LEARNED)})"
)
"""What a call is found by: its name, its number, its slots and the caller's own words."""


CALLBACK = "(message -> 'fields'::text) ->> 'callback_number'::text"
NAMES_CALLBACK = f"({CALLBACK}) IS NOT NULL"
"""Of an event: the number that a caller named, to be called at."""
IS_RECORDING = "kind = 'RecordingBegun'"
"""Like them, in the words of an index, which a query must use to be answered by it."""
ALERTED = "body ->> 'phone_number'::text"
IS_ALERT = "kind = 'alert'"
"""Of a delivery: the caller whom an alert is about. It is the only one that may be there before its call is."""


class Base(DeclarativeBase):
    """All tables."""

    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy reads it from the class
        datetime: _Time,
        dict[str, Any]: JSONB,
        str: Text(),
        float: Float(),
    }


class CallRow(Base):
    """One call: its record and classification, and the columns that lists are made of."""

    __tablename__ = "calls"
    __table_args__ = (
        Index("calls_by_business", "business", *_LATEST),
        Index("calls_by_start", *_LATEST),
        Index("calls_by_caller", "from_number", desc("started_at")),
        Index("calls_to_empty", "started_at", postgresql_where=text("emptied_at IS NULL")),
        Index("calls_by_disposition", "business", "disposition", *_LATEST),
        Index("calls_by_priority", "business", "priority_color", *_LATEST),
        Index(
            "calls_unseen", "business", desc("started_at"), desc("call_sid"), postgresql_where=text("seen_at IS NULL")
        ),
        Index("calls_open", "business", *_LATEST, postgresql_where=text("done_at IS NULL")),
        Index("calls_by_tag", "tags", postgresql_using="gin"),
        Index("calls_by_words", "words", postgresql_using="gin"),
    )

    call_sid: Mapped[str] = mapped_column(String(64), primary_key=True)
    business: Mapped[str]
    from_number: Mapped[str | None]
    to_number: Mapped[str]
    started_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    duration_s: Mapped[float]
    final_state: Mapped[str]
    disposition: Mapped[str]
    end_reason: Mapped[str]
    booking_status: Mapped[str]
    urgency_tier: Mapped[str]
    priority_color: Mapped[str]
    customer_name: Mapped[str]
    record: Mapped[dict[str, Any]]
    classification: Mapped[dict[str, Any]]
    stored_at: Mapped[datetime]
    emptied_at: Mapped[datetime | None]
    """Since when the words, names and numbers are gone; the counts stay."""
    tags: Mapped[list[str]] = mapped_column(JSONB, Computed(TAGS, persisted=True))
    words: Mapped[str] = mapped_column(TSVECTOR, Computed(WORDS, persisted=True))
    response_ms: Mapped[list[int]] = mapped_column(JSONB, Computed(RESPONSES, persisted=True))
    seen_at: Mapped[datetime | None]
    """When somebody first looked at it in the console."""
    done_at: Mapped[datetime | None]
    """When somebody said in the console that nothing is left to do."""


class CallEventRow(Base):
    """One message of a call's log, kept beyond the stream's own retention."""

    __tablename__ = "call_events"
    __table_args__ = (
        Index(
            "call_events_missed",
            "occurred_at",
            postgresql_where=text("kind = 'SpeakPrompt' AND (message ->> 'missed') <> ''"),
        ),
        Index("call_events_by_callback", text(f"({CALLBACK})"), postgresql_where=text(NAMES_CALLBACK)),
        Index("call_events_recordings", "occurred_at", postgresql_where=text(IS_RECORDING)),
    )

    call_sid: Mapped[str] = mapped_column(ForeignKey("calls.call_sid", ondelete="CASCADE"), primary_key=True)
    event_id: Mapped[str] = mapped_column(primary_key=True)
    sequence: Mapped[int] = mapped_column(BigInteger)
    kind: Mapped[str]
    occurred_at: Mapped[datetime]
    message: Mapped[dict[str, Any]]


class DeliveryRow(Base):
    """One webhook or text message to deliver. There is one per call, kind and step, so nothing can be sent twice.

    It has no foreign key to the call: an alert is delivered while the call is still going on.
    """

    __tablename__ = "deliveries"
    __table_args__ = (
        Index("deliveries_once_a_step", "call_sid", "kind", "step", unique=True),
        Index("deliveries_due", "due_at", postgresql_where=text("status = 'pending'")),
        Index("deliveries_by_status", "status", desc("created_at")),
        Index("deliveries_undelivered", "call_sid", postgresql_where=text("status IN ('pending', 'dead')")),
        Index("deliveries_alerts_by_caller", text(f"({ALERTED})"), postgresql_where=text(IS_ALERT)),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    """The `webhook-id`: the same for every attempt."""
    call_sid: Mapped[str] = mapped_column(String(64))
    business: Mapped[str]
    kind: Mapped[str] = mapped_column(String(16))
    step: Mapped[int] = mapped_column(Integer, server_default="0")
    """Of pages, which of the ladder's numbers it goes to, from 1 and, of a graver danger, from 1,001; 1 for the alert
    of such a danger, and for a call that goes out once more with the ids of its job; else 0."""
    body: Mapped[dict[str, Any]]
    status: Mapped[str] = mapped_column(String(16), server_default="pending")
    attempts: Mapped[int] = mapped_column(Integer, server_default="0")
    """Attempts begun, the running one included."""
    due_at: Mapped[datetime]
    good_until: Mapped[datetime | None]
    """When it is too late to send it, so that it is discarded; None for never."""
    leased_until: Mapped[datetime | None]
    """Until then the row belongs to the worker that took it; a worker that died loses it."""
    created_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]
    reason: Mapped[str] = mapped_column(server_default="")
    """Why it is where it is, for people."""


class AttemptRow(Base):
    """One attempt at a delivery, with what the receiver answered."""

    __tablename__ = "attempts"
    __table_args__ = (Index("attempts_by_delivery", "delivery_id", "number"),)

    id: Mapped[int] = mapped_column(BigInteger, Identity(always=True), primary_key=True)
    delivery_id: Mapped[str] = mapped_column(ForeignKey("deliveries.id", ondelete="CASCADE"))
    number: Mapped[int]
    at: Mapped[datetime]
    took_ms: Mapped[int]
    status_code: Mapped[int | None]
    error: Mapped[str] = mapped_column(server_default="")
    response_body: Mapped[str] = mapped_column(server_default="")


class AcknowledgementRow(Base):
    """Somebody has taken the emergency of a call; nobody else need be asked."""

    __tablename__ = "acknowledgements"

    call_sid: Mapped[str] = mapped_column(String(64), primary_key=True)
    at: Mapped[datetime]
    by: Mapped[str]
    """The number that replied, or that a link was opened."""


class ForgottenRow(Base):
    """A call that was erased a short time ago: what was read of it before must not be stored any more."""

    __tablename__ = "forgotten_calls"

    call_sid: Mapped[str] = mapped_column(String(64), primary_key=True)
    at: Mapped[datetime]


CALLS = Base.metadata.tables["calls"]
CALL_EVENTS = Base.metadata.tables["call_events"]
DELIVERIES = Base.metadata.tables["deliveries"]
ATTEMPTS = Base.metadata.tables["attempts"]
ACKNOWLEDGEMENTS = Base.metadata.tables["acknowledgements"]
FORGOTTEN = Base.metadata.tables["forgotten_calls"]
FORGETTING = 0x464F5247
"""Key of the advisory lock that whoever stores shares (a trigger takes it), and whoever forgets has alone: each sees
what the other did."""


def any_text(values: Collection[str]) -> ColumnElement[Any]:
    """What a column is compared with to be one of these: one parameter, where `IN` has one for each, of which Postgres
    takes 32,767."""
    return any_(literal(list(values), ARRAY(Text())))
