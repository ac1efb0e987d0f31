"""Shell. `calllock forget`: erase a caller wherever the worker keeps something."""

from __future__ import annotations

import argparse

from calllock_local.terminal import complain, say
from calllock_local.worker_answers import Refused, ask_worker


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `calllock forget`."""
    parser.add_argument("--worker", metavar="URL", help="the worker to ask (default: that of `calllock up`)")
    parser.add_argument("number", help="the caller's number, as +15125550142")


def run(args: argparse.Namespace) -> int:
    """0 when nothing is left of the caller; 1 with the reason when something is."""
    try:
        done = ask_worker("POST", "/api/callers/forget", worker=args.worker, body={"number": args.number})
    except Refused as error:
        complain(f"calllock forget: {error}")
        return 1
    say(f"{done['calls']} calls erased; {done['delivered']} webhooks and texts of them had left before")
    if done["in_progress"]:
        complain(f"calllock forget: {done['in_progress']} calls are going on; ask again when they have ended")
        return 1
    return 0
