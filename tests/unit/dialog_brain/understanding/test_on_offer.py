"""What a turn means for the times on offer."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dialog_brain.understanding.understand import understand

CHICAGO = ZoneInfo("America/Chicago")
NOW = datetime(2026, 2, 23, 10, 0, tzinfo=CHICAGO)
NINE = datetime(2026, 2, 25, 9, 0, tzinfo=CHICAGO)
OFFERS = [NINE, datetime(2026, 2, 25, 15, 0, tzinfo=CHICAGO), datetime(2026, 2, 27, 8, 0, tzinfo=CHICAGO)]


@pytest.mark.parametrize(
    "says",
    ["three would be a problem", "three's a little late for me", "three is nap time", "three's cutting it close",
     "three no", "Friday is awful", "nine's my yoga", "well nine would mean leaving work"],
)  # fmt: skip
def test_an_hour_that_does_not_suit_is_refused_and_not_taken(says: str) -> None:
    heard = understand(says, "time", NOW, offers=OFFERS)

    assert heard.taken is None
    assert heard.refused
    assert heard.consent is None


@pytest.mark.parametrize(
    ("says", "taken"),
    [("three would be better", 1), ("nine is good for me", 0), ("nine's early but fine", 0), ("Friday then", 2),
     ("three is no problem", 1), ("three is a good time for me", 1), ("all three work", 0),
     ("any of the three works", 0), ("nine or three is fine", 0)],
)  # fmt: skip
def test_an_hour_that_suits_is_taken_and_the_first_where_all_do(says: str, taken: int) -> None:
    assert understand(says, "time", NOW, offers=OFFERS).taken == taken


@pytest.mark.parametrize("says", ["nine's my yoga", "nine would be hard", "nine is kind of early for us"])
def test_who_refuses_the_only_one_says_no(says: str) -> None:
    assert understand(says, "time", NOW, offers=[NINE]).consent == "no"
    assert understand("that's the day of my surgery", "time", NOW, offers=[NINE]).taken is None


def test_an_hour_that_is_early_asks_for_a_later_one() -> None:
    assert understand("nine is kind of early for us", "time", NOW, offers=[NINE]).asks_for == "later"
