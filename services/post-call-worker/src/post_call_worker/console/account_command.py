"""Shell. `python -m post_call_worker account EMAIL`: an account for the console."""

from __future__ import annotations

import argparse
import sys

from pydantic import Field, SecretStr
from sqlalchemy.ext.asyncio import AsyncEngine

from calllock.runtime.clock import SystemClock
from post_call_worker.console.accounts import Accounts
from post_call_worker.console.passwords import LONGEST, SHORTEST
from post_call_worker.settings import DatabaseSettings


class AccountSettings(DatabaseSettings):
    """What making an account needs."""

    console_password: SecretStr = Field(min_length=SHORTEST, max_length=LONGEST)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the command."""
    parser.add_argument("email", help="who signs in; an account that exists gets this password and role")
    parser.add_argument("--role", choices=("owner", "viewer"), default="viewer", help="default: %(default)s")
    parser.add_argument(
        "--business", action="append", metavar="ID", help="whose calls it sees; repeatable (default: all)"
    )


async def make_account(engine: AsyncEngine, settings: AccountSettings, arguments: argparse.Namespace) -> None:
    """Keep the account; its password is CONSOLE_PASSWORD."""
    businesses = tuple(arguments.business) if arguments.business else None
    password = settings.console_password.get_secret_value()
    accounts = Accounts(engine)
    await accounts.keep(arguments.email, password, arguments.role, businesses, SystemClock().now())
    sys.stdout.write(f"{arguments.email} may sign in as {arguments.role}\n")
