"""Shell. `calllock twilio-setup`: the gateway's own command, with the settings of this environment."""

from __future__ import annotations

import argparse

from calllock_local.arguments import phone_number
from calllock_local.service_command import run_service

_LIMIT_S = 300.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `calllock twilio-setup`."""
    parser.add_argument(
        "--number",
        action="append",
        default=[],
        type=phone_number,
        metavar="NUMBER",
        help="number to point here; repeatable (default: every number of every business)",
    )
    parser.add_argument("--dry-run", action="store_true", help="show what would change, and change nothing")


def run(args: argparse.Namespace) -> int:
    """The exit code of the gateway's command."""
    options = [part for number in args.number for part in ("--number", number)]
    options += ["--dry-run"] if args.dry_run else []
    return run_service("voice_gateway", ["twilio-setup", *options], _LIMIT_S)
