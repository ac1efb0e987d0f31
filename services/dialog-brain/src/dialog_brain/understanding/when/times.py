"""Pure. Clock times as people say them: "a quarter to three", "two thirty", "nine ish", "8 a m"."""

from __future__ import annotations

from dialog_brain.understanding.language.calendar_words import PARTS, WEEKDAYS
from dialog_brain.understanding.language.numbers import TEENS, TENS, UNITS, ZEROS, small
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.when.clock import HALVES, Clock
from dialog_brain.understanding.when.times_by_number import PAST, SOLE, TO, hour_alone, sole, time_by_number, with_half
from dialog_brain.understanding.when.when_words import AFTER_TIMES, SPAN_JOINTS

BEGINNINGS = frozenset(("a", "an", "half", "quarter", "hour", "mid", *UNITS, *TEENS, *TENS, *ZEROS, *SOLE))
"""The words at which a clock time may begin, and any that begins with a figure."""


_NUMBERED = wordset(
    "apartment apt unit suite number room building lot gate code extension ext option line box # model channel"
)
"""A number after these is their name."""
_CODES = wordset("code codes pin passcode combination combo keypad")
""" "The gate code is 1122", "code's 4455"."""


def clock(speech: Speech, place: int) -> Clock | None:
    """The clock time that begins with word `place`."""
    words = speech.words
    if place and not speech.stops[place - 1] and (words[place - 1] in _NUMBERED or _ends_a_number(words, place)):
        return None
    if _is_a_code(words, place):
        return None
    start = place + 1 if words[place : place + 1] == ("a",) or _says_hour_again(words, place) else place
    if start >= len(words):
        return None
    found = (
        sole(speech, start)
        or _hours_beside(speech, start)
        or _spoken_quarter(speech, start)
        or _counted(speech, start)
        or time_by_number(speech, start)
    )
    return None if found is None else with_half(speech, found)


def _says_hour_again(words: tuple[str, ...], place: int) -> bool:
    """ "Around ten, ten thirty": the half hour is meant, and not ten past."""
    hour, again = words[place : place + 1], words[place + 1 : place + 2]
    return (
        hour == again != () and (hour[0] in UNITS or hour[0] in TEENS) and words[place + 2 : place + 3] in _BESIDE_HOURS
    )


_BESIDE_HOURS = (("thirty",), ("fifteen",), ("forty",))


def _is_a_code(words: tuple[str, ...], place: int) -> bool:
    """Whether a number tells the code that is named right before it: "code is 1122", "the code's 1234"."""
    before = words[max(0, place - 2) : place]
    named = before[-1:] if before[-1:] != ("is",) else before[:-1]
    return bool(named) and named[0].removesuffix("'s") in _CODES


def _ends_a_number(words: tuple[str, ...], place: int) -> bool:
    """ "Forty two" is no two; of "nine thirty nine forty", the nine begins another hour."""
    following = words[place + 1] if place + 1 < len(words) else ""
    return words[place - 1] in TENS and words[place] in UNITS and following not in TENS and following != "o'clock"


def _spoken_quarter(speech: Speech, place: int) -> Clock | None:
    """ "half past three", "quarter to three", and the British "half three"."""
    words = speech.words
    if words[place : place + 2] == ("three", "quarters"):
        minutes, place = 45, place + 1
    elif words[place] in ("half", "quarter"):
        minutes = _HALF if words[place] == "half" else 15
    else:
        return None
    joint = words[place + 1] if place + 1 < len(words) else ""
    hour = hour_alone(speech, place + 2)
    if joint in PAST and hour is not None:
        return _shifted(speech, hour, minutes)
    if hour is not None and (joint in TO or (joint in _HEARD_AS_TO and minutes != _HALF)):
        return _shifted(speech, hour, -minutes)
    hour = hour_alone(speech, place + 1)
    return _shifted(speech, hour, 30) if minutes == _HALF and hour is not None and not hour.full_dial else None


_HALF = 30
_HEARD_AS_TO = frozenset(["too", "two"])
_HOURS_BESIDE = {("half", "an", "hour"): 30, ("half", "hour"): 30, ("an", "hour"): 60, ("one", "hour"): 60,
                 ("hour",): 60, ("two", "hours"): 120, ("an", "hour", "and", "a", "half"): 90}  # fmt: skip


def _hours_beside(speech: Speech, place: int) -> Clock | None:
    """ "half an hour before noon", "an hour after two"."""
    words = speech.words
    if words[place] not in ("half", "an", "one", "hour", "two"):
        return None
    for length in (5, 3, 2, 1):
        minutes = _HOURS_BESIDE.get(words[place : place + length])
        joint = words[place + length] if minutes is not None and place + length < len(words) else ""
        if minutes is None or joint not in ("before", "after", "past"):
            continue
        hour = hour_alone(speech, place + length + 1)
        if hour is not None:
            return _shifted(speech, hour, -minutes if joint == "before" else minutes)
    return None


_SPANNED = (("from",), ("available",), ("free",), ("open",), ("home",))
""" "From ten to one" is a span, and no ten minutes before one."""


def _counted(speech: Speech, place: int) -> Clock | None:
    """ "ten past four", "twenty five minutes to seven", "20 to 16"."""
    words = speech.words
    number = small(speech, place)
    if number is None or not 1 <= number.value <= 59:
        return None
    named = words[number.end : number.end + 1] in (("minutes",), ("mins",), ("min",))
    joint_at = number.end + named
    joint = words[joint_at] if joint_at < len(words) else ""
    if joint not in PAST and joint not in TO:
        return None
    hour = time_by_number(speech, joint_at + 1) if named and joint_at + 1 < len(words) else None
    hour = hour or hour_alone(speech, joint_at + 1)
    if hour is None or speech.stops[joint_at - 1] == "," or words[max(0, place - 1) : place] in _SPANNED:
        return None
    if hour.full_dial and not named and not _ends_a_time(speech, hour.end):
        return None
    if joint in PAST and (named or joint == "past" or number.value > 1):
        return _shifted(speech, hour, number.value)
    if joint == "of" and number.value > 1:
        return _shifted(speech, hour, -number.value)
    if joint in TO and not named and _begins_span(speech, place, joint_at + 1):
        return None
    fives = number.value % _FIVE == 0 and (number.value > _LAST_HOUR or joint != "until")
    if joint in TO and (named or fives or number.value > _HOURS):
        return _shifted(speech, hour, -number.value)
    return None


_FIVE, _LAST_HOUR, _HOURS = 5, 12, 24
"""Before "to" one says minutes by the five; another number that is an hour begins a span ("nine to eleven")."""
_ENDING = AFTER_TIMES - SPAN_JOINTS


def _ends_a_time(speech: Speech, end: int) -> bool:
    """Whether a number above twelve may be an hour there: "20 to 16", but not "10 to 15 people"."""
    following = speech.words[end : end + 1]
    ends = not following or speech.stops[end - 1] != "" or following[0] in _ENDING
    return ends or following[0] in PARTS or following in HALVES or speech.words[end : end + 2] in HALVES


_BEFORE_WINDOWS = WEEKDAYS.keys() | wordset(
    "today tomorrow morning mornings afternoon afternoons evening evenings window slot sometime anytime time"
)
_LONGEST_WINDOW, _DAY_BEGINS, _DAY_ENDS = 7, 7, 20


def _begins_span(speech: Speech, place: int, until: int) -> bool:
    """Whether a number before "to" is an hour: "5 to 6pm" in figures, "ten to eleven thirty", "Tuesday ten to two"."""
    hour, number = sole(speech, until) or time_by_number(speech, until), small(speech, place)
    if hour is None or number is None:
        return False
    before, figures = speech.words[max(0, place - 1) : place], speech.words[place].isdecimal()
    if hour.minute != 0:
        return True
    if max(number.value, hour.hour) > _LAST_HOUR:
        return False
    told = with_half(speech, hour)
    if figures and told.half is not None:
        first = max((each for each in (number.value % 12, number.value % 12 + 12) if each < told.at().hour), default=0)
        return first >= _DAY_BEGINS and told.at().hour - first <= _LONGEST_WINDOW
    windowed = figures or not _BEFORE_WINDOWS.isdisjoint(before)
    if not windowed or before == ("at",):
        return False
    first = Clock(number.value, 0, None, told.part, number.end, plain=True).at().hour
    hours = (hour.hour - number.value) % 12
    backwards = hours == 0 or (told.part is not None and told.at().hour < first)
    return first >= _DAY_BEGINS and hours <= _LONGEST_WINDOW and first + hours <= _DAY_ENDS and not backwards


def _shifted(speech: Speech, hour: Clock, minutes: int) -> Clock:
    total = (hour.hour * 60 + hour.minute + minutes) % (24 * 60)
    told = with_half(speech, hour)
    if not hour.full_dial and minutes < 0 and (hour.hour, told.half or told.part) in _BEGINNING_HALVES:
        return hour._replace(hour=total // 60, minute=total % 60, end=told.end, plain=False, full_dial=True)
    shifted = total // 60
    if not hour.full_dial:
        shifted = shifted % 12 or 12
    return hour._replace(hour=shifted, minute=total % 60, plain=False)


_BEGINNING_HALVES = ((12, "pm"), (12, "afternoon"), (1, "morning"))
""" "A quarter to twelve p.m." is before noon."""
