"""Shell. `calllock forget`: erase a caller wherever the worker keeps something."""

from __future__ import annotations

import argparse

from calllock_local.arguments import add_worker_option, phone_number
from calllock_local.terminal import complain, say
from calllock_local.worker_answers import Refused, ask_worker


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `calllock forget`."""
    add_worker_option(parser)
    parser.add_argument("number", type=phone_number, help="the caller's number in E.164, such as +15125550142")


def run(args: argparse.Namespace) -> int:
    """0 when nothing is left of the caller; 1 with the reason when something is."""
    try:
        done = ask_worker("POST", "/api/callers/forget", worker=args.worker, body={"number": args.number})
    except Refused as error:
        complain(f"calllock forget: {error}")
        return 1
    say(f"calls erased: {done['calls']}; webhooks and texts already sent about them: {done['delivered']}")
    if done["recordings_missing"]:
        complain(
            f"calllock forget: recordings not in the worker's RECORDINGS_DIR: {done['recordings_missing']};"
            " unless they were deleted before, delete them where the gateways record"
        )
        return 1
    if done["in_progress"]:
        complain(f"calllock forget: calls in progress: {done['in_progress']}; run this again after them")
        return 1
    return 0
