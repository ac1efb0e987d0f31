"""Shell. `calllock deliveries`: what became of the webhooks, and what a person does about it."""

from __future__ import annotations

import argparse
import json
from typing import Any

from calllock_local.terminal import complain, say
from calllock_local.worker_answers import Refused, ask_worker

_CHANGES = ("retry", "discard")
_STATES = ("pending", "delivered", "dead", "discarded")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `calllock deliveries`."""
    parser.add_argument("--worker", metavar="URL", help="the worker to ask (default: that of `calllock up`)")
    verbs = parser.add_subparsers(dest="verb", required=True)
    listing = verbs.add_parser("list", help="the latest deliveries")
    listing.add_argument("--status", choices=_STATES, help="only these")
    for verb, purpose in (
        ("show", "one delivery with its body and every attempt"),
        ("retry", "make a dead or discarded delivery due again, under the same id"),
        ("discard", "give up a delivery that is pending or dead"),
    ):
        verbs.add_parser(verb, help=purpose).add_argument("delivery", help="its id, as `list` shows it")


def run(args: argparse.Namespace) -> int:
    """0 when the worker did what was asked; 1 with its reason when it did not."""
    try:
        found = _ask(args)
    except Refused as error:
        complain(f"calllock deliveries: {error}")
        return 1
    for line in _lines(found):
        say(line)
    return 0


def _ask(args: argparse.Namespace) -> Any:
    if args.verb == "list":
        only = {"status": args.status} if args.status else None
        return ask_worker("GET", "/api/deliveries", worker=args.worker, params=only)
    path = f"/api/deliveries/{args.delivery}"
    if args.verb in _CHANGES:
        return ask_worker("POST", f"{path}/{args.verb}", worker=args.worker)
    return ask_worker("GET", path, worker=args.worker)


def _lines(found: Any) -> list[str]:
    if isinstance(found, dict):
        return [json.dumps(found, ensure_ascii=False, indent=2)]
    if not found:
        return ["no deliveries"]
    return [
        f"{one['id']}  {one['status']:<9}  {one['attempts']} attempts  due {one['due_at']}  {one['reason']}".rstrip()
        for one in found
    ]
