"""Shell. A call may have several pages, one per number that is asked, and somebody who took the emergency."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What is new. A worker of the version before goes on writing: the step has a default."""
    op.add_column("deliveries", sa.Column("step", sa.Integer(), nullable=False, server_default="0"))
    op.create_index("deliveries_once_a_step", "deliveries", ["call_sid", "kind", "step"], unique=True)
    op.drop_index("deliveries_once", "deliveries")
    op.create_table(
        "acknowledgements",
        sa.Column("call_sid", sa.String(64), primary_key=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
    )


def downgrade() -> None:
    """Back again; pages beyond the first are given up."""
    op.drop_table("acknowledgements")
    op.execute("DELETE FROM deliveries WHERE step > 1")
    op.create_index("deliveries_once", "deliveries", ["call_sid", "kind"], unique=True)
    op.drop_index("deliveries_once_a_step", "deliveries")
    op.drop_column("deliveries", "step")
