"""Shell. `python -m tests.mutants [WORDS]`: seed each fault and print which tests caught it.

With words, only those faults of which "package: name" has them.
"""

from __future__ import annotations

import os
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.mutants.seeding import Fault, FaultError, NotJudged, copied, judged, load


def main(words: str) -> int:
    """0 when the tests pass without a fault and fail with each one; 2 when no fault has these words."""
    chosen = [fault for fault in load() if words in f"{fault.package}: {fault.name}"]
    if not chosen:
        _say(f"mutants: no fault has {words!r} in its name")
        return 2
    with _folder() as name:
        for package in {fault.package for fault in chosen}:
            copied(package, Path(name))
        sound = judged(Path(name), sorted({test for fault in chosen for test in fault.tests}))
    if sound.caught_by:
        _say(f"the tests fail without any fault: {sound.caught_by}")
        return 2
    _say(f"without a fault all tests pass ({sound.took_s:.0f} s)")
    with ThreadPoolExecutor(os.cpu_count()) as at_once:
        caught = sum(at_once.map(_caught, chosen))
    _say(f"{caught} of {len(chosen)} seeded faults were caught")
    return 0 if caught == len(chosen) else 1


def _caught(fault: Fault) -> bool:
    try:
        with _folder() as name:
            file = copied(fault.package, Path(name)) / fault.file
            file.write_text(fault.seeded(file.read_text(encoding="utf-8")), encoding="utf-8")
            verdict = judged(Path(name), fault.tests)
    except (FaultError, NotJudged) as error:
        _say(f"  NOT JUDGED         {error}")
        return False
    outcome = "caught" if verdict.caught_by else "SURVIVED"
    _say(f"  {outcome:<9} {verdict.took_s:4.0f} s  {fault.name:<72} {verdict.caught_by}")
    return bool(verdict.caught_by)


def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="calllock-mutants-")


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - a tool prints


if __name__ == "__main__":
    sys.exit(main(" ".join(sys.argv[1:])))
