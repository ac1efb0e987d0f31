"""Times relative to the one that was read out."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from dialog_brain.understanding.understand import understand
from dialog_brain.understanding.understood import Held, When

NOW = datetime(2026, 2, 23, 10, 0, tzinfo=ZoneInfo("America/Chicago"))
WEDNESDAY = date(2026, 2, 25)
THURSDAY = date(2026, 2, 26)
AT_TEN = When(date=WEDNESDAY, time=time(10))


def _when(says: str, held: When) -> When | None:
    return understand(says, "confirm", NOW, held=Held(when=held)).when


@pytest.mark.parametrize(
    ("says", "wished"),
    [
        ("what about the next day", When(date=THURSDAY)),
        ("the day after that", When(date=THURSDAY)),
        ("could you come a day earlier", When(date=date(2026, 2, 24))),
        ("three days later", When(date=date(2026, 2, 28))),
        ("a week later please", When(date=date(2026, 3, 4))),
        ("an hour later", When(date=WEDNESDAY, time=time(11))),
        ("a couple of hours later", When(date=WEDNESDAY, time=time(12))),
        ("half an hour earlier", When(date=WEDNESDAY, time=time(9, 30))),
        ("anything before that", When(date=WEDNESDAY, latest=time(10))),
        ("later that day", When(date=WEDNESDAY, earliest=time(11))),
        ("is there anything later", When(date=WEDNESDAY, earliest=time(11))),
        ("later would be better", When(date=WEDNESDAY, earliest=time(11))),
        ("do you have anything earlier", When(date=WEDNESDAY, latest=time(10))),
        ("anything sooner?", When(soonest=True)),
        ("the same day but in the afternoon", When(date=WEDNESDAY, part="afternoon")),
        ("the next day at two", When(date=THURSDAY, time=time(14))),
        ("I leave an hour later", None),
        ("can you call an hour before you come", None),
        ("I need to check with my wife before that", None),
    ],
)
def test_a_time_is_told_by_the_one_that_was_read_back(says: str, wished: When | None) -> None:
    assert _when(says, AT_TEN) == wished


def test_an_hour_from_a_day_is_nothing_and_from_a_bound_another_bound() -> None:
    assert _when("an hour later", When(date=WEDNESDAY)) is None
    assert _when("an hour later", When(date=WEDNESDAY, latest=time(10))) == When(date=WEDNESDAY, latest=time(11))
    assert _when("an hour later", When(date=WEDNESDAY, earliest=time(10))) == When(date=WEDNESDAY, earliest=time(11))
    assert _when("an hour later", When(date=WEDNESDAY, earliest=time(10), latest=time(12))) is None


def test_before_a_day_is_as_soon_as_possible_and_without_a_day_there_is_nothing_beside_it() -> None:
    assert _when("anything before that", When(date=WEDNESDAY)) == When(soonest=True)
    assert _when("anything after that", When(date=WEDNESDAY)) is None
    assert _when("the next day", When(soonest=True)) is None
    assert _when("later that day", When(date=WEDNESDAY, time=time(23))) is None


def test_the_week_after_is_the_one_after_the_week_that_was_read_back() -> None:
    assert _when("what about the week after", When(week_of=date(2026, 3, 2))) == When(week_of=date(2026, 3, 9))


def test_of_several_times_on_offer_the_last_is_followed_and_the_first_preceded() -> None:
    offers = [datetime(2026, 2, day, 14, tzinfo=NOW.tzinfo) for day in (24, 26)]
    assert understand("the day after", "time", NOW, offers=offers).when == When(date=date(2026, 2, 27))
    assert understand("an hour earlier", "time", NOW, offers=offers).when == When(date=date(2026, 2, 24), time=time(13))


@pytest.mark.parametrize(
    ("says", "settles"),
    [
        ("let's do Wednesday then", True),
        ("I'll take Wednesday at ten", True),
        ("Wednesday then", True),
        ("okay let's do Wednesday at nine thirty in the morning", True),
        ("I'll take Wednesday off", False),
        ("I take my kid to school Wednesday", False),
        ("it'll take until Wednesday", False),
        ("we could do after Wednesday", False),
        ("maybe Wednesday then", False),
        ("can we do Wednesday", False),
        ("let's do Wednesday?", False),
        ("no, let's do Wednesday", False),
        ("let's do Wednesday or Thursday", False),
        ("let's do 12 Oak Street on Wednesday then", False),
    ],
)
def test_who_takes_a_time_by_its_name_settles_on_it(says: str, *, settles: bool) -> None:
    assert understand(says, "confirm", NOW).settles is settles


@pytest.mark.parametrize(
    ("says", "held", "wished"),
    [
        ("yeah the first opening after that", When(date=WEDNESDAY), When(date=WEDNESDAY)),
        ("the first opening after that", When(date=WEDNESDAY), When(date=THURSDAY)),
        ("no what's the next appointment you have after that", When(date=WEDNESDAY), When(date=THURSDAY)),
        ("the soonest slot after that please", AT_TEN, When(date=WEDNESDAY, earliest=time(11))),
        ("yeah the first opening you have", When(date=WEDNESDAY), When(soonest=True)),
    ],
)
def test_the_first_opening_after_a_day_that_was_read_back_is_never_before_it(
    says: str, held: When, wished: When
) -> None:
    assert _when(says, held) == wished
