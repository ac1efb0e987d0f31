"""Shell. Calls that were forgotten, for as long as something of them may still be on its way into the database."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

_TABLE, _REFUSE = "forgotten_calls", "refuse_forgotten"
_FORGETTING = 0x464F5247
_FUNCTION = f"""
    CREATE FUNCTION {_REFUSE}() RETURNS trigger LANGUAGE plpgsql VOLATILE AS $$
    BEGIN
        PERFORM pg_advisory_xact_lock_shared({_FORGETTING});
        IF EXISTS (SELECT FROM {_TABLE} WHERE call_sid = NEW.call_sid) THEN
            RETURN NULL;
        END IF;
        RETURN NEW;
    END $$
"""
"""It must stay volatile: then each statement in it sees what was committed until then, also while it waited."""


def upgrade() -> None:
    """What is new. Calls before deliveries, in the order in which a worker that is storing locks them."""
    call_sid = sa.Column("call_sid", sa.String(64), primary_key=True)
    op.create_table(_TABLE, call_sid, sa.Column("at", sa.DateTime(timezone=True), nullable=False))
    op.execute(_FUNCTION)
    for table in ("calls", "deliveries"):
        op.execute(f"CREATE TRIGGER {_REFUSE} BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION {_REFUSE}()")


def downgrade() -> None:
    """Back again."""
    for table in ("calls", "deliveries"):
        op.execute(f"DROP TRIGGER {_REFUSE} ON {table}")
    op.execute(f"DROP FUNCTION {_REFUSE}()")
    op.drop_table(_TABLE)
