"""Shell. The first tables: calls, their events, deliveries, attempts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_TIME = sa.DateTime(timezone=True)
_JSON = postgresql.JSONB()


def upgrade() -> None:
    """What is new."""
    _create_calls()
    _create_call_events()
    _create_deliveries()
    _create_attempts()


def downgrade() -> None:
    """Back again."""
    for table in ("attempts", "deliveries", "call_events", "calls"):
        op.drop_table(table)


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _create_calls() -> None:
    op.create_table(
        "calls",
        sa.Column("call_sid", sa.String(64), primary_key=True),
        _text("business"),
        _text("from_number", nullable=True),
        _text("to_number"),
        sa.Column("started_at", _TIME, nullable=False),
        sa.Column("ended_at", _TIME, nullable=True),
        sa.Column("duration_s", sa.Float(), nullable=False),
        _text("final_state"),
        _text("disposition"),
        _text("end_reason"),
        _text("booking_status"),
        _text("urgency_tier"),
        _text("priority_color"),
        _text("customer_name"),
        sa.Column("record", _JSON, nullable=False),
        sa.Column("classification", _JSON, nullable=False),
        sa.Column("stored_at", _TIME, nullable=False),
    )
    latest_first = sa.text("started_at DESC")
    op.create_index("calls_by_business", "calls", ["business", latest_first])
    op.create_index("calls_by_start", "calls", [latest_first])
    op.create_index("calls_by_caller", "calls", ["from_number", latest_first])


def _create_call_events() -> None:
    op.create_table(
        "call_events",
        sa.Column("call_sid", sa.String(64), sa.ForeignKey("calls.call_sid", ondelete="CASCADE"), primary_key=True),
        sa.Column("event_id", sa.Text(), primary_key=True),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        _text("kind"),
        sa.Column("occurred_at", _TIME, nullable=False),
        sa.Column("message", _JSON, nullable=False),
    )


def _create_deliveries() -> None:
    op.create_table(
        "deliveries",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("call_sid", sa.String(64), nullable=False),
        _text("business"),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("body", _JSON, nullable=False),
        sa.Column("status", sa.String(16), nullable=False, server_default="pending"),
        sa.Column("attempts", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("due_at", _TIME, nullable=False),
        sa.Column("leased_until", _TIME, nullable=True),
        sa.Column("created_at", _TIME, nullable=False),
        sa.Column("settled_at", _TIME, nullable=True),
        sa.Column("reason", sa.Text(), nullable=False, server_default=""),
    )
    op.create_index("deliveries_once", "deliveries", ["call_sid", "kind"], unique=True)
    op.create_index("deliveries_due", "deliveries", ["due_at"], postgresql_where=sa.text("status = 'pending'"))
    op.create_index("deliveries_by_status", "deliveries", ["status", sa.text("created_at DESC")])


def _create_attempts() -> None:
    op.create_table(
        "attempts",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), primary_key=True),
        sa.Column("delivery_id", sa.Text(), sa.ForeignKey("deliveries.id", ondelete="CASCADE"), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", _TIME, nullable=False),
        sa.Column("took_ms", sa.Integer(), nullable=False),
        sa.Column("status_code", sa.Integer(), nullable=True),
        sa.Column("error", sa.Text(), nullable=False, server_default=""),
        sa.Column("response_body", sa.Text(), nullable=False, server_default=""),
    )
    op.create_index("attempts_by_delivery", "attempts", ["delivery_id", "number"])
