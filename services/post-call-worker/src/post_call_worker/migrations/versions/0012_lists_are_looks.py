"""Shell. A list of calls is a look at callers' data as well: what was looked at, beside which call."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What is new."""
    op.add_column("call_looks", sa.Column("page", sa.Text(), nullable=False, server_default="call"))


def downgrade() -> None:
    """Back again."""
    op.drop_column("call_looks", "page")
