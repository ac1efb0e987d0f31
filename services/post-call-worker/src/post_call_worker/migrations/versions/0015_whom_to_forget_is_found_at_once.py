"""Shell. The calls in which a number was named, and those that were recorded, are found without reading every event."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_CALLBACK = "(message -> 'fields'::text) ->> 'callback_number'::text"


def upgrade() -> None:
    """What is new; calls are stored meanwhile."""
    named = sa.text(f"({_CALLBACK}) IS NOT NULL")
    _build("call_events_by_callback", sa.text(f"({_CALLBACK})"), named)
    _build("call_events_recordings", "occurred_at", sa.text("kind = 'RecordingBegun'"))


def downgrade() -> None:
    """Back again."""
    op.drop_index("call_events_recordings", "call_events")
    op.drop_index("call_events_by_callback", "call_events")


def _build(name: str, column: str | sa.TextClause, where: sa.TextClause) -> None:
    """One that was begun and not finished is begun again."""
    with op.get_context().autocommit_block():
        op.drop_index(name, "call_events", if_exists=True, postgresql_concurrently=True)
        op.create_index(name, "call_events", [column], postgresql_where=where, postgresql_concurrently=True)
