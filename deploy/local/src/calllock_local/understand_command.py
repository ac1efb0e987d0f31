"""Shell. `calllock understand`: one utterance per line in, what is understood of it out."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import datetime
from typing import get_args
from zoneinfo import ZoneInfo

from calllock.contracts.commands import Expected
from calllock.runtime.clock import SystemClock
from calllock_local.terminal import complain, given
from dialog_brain.script import EARLIEST, LATEST
from dialog_brain.understanding.as_json import understood_json
from dialog_brain.understanding.understand import understand

DEFAULT_ZONE = "America/Chicago"
_ASKED = f"what the last question asked for: {', '.join(get_args(Expected))} (default: any)"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `calllock understand`."""
    parser.add_argument("--asked", choices=get_args(Expected), default="any", metavar="KIND", help=_ASKED)
    parser.add_argument(
        "--now", metavar="ISO", help="when it was said; without an offset it is in --zone (default: now)"
    )
    parser.add_argument(
        "--zone", metavar="NAME", default=DEFAULT_ZONE, help="the business's time zone (default: %(default)s)"
    )
    parser.add_argument("--json", action="store_true", help="print every key, including those that are null")


def run(args: argparse.Namespace) -> int:
    """Read utterances from standard input until its end."""
    try:
        zone = ZoneInfo(args.zone)
    except (ValueError, OSError, KeyError):
        complain(f"calllock understand: --zone: no time zone is named {args.zone!r}; one is America/Chicago")
        return 2
    try:
        here = _moment(args.now, zone) if args.now else SystemClock().now().astimezone(zone)
    except ValueError as error:
        complain(f"calllock understand: --now: {error}")
        return 2
    for line in given():
        understood = understood_json(understand(line.rstrip("\r\n"), args.asked, here))
        if not args.json:
            understood = {key: value for key, value in understood.items() if value is not None}
        sys.stdout.write(json.dumps(understood, ensure_ascii=False) + "\n")
    return 0


def _moment(iso: str, zone: ZoneInfo) -> datetime:
    try:
        given = datetime.fromisoformat(iso)
    except ValueError:
        raise ValueError(f"{iso!r} is not a moment in ISO 8601, such as 2026-11-27T10:00") from None
    moment = given if given.tzinfo else given.replace(tzinfo=zone)
    if not EARLIEST <= moment < LATEST:
        raise ValueError(f"{iso} is not between {EARLIEST:%Y} and {LATEST:%Y}")
    return moment.astimezone(zone)
