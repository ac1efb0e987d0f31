"""Shell. What callers say of dangers, for the tests of everybody who listens for them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

_FILE = Path(__file__).parent / "data/dangers.yaml"


@dataclass(frozen=True)
class Told:
    """One call: the caller's turns, the danger that they tell of, and who does not hear that yet."""

    says: tuple[str, ...]
    danger: str
    """The tag of the danger that is told, or "none"."""
    amiss: frozenset[str]

    @property
    def is_danger(self) -> bool:
        """Whether there is one."""
        return self.danger != "none"

    def expected(self, listener: str) -> bool:
        """Whether this listener, `brain` or `tags`, hears a danger."""
        return self.is_danger != (listener in self.amiss)


@cache
def dangers() -> tuple[Told, ...]:
    """All calls of the file."""
    calls = yaml.load(_FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["calls"]
    return tuple(Told(tuple(call["says"]), call["danger"], frozenset(call.get("amiss", ()))) for call in calls)
