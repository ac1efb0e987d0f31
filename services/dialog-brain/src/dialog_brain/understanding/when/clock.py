"""Pure. A clock time as it was said, and the time of day that it comes to."""

from __future__ import annotations

from datetime import time
from typing import Literal, NamedTuple

from dialog_brain.understanding.understood import Part

Half = Literal["am", "pm"]
HALVES: dict[tuple[str, ...], Part] = {
    ("am",): "morning", ("a", "m"): "morning", ("pm",): "afternoon", ("p", "m"): "afternoon",
}  # fmt: skip
"""The halves of the day as they are said, and the part of the day that each means by itself."""
_SEVEN = 7
"""Without a word for the half of the day, seven to eleven are before noon, twelve to six after: visits are by day."""


class Clock(NamedTuple):
    """A clock time that was said with the words up to `end`, on a dial of twelve or twenty-four hours."""

    hour: int
    minute: int
    half: Half | None
    part: Part | None
    end: int
    plain: bool
    """A bare number: a time only where the rest of the sentence makes it one."""
    full_dial: bool = False

    def refines(self, told: Clock) -> bool:
        """Whether it tells more of an hour that was told before: "three, three fifteen", "at lunchtime, 1 o'clock"."""
        return told.plain and not self.plain and (told.full_dial or told.hour == self.hour)

    def guessed(self, part: Part | None) -> bool:
        """Whether nothing that was said tells the half of the day."""
        return not self.full_dial and (self.half, self.part, part) == (None, None, None)

    def at(self, part: Part | None = None) -> time:
        """The time of day, with `part` of the day as said elsewhere in the sentence."""
        hour = self.hour
        if self.full_dial and (self.half is None or hour > 12):
            return time(hour % 24, self.minute)
        if self.half is not None:
            return time(hour % 12 + (12 if self.half == "pm" else 0), self.minute)
        return time(_by_part(hour, self.part or part), self.minute)


def _by_part(hour: int, part: Part | None) -> int:
    if part == "morning":
        return 12 if hour == 12 else hour
    if part in ("afternoon", "evening"):
        return hour % 12 + 12
    if part == "night":
        return hour % 12 + (12 if 5 <= hour < 12 else 0)
    return hour if _SEVEN <= hour <= 12 else hour + 12
