"""Shell. `python -m tests.mutants [WORDS]`: seed each fault (or those named so) and print which tests caught it."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.mutants.seeding import SOURCE, Fault, FaultError, NotJudged, copied, judged, load


def main(words: str) -> int:
    """0 when the tests pass without a fault and fail with each one."""
    groups, faults = load()
    chosen = [fault for fault in faults if words in fault.name]
    with tempfile.TemporaryDirectory(prefix="calllock-mutants-") as name:
        source = copied(SOURCE, Path(name) / "sound")
        sound = judged(source.parent, sorted({test for fault in chosen for test in groups[fault.tests]}))
        if sound.caught_by:
            _say(f"the tests fail without any fault: {sound.caught_by}")
            return 2
        _say(f"without a fault all tests pass ({sound.took_s:.0f} s)")
        survived = [fault.name for fault in chosen if not _caught(fault, groups[fault.tests], source)]
    _say(f"{len(chosen) - len(survived)} of {len(chosen)} seeded faults were caught")
    return 1 if survived else 0


def _caught(fault: Fault, tests: list[str], source: Path) -> bool:
    folder = source.parents[1] / "seeded"
    file = copied(source, folder) / fault.file
    try:
        file.write_text(fault.seeded(file.read_text(encoding="utf-8")), encoding="utf-8")
        verdict = judged(folder, tests)
    except (FaultError, NotJudged) as error:
        _say(f"  NOT JUDGED         {error}")
        return False
    outcome = "caught" if verdict.caught_by else "SURVIVED"
    _say(f"  {outcome:<9} {verdict.took_s:4.0f} s  {fault.name:<72} {verdict.caught_by}")
    return bool(verdict.caught_by)


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - a tool prints


if __name__ == "__main__":
    sys.exit(main(" ".join(sys.argv[1:])))
