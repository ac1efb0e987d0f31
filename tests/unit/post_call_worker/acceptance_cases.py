"""Shell. The acceptance cases: the project's own, and those handed over with it where they lie beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

_ROOT = Path(__file__).parents[3]
_FILES = (_ROOT / "tests/data/after_the_call.yaml", _ROOT.parent / "shared/acceptance/seed_cases.yaml")


def cases(*path: str) -> list[Any]:
    """All cases under a path of keys, such as ("classification", "tags")."""
    found: list[Any] = []
    for file in _FILES:
        if file.exists():
            part = yaml.safe_load(file.read_text(encoding="utf-8"))
            for key in path:
                part = part[key]
            found += part
    return found
