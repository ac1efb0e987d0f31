"""What keeps the caller from an offered time beside its name."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dialog_brain.understanding.language.words import hear
from dialog_brain.understanding.when.offers import choose
from dialog_brain.understanding.when.offers_hindered import hinders, others_are_in, tells_otherwise

CHICAGO = ZoneInfo("America/Chicago")
NOW = datetime(2026, 2, 23, 10, 0, tzinfo=CHICAGO)
FRIDAY_AT_EIGHT = datetime(2026, 2, 27, 8, 0, tzinfo=CHICAGO)
WEDNESDAY_AT_TEN = datetime(2026, 2, 25, 10, 0, tzinfo=CHICAGO)
OFFERS = (
    datetime(2026, 2, 24, 13, 0, tzinfo=CHICAGO),
    WEDNESDAY_AT_TEN,
    datetime(2026, 2, 26, 16, 0, tzinfo=CHICAGO),
)


@pytest.mark.parametrize(
    "says",
    [
        "I'd love Wednesday but I can't",
        "Wednesday would be great but I can't make it",
        "I'd take Wednesday but I'm out of town",
        "Wednesday sounds great, unfortunately I'm away",
        "Wednesday but my wife isn't here",
        "the first one but I can't, sorry",
        "I was hoping for Wednesday but I'm busy",
        "Wednesday, but don't hold me to it",
        "I wish I could do Wednesday",
        "I hate Wednesdays",
        "tell me about Wednesday",
        "you said Wednesday",
        "Wednesday morning the cable guy's coming",
        "Wednesday, the cable guy's coming",
        "on Wednesday my sister's getting married",
        "Wednesday we bury my father",
        "Wednesday at ten is my doctor's appointment",
        "Wednesday, I have a doctor's appointment",
        "Wednesday at ten I pick up my mom",
        "Tuesday at one, I get home at one thirty",
        "Wednesday at ten, we leave at nine",
    ],
)
def test_who_tells_what_keeps_them_from_a_time_has_not_taken_it(says: str) -> None:
    assert choose(hear(says), OFFERS, NOW) is None


@pytest.mark.parametrize(
    "says",
    [
        "yes but I can't",
        "sure but I won't be home",
        "okay but I'm not available",
        "that works but not for me",
        "okay but I can't, sorry, okay",
        "yes but nobody's home",
    ],
)
def test_a_yes_to_the_only_time_that_is_taken_back_takes_nothing(says: str) -> None:
    assert choose(hear(says), [FRIDAY_AT_EIGHT], NOW) is None


@pytest.mark.parametrize(
    ("says", "place"),
    [
        ("I can't do Tuesday, Wednesday is fine", 1),
        ("I'm away Tuesday so Wednesday", 1),
        ("Wednesday because I work Tuesday", 1),
        ("I'll take Wednesday, I can't wait", 1),
        ("yes Wednesday, don't be late", 1),
        ("Wednesday is fine, I don't have a car", 1),
        ("Wednesday, I don't care which tech", 1),
        ("Wednesday my husband can let you in", 1),
        ("Wednesday at ten my wife will be home", 1),
        ("Wednesday is my day off", 1),
        ("Wednesday the twenty fifth is good for me", 1),
        ("Wednesday, I get home at nine", 1),
        ("Wednesday, I won't be home but my wife will be", 1),
        ("Wednesday the cable guy's coming so Thursday", 2),
    ],
)
def test_what_only_sounds_like_it_takes_the_time(says: str, place: int) -> None:
    assert choose(hear(says), OFFERS, NOW) == place


def test_a_statement_hinders_at_its_own_day_or_at_any() -> None:
    assert hinders(hear("but I can't"), WEDNESDAY_AT_TEN, NOW)
    assert hinders(hear("but Wednesday I can't"), WEDNESDAY_AT_TEN, NOW)
    assert not hinders(hear("but Tuesday I can't"), WEDNESDAY_AT_TEN, NOW)
    assert hinders(hear("I get home at eleven"), WEDNESDAY_AT_TEN, NOW)


def test_only_what_tells_nothing_but_the_time_takes_it() -> None:
    assert tells_otherwise(hear("Wednesday the plumber's coming"))
    assert not tells_otherwise(hear("Wednesday I can do"))
    assert not tells_otherwise(hear("Wednesday the twenty fifth"))


def test_somebody_else_may_be_in() -> None:
    assert others_are_in(hear("but my wife will be"))
    assert not others_are_in(hear("and my wife can't be either"))
