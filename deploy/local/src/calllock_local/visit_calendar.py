"""Pure. The stand-in's calendar: visits of one crew, in the zone and hours of a business."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from calllock.contracts.business import WEEKDAYS, BusinessProfile
from calllock_local.preferred_time import Wish

VISIT = timedelta(hours=2)
NOTICE = timedelta(hours=1)
"""How long before a visit it must be asked for."""
_LOOKS_AHEAD_DAYS = 21
_NOON = 12


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

    def find(self, wish: Wish, now: datetime) -> datetime | None:
        """The first free moment that fulfils the wish: at the clock time asked for, otherwise on the hour."""
        times = [wish.earliest] if wish.is_exact else [time(hour) for hour in range(24)]
        for moment in self._free(now, times, wish.first_day):
            if wish.last_day and moment.date() > wish.last_day:
                return None
            if wish.earliest <= moment.time() and (wish.is_exact or moment.time() < wish.latest):
                return moment
        return None

    def offers(self, wish: Wish | None, now: datetime) -> list[datetime]:
        """Three free moments, the nearest to the wish first."""
        free = list(self._free(now, [time(hour) for hour in range(24)]))
        if wish and wish.first_day:
            day = wish.first_day
            wanted = datetime.combine(day, wish.earliest, ZoneInfo(self.profile.zone))
            free.sort(key=lambda moment: (moment.date() != day, abs(moment - wanted)))
        return free[:3]

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

    def _free(self, now: datetime, times: list[time], from_day: date | None = None) -> Iterator[datetime]:
        today = self.profile.local(now).date()
        first = max(today, from_day or today)
        for days in range(_LOOKS_AHEAD_DAYS):
            for at in times:
                moment = datetime.combine(first + timedelta(days=days), at, ZoneInfo(self.profile.zone))
                if self._is_free(moment, now):
                    yield moment

    def _is_free(self, moment: datetime, now: datetime) -> bool:
        hours = self.profile.hours.get(WEEKDAYS[moment.weekday()])
        if hours is None or moment.date() in self.profile.holidays or moment < now + NOTICE:
            return False
        ends_on = moment.date() + timedelta(days=hours.closes == time.min)
        latest = datetime.combine(ends_on, hours.closes, moment.tzinfo) - VISIT / 2
        return (
            hours.hold(moment.time())
            and moment <= latest
            and all(abs(moment - taken.starts_at) >= VISIT for taken in self.appointments)
        )


def spoken_date(moment: datetime) -> str:
    """As in "Tuesday, February 24"."""
    return f"{moment:%A}, {moment:%B} {moment.day}"


def spoken_time(moment: datetime) -> str:
    """As in "2:45 PM"."""
    return f"{moment.hour % _NOON or _NOON}:{moment:%M} {'AM' if moment.hour < _NOON else 'PM'}"
