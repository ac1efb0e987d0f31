"""Pure. A wish for a time while it is being read, and what it comes to."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from datetime import datetime, time

from dialog_brain.understanding.understood import Part, When
from dialog_brain.understanding.when.clock import Clock
from dialog_brain.understanding.when.days import FRIDAY, WEEK, Day, in_week, monday_of

_NOTHING = (None,) * 7
_MORNINGS_BEGIN, _AFTERNOONS_END = 6, 20
_EVENINGS_END = 9


@dataclass(slots=True)
class Wish:
    """A wish while it is being read."""

    date: dt.date | None = None
    week_of: dt.date | None = None
    part: Part | None = None
    clock: Clock | None = None
    earliest: Clock | None = None
    latest: Clock | None = None
    soonest: bool | None = None
    """True: as soon as possible; False: any time will do."""
    sooner: bool = False
    """The day that was named is only the last one that will do."""
    left: bool = False
    """What a refusal leaves ("not in the morning"), or what the caller's own hours do ("I work until five")."""
    vague: bool = False
    """It was only said to be late: an hour that is told counts more."""
    at_first: bool = False
    """The day is only the first one possible ("I'm away until Thursday"): another one said later counts."""
    reopened: bool = False
    """The next day replaces the one that was read."""
    listed: bool = False
    """Another one to choose follows right after its day: "Thursday or Friday after three"."""
    moved: bool = False
    """The day was replaced: hours that are said after it replace the ones before."""
    hours_first: bool = False
    """The day was named after the hours: "before ten or after four on Monday"."""
    by_weekday: bool = False
    """Whether the day was named by its weekday alone."""
    counted: bool = False
    """Whether the day was counted in weeks: "in two weeks" may go on "on a Friday"."""
    in_month: bool = False
    """A month was named, of which the week is only the first."""
    named: Day | None = None
    """The day or week that was named last, wished for or not."""
    engaged: Wish | None = None
    """What the caller does at some hour of a day: "Tuesday I've got the dentist at nine"."""
    days: tuple[dt.date, ...] = ()
    """Every day that was named and not ruled out."""
    row: tuple[dt.date, ...] = ()
    """Days that follow another without an "or" yet: "Monday, Wednesday or Friday"."""
    or_on: tuple[dt.date, ...] = ()
    """The days of what may be chosen instead."""
    dated: tuple[dt.date, ...] = ()
    """Days that were not named by their weekday alone: "tomorrow" is no day of next week."""
    not_on: tuple[dt.date, ...] = ()
    """Days that were ruled out; up to word `ruled_end` they were listed."""
    ruled_end: int = 0
    read: int = 0
    """How many words were understood."""

    def has_any(self) -> bool:
        """Whether anything was wished at all."""
        told = (self.date, self.week_of, self.part, self.clock, self.earliest, self.latest, self.soonest)
        return told != _NOTHING

    def has_day(self) -> bool:
        """Whether a day or a week was wished for."""
        return self.date is not None or self.week_of is not None

    def named_week(self) -> dt.date | None:
        """The Monday of a week that was named, or counted, without one of its days."""
        if self.date is None:
            return self.week_of
        return monday_of(self.date) if self.counted else None

    def has_hours(self) -> bool:
        """Whether anything was wished of the time of day."""
        return (self.part, self.clock, self.earliest, self.latest) != _NOTHING[:4]

    def whole_day(self) -> tuple[dt.date, ...]:
        """The days, where nothing narrows them: "not Friday", but not "not Friday before ten"."""
        return () if self.has_hours() else self.days


def merge(wish: Wish, part: Wish, *, corrected: bool) -> None:
    """Add what one statement says. `corrected`: it replaces what was said before, otherwise the first stands.

    What the caller's own hours left gives way to an hour that is asked for.
    """
    hours = (part.clock or part.earliest or part.latest) is not None
    if not corrected or part.date is None:
        in_one_week(wish, part)
    if not corrected and _another(wish, part):
        return
    _give_way(wish, part)
    if part.sooner or (corrected and part.has_day()):
        wish.date = wish.week_of = None
    if hours and (corrected or (wish.left and not part.left)) and not _narrows(wish, part):
        wish.clock = wish.earliest = wish.latest = wish.part = None
        wish.left = False
    wish.left = wish.left or (part.left and part.has_hours())
    if wish.date is None:
        wish.by_weekday, wish.counted = part.by_weekday, part.counted
    if wish.clock is not None and part.clock is not None and part.clock.refines(wish.clock):
        wish.clock = None
    for field in ("date", "week_of", "part", "clock", "earliest", "latest"):
        if getattr(wish, field) is None:
            setattr(wish, field, getattr(part, field))
    if part.soonest is not None:
        wish.soonest = wish.soonest or part.soonest
    wish.in_month = wish.in_month or part.in_month
    _line_up(wish, part, corrected=corrected)


def _line_up(wish: Wish, part: Wish, *, corrected: bool) -> None:
    """Keep the days that would do as well: of "Monday, Wednesday or Friday" the last two."""
    if corrected:
        wish.or_on = part.or_on
        return
    if part.by_weekday and part.date is not None and part.date != wish.date:
        wish.row += (part.date,)
    if part.or_on:
        wish.or_on += wish.row + part.or_on


def in_one_week(wish: Wish, part: Wish) -> None:
    """ "The week after next, maybe Tuesday", "Tuesday, two weeks from now": the weekday in that week."""
    week = wish.named_week()
    if part.date is not None and part.by_weekday and week is not None:
        part.date, wish.date = in_week(part.date, week), None
        part.or_on = tuple(in_week(day, week) for day in part.or_on)
    elif wish.date is not None and wish.by_weekday and (week := part.named_week()) is not None:
        part.date, part.week_of, part.by_weekday = in_week(wish.date, week), None, True
        wish.date = None


def correct_half(wish: Wish, part: Wish) -> None:
    """ "Eight a.m. No, p.m.": the hour stays."""
    told = wish.clock
    if told is None or part.part is None or not (told.half or told.part):
        return
    if part.clock is None and part.earliest is None and part.latest is None:
        wish.clock = told._replace(half=None, part=part.part)


def _give_way(wish: Wish, part: Wish) -> None:
    """ "Late Tuesday, after four"; "I can't do mornings Tuesday, Wednesday I'm free"."""
    if wish.vague and (part.clock or part.earliest or part.latest):
        wish.earliest, wish.vague = None, False
    wish.vague = wish.vague or part.vague
    if wish.left and not part.left and part.date is not None and wish.date not in (None, part.date):
        wish.date = wish.part = wish.clock = wish.earliest = wish.latest = None
        wish.left = False


def _another(wish: Wish, part: Wish) -> bool:
    """ "Tuesday before noon, Wednesday after three", "until eleven, then again after three": to choose from."""
    other_day = wish.date is not None and part.date is not None and wish.date != part.date
    two_days = other_day and not wish.left and wish.has_hours() and part.has_hours()
    return two_days or apart(wish.latest, part.earliest)


def apart(latest: Clock | None, earliest: Clock | None) -> bool:
    """Whether "before eleven" and "after three" bound two spans; "before eight" may be in the evening."""
    if latest is None or earliest is None:
        return False
    return latest.at().hour >= _EVENINGS_END and latest.at() < earliest.at()


def _narrows(wish: Wish, part: Wish) -> bool:
    """ "After nine, but before noon": the other end of a span replaces nothing."""
    if part.clock is not None or wish.clock is not None or apart(wish.latest, part.earliest):
        return False
    told, added = (wish.earliest, wish.latest), (part.earliest, part.latest)
    return all(old is None or new is None for old, new in zip(told, added, strict=True))


def settled(wish: Wish, now: datetime) -> When | None:
    """What was wished, or None; a day that is over is no wish."""
    _week_ahead(wish, now.date())
    not_on = _ruled_out(wish, now.date())
    if wish.date in not_on:
        wish.date = _a_week_on(wish.date, not_on) if wish.date is not None and wish.by_weekday else None
    if not wish.has_any():
        return When(not_on=not_on) if not_on else None
    clock_at = None if wish.clock is None else wish.clock.at(wish.part)
    earliest, latest = _ordered(wish) if clock_at is None else (None, None)
    part = wish.part or (wish.clock.part if wish.clock is not None else None)
    bounded = wish.date is not None or wish.week_of is not None or any((clock_at, earliest, latest, part))
    soonest = wish.soonest is True or (wish.soonest is False and not bounded)
    if not bounded and not soonest:
        return When(not_on=not_on) if not_on else None
    if wish.date is not None and wish.date < now.date():
        return None
    return When(
        date=wish.date,
        time=clock_at,
        part=None if clock_at is not None else part,
        earliest=earliest,
        latest=latest,
        week_of=None if wish.date is not None else wish.week_of,
        soonest=soonest,
        not_on=() if wish.date is not None else not_on,
        by_weekday=wish.by_weekday,
        in_month=wish.in_month and wish.date is None and wish.week_of is not None,
        guessed=wish.clock is not None and wish.clock.guessed(wish.part),
        or_on=tuple(day for day in wish.or_on if wish.date is not None and day > now.date() and day not in not_on),
    )


def _a_week_on(day: dt.date, not_on: tuple[dt.date, ...]) -> dt.date | None:
    """ "Not this week, maybe Tuesday": where the days around it are ruled out too, a weekday is the next one."""
    around = monday_of(day)
    return day + WEEK if sum(monday_of(other) == around for other in not_on) > 1 else None


def _week_ahead(wish: Wish, today: dt.date) -> None:
    """At a weekend "this week except Tuesday" is the coming one, for this week's Tuesday is over."""
    ahead = monday_of(today) + WEEK
    over = wish.not_on and all(day not in wish.dated and monday_of(day) == ahead for day in wish.not_on)
    if over and wish.week_of == monday_of(today) and today.weekday() > FRIDAY:
        wish.week_of = ahead


def _ruled_out(wish: Wish, today: dt.date) -> tuple[dt.date, ...]:
    """The days ruled out from `today` on; beside a week only its own, those that were named by a weekday among them."""
    if not wish.not_on:
        return ()
    days = {day if day in wish.dated else in_week(day, wish.week_of) for day in wish.not_on if day >= today}
    if wish.soonest is not None and any(day not in wish.dated and day.weekday() == today.weekday() for day in days):
        days.add(today)  # "any day but Monday", said on a Monday
    return tuple(sorted(day for day in days if wish.week_of is None or 0 <= (day - wish.week_of).days < 7))


def _ordered(wish: Wish) -> tuple[time | None, time | None]:
    earliest, latest = _bound(wish, wish.earliest), _bound(wish, wish.latest)
    if earliest is not None and latest is not None and latest <= earliest and latest.hour < 12:
        latest = latest.replace(hour=latest.hour + 12)
    return earliest, latest


def _bound(wish: Wish, told: Clock | None) -> time | None:
    """ "Wednesday morning, I have to leave by two": two is after any morning, and bounds none."""
    if told is None:
        return None
    at = told.at(wish.part)
    only_latest = told is wish.latest and wish.earliest is None
    beyond = (wish.part, only_latest) == ("morning", True) and at.hour < _MORNINGS_BEGIN
    before = (wish.part, told is wish.earliest) == ("afternoon", True) and at.hour >= _AFTERNOONS_END
    return None if told.guessed(None) and (beyond or before) else at
