"""Shell. `calllock dead-letters`: messages that the worker gave up on, and another try at one."""

from __future__ import annotations

import argparse
import json
from typing import Any

from calllock_local.terminal import complain, say
from calllock_local.worker_answers import Refused, ask_worker


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `calllock dead-letters`."""
    parser.add_argument("--worker", metavar="URL", help="the worker to ask (default: that of `calllock up`)")
    verbs = parser.add_subparsers(dest="verb", required=True)
    verbs.add_parser("list", help="all of them, oldest first")
    for verb, purpose in (
        ("show", "one with its message"),
        ("retry", "do now what could not be done: record the call, or queue the alert"),
    ):
        verbs.add_parser(verb, help=purpose).add_argument("letter", help="its id, as `list` shows it")


def run(args: argparse.Namespace) -> int:
    """0 when the worker did what was asked; 1 with its reason when it did not."""
    try:
        found = _ask(args)
    except Refused as error:
        complain(f"calllock dead-letters: {error}")
        return 1
    for line in _lines(found):
        say(line)
    return 0


def _ask(args: argparse.Namespace) -> Any:
    if args.verb == "list":
        return ask_worker("GET", "/api/dead-letters", worker=args.worker)
    path = f"/api/dead-letters/{args.letter}"
    if args.verb == "retry":
        return ask_worker("POST", f"{path}/retry", worker=args.worker)
    return ask_worker("GET", path, worker=args.worker)


def _lines(found: Any) -> list[str]:
    if isinstance(found, dict):
        return [json.dumps(found, ensure_ascii=False, indent=2)]
    if not found:
        return ["no dead letters"]
    return [
        f"{one['id']}  {'made good' if one['made_good'] else 'open':<9}  {one['call_sid']}  {one['reason']}"
        for one in found
    ]
