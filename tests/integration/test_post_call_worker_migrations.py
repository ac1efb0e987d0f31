"""Shell. The schema that the migrations make is the one that the models describe."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Awaitable
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from post_call_worker import __main__ as main_module
from post_call_worker import migrating
from post_call_worker import worker as worker_module
from post_call_worker.console.tables import LOOKS
from post_call_worker.migrating import migrate, missing_migrations
from post_call_worker.worker import connect_database
from tests.integration.worker_rig import worker
from tests.unit.post_call_worker.call_logs import booked_call


def _differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
    return list(compare_metadata(context, LOOKS.metadata))


async def test_models_and_migrations_agree(postgres_url: str) -> None:
    engine = connect_database(postgres_url)
    async with engine.connect() as connection:
        assert await connection.run_sync(_differences) == []
    assert await missing_migrations(engine) == ""
    await engine.dispose()


async def test_a_database_without_the_schema_is_not_ready_and_says_what_to_do(postgres_url: str) -> None:
    engine = connect_database(postgres_url)
    async with engine.begin() as connection:
        await _empty(connection)
    assert "migrate" in await missing_migrations(engine)
    await asyncio.gather(migrate(engine), migrate(engine))
    assert await missing_migrations(engine) == ""
    await engine.dispose()


async def test_a_migration_that_runs_while_a_worker_is_writing_disturbs_nobody(postgres_url: str) -> None:
    async with worker(postgres_url) as rig:
        for number in range(20):
            await rig.publish(booked_call(f"CA{number:04d}"))
        await migrate(rig.engine)
        await rig.until(lambda: _all_stored(rig.archive.calls(limit=100)), limit_s=30)
        assert await rig.bus.dead_letters() == []


_OLD_INSERT = text(
    "INSERT INTO deliveries (id, call_sid, business, kind, body, due_at, created_at)"
    " VALUES (:id, :call_sid, 'ace-cooling', 'call', '{}', now(), now()) ON CONFLICT DO NOTHING"
)


async def test_a_worker_of_the_first_version_goes_on_writing_while_the_newest_schema_arrives(postgres_url: str) -> None:
    engine = connect_database(postgres_url)
    async with engine.begin() as connection:
        await _empty(connection)
    await migrate(engine, "0001")
    told = asyncio.Event()

    async def old_worker() -> int:
        written = 0
        while not told.is_set() or written < 100:
            async with engine.begin() as connection:
                await connection.execute(_OLD_INSERT, {"id": str(written), "call_sid": str(written)})
                await connection.execute(_OLD_INSERT, {"id": str(written), "call_sid": str(written)})
            written += 1
        return written

    writing = asyncio.create_task(old_worker())
    await migrate(engine)
    told.set()
    written = await writing
    async with engine.connect() as connection:
        assert await connection.scalar(text("SELECT count(*) FROM deliveries")) == written
        assert await connection.run_sync(_differences) == []
    await engine.dispose()


_REWRITES = (
    "CREATE TABLE rewrites (tag text)",
    "CREATE FUNCTION note_rewrite() RETURNS event_trigger LANGUAGE plpgsql"
    " AS 'BEGIN INSERT INTO rewrites VALUES (tg_tag); END'",
    "CREATE EVENT TRIGGER note_rewrite ON table_rewrite EXECUTE FUNCTION note_rewrite()",
)


async def test_no_version_writes_the_calls_anew_more_than_once(postgres_url: str) -> None:
    engine = connect_database(postgres_url)
    async with engine.begin() as connection:
        await _empty(connection)
    await migrate(engine, "0001")
    async with engine.begin() as connection:
        for statement in _REWRITES:
            await connection.execute(text(statement))
    most = 0
    for version in migrating._versions()[1:]:
        await migrate(engine, version)
        async with engine.begin() as connection:
            most = max(most, (await connection.execute(text("DELETE FROM rewrites"))).rowcount)
    assert most == 1
    async with engine.begin() as connection:
        await _empty(connection)
    await migrate(engine)
    await engine.dispose()


async def test_a_version_that_fails_leaves_those_before_it_and_the_next_try_goes_on_from_there(
    postgres_url: str,
) -> None:
    engine = connect_database(postgres_url)
    async with engine.begin() as connection:
        await _empty(connection)
    await migrate(engine, "0001")
    async with engine.begin() as connection:
        await connection.execute(text("CREATE TABLE console_accounts (in_the_way int)"))
    with pytest.raises(DBAPIError, match="console_accounts"):
        await migrate(engine)
    assert "schema is at 0003, needs" in await missing_migrations(engine)
    async with engine.begin() as connection:
        await connection.execute(text("DROP TABLE console_accounts"))
    await migrate(engine)
    assert await missing_migrations(engine) == ""
    await engine.dispose()


async def test_a_schema_of_a_later_version_is_left_as_it_is_and_can_be_used(postgres_url: str) -> None:
    engine = connect_database(postgres_url)
    async with engine.begin() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = 'later'"))
    assert await missing_migrations(engine) == ""
    await migrate(engine)
    async with engine.connect() as connection:
        assert await connection.scalar(text("SELECT version_num FROM alembic_version")) == "later"
    await engine.dispose()


async def _empty(connection: AsyncConnection) -> None:
    await connection.execute(text("DROP SCHEMA public CASCADE"))
    await connection.execute(text("CREATE SCHEMA public"))


async def _somebody_waits(engine: AsyncEngine, longer_than_s: float) -> bool:
    """For a lock."""
    waits = text(
        "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
        " AND clock_timestamp() - query_start > make_interval(secs => :longer_than_s)"
    )
    async with engine.connect() as connection:
        return bool(await connection.scalar(waits, {"longer_than_s": longer_than_s}))


async def _all_stored(asked: Awaitable[list[dict[str, Any]]]) -> bool:
    return len(await asked) == 20


async def test_a_migration_has_longer_than_a_worker_waits_for_an_answer(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", postgres_url)
    monkeypatch.setattr(worker_module, "ANSWER_S", 0.05)
    other = create_async_engine(postgres_url)
    await _back_to(other, "0015")
    async with other.begin() as connection:
        await connection.execute(text("LOCK deliveries"))
        waiting = asyncio.create_task(main_module._run(argparse.Namespace(command="migrate")))
        while not waiting.done() and not await _somebody_waits(other, longer_than_s=0.1):  # noqa: ASYNC110 - in Postgres
            await asyncio.sleep(0.01)
        assert not waiting.done()
    await waiting
    await other.dispose()


async def _back_to(engine: AsyncEngine, version: str) -> None:
    async with engine.begin() as connection:
        await _empty(connection)
    await migrate(engine, version)


_OLD_CALL = text(
    "INSERT INTO calls (call_sid, business, to_number, started_at, duration_s, final_state, disposition, end_reason,"
    " booking_status, urgency_tier, priority_color, customer_name, record, classification, stored_at)"
    " VALUES ('CA0001', '', '', now(), 0, '', '', '', '', '', '', '', '{}', '{}', now())"
)
_EVENT = text(
    "INSERT INTO call_events (call_sid, event_id, sequence, kind, occurred_at, message)"
    " VALUES ('CA0001', :id, 1, 'UtteranceHeard', now(), '{}')"
)


@pytest.mark.parametrize("before", ["0014", "0015"])
async def test_calls_and_deliveries_are_stored_while_an_index_is_built(postgres_url: str, before: str) -> None:
    engine = connect_database(postgres_url)
    await _back_to(engine, before)
    async with engine.begin() as connection:
        await connection.execute(_OLD_CALL)
    async with engine.begin() as unfinished:
        await unfinished.execute(_EVENT, {"id": "unfinished"})
        await unfinished.execute(_OLD_INSERT, {"id": "unfinished", "call_sid": "unfinished"})
        migrations = [asyncio.create_task(migrate(engine)) for _ in range(2)]
        while not await _somebody_waits(engine, longer_than_s=0.05):  # noqa: ASYNC110 - in Postgres
            await asyncio.sleep(0.01)
        async with engine.begin() as meanwhile:
            await meanwhile.execute(text("SET LOCAL lock_timeout = '2s'"))
            await meanwhile.execute(_EVENT, {"id": "meanwhile"})
            await meanwhile.execute(_OLD_INSERT, {"id": "meanwhile", "call_sid": "meanwhile"})
    await asyncio.gather(*migrations)
    async with engine.connect() as connection:
        assert await connection.run_sync(_differences) == []
        invalid = await connection.scalars(text("SELECT indexrelid::regclass FROM pg_index WHERE NOT indisvalid"))
        assert list(invalid) == []
    await engine.dispose()


async def test_a_call_is_stored_with_its_deliveries_while_the_rule_about_forgotten_ones_arrives(
    postgres_url: str,
) -> None:
    engine = connect_database(postgres_url)
    await _back_to(engine, "0018")
    async with engine.begin() as unfinished:
        await unfinished.execute(_OLD_CALL)
        migration = asyncio.create_task(migrate(engine))
        while not await _somebody_waits(engine, longer_than_s=0.05):  # noqa: ASYNC110 - in Postgres
            await asyncio.sleep(0.01)
        await unfinished.execute(_OLD_INSERT, {"id": "unfinished", "call_sid": "CA0001"})
    await migration
    async with engine.connect() as connection:
        kept = text("SELECT count(*) FROM calls JOIN deliveries USING (call_sid)")
        assert await connection.scalar(kept) == 1
    await engine.dispose()


async def test_an_index_that_was_begun_and_not_finished_is_begun_again(postgres_url: str) -> None:
    engine = connect_database(postgres_url)
    await _back_to(engine, "0014")
    async with engine.begin() as connection:
        await connection.execute(text("CREATE INDEX call_events_recordings ON call_events (kind)"))
    await migrate(engine)
    async with engine.connect() as connection:
        assert await connection.run_sync(_differences) == []
    await engine.dispose()
