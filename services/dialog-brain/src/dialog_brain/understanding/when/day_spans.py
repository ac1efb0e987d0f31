"""Pure. Days from one to another: "Monday through Wednesday", "between Christmas and New Year's"."""

from __future__ import annotations

from datetime import date

from dialog_brain.understanding.language.calendar_words import WEEKDAYS
from dialog_brain.understanding.language.words import Speech, wordset
from dialog_brain.understanding.when.dates import day
from dialog_brain.understanding.when.days import DAY, WEEK, Day, monday_of
from dialog_brain.understanding.when.holidays import holiday

WORKING_DAYS = wordset("weekday weekdays")
_THROUGH = wordset("through thru")
_JOINTS = {
    **dict.fromkeys(("from", "gone", "away", "out", "busy", "town", "vacation"), wordset("to until till til")),
    "between": wordset("and"),
}
"""By the word before them: "from Monday to Friday", "gone Monday to Friday", but not "move Monday to Friday"."""
_LONGEST = 31


def span(speech: Speech, place: int, today: date) -> Day | None:
    """The day that begins with word `place`, or the days up to another one that is named after it."""
    first = day(speech, place, today)
    if first is None or first.date is None or first.end + 1 >= len(speech.words):
        return first
    before, joint = speech.words[max(0, place - 1) : place], speech.words[first.end]
    begins = before[0] if before else ""
    if joint not in _THROUGH and joint not in _JOINTS.get(begins, ()):
        return first
    among = joint == "and" and holiday(speech, place, today) is not None
    second = day(speech, first.end + 1, today)
    if second is None or second.date is None:
        return first
    if among:
        return _among(today if second.date < first.date else first.date, second.date, second.end) or first
    last = second.date if second.date > first.date else second.date + WEEK
    begin = first.date
    while speech.words[place] in WEEKDAYS and (last - begin).days > 6:
        begin += WEEK  # "Wednesday through Friday of next week"
    if not 0 < (last - begin).days <= _LONGEST:
        return first
    return first._replace(date=begin, end=second.end, last=last)


def _among(first: date, second: date, end: int) -> Day | None:
    """The week with most of the working days between two holidays, which are themselves not meant."""
    inside = [first + count * DAY for count in range(1, (second - first).days)]
    working = [each for each in inside if each.weekday() < 5]
    return Day(None, monday_of(working[len(working) // 2]), None, end) if working else None


def weekends_ahead(today: date) -> tuple[date, ...]:
    """The days of this weekend and the next."""
    saturday = monday_of(today) + 5 * DAY
    return (saturday, saturday + DAY, saturday + WEEK, saturday + WEEK + DAY)
