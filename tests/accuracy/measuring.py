"""Pure. How well cases are understood: counted by what was to be heard of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple, cast, get_args

from dialog_brain.understanding.as_json import understood_json
from dialog_brain.understanding.understand import understand
from dialog_brain.understanding.understood import Expected

_KEY_ASKED = {"open": "intent", "safety": "consent", "confirm": "consent", "problem": "lead", "any": "wants"}
"""What a bare word in a list is about, by what was asked; else the key is named as what was asked."""
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)?[ T]?(\d\d:\d\d)?", re.ASCII)
_ANSWERS = {"yes", "no"}


class ListError(ValueError):
    """A list of cases that cannot be read; the message names the line and what was expected."""


class Case(NamedTuple):
    """One turn and the values that must be heard in it; None stands for nothing."""

    asked: Expected
    says: str
    expected: Mapping[str, str | bool | None]


@dataclass(slots=True)
class Score:
    """What became of the cases of one kind."""

    cases: int = 0
    right: int = 0
    missed: int = 0
    """Nothing was heard where there was something."""
    false: int = 0
    """Something was heard where there was nothing."""
    flipped: int = 0
    """Yes was taken for no, or no for yes."""
    mistakes: list[str] = field(default_factory=list)


def read_list(text: str) -> list[Case]:
    """Lines of `asked<TAB>says<TAB>expected`; `expected` is a bare value, "null", or a JSON object of keys."""
    cases = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        parts = line.split("\t")
        if len(parts) != 3 or parts[0] not in get_args(Expected):
            kinds = "|".join(get_args(Expected))
            raise ListError(f"line {number}: expected {kinds}, a tab, what was said, a tab, what must be understood")
        asked, says, wanted = parts
        cases.append(Case(cast("Expected", asked), says, _expected(asked, wanted.strip(), number)))
    return cases


def read_cases(cases: Iterable[Mapping[str, Any]]) -> list[Case]:
    """Cases of our own files, as YAML gave them."""
    told = ("asked", "says")
    return [
        Case(case["asked"], case["says"], {key: value for key, value in case.items() if key not in told})
        for case in cases
    ]


def measured(cases: Iterable[Case], now: datetime) -> dict[str, Score]:
    """The scores by kind: the key that was to be heard, answers apart by what was asked."""
    scores: dict[str, Score] = {}
    for asked, says, expected in cases:
        heard = understood_json(understand(says, asked, now))
        for key, wanted in expected.items():
            kind = f"{key} ({asked})" if key == "consent" else key
            _count(scores.setdefault(kind, Score()), says, wanted, heard[key])
    return dict(sorted(scores.items()))


def _count(score: Score, says: str, wanted: str | bool | None, got: str | int | None) -> None:
    score.cases += 1
    if got == wanted:
        score.right += 1
        return
    score.missed += got is None
    score.false += wanted is None
    score.flipped += {wanted, got} == _ANSWERS
    score.mistakes.append(f"{says!r}: {got!r} instead of {wanted!r}")


def _expected(asked: str, wanted: str, number: int) -> dict[str, str | bool | None]:
    if wanted.startswith("{"):
        try:
            return dict(json.loads(wanted))
        except ValueError as error:
            raise ListError(f"line {number}: {wanted} is no JSON object: {error}") from None
    value = None if wanted in ("", "null", "none", "-") else wanted
    if asked != "time":
        return {_KEY_ASKED.get(asked, asked): value}
    moment = _MOMENT.fullmatch(wanted if value is not None else "")
    if moment is None:
        raise ListError(f"line {number}: {wanted} is no time (2026-02-24, 14:45, or 2026-02-24 14:45)")
    day, clock = moment.groups()
    told: dict[str, str | bool | None] = {"date": day, "time": clock}
    return told if value is None else {key: part for key, part in told.items() if part is not None}
