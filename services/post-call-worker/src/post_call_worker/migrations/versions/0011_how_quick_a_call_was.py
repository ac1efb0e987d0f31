"""Shell. How quick each answer of a call was, beside its record, so that many can be counted at once."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_RESPONSES = 'jsonb_path_query_array(record, \'$."paces"[*]."first_audio_ms"?(@ != null)\'::jsonpath)'


def upgrade() -> None:
    """What is new."""
    responses = sa.Computed(_RESPONSES, persisted=True)
    op.add_column("calls", sa.Column("response_ms", postgresql.JSONB(), responses, nullable=False))


def downgrade() -> None:
    """Back again."""
    op.drop_column("calls", "response_ms")
