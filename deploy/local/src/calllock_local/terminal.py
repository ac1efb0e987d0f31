"""Shell. Lines for the person at the terminal, and from there."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from typing import TextIO


def given() -> TextIO:
    """Standard input as UTF-8 whatever the locale; bytes that are none become signs that nobody says."""
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    return sys.stdin


def say(line: str = "") -> None:
    """One line on standard output, at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def complain(line: str) -> None:
    """One line on standard error, at once."""
    sys.stderr.write(line + "\n")
    sys.stderr.flush()
