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
    ["three would be a problem", "three's a little late for me", "three no", "Friday is awful", "three won't work",
     "I can't make Friday at eight", "I won't be home at nine"],
)  # fmt: skip
def test_an_hour_that_does_not_suit_is_refused_and_not_taken(says: str) -> None:
    heard = understand(says, "time", NOW, offers=OFFERS)

    assert heard.taken is None
    assert heard.refused
    assert heard.consent is None


@pytest.mark.parametrize(
    "says",
    ["three is nap time", "three's cutting it close", "nine's my yoga", "well nine would mean leaving work",
     "Friday is the only day I'm not working", "Friday is when my husband can be there", "three gives me time",
     "nine is a bit early, let's do three"],
)  # fmt: skip
def test_an_hour_of_which_something_is_told_is_neither_taken_nor_refused(says: str) -> None:
    heard = understand(says, "time", NOW, offers=OFFERS)

    assert heard.taken is None
    assert not heard.refused


@pytest.mark.parametrize(
    ("says", "taken"),
    [("three would be better", 1), ("nine is good for me", 0), ("nine's early but fine", 0), ("Friday then", 2),
     ("three is no problem", 1), ("three is a good time for me", 1), ("all three work", 0),
     ("any of the three works", 0), ("nine or three is fine", 0), ("three is what I want", 1),
     ("three is what I'd like", 1), ("three is the time I want", 1), ("three is just what I need", 1),
     ("three is a go", 1), ("three is a winner", 1), ("three is super", 1), ("three is close enough", 1),
     ("three is more like it", 1), ("three is after work so three", 1), ("nine is before my shift so nine", 0),
     ("three's tight, I'll take it", 1), ("three's late but we'll take it", 1), ("nine is early but I'll take it", 0),
     ("nine is early but I can do it", 0), ("Friday at eight is a go", 2),
     ("three please and can I ask who's coming", 1), ("Friday is the day my husband's off", 2),
     ("I can't do nine but three I can", 1)],
)  # fmt: skip
def test_an_hour_that_suits_is_taken_and_the_first_where_all_do(says: str, taken: int) -> None:
    assert understand(says, "time", NOW, offers=OFFERS).taken == taken


@pytest.mark.parametrize(
    "says",
    ["nine is what I want", "nine is just what I need", "nine's early, fine", "nine is early but I'll take it",
     "nine is early but okay", "nine is super", "nine is close enough"],
)  # fmt: skip
def test_the_only_one_is_taken_by_who_agrees_to_it(says: str) -> None:
    assert understand(says, "time", NOW, offers=[NINE]).taken == 0


@pytest.mark.parametrize("says", ["nine won't work", "nine is too early for us", "nine is kind of early for us"])
def test_who_refuses_the_only_one_says_no(says: str) -> None:
    assert understand(says, "time", NOW, offers=[NINE]).consent == "no"


@pytest.mark.parametrize("says", ["nine's my yoga", "nine would be hard", "that's the day of my surgery"])
def test_who_only_tells_of_the_only_one_is_asked_again(says: str) -> None:
    heard = understand(says, "time", NOW, offers=[NINE])

    assert heard.taken is None
    assert heard.consent is None


def test_an_hour_that_is_early_asks_for_a_later_one() -> None:
    assert understand("nine is kind of early for us", "time", NOW, offers=[NINE]).asks_for == "later"
