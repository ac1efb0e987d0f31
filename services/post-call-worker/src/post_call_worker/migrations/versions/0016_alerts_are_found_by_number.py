"""Shell. The alert of a caller whose call was never stored is found without reading every delivery."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

_NAME, _TABLE = "deliveries_alerts_by_caller", "deliveries"
_CALLER = "body ->> 'phone_number'::text"


def upgrade() -> None:
    """What is new; deliveries are made meanwhile, and an index that was begun and not finished is begun again."""
    alerts = sa.text("kind = 'alert'")
    with op.get_context().autocommit_block():
        op.drop_index(_NAME, _TABLE, if_exists=True, postgresql_concurrently=True)
        caller = sa.text(f"({_CALLER})")
        op.create_index(_NAME, _TABLE, [caller], postgresql_where=alerts, postgresql_concurrently=True)


def downgrade() -> None:
    """Back again."""
    op.drop_index(_NAME, _TABLE)
