"""How values are said aloud, and written to the backend."""

from __future__ import annotations

from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest

from dialog_brain.understanding.spoken import (
    backend_phrase,
    spoken_clock,
    spoken_digits,
    spoken_time,
    spoken_times,
    spoken_when,
)
from dialog_brain.understanding.understand import understand

CHICAGO = ZoneInfo("America/Chicago")
NOW = datetime(2026, 2, 23, 10, 0, tzinfo=CHICAGO)


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (datetime(2026, 2, 24, 14, 45, tzinfo=CHICAGO), "Tuesday, February 24 at 2:45 in the afternoon"),
        (datetime(2026, 2, 25, 9, 0, tzinfo=CHICAGO), "Wednesday, February 25 at 9 in the morning"),
        (datetime(2026, 2, 25, 12, 0, tzinfo=CHICAGO), "Wednesday, February 25 at noon"),
        (datetime(2026, 2, 25, 18, 5, tzinfo=CHICAGO), "Wednesday, February 25 at 6:05 in the evening"),
        (datetime(2026, 11, 26, 9, 0, tzinfo=CHICAGO), "Thursday, November 26 at 9 in the morning"),
        (datetime(2027, 2, 15, 9, 0, tzinfo=CHICAGO), "Monday, February 15, 2027 at 9 in the morning"),
    ],
)
def test_a_moment_is_said_with_its_day(at: datetime, said: str) -> None:
    assert spoken_time(at, NOW.date()) == said


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ([(25, 10)], "Wednesday, February 25 at 10 in the morning"),
        ([(25, 10), (25, 14)], "Wednesday, February 25 at 10 in the morning or 2 in the afternoon"),
        (
            [(25, 9), (25, 12), (25, 14)],
            "Wednesday, February 25 at 9 in the morning, noon or 2 in the afternoon",
        ),
        (
            [(25, 10), (25, 14), (26, 9)],
            "Wednesday, February 25 at 10 in the morning or 2 in the afternoon, or Thursday, February 26 at 9 in the "
            "morning",
        ),
    ],
)
def test_of_several_times_on_one_day_the_day_is_said_once(hours: list[tuple[int, int]], said: str) -> None:
    assert spoken_times((datetime(2026, 2, day, hour, tzinfo=CHICAGO) for day, hour in hours), NOW.date()) == said


def test_a_time_is_said_without_its_day_where_that_is_known() -> None:
    assert spoken_clock(time(14, 45)) == "2:45 in the afternoon"


@pytest.mark.parametrize(
    ("says", "said", "written"),
    [
        ("tomorrow morning", "tomorrow morning", "Tuesday, February 24 in the morning"),
        ("Friday after four", "Friday after four", "Friday, February 27 after 4:00 PM"),
        ("tomorrow at 2:45", "tomorrow at 2:45 in the afternoon", "Tuesday, February 24 at 2:45 PM"),
        ("as soon as possible", "as soon as possible", "soonest available"),
        ("the sooner the better but not before ten", "as soon as possible, after ten",
         "first available day after 10:00 AM"),
        ("whatever is first", "as soon as possible", "soonest available"),
        ("next week", "next week", "the week of Monday, March 2"),
        ("this afternoon", "this afternoon", "Monday, February 23 in the afternoon"),
        ("March fifth between two and four", "Thursday, March 5 between two and four",
         "Thursday, March 5 between 2:00 PM and 4:00 PM"),
        ("tomorrow before noon", "tomorrow before noon", "Tuesday, February 24 before 12:00 PM"),
        ("March second in the morning", "Monday, March 2 in the morning", "Monday, March 2 in the morning"),
        ("March second at night", "Monday, March 2 at night", "Monday, March 2 at night"),
        ("next week but not Monday through Wednesday", "next week but not Monday, March 2 through Wednesday, March 4",
         "the week of Monday, March 2"),
        ("the first week of April", "the week of April 1", "the week of Wednesday, April 1"),
        ("the first week of April except Friday", "the week of April 1 but not Friday, April 3",
         "the week of Wednesday, April 1"),
        ("January second at ten", "Saturday, January 2, 2027 at ten in the morning",
         "Saturday, January 2, 2027 at 10:00 AM"),
        ("weekdays at ten", "at ten in the morning but not on a weekend", "first available day at 10:00 AM"),
    ],
)  # fmt: skip
def test_a_wish_is_said_in_few_words_and_written_without_ambiguity(says: str, said: str, written: str) -> None:
    when = understand(says, "time", NOW).when

    assert when is not None
    assert (spoken_when(when, NOW), backend_phrase(when, NOW)) == (said, written)


def test_digits_are_said_one_by_one() -> None:
    assert spoken_digits("78745") == "7 8 7 4 5"
