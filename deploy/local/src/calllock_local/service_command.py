"""Adapter. Runs a service's own command, with the settings of this environment."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence

from calllock_local.child_process import StartError
from calllock_local.settings import inherited_environment


def run_service(module: str, arguments: Sequence[str], limit_s: float) -> int:
    """Its exit code, once it has ended; what it prints goes where ours goes. Raises `StartError` after `limit_s`."""
    command = [sys.executable, "-m", module, *arguments]
    try:
        return subprocess.run(command, env=inherited_environment(), check=False, timeout=limit_s).returncode  # noqa: S603 our own modules
    except subprocess.TimeoutExpired:
        name = module.replace("_", "-")
        raise StartError(f"{name} {' '.join(arguments)}: not done after {limit_s:g} s, and ended") from None
