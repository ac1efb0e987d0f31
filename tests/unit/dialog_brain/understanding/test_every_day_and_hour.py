"""Every day of the coming months and every clock time, in every usual form and inside sentences."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from dialog_brain.understanding.language.words import wordlist
from dialog_brain.understanding.understand import understand
from dialog_brain.understanding.understood import When

ONES = wordlist(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
RANKS = wordlist(
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
ENDS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
ZONE = ZoneInfo("America/Chicago")
MOMENTS = (datetime(2026, 2, 23, 10, tzinfo=ZONE), datetime(2026, 11, 27, 14, tzinfo=ZONE))
DAYS, SOON, WEEK = 120, 28, 7
FIRST_BY_DAY = 7
"""Without a word for it, from seven on an hour is before noon."""


def number(value: int) -> str:
    if value < len(ONES):
        return ONES[value]
    tens = ("twenty", "thirty", "forty", "fifty")[value // 10 - 2]
    return tens if value % 10 == 0 else f"{tens} {ONES[value % 10]}"


def rank(value: int) -> str:
    if value < len(RANKS):
        return RANKS[value]
    return "thirtieth" if value == 30 else f"{'twenty' if value < 30 else 'thirty'} {RANKS[value % 10]}"


def forms_of_day(day: date, ahead: int) -> Iterator[str]:
    month, weekday, spoken = f"{day:%B}", f"{day:%A}", rank(day.day)
    written = f"{day.day}{ENDS.get(day.day, 'th')}"
    yield from (f"{month} {spoken}", f"{month} the {spoken}", f"the {spoken} of {month}", f"{spoken} of {month}")
    yield from (f"{month} {written}", f"{month} {day.day}", f"{month} {number(day.day)}", f"{day.day} {month}")
    yield from (f"{weekday} {month} {spoken}", f"{weekday} the {spoken} of {month}", f"{weekday}, {month} {written}")
    yield from (f"{day.month}/{day.day}", f"{month} {spoken} {day.year}", day.isoformat(), f"{day:%b} {day.day}")
    if ahead < SOON:
        yield from (f"the {spoken}", f"the {written}", f"{weekday} the {spoken}", f"{weekday} the {written}")
    if 0 < ahead <= WEEK:
        yield from (weekday, f"on {weekday}", f"this coming {weekday}")
    if 1 < ahead < SOON:
        yield f"in {number(ahead)} days"


def forms_of_time(hour: int, minute: int) -> Iterator[str]:
    """Of a time from seven in the morning to a quarter to seven in the evening, on the dial of twelve."""
    said, following = number((hour - 1) % 12 + 1), number(hour % 12 + 1)
    half = "am" if hour < 12 else "p.m."
    figures = f"{(hour - 1) % 12 + 1}:{minute:02d}"
    minutes = f"oh {ONES[minute]}" if 0 < minute < 10 else number(minute)
    told = f"{said} {minutes}" if minute else f"{said} o'clock"
    yield from (told, figures, f"{told} {half}", f"{figures}{half}")
    if hour != 12:
        yield f"{told} in the {'morning' if hour < 12 else 'afternoon'}"
    if minute in (15, 45):
        yield f"a quarter past {said}" if minute == 15 else f"quarter to {following}"
        yield f"quarter after {said}" if minute == 15 else f"a quarter of {following}"
    elif minute == 30:
        yield f"half past {said}"
    elif 0 < minute < 30:
        yield from (f"{number(minute)} past {said}", f"{number(minute)} minutes after {said}")
    elif minute > 30:
        yield from (f"{number(60 - minute)} to {following}", f"{number(60 - minute)} minutes till {following}")


def wish(said: str, now: datetime) -> When:
    return understand(said, "time", now).when or When(soonest=True)


@pytest.mark.parametrize("frame", ["{}", "how about {} please", "uh maybe {} in the morning", "anything {} after two"])
@pytest.mark.parametrize("now", MOMENTS, ids=["winter", "autumn"])
def test_every_day_is_understood_in_every_form(now: datetime, frame: str) -> None:
    days = [(now.date() + timedelta(days=ahead), ahead) for ahead in range(DAYS)]
    said = [(frame.format(form), day) for day, ahead in days for form in forms_of_day(day, ahead)]
    wrong = [(words, heard) for words, day in said if (heard := wish(words, now).date) != day]
    assert wrong == []


@pytest.mark.parametrize("frame", ["{}", "let's say {} please", "tomorrow at {}", "{} on Friday", "I think {} works"])
def test_every_clock_time_by_day_is_understood_in_every_form(frame: str) -> None:
    times = [(hour, minute) for hour in range(FIRST_BY_DAY, FIRST_BY_DAY + 12) for minute in range(0, 60, 5)]
    said = [(frame.format(form), time(*at)) for at in times for form in forms_of_time(*at)]
    wrong = [(words, heard) for words, at in said if (heard := wish(words, MOMENTS[0]).time) != at]
    assert wrong == []
