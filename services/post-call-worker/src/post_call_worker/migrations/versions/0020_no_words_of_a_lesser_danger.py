"""Shell. A call that was emptied keeps no words of the lesser of two dangers either."""

from __future__ import annotations

from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What stayed by mistake goes."""
    op.execute("""
        UPDATE calls SET record = jsonb_set(record, '{lesser_emergency}', 'null')
        WHERE emptied_at IS NOT NULL AND record -> 'lesser_emergency' <> 'null'
    """)


def downgrade() -> None:
    """It is gone."""
