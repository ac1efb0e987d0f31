"""Shell. Calls that were forgotten, for as long as something of them may still be on its way into the database."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

_TABLE = "forgotten_calls"


def upgrade() -> None:
    """What is new."""
    call_sid = sa.Column("call_sid", sa.String(64), primary_key=True)
    op.create_table(_TABLE, call_sid, sa.Column("at", sa.DateTime(timezone=True), nullable=False))


def downgrade() -> None:
    """Back again."""
    op.drop_table(_TABLE)
