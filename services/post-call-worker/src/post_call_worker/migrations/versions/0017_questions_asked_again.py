"""Shell. Which question was asked again is said by the brain, and not guessed from the names of its lines."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

_BEFORE, _NOW, _TABLE = "call_events_misses", "call_events_missed", "call_events"


def upgrade() -> None:
    """What is new; calls are stored meanwhile, and an index that was begun and not finished is begun again."""
    with op.get_context().autocommit_block():
        op.drop_index(_NOW, _TABLE, if_exists=True, postgresql_concurrently=True)
        missed = sa.text("kind = 'SpeakPrompt' AND (message ->> 'missed') <> ''")
        op.create_index(_NOW, _TABLE, ["occurred_at"], postgresql_where=missed, postgresql_concurrently=True)
        op.drop_index(_BEFORE, _TABLE, if_exists=True, postgresql_concurrently=True)


def downgrade() -> None:
    """Back again."""
    missed = sa.text("kind = 'SpeakPrompt' AND (message ->> 'line') LIKE '%\\_again%'")
    op.create_index(_BEFORE, _TABLE, ["occurred_at"], postgresql_where=missed)
    op.drop_index(_NOW, _TABLE)
