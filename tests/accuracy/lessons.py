"""Shell. What is learned from: calls with their tags, and what callers say of dangers. Nothing that is held back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

from post_call_worker.classification.taxonomy import EVACUATE
from tests.dangers import dangers
from tests.unit.post_call_worker.classification.labelled_calls import wanted_tags

_SERVICES = Path(__file__).parents[2] / "services"
FOR_TAGS = _SERVICES / "post-call-worker/src/post_call_worker/classification/weights.json"
FOR_DANGER = _SERVICES / "dialog-brain/src/dialog_brain/understanding/danger/weights.json"
DANGER = "DANGER"
"""What a turn tells from which one leaves the building, by whatever words."""


@dataclass(frozen=True)
class Lesson:
    """What a caller said, and what is true of it."""

    says: tuple[str, ...]
    holds: frozenset[str]


def lessons_of_tags() -> list[Lesson]:
    """The labelled calls."""
    return [Lesson(says, tags) for says, tags in wanted_tags()]


def lessons_of_dangers() -> list[Lesson]:
    """The dangers first, then the labelled calls; of no tags but those from which one leaves the building, and of
    `DANGER` for any of them."""
    told = [Lesson(call.says, _dangers_among({call.danger})) for call in dangers()]
    return told + [Lesson(says, _dangers_among(tags)) for says, tags in wanted_tags()]


def _dangers_among(tags: AbstractSet[str]) -> frozenset[str]:
    found = tags & set(EVACUATE)
    return frozenset({*found, DANGER} if found else ())


def digest(lessons: Sequence[Lesson]) -> str:
    """Another one for other lessons."""
    written = json.dumps([[lesson.says, sorted(lesson.holds)] for lesson in lessons], ensure_ascii=False)
    return hashlib.sha256(written.encode()).hexdigest()[:16]
