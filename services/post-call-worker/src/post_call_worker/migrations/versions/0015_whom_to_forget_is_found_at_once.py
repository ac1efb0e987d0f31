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
    """What is new."""
    named = sa.text(f"({_CALLBACK}) IS NOT NULL")
    op.create_index("call_events_by_callback", "call_events", [sa.text(f"({_CALLBACK})")], postgresql_where=named)
    recorded = sa.text("kind = 'RecordingBegun'")
    op.create_index("call_events_recordings", "call_events", ["occurred_at"], postgresql_where=recorded)


def downgrade() -> None:
    """Back again."""
    op.drop_index("call_events_recordings", "call_events")
    op.drop_index("call_events_by_callback", "call_events")
