"""Shell. What the command line asks of a measurement; what cannot be done is refused in a line."""

from __future__ import annotations

import argparse
from collections.abc import Sequence


def counts(prog: str, arguments: Sequence[str], **otherwise: int) -> list[int]:
    """The numbers that are given, each from 1 up and in this order; those left out are as `otherwise` says."""
    parser = argparse.ArgumentParser(prog=prog)
    for name, default in otherwise.items():
        parser.add_argument(name, nargs="?", type=_count, default=default, help=f"{default} if left out")
    return list(vars(parser.parse_args(arguments)).values())


def some_of(prog: str, arguments: Sequence[str], name: str, every: Sequence[str]) -> list[str]:
    """Those that are named, in the order of `every`; all of them when none is."""
    parser = argparse.ArgumentParser(prog=prog)
    parser.add_argument("named", nargs="*", metavar=name, help=f"of {', '.join(every)}; all if left out")
    named = parser.parse_args(arguments).named
    if unknown := [one for one in named if one not in every]:
        parser.error(f"no such {name}: {', '.join(unknown)}; there are {', '.join(every)}")
    return [one for one in every if one in named or not named]


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text} is no number from 1 up")
    return int(text)
