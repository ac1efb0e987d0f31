"""Shell. Makes the account that opens the console of a local run."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping

from calllock_local.child_process import StartError
from calllock_local.state_folder import Running, StateFolder

EMAIL = "owner@calllock.example"
_WITHIN_S = 30.0


def make_console_account(running: Running, folder: StateFolder, environment: Mapping[str, str]) -> str:
    """An owner who sees every business; returns the password, the same in every run. Raises `StartError`."""
    password = folder.secret("console_password")
    secrets = {"DATABASE_URL": running.database_url, "CONSOLE_PASSWORD": password}
    try:
        done = subprocess.run(  # noqa: S603 - our own module, with our own arguments
            [sys.executable, "-m", "post_call_worker", "account", EMAIL, "--role", "owner"],
            env={**environment, **secrets},
            capture_output=True,
            text=True,
            check=False,
            timeout=_WITHIN_S,
        )
    except subprocess.TimeoutExpired:
        raise StartError(f"the console's account was not made within {_WITHIN_S:g} s") from None
    if done.returncode != 0:
        raise StartError(f"the console's account could not be made: {done.stderr.strip()}")
    return password
