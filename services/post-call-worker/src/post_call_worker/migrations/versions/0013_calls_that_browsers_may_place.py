"""Shell. A browser's call by microphone is asked for at one worker and may be placed through another."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What is new."""
    account = sa.ForeignKey("console_accounts.id", ondelete="CASCADE")
    op.create_table(
        "console_tickets",
        sa.Column("token_hash", sa.Text(), primary_key=True),
        sa.Column("account_id", sa.Text(), account, nullable=False, index=True),
        sa.Column("call_sid", sa.String(64), nullable=False),
        sa.Column("from_number", sa.Text(), nullable=False),
        sa.Column("to_number", sa.Text(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
    )


def downgrade() -> None:
    """Back again."""
    op.drop_table("console_tickets")
