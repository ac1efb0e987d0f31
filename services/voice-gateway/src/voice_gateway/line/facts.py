"""Pure. What every fact of one line carries: its id, its call and its time."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from calllock.contracts.ids import line_id
from voice_gateway.line.beginning import Beginning


class Facts:
    """Numbers the facts of one line, after those of the streams before it."""

    def __init__(self, beginning: Beginning, now: float) -> None:
        self._beginning = beginning
        self._opened_at = now
        self._count = beginning.facts

    def next(self, name: str, now: float) -> dict[str, Any]:
        """The fields of a fact that has no number of its own."""
        self._count += 1
        return self.numbered(name, self._count, now)

    def numbered(self, name: str, number: int, now: float) -> dict[str, Any]:
        """The fields of one that has: whoever tells of the same thing again does so under the same id."""
        return {
            "event_id": line_id(self._beginning.call_sid, name, number),
            "call_sid": self._beginning.call_sid,
            "occurred_at": self._beginning.at + timedelta(seconds=now - self._opened_at),
        }
