"""Pure. Clock times with what bounds them: "after four", "between nine and eleven", "ten or later"."""

from __future__ import annotations

from dialog_brain.understanding.language.family import FAMILY
from dialog_brain.understanding.language.numbers import UNITS, small
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.when.clock import Clock
from dialog_brain.understanding.when.hundreds import COUNTED
from dialog_brain.understanding.when.own_hours import turned, works_between
from dialog_brain.understanding.when.ruled_out_days import EXCEPT
from dialog_brain.understanding.when.times import clock
from dialog_brain.understanding.when.when_words import (
    AFTER_TIMES,
    BOUNDS,
    EARLIER,
    LATER,
    MEALS,
    SPAN_JOINTS,
    Bound,
)
from dialog_brain.understanding.when.wishes import Wish, apart

_ONE_OF = wordset("the that this which either neither any same each another every no other only right wrong")
"""After these "one" is no hour."""


_PEOPLE = frozenset(["he", "she", *FAMILY.split("|")])
_ANY_BUT = {
    (every, but) for every in ("anytime", "time", "whenever", "anything") for but in ("but", "except", "besides")
}


def named_hour(hour: int, end: int) -> Clock:
    return Clock(hour, 0, None, None, end, plain=False, full_dial=True)


EARLIEST = frozenset(["earliest", "soonest"])


def bounds_a_time(view: Speech, place: int) -> bool:
    """ "The earliest I could do is ten"."""
    bound = BOUNDS.at(view, place)
    return bound is not None and bound.end < len(view.words) and clock(view, bound.end) is not None


def read_clocks(view: Speech, place: int, wish: Wish, *, awaited: bool) -> int:
    """A clock time with what bounds it; 0 when there is none."""
    bound = BOUNDS.at(view, place)
    at = bound.end if bound is not None else place
    at += bound is not None and view.words[at : at + 1] in (("my",), ("our",))
    if at >= len(view.words):
        return 0
    meaning = bound.meaning if bound is not None else None
    if meaning in ("after", "before") and view.words[at] in MEALS:
        return _beside_meal(view.words[at], at + 1, wish, after=meaning == "after")
    first = clock(view, at)
    if first is None:
        return 0
    bound_by_own = turned(view, place, at)
    if bound_by_own == "told":
        wish.engaged = Wish(clock=first)
        return first.end
    if bound_by_own is not None:
        meaning, wish.left = bound_by_own, True
    if meaning in ("after", "before") and not EXCEPT.isdisjoint(view.words[max(0, place - 1) : place]):
        meaning = "before" if meaning == "after" else "after"
    second = _span_end(view, first, meaning)
    if _refused(view, place) and meaning not in ("after", "before"):
        return first.end if second is None else second.end
    if wish.moved:
        wish.clock = wish.earliest = wish.latest = wish.part = None
        wish.moved = False
    if second is not None:
        _read_span(view, place, wish, first, second)
        return second.end
    return _fill_one(view, wish, first, meaning, awaited=awaited)


def _beside_meal(meal: str, end: int, wish: Wish, *, after: bool) -> int:
    opens, closes = MEALS[meal]
    if after:
        wish.earliest = named_hour(closes, end)
    else:
        wish.latest = named_hour(opens, end)
    return end


def _refused(view: Speech, place: int) -> bool:
    """ "Not at nine", "any time but noon to one"."""
    before = view.words[max(0, place - 2) : place]
    if place and view.stops[place - 1] and before != ("not",):
        return False  # "why not, nine"
    excepted = before[-1:] == ("not",) or not EXCEPT.isdisjoint(before[-1:])
    return (excepted and before[0] != "why") or before in _ANY_BUT or before in (("instead", "of"), ("rather", "than"))


def _span_end(view: Speech, first: Clock, meaning: Bound | None) -> Clock | None:
    words = view.words
    if first.end >= len(words) or (words[first.end] not in SPAN_JOINTS and view.stops[first.end - 1] != "-"):
        return None
    joint = words[first.end] if words[first.end] in SPAN_JOINTS else "-"
    if (joint == "and" and meaning != "from") or (joint == "or" and "either" in words[: first.end]):
        return None
    at = first.end + 1 if words[first.end] in SPAN_JOINTS else first.end
    bound = BOUNDS.at(view, at) if at < len(words) else None
    if joint == "or" and {meaning, bound.meaning if bound is not None else None} & {"after", "before"}:
        return None  # "before eleven or after three"
    return clock(view, bound.end if bound is not None and bound.end < len(words) else at)


def _read_span(view: Speech, place: int, wish: Wish, first: Clock, second: Clock) -> None:
    if works_between(view, place):
        wish.earliest, wish.left = second, True
    else:
        _fill_span(wish, first, second, midway=view.words[max(0, place - 1) : place] in _MIDWAY)


def _fill_span(wish: Wish, first: Clock, second: Clock, *, midway: bool) -> None:
    if first.half is None and first.part is None and not first.full_dial:
        if second.half == "pm" and first.at() > second.at():
            first = first._replace(half="am")
        elif second.half is not None and (second.half == "am" or first.hour < second.hour or first.hour == 12):
            first = first._replace(half=second.half)
        elif second.part is not None:
            first = first._replace(part=second.part)
    wish.earliest, wish.latest = first, second
    if midway:
        _meet_midway(wish, first, second)


_MIDWAY = (("halfway",), ("midway",), ("way",))


def _meet_midway(wish: Wish, first: Clock, second: Clock) -> None:
    """ "Halfway between two and three"."""
    ends = [each.at(wish.part) for each in (first, second)]
    hour, minute = divmod(sum(end.hour * 60 + end.minute for end in ends) // 2, 60)
    wish.clock = named_hour(hour, second.end)._replace(minute=minute)
    wish.earliest = wish.latest = None


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
    if found.plain and not _is_hour(view, end):
        return 0
    if meaning in ("after", "from"):
        wish.earliest = wish.earliest if apart(wish.latest, found) else found
    elif meaning == "before":
        wish.latest = found
    elif found.plain and meaning is None and not _alone(view, found, awaited=awaited):
        return 0
    elif wish.clock is None or wish.reopened or found.refines(wish.clock):
        wish.clock, wish.reopened = found, False
    return end


def _alone(view: Speech, found: Clock, *, awaited: bool) -> bool:
    """Whether a bare number is a time: only where a time was asked for, and "one" only by itself."""
    number = view.words[found.end - 1]
    counted = found.full_dial and found.hour > 12 and not (number.isdecimal() and len(number) > 2)
    if not awaited or counted or _is_age(view.words, found.end - 1):
        return False
    follows = view.words[found.end - 2 : found.end - 1] == ("so",) and found.end == len(view.words)
    return view.words[found.end - 1] not in ("a", "one") or found.end <= 2 or follows


def _is_age(words: tuple[str, ...], number: int) -> bool:
    """ "My son will be there, he's twelve"."""
    return words[number - 1 : number] == ("is",) and number > 1 and words[number - 2] in _PEOPLE


def _is_hour(view: Speech, end: int) -> bool:
    """Whether the number that ends there may be an hour, and not how many there are ("five stars") or one of a row."""
    words = view.words
    before = words[end - 2] if end > 1 and not view.stops[end - 2] else ""
    if before in UNITS or before.isdecimal() or (before in _ONE_OF and words[end - 1] == "one"):
        return False
    if words[end : end + 1] and words[end] in SPAN_JOINTS and _counts(view, end + 1):
        return False
    return end >= len(words) or view.stops[end - 1] != "" or words[end] in AFTER_TIMES


def _counts(view: Speech, place: int) -> bool:
    """Whether a number there counts something: the end of "ten to fifteen minutes"."""
    number = small(view, place)
    return number is not None and number.end < len(view.words) and view.words[number.end] in COUNTED
