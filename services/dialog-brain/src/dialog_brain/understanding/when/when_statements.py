"""Pure. One statement of a turn: everything in it that says a time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache
from typing import NamedTuple

from dialog_brain.understanding.language.calendar_words import WEEKDAYS
from dialog_brain.understanding.language.clauses import Clause
from dialog_brain.understanding.language.for_now import asks_now, for_now
from dialog_brain.understanding.language.phrases import any_of
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.when import dates, hours_ahead, own_hours, parts_of_day, sooner, times
from dialog_brain.understanding.when.alternatives import JOINING, first_of, joint
from dialog_brain.understanding.when.bounded_times import EARLIEST, bounds_a_time, read_clocks
from dialog_brain.understanding.when.clock import Clock
from dialog_brain.understanding.when.dates import BEFORE_DAYS, day
from dialog_brain.understanding.when.day_spans import WORKING_DAYS, span, weekends_ahead
from dialog_brain.understanding.when.days import DAY, WEEK, Day, monday_of
from dialog_brain.understanding.when.holidays import begins_holiday
from dialog_brain.understanding.when.named_days import from_named
from dialog_brain.understanding.when.own_hours import left_part
from dialog_brain.understanding.when.parts_of_day import read_part, with_half
from dialog_brain.understanding.when.ruled_out_days import denied, rule_out, ruled_out
from dialog_brain.understanding.when.sooner import no_waiting, or_sooner
from dialog_brain.understanding.when.when_words import BOUNDS, DECLINED, REOPENING, SOONEST
from dialog_brain.understanding.when.wishes import Wish, in_one_week


class Scene(NamedTuple):
    """When a statement was made, and whether a time was asked for."""

    now: datetime
    awaited: bool


Reader = Callable[[Speech, int, Wish, Scene], int]
"""Takes what begins with a word into the wish; the end of it, or 0."""


def says_time(speech: Speech) -> bool:
    """Whether any of the grammars can begin with any word: most turns say no time."""
    return any(map(_says_time, speech.words))


@lru_cache(maxsize=4096)
def _says_time(word: str) -> bool:
    return any(reader is not _sooner for reader in _readers(word))


def read_statement(speech: Speech, clause: Clause, scene: Scene, named: Day | None = None) -> Wish:
    """Everything in one statement that says a time; `named` is the day that was named last before it."""
    view = speech.cut(0, clause.end) if clause.end < len(speech.words) else speech
    wish = Wish(named=named)
    choices = [wish]
    words = view.words
    place = clause.start
    while place < clause.end:
        after = joint(view, place, wish, scene.now.date()) if words[place] in JOINING else None
        if after is not None:
            wish.listed = wish.named is not None and wish.named.end == place
            wish, place = Wish(named=wish.named), after
            choices.append(wish)
            continue
        end = 0
        for reader in _readers(words[place]):
            end = reader(view, place, wish, scene)
            if end:
                break
        if end:
            wish.read += end - place
            place = end
        else:
            wish.reopened = wish.reopened or words[place] in REOPENING
            place += 1
    return first_of(choices, scene.now.date())


def _left_part(view: Speech, place: int, wish: Wish, _scene: Scene) -> int:
    found = left_part(view, place)
    if found is None:
        return 0
    wish.part, wish.left = wish.part or found.meaning, True
    return found.end


def _soonest(view: Speech, place: int, wish: Wish, scene: Scene) -> int:
    found = SOONEST.at(view, place)
    if found is not None and view.words[found.end - 1] in EARLIEST and bounds_a_time(view, place):
        return 0
    if found is None and wish.named is not None and (others := _OTHERS.at(view, place)) is not None:
        wish.soonest = bool(wish.soonest)
        return others.end
    if found is None and view.words[place:] == ("now",) and asks_now(view.words, place):
        wish.soonest = True
        return place + 1
    if found is None and (view.words[place] == "within" or view.words[place : place + 3] == ("in", "the", "next")):
        soon = day(view, place, scene.now.date())
        wish.soonest = soon is not None or wish.soonest
        return 0 if soon is None else soon.end
    bound = found is not None and found.meaning is False and BOUNDS.at(view, place) is not None
    if found is None or bound or view.words[found.end : found.end + 2] == ("in", "the"):
        return 0
    if "not" in view.words[max(0, place - 3) : place] or for_now(view, found.end):
        return found.end
    wish.soonest = bool(wish.soonest) or found.meaning
    return found.end


_OTHERS = any_of(
    "any|some other day",
    "one|any of the other days",
    "the other days",
)
""" "Tuesday I can't, one of the other days"."""


def _sooner(view: Speech, place: int, wish: Wish, scene: Scene) -> int:
    """ "It can't wait until Monday", "Thursday or sooner": as soon as possible, and no day."""
    begins = no_waiting(view, place)
    late = day(view, begins, scene.now.date()) if 0 < begins < len(view.words) else None
    if late is not None:
        wish.soonest = True
        return late.end
    end = or_sooner(view, place)
    if wish.named is None and "sooner" not in view.words[place:end]:
        return 0
    if end:
        wish.date, wish.week_of, wish.soonest, wish.sooner = None, None, True, True
    return end


def _ahead(view: Speech, place: int, wish: Wish, scene: Scene) -> int:
    found = hours_ahead.hours_ahead(view, place, scene.now)
    if found is None:
        return 0
    wish.date = found.at.date()
    told = Clock(found.at.hour, found.at.minute, None, None, found.end, plain=False, full_dial=True)
    if found.at_most:
        wish.latest = told
    else:
        wish.clock = told
    return found.end


def _day(view: Speech, place: int, wish: Wish, scene: Scene) -> int:
    """A day, wished for or ruled out."""
    before, today = view.words[max(0, place - 1) : place], scene.now.date()
    if place and view.stops[place - 1] not in ("", "-"):  # "the week after, Wednesday"
        before = ()
    found = None if before in _NO_DAY_AFTER else _found_day(view, place, wish.named, today)
    if found is None:
        return 0
    found = with_half(view, found)
    if view.words[place : place + 2] == ("today", "is") and view.words[place + 2 : place + 3] in _WEEKDAY:
        return place + 3
    wish.named = found
    by_weekday = _is_weekday(view.words[place : found.end])
    wish.dated += () if by_weekday else found.days()
    if ruled_out(view, place, found.end, wish):
        return rule_out(view, place, found, wish)
    wish.at_first = wish.at_first or before in _UNTIL or "back" in view.words[max(0, place - 2) : place]
    wish.not_on += found.without
    if before not in _UP_TO:
        wish.days += found.days()
    included = view.words[max(0, place - 2) : max(0, place - 1)] in _INCLUDING
    if before in (("after",), ("before",)) and found.date is not None and not included:
        beside = (found.last or found.date) + DAY if before == ("after",) else found.date - DAY
        found = found._replace(date=max(beside, today), week_of=None)
    said = view.words[place : found.end]
    told = Wish(found.date, found.week_of, by_weekday=by_weekday, counted=_counted(said))
    if before not in _BESIDES:
        in_one_week(wish, told)
    _wish_for(found._replace(date=told.date, week_of=told.week_of), wish, by_weekday=told.by_weekday)
    wish.counted = told.counted and wish.date == told.date
    if said[0] in WEEKDAYS and "week" in said and found.date is not None:  # "Tuesday of next week"
        wish.week_of = wish.week_of or monday_of(found.date)
    return found.end


def _is_weekday(said: tuple[str, ...]) -> bool:
    """ "Friday", "on Friday", but not "next Friday" or "Friday the sixth"."""
    return said[-1] in WEEKDAYS and (len(said) == 1 or _BEFORE_WEEKDAYS.issuperset(said[:-1]))


def _counted(said: tuple[str, ...]) -> bool:
    """ "In two weeks", "three weeks from now", but not "a week from Friday"."""
    return not _WEEKS.isdisjoint(said) and WEEKDAYS.keys().isdisjoint(said)


def _found_day(view: Speech, place: int, named: Day | None, today: date) -> Day | None:
    first = place + (view.words[place] == "the")
    if named is not None and named.date is not None and view.words[first : first + 2] in _THE_NAMED:
        return Day(named.date, None, None, first + 2)
    found = span(view, place, today)
    if found is None and named is None and view.words[place : place + 3] == ("the", "week", "after"):
        named = Day(None, monday_of(today), None, place)
    if found is None and named is not None:
        found = from_named(view, place, named)
    if found is None and view.words[place] in _ROUGHLY and place + 1 < len(view.words):
        found = day(view, place + 1, today)
    if found is None or named is None:
        return found
    if found.date is None and named.date is None and _NAMES_ITS_WEEK.isdisjoint(view.words[place : found.end]):
        return found._replace(week_of=named.week_of)  # "next week, later in the week"
    if found.date is None or found.date != named.date:
        return found
    if view.words[found.end :] in _AFTER_IT:  # "not Tuesday, the Tuesday after"
        return found._replace(date=found.date + WEEK, end=len(view.words))
    following = not _FOLLOWING.isdisjoint(view.words[place : place + 2])
    return found._replace(date=found.date + WEEK) if following else found


def _wish_for(found: Day, wish: Wish, *, by_weekday: bool) -> None:
    if wish.reopened and wish.date is not None and found.date is not None:
        wish.date, wish.reopened, wish.moved = found.date, False, True
    if found.date is not None and found.week_of is not None:
        found = found._replace(date=None)  # a weekend that has begun
    if wish.date is None:
        wish.hours_first = wish.has_hours()
        wish.date = found.date
        wish.by_weekday = by_weekday
        wish.week_of = wish.week_of or found.week_of
        wish.in_month = found.in_month
    elif by_weekday and found.date not in (None, wish.date):
        wish.row += found.days()
    wish.part = wish.part or found.part


_THE_NAMED = (("same", "day"),)
_ROUGHLY = wordset("about around like maybe roughly")
_BEFORE_WEEKDAYS = BEFORE_DAYS | _ROUGHLY
_WEEKS = wordset("week weeks")
_NO_DAY_AFTER = (("last",), ("past",), ("since",), ("every",))
_UNTIL = (("until",), ("till",), ("til",))
""" "I'm away until Thursday" leaves Thursday."""
_BESIDES = (("all",), ("and",))
""" "Tuesday and all next week" is not Tuesday of that week."""
_INCLUDING = (("not",), ("nothing",), ("never",), ("or",))
""" "Not before Friday" may be Friday."""
_UP_TO = (*_UNTIL, ("before",), ("after",), ("through",))
_NAMES_ITS_WEEK = wordset("this next after following of month")
_FOLLOWING = frozenset(["following", "next"])
_AFTER_IT = (("after",), ("after", "that"))
_WEEKDAY = {(name,) for name in WEEKDAYS}


def _weekdays(view: Speech, place: int, wish: Wish, scene: Scene) -> int:
    """ "Weekdays only": any of them, and no weekend; "no weekdays" leaves the weekend, "weekdays are bad" nothing."""
    if view.words[place] not in WORKING_DAYS:
        return 0
    weekends = weekends_ahead(scene.now.date())
    if denied(view, place, place + 1):
        _wish_for(Day(weekends[0], None, None, place + 1, weekends[1]), wish, by_weekday=False)
        return place + 1
    if not any(found.start <= place + 2 and found.end >= place for found in DECLINED.all(view)):
        wish.not_on += weekends
        wish.soonest = bool(wish.soonest)
    return place + 1


def _part(view: Speech, place: int, wish: Wish, _scene: Scene) -> int:
    return read_part(view, place, wish)


def _clocks(view: Speech, place: int, wish: Wish, scene: Scene) -> int:
    return read_clocks(view, place, wish, awaited=scene.awaited)


_READERS: tuple[tuple[Reader, frozenset[str]], ...] = (
    (_left_part, own_hours.BEGINNINGS),
    (_sooner, sooner.BEGINNINGS),
    (_soonest, SOONEST.beginnings | _OTHERS.beginnings | {"now", "in"}),
    (_ahead, hours_ahead.BEGINNINGS),
    (_day, dates.BEGINNINGS | _ROUGHLY),
    (_clocks, BOUNDS.beginnings | times.BEGINNINGS),
    (_part, parts_of_day.BEGINNINGS),
    (_weekdays, WORKING_DAYS),
)
"""In the order in which they are tried, with the words at which each may begin."""
_EVERY = tuple(reader for reader, _ in _READERS)
_BY_WORD = {
    word: tuple(reader for reader, begin in _READERS if word in begin)
    for word in frozenset().union(*(begin for _, begin in _READERS))
    if not begins_holiday(word)
}


@lru_cache(maxsize=4096)
def _readers(word: str) -> tuple[Reader, ...]:
    """The grammars that may find something at that word."""
    found = _BY_WORD.get(word)
    if found is not None:
        return found
    return _EVERY if word[0].isdigit() or begins_holiday(word) else ()
