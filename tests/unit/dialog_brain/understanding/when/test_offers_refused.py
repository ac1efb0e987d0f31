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
        ("three is nap time", (1,)),
        ("Friday is too far away", (2,)),
        ("nine is too early", (0, 2)),
        ("three works", ()),
        ("nine or three", ()),
        ("yes", ()),
    ],
)
def test_an_offer_is_refused_by_its_hour_or_its_day(says: str, places: tuple[int, ...]) -> None:
    assert refused_offers(hear(says), None, OFFERS, NOW) == places


def test_a_day_that_is_wished_for_is_not_refused_with_its_hour() -> None:
    wednesday = When(date=date(2026, 2, 25))

    assert refused_offers(hear("Wednesday but not at nine"), wednesday, OFFERS, NOW) == ()
