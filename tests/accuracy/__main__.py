"""Shell. `python -m tests.accuracy [FILE]... [--show]`: how much of what callers say is understood.

Without files: our own cases.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import yaml

from calllock_local.terminal import complain, say
from tests.accuracy.measuring import Case, ListError, Score, measured, read_cases, read_list

_DATA = Path(__file__).parents[1] / "data" / "understanding"
_NOW = datetime(2026, 2, 23, 10, 0, tzinfo=ZoneInfo("America/Chicago"))
"""The moment of our own cases: a Monday."""


def main(args: list[str]) -> int:
    """0 when all lists could be read."""
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="asked<TAB>says<TAB>expected, one a line")
    parser.add_argument("--now", default=_NOW, type=datetime.fromisoformat, metavar="ISO", help="when it was said")
    parser.add_argument("--show", action="store_true", help="print every mistake")
    given = parser.parse_args(args)
    now = given.now if given.now.tzinfo else given.now.replace(tzinfo=_NOW.tzinfo)
    try:
        lists = {file.name: read_list(file.read_text(encoding="utf-8")) for file in given.files}
    except (OSError, UnicodeDecodeError, ListError) as error:
        complain(f"accuracy: {error}")
        return 2
    for name, cases in (lists or {"tests/data/understanding": _own()}).items():
        _print(name, cases, now, show=given.show)
    return 0


def _own() -> list[Case]:
    files = sorted(_DATA.glob("*.yaml"))
    return [case for file in files for case in read_cases(yaml.safe_load(file.read_text(encoding="utf-8"))["cases"])]


def _print(name: str, cases: list[Case], now: datetime, *, show: bool) -> None:
    began = time.process_time()
    scores = measured(cases, now)
    took = time.process_time() - began
    say(f"{name}: {len(cases)} utterances, {len(cases) / took:,.0f} a second of processor time" if took else name)
    say(f"  {'':<20}{'cases':>7}{'right':>9}{'missed':>8}{'false':>7}{'flipped':>9}")
    for kind, score in _with_total(scores).items():
        right = f"{100 * score.right / score.cases:.1f} %" if score.cases else ""
        say(f"  {kind:<20}{score.cases:>7}{right:>9}{score.missed:>8}{score.false:>7}{score.flipped:>9}")
        for mistake in score.mistakes if show else ():
            say(f"      {mistake}")


def _with_total(scores: Mapping[str, Score]) -> dict[str, Score]:
    """`scores` and their sum, which repeats no mistake."""
    total = Score()
    for score in scores.values():
        total.cases += score.cases
        total.right += score.right
        total.missed += score.missed
        total.false += score.false
        total.flipped += score.flipped
    return {**scores, "all": total}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
