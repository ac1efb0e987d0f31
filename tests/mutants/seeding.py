"""Shell. Seeds one fault into a copy of its package and looks whether the tests notice."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from calllock.runtime.clock import SystemClock

ROOT = Path(__file__).parents[2]
SOURCES = {file.parent.name: file.parent for file in ROOT.glob("s*/**/src/*/__init__.py")}
FAULTS = Path(__file__).parent / "faults"
"""A file for each package that faults are seeded into."""
LIMIT_S = 300


class FaultError(ValueError):
    """A fault that cannot be seeded: its text is not there exactly once."""


class NotJudged(RuntimeError):
    """The tests could not be run at all, so they caught nothing."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One text replaced in one file of a package."""

    package: str
    name: str
    file: str
    old: str
    new: str
    tests: Sequence[str]

    def seeded(self, text: str) -> str:
        """The file's text with the fault in it."""
        found = text.count(self.old)
        if found != 1:
            raise FaultError(f"{self.name}: {self.file} has its text {found} times; write it anew")
        return text.replace(self.old, self.new)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a run of the tests said."""

    caught_by: str
    """The first test that failed; empty when all passed."""
    took_s: float


def load() -> list[Fault]:
    """All faults."""
    return [fault for file in sorted(FAULTS.glob("*.yaml")) for fault in _faults_of(file)]


def _faults_of(file: Path) -> list[Fault]:
    raw = yaml.safe_load(file.read_text(encoding="utf-8"))
    return [Fault(**{**one, "package": file.stem, "tests": raw["groups"][one["tests"]]}) for one in raw["faults"]]


def copied(package: str, folder: Path) -> Path:
    """A copy of this package that Python finds before the installed one, when `folder` is on its path."""
    return shutil.copytree(SOURCES[package], folder / package, ignore=shutil.ignore_patterns("__pycache__"))


def judged(folder: Path, tests: Sequence[str]) -> Verdict:
    """Run these tests against what is in `folder`, up to the first failure."""
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
