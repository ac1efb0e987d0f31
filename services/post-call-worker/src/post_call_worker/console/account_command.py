"""Shell. `python -m post_call_worker account EMAIL`: an account for the console."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection
from pathlib import Path

from pydantic import Field, SecretStr
from sqlalchemy.ext.asyncio import AsyncEngine

from calllock.runtime.clock import SystemClock
from calllock.runtime.profiles import load_profiles
from post_call_worker.console.accounts import Accounts
from post_call_worker.console.passwords import LONGEST, SHORTEST
from post_call_worker.settings import DatabaseSettings


class UnknownBusinesses(ValueError):
    """An account would see a business that has no profile: nothing; the message names those that have one."""


class AccountSettings(DatabaseSettings):
    """What making an account needs."""

    businesses_dir: Path
    """Folder of the business profiles."""
    console_password: SecretStr = Field(min_length=SHORTEST, max_length=LONGEST)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("email", help="who signs in; an account that exists gets this password and role")
    parser.add_argument("--role", choices=("owner", "viewer"), default="viewer", help="default: %(default)s")
    parser.add_argument(
        "--business", action="append", metavar="ID", help="whose calls it sees; repeatable (default: all)"
    )


async def make_account(engine: AsyncEngine, settings: AccountSettings, arguments: argparse.Namespace) -> None:
    """Keep the account; its password is CONSOLE_PASSWORD. Raises `UnknownBusinesses`."""
    businesses = tuple(arguments.business) if arguments.business else None
    _refuse_unknown(businesses or (), [profile.id for profile in load_profiles(settings.businesses_dir)])
    password = settings.console_password.get_secret_value()
    accounts = Accounts(engine)
    await accounts.keep(arguments.email, password, arguments.role, businesses, SystemClock().now())
    sys.stdout.write(f"{arguments.email} may sign in as {arguments.role}\n")


def _refuse_unknown(asked: Collection[str], known: Collection[str]) -> None:
    if unknown := [business for business in asked if business not in known]:
        raise UnknownBusinesses(f"--business {', '.join(unknown)}: there are {', '.join(sorted(known))}")
