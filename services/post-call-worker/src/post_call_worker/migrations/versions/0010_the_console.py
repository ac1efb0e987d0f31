"""Shell. The console: accounts, sessions, tokens, looks; and what calls are found and marked by."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0010"
down_revision = "0003"
branch_labels = None
depends_on = None

_TIME = sa.DateTime(timezone=True)
_LATEST = (sa.text("started_at DESC"), sa.text("call_sid DESC"))
_CALLS = "calls"
_TAGS = "jsonb_path_query_array(classification, '$.\"tags\".*[*]'::jsonpath)"
_WORDS = (
    "to_tsvector('simple'::regconfig, (customer_name || ' '::text) || COALESCE(\"right\"(from_number, 10) || "
    "' '::text || \"right\"(from_number, 7) || ' '::text || \"right\"(from_number, 4), ''::text)) || "
    "jsonb_to_tsvector('simple'::regconfig, jsonb_path_query_array(record, "
    '\'$."transcript"[*]?(@."role" == "user")."text"\'::jsonpath), \'"string"\'::jsonb) || '
    "jsonb_to_tsvector('simple'::regconfig, jsonb_path_query_array(record, "
    '\'$."fields".*."value"\'::jsonpath), \'"string"\'::jsonb)'
)


def upgrade() -> None:
    """What is new."""
    _create_accounts()
    _create_looks()
    _extend_calls()
    missed = sa.text("kind = 'SpeakPrompt' AND (message ->> 'line') LIKE '%\\_again%'")
    op.create_index("call_events_misses", "call_events", ["occurred_at"], postgresql_where=missed)
    undelivered = sa.text("status IN ('pending', 'dead')")  # the last, because it holds up alerts
    op.create_index("deliveries_undelivered", "deliveries", ["call_sid"], postgresql_where=undelivered)


def downgrade() -> None:
    """Back again."""
    op.drop_index("call_events_misses")
    op.drop_index("deliveries_undelivered")
    for index in ("calls_by_business", "calls_by_start", "calls_by_disposition", "calls_by_priority"):
        op.drop_index(index)
    for column in ("done_at", "seen_at", "words", "tags"):
        op.drop_column(_CALLS, column)
    op.create_index("calls_by_business", _CALLS, ["business", _LATEST[0]])
    op.create_index("calls_by_start", _CALLS, [_LATEST[0]])
    for table in ("call_looks", "console_tokens", "console_sessions", "console_accounts"):
        op.drop_table(table)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _when(name: str) -> sa.Column[object]:
    return sa.Column(name, _TIME, nullable=False)


def _account_id() -> sa.Column[str]:
    account = sa.ForeignKey("console_accounts.id", ondelete="CASCADE")
    return sa.Column("account_id", sa.Text(), account, nullable=False, index=True)


def _create_accounts() -> None:
    op.create_table(
        "console_accounts",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("email", sa.Text(), nullable=False, unique=True),
        _text("password_hash"),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("businesses", postgresql.ARRAY(sa.Text()), nullable=True),
        _when("created_at"),
    )
    op.create_table(
        "console_sessions",
        sa.Column("token_hash", sa.Text(), primary_key=True),
        _account_id(),
        _when("created_at"),
        _when("expires_at"),
    )
    op.create_table(
        "console_tokens",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("token_hash", sa.Text(), nullable=False, unique=True),
        _account_id(),
        _text("name"),
        _when("created_at"),
    )


def _create_looks() -> None:
    op.create_table(
        "call_looks",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), primary_key=True),
        sa.Column("call_sid", sa.String(64), nullable=False),
        _text("account_id"),
        _text("email"),
        _when("at"),
    )
    op.create_index("call_looks_by_call", "call_looks", ["call_sid", "at"])


def _extend_calls() -> None:
    """All columns at once: each statement that adds a generated one writes every call anew, with all indexes there are,
    and nothing can be stored meanwhile."""
    op.drop_index("calls_by_business")
    op.drop_index("calls_by_start")
    op.execute(
        f"""
        ALTER TABLE {_CALLS}
            ADD COLUMN tags jsonb GENERATED ALWAYS AS ({_TAGS}) STORED NOT NULL,
            ADD COLUMN words tsvector GENERATED ALWAYS AS ({_WORDS}) STORED NOT NULL,
            ADD COLUMN seen_at timestamptz,
            ADD COLUMN done_at timestamptz
        """
    )
    op.create_index("calls_by_business", _CALLS, ["business", *_LATEST])
    op.create_index("calls_by_start", _CALLS, [*_LATEST])
    op.create_index("calls_by_disposition", _CALLS, ["business", "disposition", *_LATEST])
    op.create_index("calls_by_priority", _CALLS, ["business", "priority_color", *_LATEST])
    for name, column in (("calls_unseen", "seen_at"), ("calls_open", "done_at")):
        only = sa.text(f"{column} IS NULL")
        op.create_index(name, _CALLS, ["business", *_LATEST], postgresql_where=only)
    op.create_index("calls_by_tag", _CALLS, ["tags"], postgresql_using="gin")
    op.create_index("calls_by_words", _CALLS, ["words"], postgresql_using="gin")
