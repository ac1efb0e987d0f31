"""Which of the offered times a turn refuses."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from dialog_brain.understanding.language.words import hear
from dialog_brain.understanding.understood import When
from dialog_brain.understanding.when.offers_refused import refused_offers

CHICAGO = ZoneInfo("America/Chicago")
NOW = datetime(2026, 2, 23, 10, 0, tzinfo=CHICAGO)
OFFERS = [
    datetime(2026, 2, 25, 9, 0, tzinfo=CHICAGO),
    datetime(2026, 2, 25, 15, 0, tzinfo=CHICAGO),
    datetime(2026, 2, 27, 8, 0, tzinfo=CHICAGO),
]


@pytest.mark.parametrize(
    ("says", "places"),
    [
        ("nine won't work", (0,)),
        ("I can't do three", (1,)),
        ("three, no", (1,)),
        ("not the nine", (0,)),
        ("three would be a problem", (1,)),
        ("Friday is too far away", (2,)),
        ("nine is too early", (0, 2)),
        ("three works", ()),
        ("nine or three", ()),
        ("three is nap time", ()),
        ("nine isn't ideal but it'll do", ()),
        ("nine is early but I can do it", ()),
        ("nine is not too early", ()),
        ("I can't wait till Wednesday", ()),
        ("I can't do three until I ask my boss", ()),
        ("do you have anything later than three", ()),
        ("Friday is the only day I'm not working", ()),
        ("yes", ()),
    ],
)
def test_an_offer_is_refused_by_its_hour_or_its_day(says: str, places: tuple[int, ...]) -> None:
    assert refused_offers(hear(says), None, OFFERS, NOW) == places


def test_a_day_that_is_wished_for_is_not_refused_with_its_hour() -> None:
    wednesday = When(date=date(2026, 2, 25))

    assert refused_offers(hear("Wednesday but not at nine"), wednesday, OFFERS, NOW) == ()
