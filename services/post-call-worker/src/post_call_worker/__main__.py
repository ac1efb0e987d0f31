"""Shell. `python -m post_call_worker` runs the worker; `migrate`, `doctor` and `account` end by themselves."""

from __future__ import annotations

import argparse
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog
import uvloop
from pydantic import SecretStr
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from calllock.runtime.checkup import consult
from calllock.runtime.clock import SystemClock
from calllock.runtime.logging import configure_logging
from calllock.runtime.nats_bus import connect_nats
from calllock.runtime.profiles import load_profiles
from calllock.runtime.settings import load_settings
from calllock.runtime.starting import starting
from post_call_worker import doctor
from post_call_worker.classification.signals import SignalsError
from post_call_worker.console import account_command
from post_call_worker.migrating import VERSION_LIMIT_S, migrate, missing_migrations
from post_call_worker.settings import DatabaseSettings, MigrationSettings, Settings
from post_call_worker.worker import connect_database, run_worker

_log = structlog.get_logger()
_NAME = "post-call-worker"
_POSTGRES_PORT = 5432


class DatabaseRefused(RuntimeError):
    """The database does not do what a command needs; the message says why in one line."""


def main(arguments: list[str]) -> None:
    """Serve until told to stop, or do what is asked for."""
    parser = argparse.ArgumentParser(prog=_NAME, description="Without a command: serve.")
    commands = parser.add_subparsers(dest="command")
    commands.add_parser("migrate", help="bring the database's schema to this version")
    commands.add_parser("doctor", help="check keys, clock, NATS, database and dashboard; says what to do")
    account = commands.add_parser(
        "account", help="create a console account, or change one; its password is CONSOLE_PASSWORD"
    )
    account_command.add_arguments(account)
    asked = parser.parse_args(arguments)
    with starting(
        _NAME, wrong=(SignalsError, account_command.UnknownBusinesses), away=(DatabaseRefused, OSError, TimeoutError)
    ):
        uvloop.run(_run(asked))


async def _run(asked: argparse.Namespace) -> None:
    match asked.command:
        case "migrate":
            await _migrate()
        case "doctor":
            raise SystemExit(await _examine(load_settings(Settings)))
        case "account":
            settings = load_settings(account_command.AccountSettings)
            async with _database(settings.database_url) as engine:
                await _reach(engine, "DATABASE_URL")
                if missing := await missing_migrations(engine):
                    raise DatabaseRefused(missing)
                await account_command.make_account(engine, settings, asked)
        case _:
            await _serve(load_settings(Settings))


async def _migrate() -> None:
    url, name = load_settings(MigrationSettings).migration_database_url, "MIGRATION_DATABASE_URL"
    if url is None:
        url, name = load_settings(DatabaseSettings).database_url, "DATABASE_URL"
    async with _database(url, VERSION_LIMIT_S, name) as engine:
        await _reach(engine, name)
        await migrate(engine)


async def _examine(settings: Settings) -> int:
    profiles = load_profiles(settings.businesses_dir)
    async with _database(settings.database_url) as engine:
        return await consult(
            lambda client: doctor.checks(settings, profiles, engine, client, SystemClock()), sys.stdout
        )


@asynccontextmanager
async def _database(
    url: SecretStr, answer_s: float | None = None, name: str = "DATABASE_URL"
) -> AsyncIterator[AsyncEngine]:
    """`name` is that of the setting."""
    engine = connect_database(url.get_secret_value(), answer_s)
    try:
        yield engine
    except DBAPIError as error:
        first, *_ = str(error.orig.__cause__ if error.orig else error).splitlines()
        raise DatabaseRefused(f"the database at {name} says: {first}") from None
    finally:
        await engine.dispose()


async def _reach(engine: AsyncEngine, name: str) -> None:
    try:
        async with engine.connect():
            pass
    except OSError as error:
        at = f"{engine.url.host or 'this machine'}:{engine.url.port or _POSTGRES_PORT}"
        why = f"{type(error).__name__}; see that it runs there, and that this machine may reach it"
        raise DatabaseRefused(f"{name}: no database answers at {at}: {why}") from None


async def _serve(settings: Settings) -> None:
    configure_logging(_NAME, settings.log_level, settings.log_format)
    profiles = load_profiles(settings.businesses_dir)
    if without_texts := settings.without_texts(profiles):
        _log.warning("texts.off", businesses=without_texts, set="WORKER_PUBLIC_URL")
    clock = SystemClock()
    bus = await connect_nats(settings.nats_url, name=_NAME, clock=clock)
    try:
        await run_worker(settings, bus, profiles, clock)
    finally:
        await bus.close()


if __name__ == "__main__":
    main(sys.argv[1:])
