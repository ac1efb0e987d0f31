"""Shell. `calllock deliveries`: what became of the webhooks, and what a person does about it."""

from __future__ import annotations

import argparse
import json
from typing import Any

import httpx

from calllock_local.settings import LocalSettings
from calllock_local.state_folder import StateFolder
from calllock_local.terminal import complain, say

ANSWER_LIMIT_S = 10.0
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
    settings = LocalSettings()
    base = args.worker or StateFolder(settings.calllock_state).running().worker_url
    token = settings.worker_api_token.get_secret_value()
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    try:
        with httpx.Client(base_url=base, headers=headers, timeout=ANSWER_LIMIT_S) as client:
            answer = _ask(client, args)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        complain(f"calllock deliveries: no answer from {base}: {type(error).__name__}")
        return 1
    if answer.status_code != httpx.codes.OK:
        complain(f"calllock deliveries: {_reason(answer)}")
        return 1
    for line in _lines(answer.json()):
        say(line)
    return 0


def _ask(client: httpx.Client, args: argparse.Namespace) -> httpx.Response:
    if args.verb == "list":
        return client.get("/api/deliveries", params={"status": args.status} if args.status else {})
    path = f"/api/deliveries/{args.delivery}"
    return client.post(f"{path}/{args.verb}") if args.verb in _CHANGES else client.get(path)


def _reason(answer: httpx.Response) -> str:
    try:
        return str(answer.json()["detail"])
    except (ValueError, KeyError, TypeError):
        return f"the worker answered {answer.status_code}"


def _lines(found: Any) -> list[str]:
    if isinstance(found, dict):
        return [json.dumps(found, ensure_ascii=False, indent=2)]
    if not found:
        return ["no deliveries"]
    return [
        f"{one['id']}  {one['status']:<9}  {one['attempts']} attempts  due {one['due_at']}  {one['reason']}".rstrip()
        for one in found
    ]
