"""Shell. Makes the account that opens the console of a local run."""

from __future__ import annotations

import subprocess
import sys

from calllock_local.child_process import StartError
from calllock_local.local_run import RunPlan
from calllock_local.state_folder import Running

EMAIL = "owner@calllock.example"
_WITHIN_S = 30.0


def make_console_account(running: Running, plan: RunPlan) -> str:
    """An owner who sees every business; returns the password, the same in every run. Raises `StartError`."""
    password = plan.folder.secret("console_password")
    settings = {
        "DATABASE_URL": running.database_url,
        "CONSOLE_PASSWORD": password,
        "BUSINESSES_DIR": str(plan.businesses_dir),
    }
    try:
        done = subprocess.run(  # noqa: S603 - our own module, with our own arguments
            [sys.executable, "-m", "post_call_worker", "account", EMAIL, "--role", "owner"],
            env={**plan.environment, **settings},
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
