"""Pure. The stand-in's calendar: visits of one crew, in the zone and hours of a business."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from calllock.contracts.business import WEEKDAYS, BusinessProfile

SOONEST = "soonest available"
VISIT = timedelta(hours=2)
NOTICE = timedelta(hours=1)
"""How long before a visit it must be asked for."""
_LOOKS_AHEAD_DAYS = 21
_MONTHS = [name.lower() for name in month_name]
_PHRASE = re.compile(
    r"^(?:[a-z]+,\s*)?(?P<month>[a-z]+)\s+(?P<day>\d{1,2})"
    r"(?:\s+at\s+(?P<hour>\d{1,2}):(?P<minute>\d{2})\s*(?P<half>[ap]m)|\s+in the (?P<part>morning|afternoon|evening))?$"
)
_PARTS = {"morning": (time.min, time(12)), "afternoon": (time(12), time(17)), "evening": (time(17), time.max)}
_NOON = 12


@dataclass(frozen=True, slots=True)
class Wish:
    """What a caller wants: a moment, or any moment of a day (`None`: of any day) between two times."""

    day: date | None = None
    at: time | None = None
    earliest: time = time.min
    latest: time = time.max


@dataclass(frozen=True, slots=True)
class Appointment:
    """A booked visit."""

    number: str
    starts_at: datetime
    id: str


@dataclass(slots=True)
class Calendar:
    """The visits of one business. Two visits never overlap; that is how slots fill up."""

    profile: BusinessProfile
    appointments: list[Appointment] = field(default_factory=list)

    def read_wish(self, phrase: str, now: datetime) -> Wish | None:
        """What "Tuesday, February 24 at 2:45 PM" or "soonest available" asks for; None when it is neither."""
        phrase = " ".join(phrase.lower().split())
        if phrase == SOONEST:
            return Wish()
        match = _PHRASE.match(phrase)
        if match is None or match["month"] not in _MONTHS[1:]:
            return None
        try:
            day = self._next(_MONTHS.index(match["month"]), int(match["day"]), self.profile.local(now).date())
            if match["hour"]:
                hour = int(match["hour"]) % _NOON + (_NOON if match["half"] == "pm" else 0)
                return Wish(day, time(hour, int(match["minute"])))
        except ValueError:
            return None
        return Wish(day, None, *_PARTS.get(match["part"] or "", (time.min, time.max)))

    def find(self, wish: Wish, now: datetime) -> datetime | None:
        """The moment that fulfils the wish, when it is free."""
        if wish.day and wish.at:
            moment = datetime.combine(wish.day, wish.at, ZoneInfo(self.profile.zone))
            return moment if self._is_free(moment, now) else None
        return next((m for m in self._free(now) if _fulfils(m, wish)), None)

    def offers(self, wish: Wish | None, now: datetime, count: int = 3) -> list[datetime]:
        """Free moments, the nearest to the wish first."""
        free = list(self._free(now))
        if wish and wish.day:
            wanted = datetime.combine(wish.day, wish.at or wish.earliest, ZoneInfo(self.profile.zone))
            free.sort(key=lambda moment: (moment.date() != wish.day, abs(moment - wanted)))
        return free[:count]

    def on_same_day(self, number: str, moment: datetime) -> Appointment | None:
        """The visit that this number already has on that day, if any."""
        for appointment in self.appointments:
            if appointment.number == number and appointment.starts_at.date() == moment.date():
                return appointment
        return None

    def next_visit(self, number: str, now: datetime) -> Appointment | None:
        """The next visit of this number, if any."""
        coming = [a for a in self.appointments if a.number == number and a.starts_at > now]
        return min(coming, key=lambda appointment: appointment.starts_at, default=None)

    def book(self, number: str, moment: datetime) -> Appointment:
        """Fills the slot; the caller has made sure that it is free."""
        appointment = Appointment(number, moment, f"standin-{len(self.appointments) + 1}")
        self.appointments.append(appointment)
        return appointment

    def _free(self, now: datetime) -> Iterator[datetime]:
        zone, today = ZoneInfo(self.profile.zone), self.profile.local(now).date()
        for days in range(_LOOKS_AHEAD_DAYS):
            for hour in range(24):
                moment = datetime.combine(today + timedelta(days=days), time(hour), zone)
                if self._is_free(moment, now):
                    yield moment

    def _is_free(self, moment: datetime, now: datetime) -> bool:
        hours = self.profile.hours.get(WEEKDAYS[moment.weekday()])
        if hours is None or moment.date() in self.profile.holidays or moment < now + NOTICE:
            return False
        latest = datetime.combine(moment.date(), hours.closes, moment.tzinfo) - VISIT / 2
        return (
            hours.opens <= moment.time()
            and moment <= latest
            and all(abs(moment - taken.starts_at) >= VISIT for taken in self.appointments)
        )

    @staticmethod
    def _next(month: int, day: int, today: date) -> date:
        this_year = date(today.year, month, day)
        return this_year if this_year >= today else date(today.year + 1, month, day)


def spoken_date(moment: datetime) -> str:
    """As in "Tuesday, February 24"."""
    return f"{moment:%A}, {moment:%B} {moment.day}"


def spoken_time(moment: datetime) -> str:
    """As in "2:45 PM"."""
    return f"{moment.hour % _NOON or _NOON}:{moment:%M} {'AM' if moment.hour < _NOON else 'PM'}"


def _fulfils(moment: datetime, wish: Wish) -> bool:
    return wish.day in (None, moment.date()) and wish.earliest <= moment.time() < wish.latest
