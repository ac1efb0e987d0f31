"""Shell. `python -m tests.accuracy.calls [FILE]... [--show]`: how well calls are classified, by category of tags.

Without files: our own labelled calls, and those that no signal was written from.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

import yaml

from calllock_local.terminal import complain, say
from post_call_worker.classification.signal_files import package_signals
from post_call_worker.classification.taxonomy import CATEGORY_OF
from tests.unit.post_call_worker.classification.labelled_calls import (
    HELD_BACK,
    OWN,
    Labelled,
    f1,
    f1_by_category,
    labelled_calls,
)


def main(args: list[str]) -> int:
    """0 when all files could be read and no stated danger was missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy.calls", description=__doc__)
    parser.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="calls as in tests/data/labelled_calls.yaml"
    )
    parser.add_argument("--show", action="store_true", help="print every mistake")
    given = parser.parse_args(args)
    package_signals()  # read before the clock runs
    missed = 0
    for file in given.files or [OWN, HELD_BACK]:
        began = time.process_time()
        try:
            calls = labelled_calls(file)
        except (OSError, yaml.YAMLError, KeyError, TypeError, ValueError) as error:
            complain(f"accuracy: {file} holds no labelled calls: {error!r}")
            return 2
        _print(file, calls, time.process_time() - began, show=given.show)
        missed += sum(1 for call in calls if call.dangers_missed)
    return 1 if missed else 0


def _print(file: Path, calls: tuple[Labelled, ...], took: float, *, show: bool) -> None:
    whole = sum(1 for call in calls if call.wanted == call.found)
    dangers = sum(1 for call in calls if call.dangers_missed)
    say(f"{file.name}: {len(calls)} calls in {took:.2f} s of processor time, {whole} with exactly their tags")
    say(f"  {'category':<14}{'F1':>7}{'missed':>8}{'false':>7}")
    missed = [tag for call in calls for tag in call.missed]
    false = [tag for call in calls for tag in call.false]
    for category, score in f1_by_category(calls).items():
        counts = (sum(CATEGORY_OF[tag] == category for tag in tags) for tags in (missed, false))
        say("  {:<14}{:>7.3f}{:>8}{:>7}".format(category, score, *counts))
    say(f"  {'all':<14}{f1(calls):>7.3f}{len(missed):>8}{len(false):>7}")
    say(f"  calls whose stated danger was missed: {dangers}")
    for call in calls if show else ():
        if call.wanted != call.found:
            say(f"    - {sorted(call.missed)} + {sorted(call.false)}: {' / '.join(call.says)}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
