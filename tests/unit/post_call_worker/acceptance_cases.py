"""Shell. Cases of what must be true of a record: the project's own, and those of `tests.acceptance`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from tests.acceptance import acceptance_files

_FILES = (Path(__file__).parents[2] / "data/after_the_call.yaml", *acceptance_files("seed_cases.yaml"))


def cases(*path: str) -> list[Any]:
    """All cases under a path of keys, such as ("classification", "tags")."""
    found: list[Any] = []
    for file in _FILES:
        part = yaml.safe_load(file.read_text(encoding="utf-8"))
        for key in path:
            part = part[key]
        found += part
    return found
