"""Shell. `python -m post_call_worker account EMAIL`: an account for the console."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection

from pydantic import Field, SecretStr
from sqlalchemy.ext.asyncio import AsyncEngine

from calllock.runtime.clock import SystemClock
from calllock.runtime.profiles import load_profiles
from calllock.runtime.settings import SettingPath
from post_call_worker.console.accounts import Accounts, Role
from post_call_worker.console.passwords import LONGEST, SHORTEST
from post_call_worker.settings import DatabaseSettings


class UnknownBusinesses(ValueError):
    """An account would see a business that has no profile: nothing; the message names those that have one."""


class AccountSettings(DatabaseSettings):
    """What making an account needs."""

    businesses_dir: SettingPath
    """Folder of the business profiles."""
    console_password: SecretStr = Field(min_length=SHORTEST, max_length=LONGEST)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("email", help="who signs in; of an account that exists, what is not named stays as it is")
    parser.add_argument("--role", choices=("owner", "viewer"), help="of a new account, viewer if it is not named")
    seen = parser.add_mutually_exclusive_group()
    seen.add_argument(
        "--business", action="append", metavar="ID", help="whose calls it sees; repeatable; of a new account, all"
    )
    seen.add_argument("--all-businesses", action="store_true", help="it sees the calls of all of them again")


async def make_account(engine: AsyncEngine, settings: AccountSettings, arguments: argparse.Namespace) -> None:
    """Keep the account; its password is CONSOLE_PASSWORD. Raises `UnknownBusinesses`."""
    _refuse_unknown(arguments.business or (), [profile.id for profile in load_profiles(settings.businesses_dir)])
    accounts = Accounts(engine)
    known = await accounts.by_email(arguments.email)
    role: Role = arguments.role or (known.role if known else "viewer")
    businesses = tuple(arguments.business) if arguments.business else known.businesses if known else None
    if arguments.all_businesses:
        businesses = None
    password = settings.console_password.get_secret_value()
    await accounts.keep(arguments.email, password, role, businesses, SystemClock().now())
    seen = "all businesses" if businesses is None else ", ".join(businesses)
    sys.stdout.write(f"{arguments.email} may sign in as {role} and sees the calls of {seen}\n")


def _refuse_unknown(asked: Collection[str], known: Collection[str]) -> None:
    if unknown := [business for business in asked if business not in known]:
        raise UnknownBusinesses(f"--business {', '.join(unknown)}: there are {', '.join(sorted(known))}")
