"""Shell. The calls that were labelled by hand, and how well the classification does on them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from post_call_worker.classification.classify import classify
from post_call_worker.classification.result import Told
from post_call_worker.classification.signal_files import package_signals
from post_call_worker.classification.taxonomy import CATEGORY_OF, EVACUATE, TAXONOMY
from tests.unit.post_call_worker.call_logs import PROFILE

OWN = Path(__file__).parents[3] / "data/labelled_calls.yaml"
HELD_BACK = OWN.with_name("held_back_calls.yaml")
"""Calls that no signal was written from."""
_MOMENT = frozenset({"PEAK_SUMMER", "PEAK_WINTER", "HOLIDAY_WEEK", "AFTER_HOURS", "WEEKEND"})


@dataclass(frozen=True)
class Labelled:
    """One call: what it should be tagged with, what it is tagged with, what it must not be mistaken for."""

    says: tuple[str, ...]
    wanted: frozenset[str]
    near: frozenset[str]
    found: frozenset[str]

    @property
    def missed(self) -> frozenset[str]:
        """Tags that it should have and has not."""
        return self.wanted - self.found

    @property
    def false(self) -> frozenset[str]:
        """Tags that it has and should not have."""
        return self.found - self.wanted

    @property
    def dangers_missed(self) -> frozenset[str]:
        """Those missed of the tags that send people out of the house."""
        return self.missed & {*EVACUATE, "CRITICAL_EVACUATE"}


@cache
def labelled_calls(file: Path = OWN) -> tuple[Labelled, ...]:
    """All calls of a file, classified. OSError, YAMLError, KeyError or TypeError for one that holds none."""
    return tuple(labelled_call(call) for call in _calls(file))


def wanted_tags(file: Path = OWN) -> list[tuple[tuple[str, ...], frozenset[str]]]:
    """What is said in each call of a file, and the tags that belong to it."""
    return [(_says(call), _wanted(call)) for call in _calls(file)]


@cache
def _calls(file: Path) -> list[dict[str, Any]]:
    return list(yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["calls"])


def _says(call: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(call["says"]) if isinstance(call["says"], list) else (call["says"],)


def _wanted(call: Mapping[str, Any]) -> frozenset[str]:
    wanted = frozenset(call["tags"]) | {"EXISTING_CUSTOMER" if call.get("known") else "NEW_CUSTOMER"}
    return wanted if any(CATEGORY_OF[tag] == "URGENCY" for tag in wanted) else wanted | {"STANDARD"}


def f1_by_category(calls: Iterable[Labelled]) -> dict[str, float]:
    """Harmonic mean of precision and recall over all tags of each category that has any."""
    right, wrong = Counter[str](), Counter[str]()
    for call in calls:
        right.update(CATEGORY_OF[tag] for tag in call.wanted & call.found)
        wrong.update(CATEGORY_OF[tag] for tag in call.wanted ^ call.found)
    told = (category for category in TAXONOMY if right[category] or wrong[category])
    return {category: 2 * right[category] / (2 * right[category] + wrong[category]) for category in told}


def f1(calls: Iterable[Labelled]) -> float:
    """The same over all tags."""
    known = list(calls)
    right = sum(len(call.wanted & call.found) for call in known)
    wrong = sum(len(call.wanted ^ call.found) for call in known)
    return 2 * right / (2 * right + wrong)


def labelled_call(call: dict[str, Any]) -> Labelled:
    """One call of a file, classified."""
    says = _says(call)
    at = datetime.fromisoformat(call.get("at", "2026-02-02 10:00")).replace(tzinfo=ZoneInfo(PROFILE.zone))
    fields = {**call.get("fields", {}), "caller_known": call.get("known", False)}
    told = Told(state=call.get("state", "done"), fields=fields, turns=says, started_at=at)
    tags = classify(told, PROFILE, package_signals()).tags
    found = frozenset(tag for given in tags.values() for tag in given) - (_MOMENT if "at" not in call else frozenset())
    return Labelled(says, _wanted(call), frozenset(call.get("near", ())), found)
