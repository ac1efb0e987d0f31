"""Shell. The lists that the worker keeps, on the command line: list them, show one, change one."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from calllock_local.arguments import add_worker_option
from calllock_local.terminal import complain, say
from calllock_local.worker_answers import Refused, ask_worker


@dataclass(frozen=True, slots=True)
class WorkerList:
    """One of them; `name` is that of the command and of its place in the worker's API."""

    name: str
    show: str
    """What showing one entry shows."""
    changes: Mapping[str, str]
    """What a person can do to one entry, and what that does."""
    line: Callable[[Mapping[str, Any]], str]
    """One entry in the list."""
    statuses: Sequence[str] = ()
    """The list can be asked for those of one status only."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """The options of the command."""
        add_worker_option(parser)
        verbs = parser.add_subparsers(dest="verb", metavar="ACTION", required=True)
        listing = verbs.add_parser("list", help="list all of them")
        if self.statuses:
            listing.add_argument("--status", choices=self.statuses, help="only these")
        for verb, purpose in {"show": self.show, **self.changes}.items():
            verbs.add_parser(verb, help=purpose).add_argument("id", help="as `list` shows it")

    def run(self, args: argparse.Namespace) -> int:
        """0 when the worker did what was asked; 1 with its reason when it did not."""
        try:
            found = self._ask(args)
        except Refused as error:
            complain(f"calllock {self.name}: {error}")
            return 1
        for line in self._lines(found):
            say(line)
        return 0

    def _ask(self, args: argparse.Namespace) -> Any:
        path = f"/api/{self.name}"
        if args.verb == "list":
            status = getattr(args, "status", None)
            return ask_worker("GET", path, worker=args.worker, params={"status": status} if status else None)
        if args.verb in self.changes:
            return ask_worker("POST", f"{path}/{args.id}/{args.verb}", worker=args.worker)
        return ask_worker("GET", f"{path}/{args.id}", worker=args.worker)

    def _lines(self, found: Any) -> list[str]:
        if isinstance(found, dict):
            return [json.dumps(found, ensure_ascii=False, indent=2)]
        return [self.line(one).rstrip() for one in found] or [f"no {self.name.replace('-', ' ')}"]
