"""Pure. When somebody should come: the days and clock times of one turn, combined into one wish."""

from __future__ import annotations

from datetime import datetime, timedelta

from dialog_brain.understanding.calendar_words import PARTS
from dialog_brain.understanding.clauses import Clause, clauses, outside
from dialog_brain.understanding.dates import day
from dialog_brain.understanding.hours_ahead import hours_ahead
from dialog_brain.understanding.misheard_hours import with_hours
from dialog_brain.understanding.own_hours import left_part, turned
from dialog_brain.understanding.time_beginnings import begins_time
from dialog_brain.understanding.times import Clock, clock
from dialog_brain.understanding.understood import Expected, When
from dialog_brain.understanding.when_words import (
    BOUNDS,
    DECLINED,
    EARLIER,
    FILLERS,
    LATER,
    MEALS,
    NAMED_HOURS,
    NO_PART,
    PAST,
    POLITE,
    REOPENING,
    SOONEST,
    SPAN_JOINTS,
    WISHES,
    Bound,
)
from dialog_brain.understanding.wishes import Wish, merge, settled
from dialog_brain.understanding.words import Speech


def heard_when(speech: Speech, asked: Expected, now: datetime, taken: list[tuple[int, int]]) -> When | None:
    """The wish of a turn. `taken`: words that belong to an address, a name or a ZIP. The latest statement wins."""
    wish, reopened = Wish(), False
    awaited = asked in ("time", "confirm")
    if awaited:
        speech = with_hours(speech)
    if not any(map(begins_time, speech.words)):
        return None
    for clause in clauses(speech):
        corrected = _corrects(speech, clause)
        for rest in outside(clause, taken):
            part = _read(speech, rest, now, awaited=awaited)
            if _after_that(speech, rest, wish):
                continue
            if part.has_any() and _counts(speech, rest, part, awaited=awaited):
                merge(wish, part, corrected=corrected or reopened)
                corrected = reopened = False
        reopened = reopened or corrected
    return settled(wish, now)


def _counts(speech: Speech, clause: Clause, part: Wish, *, awaited: bool) -> bool:
    """Whether a statement with a time in it is a wish, and not a story or a refusal."""
    declined = DECLINED.first(speech, clause.start, clause.end)
    if declined is not None and not part.left and "not" not in speech.words[declined.start - 1 : declined.start]:
        return False
    polite = POLITE.first(speech, clause.start, clause.end) is not None
    past = not polite and PAST.first(speech, clause.start, clause.end) is not None
    if awaited:
        return not past or part.soonest is True
    if past:
        return part.soonest is True and not _NEEDS.isdisjoint(speech.words[clause.start : clause.end])
    if WISHES.first(speech, clause.start, clause.end) is not None:
        return not _complains(speech, clause)
    words = speech.words[clause.start : clause.end]
    others = sum(word not in FILLERS for word in words)
    return others <= part.read


def _complains(speech: Speech, clause: Clause) -> bool:
    """ "it is not working today": a state of things, though it has a day and a common word in it."""
    words = speech.words[clause.start : clause.end]
    return "not" in words and "need" not in words and "want" not in words


def _corrects(speech: Speech, clause: Clause) -> bool:
    return not REOPENING.isdisjoint(speech.words[clause.start : clause.end])


def _read(speech: Speech, clause: Clause, now: datetime, *, awaited: bool) -> Wish:
    """Everything in one statement that says a time."""
    view = speech.cut(0, clause.end) if clause.end < len(speech.words) else speech
    wish = Wish()
    words = view.words
    place = clause.start
    while place < clause.end:
        end = begins_time(words[place]) and (
            _left_part(view, place, wish)
            or _ahead(view, place, now, wish)
            or _soonest(view, place, wish)
            or _day(view, place, now, wish)
            or _clocks(view, place, wish, awaited=awaited)
            or _part(view, place, wish)
        )
        if end:
            wish.read += end - place
            place = end
        else:
            wish.reopened = wish.reopened or words[place] in REOPENING
            place += 1
    return wish


def _after_that(speech: Speech, clause: Clause, wish: Wish) -> bool:
    """ "I get off at five so any time after that": the clock time that was told becomes a bound."""
    words = speech.words[clause.start : clause.end]
    told = wish.clock or wish.earliest or wish.latest
    if told is None or (words[-2:] not in (("after", "that"), ("before", "that"))):
        return False
    wish.clock, wish.earliest, wish.latest = None, None, None
    if words[-2] == "after":
        wish.earliest = told
    else:
        wish.latest = told
    return True


def _left_part(view: Speech, place: int, wish: Wish) -> int:
    found = left_part(view, place)
    if found is None:
        return 0
    wish.part, wish.left = wish.part or found.meaning, True
    return found.end


def _soonest(view: Speech, place: int, wish: Wish) -> int:
    found = SOONEST.at(view, place)
    if found is None and view.words[place:] == ("now",) and place <= 1:
        wish.soonest = True
        return place + 1
    if found is None or (found.meaning is False and BOUNDS.at(view, place) is not None):
        return 0
    if "not" in view.words[max(0, place - 3) : place]:
        return 0
    wish.soonest = bool(wish.soonest) or found.meaning
    return found.end


def _ahead(view: Speech, place: int, now: datetime, wish: Wish) -> int:
    found = hours_ahead(view, place, now)
    if found is None:
        return 0
    wish.date = found.at.date()
    wish.clock = Clock(found.at.hour, found.at.minute, None, None, found.end, plain=False, full_dial=True)
    return found.end


_NOT_ALONE = frozenset(["the", "no", "any"])
_NEEDS = frozenset(["need", "want", "please"])
_EVERY_BUT = (("anything", "but"), ("day", "but"), ("time", "but"), ("anytime", "but"))


def _day(view: Speech, place: int, now: datetime, wish: Wish) -> int:
    before = view.words[max(0, place - 2) : place]
    if before[-1:] in (("last",), ("since",), ("every",)):
        return 0
    found = day(view, place, now.date())
    if found is None:
        return 0
    if (
        before[-1:] in (("not",), ("except",))
        or before in _EVERY_BUT
        or before in (("instead", "of"), ("rather", "than"))
    ):
        return found.end
    if before[-1:] == ("after",) and found.date is not None:
        found = found._replace(date=found.date + timedelta(days=1))
    if wish.reopened and wish.date is not None and found.date is not None:
        wish.date, wish.reopened = found.date, False
    if wish.date is None:
        wish.date = found.date
        if found.date is not None and wish.week_of is not None and found.date < wish.week_of:
            wish.date = wish.week_of + timedelta(days=found.date.weekday())
        wish.week_of = wish.week_of or found.week_of
    wish.part = wish.part or found.part
    return found.end


def _part(view: Speech, place: int, wish: Wish) -> int:
    """A part of the day, or an hour that has a name: "mid-morning", "end of day", "at lunch"."""
    words = view.words
    at = place + 1 if words[place] == "mid" else place
    if at < len(words) and words[at] in PARTS:
        if not _refused(view, place):
            wish.part = wish.part or PARTS[words[at]]
        return at + 1
    named = NAMED_HOURS.at(view, place)
    if named is None:
        return 0
    if named.meaning == "opening":
        wish.part = wish.part or "morning"
    elif named.meaning == "closing":
        wish.latest = wish.latest or _at(17, named.end)
    else:
        wish.clock = wish.clock or _at(12, named.end)
    return named.end


def _refused(view: Speech, place: int) -> bool:
    """ "not in the morning"; and "good morning" is no wish either."""
    for at in range(place - 1, max(-1, place - 4), -1):
        if view.stops[at] not in ("", "-"):
            return False
        if view.words[at] in NO_PART:
            return True
    return False


def _at(hour: int, end: int) -> Clock:
    return Clock(hour, 0, None, None, end, plain=False, full_dial=True)


def _clocks(view: Speech, place: int, wish: Wish, *, awaited: bool) -> int:
    """A clock time with what bounds it; 0 when there is none."""
    bound = BOUNDS.at(view, place)
    at = bound.end if bound is not None else place
    if at >= len(view.words):
        return 0
    meaning = bound.meaning if bound is not None else None
    if meaning in ("after", "before") and view.words[at] in MEALS:
        opens, closes = MEALS[view.words[at]]
        if meaning == "after":
            wish.earliest = _at(closes, at + 1)
        else:
            wish.latest = _at(opens, at + 1)
        return at + 1
    first = clock(view, at)
    if first is None:
        return 0
    bound_by_own = turned(view, place, at)
    if bound_by_own is not None:
        meaning, wish.left = bound_by_own, True
    if view.words[max(0, place - 1) : place] == ("not",) and meaning not in ("after", "before"):
        return first.end
    second = _span_end(view, first, meaning)
    if second is not None:
        _fill_span(wish, first, second)
        return second.end
    return _fill_one(view, wish, first, meaning, awaited=awaited)


def _span_end(view: Speech, first: Clock, meaning: Bound | None) -> Clock | None:
    words = view.words
    if first.end >= len(words) or (words[first.end] not in SPAN_JOINTS and view.stops[first.end - 1] != "-"):
        return None
    joint = words[first.end] if words[first.end] in SPAN_JOINTS else "-"
    if joint == "and" and meaning != "from":
        return None
    at = first.end + 1 if words[first.end] in SPAN_JOINTS else first.end
    bound = BOUNDS.at(view, at) if at < len(words) else None
    return clock(view, bound.end if bound is not None and bound.end < len(words) else at)


def _fill_span(wish: Wish, first: Clock, second: Clock) -> None:
    if first.half is None and first.part is None and not first.full_dial:
        if second.half == "pm" and first.at() > second.at():
            first = first._replace(half="am")
        elif second.half is not None and (second.half == "am" or first.hour < second.hour or first.hour == 12):
            first = first._replace(half=second.half)
        elif second.part is not None:
            first = first._replace(part=second.part)
    wish.earliest, wish.latest = first, second


def _fill_one(view: Speech, wish: Wish, found: Clock, meaning: Bound | None, *, awaited: bool) -> int:
    words, end = view.words, found.end
    for length in (4, 3, 2, 1):
        tail = words[end : end + length]
        more = end + length < len(words) and clock(view, end + length) is not None
        if tail in LATER and not more and not (tail == ("on",) and end + 1 < len(words)):
            wish.earliest = found
            return end + length
        if tail in EARLIER and not more:
            wish.latest = found
            return end + length
    if meaning == "from":
        meaning = "after"
    if meaning == "after":
        wish.earliest = found
    elif meaning == "before":
        wish.latest = found
    elif found.plain and meaning is None and not _alone(view, found, awaited=awaited):
        return 0
    elif wish.clock is None or wish.reopened:
        wish.clock, wish.reopened = found, False
    return end


def _alone(view: Speech, found: Clock, *, awaited: bool) -> bool:
    """Whether a bare number is a time: only where a time was asked for, and "one" only by itself."""
    counted = found.full_dial and found.hour > 12 and len(view.words[found.end - 1]) < 3
    if not awaited or counted:
        return False
    return view.words[found.end - 1] not in ("a", "one") or (found.end <= 2 and _NOT_ALONE.isdisjoint(view.words))
