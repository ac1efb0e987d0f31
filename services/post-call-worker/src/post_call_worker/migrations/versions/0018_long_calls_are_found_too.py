"""Shell. A call is found by the beginning of its words, so that one with a megabyte of them can be stored."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

_CALLS, _INDEX = "calls", "calls_by_words"
_SAID = 'jsonb_path_query_array(record, \'$."transcript"[*]?(@."role" == "user")."text"\'::jsonpath)'
_LEARNED = 'jsonb_path_query_array(record, \'$."fields".*."value"\'::jsonpath)'
_NAMED = (
    "to_tsvector('simple'::regconfig, ({} || ' '::text) || COALESCE(\"right\"(from_number, 10) || ' '::text || "
    "\"right\"(from_number, 7) || ' '::text || \"right\"(from_number, 4), ''::text))"
)
_BEGINNING = "to_tsvector('simple'::regconfig, replace(\"left\"(({})::text, 300000), '\\n'::text, ' '::text))"
_WHOLE = "jsonb_to_tsvector('simple'::regconfig, {}, '\"string\"'::jsonb)"


def upgrade() -> None:
    """What is new. Every call is written anew, as Postgres cannot change what a column follows from."""
    _found_by('"left"(customer_name, 1000)', _BEGINNING)


def downgrade() -> None:
    """Back again."""
    _found_by("customer_name", _WHOLE)


def _found_by(name: str, words: str) -> None:
    follows = f"{_NAMED.format(name)} || {words.format(_SAID)} || {words.format(_LEARNED)}"
    op.drop_column(_CALLS, "words")
    op.add_column(
        _CALLS, sa.Column("words", postgresql.TSVECTOR(), sa.Computed(follows, persisted=True), nullable=False)
    )
    op.create_index(_INDEX, _CALLS, ["words"], postgresql_using="gin")
