"""Shell. Seeds one fault into a copy of the receptionist and looks whether the tests notice."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from calllock.runtime.clock import SystemClock

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "services" / "dialog-brain" / "src" / "dialog_brain"
FAULTS = Path(__file__).parent / "faults.yaml"
LIMIT_S = 300


class FaultError(ValueError):
    """A fault that cannot be seeded: its text is not there exactly once."""


class NotJudged(RuntimeError):
    """The tests could not be run at all, so they caught nothing."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One text replaced in one file."""

    name: str
    file: str
    old: str
    new: str
    tests: str

    def seeded(self, text: str) -> str:
        """The file's text with the fault in it."""
        found = text.count(self.old)
        if found != 1:
            raise FaultError(f"{self.name}: {self.file} has its text {found} times; write it anew in {FAULTS.name}")
        return text.replace(self.old, self.new)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a run of the tests said."""

    caught_by: str
    """The first test that failed; empty when all passed."""
    took_s: float


def load() -> tuple[Mapping[str, list[str]], list[Fault]]:
    """The groups of tests, and the faults."""
    raw = yaml.safe_load(FAULTS.read_text(encoding="utf-8"))
    return raw["groups"], [Fault(**fault) for fault in raw["faults"]]


def copied(source: Path, folder: Path) -> Path:
    """A copy of the receptionist's package that Python finds before the installed one, when `folder` is on its path."""
    package = folder / "dialog_brain"
    shutil.rmtree(package, ignore_errors=True)
    shutil.copytree(source, package, ignore=shutil.ignore_patterns("__pycache__"))
    return package


def judged(folder: Path, tests: list[str]) -> Verdict:
    """Run these tests against the package in `folder`, up to the first failure."""
    clock = SystemClock()
    started = clock.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-x", "--no-header", "--tb=no", *tests],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=LIMIT_S,
    )
    if done.returncode not in (0, 1):
        raise NotJudged((done.stdout + done.stderr).strip().splitlines()[-1])
    failed = re.search(r"^(?:FAILED|ERROR) (.+?)(?: - .*)?$", done.stdout, re.MULTILINE)
    return Verdict(failed.group(1).rpartition("::")[2] if failed else "", clock.monotonic() - started)
