"""Shell. `calllock reprocess`: a call's record and classification made anew from its log."""

from __future__ import annotations

import argparse

from calllock_local.arguments import add_worker_option, call_sid
from calllock_local.terminal import complain, say
from calllock_local.worker_answers import Refused, ask_worker


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `calllock reprocess`."""
    add_worker_option(parser)
    parser.add_argument("call", type=call_sid, help="the call's SID")


def run(args: argparse.Namespace) -> int:
    """0 when the call has its new record; what was delivered before is not delivered again."""
    try:
        call = ask_worker("POST", f"/api/calls/{args.call}/reprocess", worker=args.worker)
    except Refused as error:
        complain(f"calllock reprocess: {error}")
        return 1
    sent = ", ".join(f"{one['kind']} {one['status']}" for one in call["deliveries"])
    say(f"{args.call}: {call['record']['disposition']}; {sent}")
    return 0
