"""What is understood of one caller turn, case by case."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml

from dialog_brain.understanding.as_json import understood_json
from dialog_brain.understanding.understand import understand

ROOT = Path(__file__).parents[4]
NOW = datetime(2026, 2, 23, 10, 0, tzinfo=ZoneInfo("America/Chicago"))  # a Monday
SOURCES = [
    *sorted((ROOT / "tests/data/understanding").glob("*.yaml")),
    *(ROOT.parent / "shared/acceptance").glob("understanding.yaml"),
]


def cases() -> list[Any]:
    return [
        pytest.param(case, id=f"{source.stem}: {case['says'][:60]}")
        for source in SOURCES
        for case in yaml.safe_load(source.read_text())["cases"]
    ]


@pytest.mark.parametrize("case", cases())
def test_a_turn_is_understood_as_its_case_says(case: dict[str, Any]) -> None:
    heard = understood_json(understand(case["says"], case["asked"], NOW))

    assert {key: heard[key] for key in case if key not in ("asked", "says")} == {
        key: value for key, value in case.items() if key not in ("asked", "says")
    }
