"""Shell. A text is good for a while after its call; one that would come later is discarded."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What a worker of the version before writes is never too late."""
    op.add_column("deliveries", sa.Column("good_until", sa.DateTime(timezone=True)))


def downgrade() -> None:
    """Back again."""
    op.drop_column("deliveries", "good_until")
