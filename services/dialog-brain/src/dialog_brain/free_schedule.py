"""Pure. The schedule of a scripted call: the business has nothing to do, and keeps its hours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from dialog_brain.flow.call import Call
from dialog_brain.understanding.understood import HOURS_OF_PART, When

_DAYS_AHEAD = 14
_USUAL_HOUR = 9
_OFFERS = 3
_NOTICE = timedelta(hours=1)


def answer_of_a_free_schedule(call: Call) -> dict[str, Any]:
    """What the backend answers: the first moment that fits what the caller wishes for, otherwise other ones.

    A visit that nothing more is said of is tomorrow at nine, if somebody works then.
    """
    wish = call.when or When(soonest=True)
    fitting = next((moment for day in _days(wish, call.now.date()) for moment in _on(day, wish, call)), None)
    if fitting is not None:
        return {"booked": True, "booking_time": fitting.isoformat()}
    return {"booked": False, "available_slots": [moment.isoformat() for moment in _nearest(wish, call)]}


def _days(wish: When, today: date) -> Iterator[date]:
    first = wish.date or wish.week_of or today + timedelta(days=1)
    count = 1 if wish.date else 7 if wish.week_of else _DAYS_AHEAD
    days = (first + timedelta(days=ahead) for ahead in range(count))
    return (day for day in days if day == wish.date or day not in wish.not_on)


def _on(day: date, wish: When, call: Call) -> Iterator[datetime]:
    """The free moments of a day that fit a wish, those of the usual hours first."""
    times = [wish.time] if wish.time else [*([wish.earliest] if wish.earliest else []), *_HOURS]
    for at in times:
        moment = datetime.combine(day, at, call.now.tzinfo)
        if _is_free(moment, call) and wish.allows(at):
            yield moment


_HOURS = [time(hour) for hour in (*range(_USUAL_HOUR, 24), *range(_USUAL_HOUR))]


def _is_free(moment: datetime, call: Call) -> bool:
    return moment >= call.now + _NOTICE and call.profile.is_open(moment)


def _nearest(wish: When, call: Call) -> list[datetime]:
    """Free moments, the nearest to the wish, in their order."""
    at = wish.time or wish.earliest or time(HOURS_OF_PART[wish.part][0] if wish.part else _USUAL_HOUR)
    wanted = datetime.combine(next(_days(wish, call.now.date()), call.now.date()), at, call.now.tzinfo)
    days = (wanted.date() + timedelta(days=ahead) for ahead in range(-_DAYS_AHEAD, _DAYS_AHEAD))
    moments = (datetime.combine(day, hour, wanted.tzinfo) for day in days if day not in wish.not_on for hour in _HOURS)
    free = [moment for moment in moments if _is_free(moment, call)]
    return sorted(sorted(free, key=lambda moment: abs(moment - wanted))[:_OFFERS])
