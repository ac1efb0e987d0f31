"""Shell. Brings the database's schema to today's version."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

VERSION_LIMIT_S = 600.0
"""For one version. Nothing may be stored while a column is added that is generated: that writes every call anew."""
_ASK_AGAIN_S = 0.2
_LOCK = 0x43414C4C
"""Key of the advisory lock under which one migration runs at a time."""


async def migrate(engine: AsyncEngine, to: str = "head") -> None:
    """Run what is missing up to that version, each version in a transaction of its own, so that what was reached is
    kept; several may try at once. Raises `TimeoutError` when one version takes longer than ten minutes.
    """
    while await _advance(engine, to):
        pass


async def _advance(engine: AsyncEngine, to: str) -> bool:
    """Run the next version; whether another one is missing after it."""
    async with asyncio.timeout(VERSION_LIMIT_S), _turn(engine):
        async with engine.connect() as connection:
            missing = _missing(await _current(connection), to)
        if missing:
            async with engine.connect() as connection:
                await connection.run_sync(_upgrade, missing[0])
    return len(missing) > 1


@asynccontextmanager
async def _turn(engine: AsyncEngine) -> AsyncIterator[None]:
    """Nobody else migrates meanwhile. Whoever waits asks again and again: an index that is built beside the writing
    waits for each statement that began before it, so also for one that would wait for this turn."""
    async with engine.connect() as connection:
        await connection.execution_options(isolation_level="AUTOCOMMIT")
        mine = text("SELECT pg_try_advisory_lock(:key)").bindparams(key=_LOCK)
        while not await connection.scalar(mine):  # noqa: ASYNC110 - the turn is Postgres's
            await asyncio.sleep(_ASK_AGAIN_S)
        try:
            yield
        finally:
            await connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": _LOCK})


async def missing_migrations(engine: AsyncEngine) -> str:
    """Why the schema cannot be used; empty when it can. Cheap enough to be asked every few seconds."""
    async with engine.connect() as connection:
        current = await _current(connection)
    if not _missing(current):
        return ""
    return f"schema is at {current}, needs {_versions()[-1]}: run `python -m post_call_worker migrate`"


def _upgrade(connection: Connection, to: str) -> None:
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, to)


async def _current(connection: AsyncConnection) -> str | None:
    if await connection.scalar(text("SELECT to_regclass('alembic_version')")) is None:
        return None
    revision: str | None = await connection.scalar(text("SELECT version_num FROM alembic_version"))
    return revision


def _missing(current: str | None, to: str = "head") -> tuple[str, ...]:
    """The versions after that one, oldest first. None are after one that is not known here: it is a later one, which
    only adds to ours. The workers that a deploy has not replaced yet meet it, and those that it goes back to."""
    versions = _versions()
    wanted = versions if to == "head" else versions[: versions.index(to) + 1]
    if current is None:
        return wanted
    return wanted[wanted.index(current) + 1 :] if current in wanted else ()


@cache
def _versions() -> tuple[str, ...]:
    """Of the schema, the oldest first."""
    newest_first = ScriptDirectory.from_config(_config()).walk_revisions()
    return tuple(version.revision for version in newest_first)[::-1]


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
    return config
