"""Shell. When a call was emptied of words, names and numbers, because it was kept long enough."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What is new."""
    op.add_column("calls", sa.Column("emptied_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index("calls_to_empty", "calls", ["started_at"], postgresql_where=sa.text("emptied_at IS NULL"))


def downgrade() -> None:
    """Back again."""
    op.drop_index("calls_to_empty", "calls")
    op.drop_column("calls", "emptied_at")
