"""Shell. Alembic's entry: runs the versions on the connection that `migrating` hands over."""

from __future__ import annotations

from alembic import context

from post_call_worker.models import Base

context.configure(connection=context.config.attributes["connection"], target_metadata=Base.metadata)
with context.begin_transaction():
    context.run_migrations()
