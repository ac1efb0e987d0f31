"""Shell. The lists that the worker keeps, on the command line: list them, show one, change some."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from calllock_local.arguments import add_worker_option, listed_id
from calllock_local.terminal import complain, say
from calllock_local.worker_answers import Refused, ask_worker


@dataclass(frozen=True, slots=True)
class WorkerList:
    """One of them; `name` is that of the command and of its place in the worker's API."""

    name: str
    show: str
    """What showing one entry shows."""
    changes: Mapping[str, str]
    """What a person can do to entries, and what that does."""
    line: Callable[[Mapping[str, Any]], str]
    """One entry in the list."""
    statuses: Sequence[str] = ()
    """The list can be asked for those of one status only."""
    kinds: Sequence[str] = ()
    """The list can be asked for those of some kinds only."""
    retried_statuses: Sequence[str] = ()
    """All entries of one of these statuses, and of some kinds, can be retried at once."""
    most: int | None = None
    """The list can be long: of more than these, the latest are shown."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """The options of the command."""
        add_worker_option(parser)
        verbs = parser.add_subparsers(dest="verb", metavar="ACTION", required=True)
        self._add_selector(verbs.add_parser("list", help="list the latest of them"), self.statuses)
        verbs.add_parser("show", help=self.show).add_argument("id", type=listed_id, help="as `list` shows it")
        for verb, purpose in self.changes.items():
            change = verbs.add_parser(verb, help=purpose)
            many = self.retried_statuses if verb == "retry" else ()
            change.add_argument("id", nargs="*" if many else "+", type=listed_id, help="as `list` shows it")
            self._add_selector(change, many)
        for action in verbs.choices.values():
            add_worker_option(action, again=True)

    def run(self, args: argparse.Namespace) -> int:
        """0 when the worker did what was asked; 1 with its reason when it did not, 2 when that is not clear."""
        try:
            match args.verb:
                case "list":
                    return self._list(args)
                case "show":
                    return self._show(args)
                case "retry" if self.retried_statuses and _selected(args):
                    return self._retry_all(args)
                case _:
                    return self._change_each(args)
        except Refused as error:
            complain(f"calllock {self.name}: {error}")
            return 1

    def _list(self, args: argparse.Namespace) -> int:
        one_more = {"limit": str(self.most + 1)} if self.most else {}
        found = ask_worker("GET", self._path, worker=args.worker, params=_selected(args) | one_more)
        for line in [self._line(one) for one in found[: self.most]] or [f"no {self.name.replace('-', ' ')}"]:
            say(line)
        if self.most and len(found) > self.most:
            say(f"These are the latest {self.most}; there are more. --status and --kind choose among them.")
        return 0

    def _show(self, args: argparse.Namespace) -> int:
        found = ask_worker("GET", f"{self._path}/{args.id}", worker=args.worker)
        say(json.dumps(found, ensure_ascii=False, indent=2))
        return 0

    def _add_selector(self, parser: argparse.ArgumentParser, statuses: Sequence[str]) -> None:
        if statuses:
            parser.add_argument("--status", choices=statuses, help="only these")
            parser.add_argument("--kind", choices=self.kinds, action="append", help="only these; repeatable")

    def _retry_all(self, args: argparse.Namespace) -> int:
        if args.id or not (args.status and args.kind):
            return self._unclear()
        done = ask_worker("POST", f"{self._path}/retry", worker=args.worker, params=_selected(args))
        say(f"retried: {done['retried']}")
        return 0

    def _change_each(self, args: argparse.Namespace) -> int:
        if not args.id:
            return self._unclear()
        refused = 0
        for one in args.id:
            try:
                say(self._line(ask_worker("POST", f"{self._path}/{one}/{args.verb}", worker=args.worker)))
            except Refused as error:
                complain(f"calllock {self.name}: {one}: {error}")
                refused += 1
        if len(args.id) > 1:
            say(f"done: {len(args.id) - refused} of {len(args.id)}")
        return 1 if refused else 0

    def _unclear(self) -> int:
        complain(f"calllock {self.name}: name ids, or --status and --kind")
        return 2

    @property
    def _path(self) -> str:
        return f"/api/{self.name}"

    def _line(self, one: Mapping[str, Any]) -> str:
        return self.line(one).rstrip()


def _selected(args: argparse.Namespace) -> dict[str, str | list[str]]:
    chosen = {name: getattr(args, name, None) for name in ("status", "kind")}
    return {name: value for name, value in chosen.items() if value}
