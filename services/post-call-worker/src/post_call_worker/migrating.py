"""Shell. Brings the database's schema to today's version."""

from __future__ import annotations

import asyncio
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

MIGRATE_LIMIT_S = 120.0
_LOCK = 0x43414C4C
"""Key of the advisory lock under which one migration runs at a time."""


async def migrate(engine: AsyncEngine, to: str = "head") -> None:
    """Run what is missing up to that version; several may try at once. Raises `TimeoutError` after two minutes."""
    async with asyncio.timeout(MIGRATE_LIMIT_S), engine.begin() as connection:
        await connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        if _is_behind(await _current(connection)):
            await connection.run_sync(_upgrade, to)


async def missing_migrations(engine: AsyncEngine) -> str:
    """Why the schema cannot be used; empty when it can. Cheap enough to be asked every few seconds."""
    async with engine.connect() as connection:
        current = await _current(connection)
    if not _is_behind(current):
        return ""
    return f"schema is at {current}, needs {_versions()[0]}: run `python -m post_call_worker migrate`"


def _upgrade(connection: Connection, to: str) -> None:
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, to)


async def _current(connection: AsyncConnection) -> str | None:
    if await connection.scalar(text("SELECT to_regclass('alembic_version')")) is None:
        return None
    revision: str | None = await connection.scalar(text("SELECT version_num FROM alembic_version"))
    return revision


def _is_behind(current: str | None) -> bool:
    """Whether a migration is missing. A version that is not known here is a later one, which only adds to ours: the
    workers that a deploy has not replaced yet meet it, and those that it goes back to."""
    return current is None or current in _versions()[1:]


@cache
def _versions() -> tuple[str, ...]:
    """Of the schema, the newest first."""
    return tuple(version.revision for version in ScriptDirectory.from_config(_config()).walk_revisions())


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
    return config
