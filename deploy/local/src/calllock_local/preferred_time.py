"""Pure. Reads the `preferred_time` of a booking, as the receptionist words it for the backend."""

from __future__ import annotations

import re
from calendar import month_name
from dataclasses import dataclass
from datetime import date, time, timedelta

_MONTHS = [name.lower() for name in month_name]
_CLOCK = r"\d{1,2}:\d{2} [ap]m"
_PHRASE = re.compile(
    r"^(?:soonest available|first available day|"
    r"(?P<week>the week of )?(?:[a-z]+, )?(?P<month>[a-z]+) (?P<day>\d{1,2})(?:, (?P<year>\d{4}))?)"
    rf"(?: at (?P<at>{_CLOCK})| between (?P<from>{_CLOCK}) and (?P<to>{_CLOCK})"
    rf"| after (?P<after>{_CLOCK})| before (?P<before>{_CLOCK})| (?P<part>in the [a-z]+|at night))?$"
)
_PARTS = {
    "in the morning": (time(0), time(11, 59)),
    "in the afternoon": (time(12), time(16, 59)),
    "in the evening": (time(17), time(20, 59)),
    "at night": (time(18), time(23, 59)),
}


@dataclass(frozen=True, slots=True)
class Wish:
    """Any moment of some days between two clock times, all of them included; None: any day."""

    first_day: date | None = None
    last_day: date | None = None
    earliest: time = time.min
    latest: time = time.max

    @property
    def is_exact(self) -> bool:
        """Whether one clock time was asked for."""
        return self.earliest == self.latest


def read_wish(phrase: str, today: date) -> Wish | None:
    """What "Tuesday, February 24 at 2:45 PM" or "soonest available" asks for; None when it is no such phrase."""
    match = _PHRASE.match(" ".join(phrase.lower().split()))
    if match is None:
        return None
    said = match.groupdict(default="")
    try:
        earliest, latest = _between(said)
        if not said["month"]:
            return Wish(None, None, earliest, latest)
        first = _next(_MONTHS.index(said["month"]), int(said["day"]), int(said["year"] or 0), today)
    except (ValueError, LookupError):
        return None
    return Wish(first, first + timedelta(days=6) if said["week"] else first, earliest, latest)


def _between(said: dict[str, str]) -> tuple[time, time]:
    if said["part"]:
        return _PARTS[said["part"]]
    earliest = said["at"] or said["from"] or said["after"]
    latest = said["at"] or said["to"] or said["before"]
    return _clock(earliest) if earliest else time.min, _clock(latest) if latest else time.max


def _clock(said: str) -> time:
    hour, minute, half = re.split(r"[: ]", said)
    if not 1 <= int(hour) <= 12:
        raise ValueError(f"no such hour: {hour}")
    return time(int(hour) % 12 + (12 if half == "pm" else 0), int(minute))


def _next(month: int, day: int, year: int, today: date) -> date:
    """That date in `year`; without a year (0) the next one, in a week that has begun included."""
    if year:
        return date(year, month, day)
    this_year = date(today.year, month, day)
    return this_year if this_year >= today - timedelta(days=6) else date(today.year + 1, month, day)
