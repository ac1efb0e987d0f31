"""Shell. `calllock doctor`: each service's doctor in turn, with the settings of this environment."""

from __future__ import annotations

import argparse

from calllock.runtime.starting import WRONGLY_SET_UP
from calllock_local.service_command import run_service
from calllock_local.terminal import say

_SERVICES = ("voice_gateway", "dialog_brain", "post_call_worker")
_LIMIT_S = 120.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `calllock doctor`."""
    parser.add_argument("--only", choices=[name.replace("_", "-") for name in _SERVICES], help="only this service")
    parser.epilog = (
        "It looks at the settings of this environment, not at what `calllock up` runs. "
        "Where the services run as containers: docker compose run --rm SERVICE doctor"
    )


def run(args: argparse.Namespace) -> int:
    """0 when all is well, otherwise the worst of the services' exit codes."""
    wanted = [name for name in _SERVICES if args.only in (None, name.replace("_", "-"))]
    codes = []
    for name in wanted:
        say(f"== {name.replace('_', '-')}")
        codes.append(run_service(name, ["doctor"], _LIMIT_S))
    if WRONGLY_SET_UP in codes:
        say("These settings are a deployment's, read from this environment; `calllock up` needs none of them.")
    return max(codes)
