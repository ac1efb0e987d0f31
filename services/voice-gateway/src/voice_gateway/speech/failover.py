"""Pure. Which of several engines is asked next: by preference, how they did lately, and what was tried just now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from calllock.runtime.circuit import Circuit
from voice_gateway.speech.faults import CONSEQUENCES, Fault


class Tried(NamedTuple):
    """An engine that was asked for this one thing, and what went wrong."""

    name: str
    fault: Fault


class Failover:
    """Engines of one kind in order of preference, by name. Times are monotonic seconds."""

    def __init__(self, names: Sequence[str]) -> None:
        self._circuits = dict.fromkeys(names, Circuit())
        self._last = names[-1]

    def choose(self, tried: Sequence[Tried], now: float) -> str | None:
        """The engine to ask now, None when all have been: once more the one that a moment may help, else the next
        that is worth trying. The last is asked however it did before."""
        names = [one.name for one in tried]
        if tried and CONSEQUENCES[tried[-1].fault].again and names.count(names[-1]) == 1:
            return names[-1]
        untried = [name for name in self._circuits if name not in names]
        return next((name for name in untried if name == self._last or self._circuits[name].room(now)), None)

    def begun(self, name: str, now: float) -> None:
        """The engine `name` is asked at `now` (monotonic seconds); while its circuit is open, that is the probe."""
        self._circuits[name] = self._circuits[name].begun(now)

    def answered(self, name: str) -> None:
        """The engine `name` did its work: its circuit is closed."""
        self._circuits[name] = self._circuits[name].answered()

    def failed(self, name: str, fault: Fault, now: float) -> None:
        """The engine `name` failed at `now` (monotonic seconds); how much that counts depends on the fault."""
        for _ in range(CONSEQUENCES[fault].weight):
            self._circuits[name] = self._circuits[name].failed(now)
