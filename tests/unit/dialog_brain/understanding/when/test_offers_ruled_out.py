"""What takes an offered time back in the breath that names it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from dialog_brain.understanding.language.clauses import clauses
from dialog_brain.understanding.language.words import hear
from dialog_brain.understanding.when.offers_ruled_out import (
    after_waiting,
    asks_otherwise,
    concluding,
    is_engaged,
    rules_out,
)

CHICAGO = ZoneInfo("America/Chicago")
NOW = datetime(2026, 2, 23, 10, 0, tzinfo=CHICAGO)
TUESDAY_AT_ONE = datetime(2026, 2, 24, 13, 0, tzinfo=CHICAGO)
WEDNESDAY_AT_TEN = datetime(2026, 2, 25, 10, 0, tzinfo=CHICAGO)
OFFERS = (TUESDAY_AT_ONE, WEDNESDAY_AT_TEN)


def test_only_what_follows_a_hang_on_counts() -> None:
    assert after_waiting(hear("Tuesday hang on Wednesday")).words == ("wednesday",)
    assert after_waiting(hear("Tuesday wait")).words == ()
    assert after_waiting(hear("I can wait for Tuesday")) == hear("I can wait for Tuesday")


def test_a_time_that_is_not_on_offer_may_be_wanted_instead() -> None:
    assert asks_otherwise(hear("Tuesday, but not that late"))
    assert not asks_otherwise(hear("Tuesday is not too late"))


def test_a_refused_hour_rules_out_the_offer_at_that_hour() -> None:
    assert rules_out([hear("but not at one")], TUESDAY_AT_ONE, NOW)
    assert not rules_out([hear("I can't do Wednesday at one")], TUESDAY_AT_ONE, NOW)
    assert not rules_out([hear("but not at two")], TUESDAY_AT_ONE, NOW)


def test_what_a_day_is_kept_for_is_told_behind_its_when() -> None:
    busy, free = hear("Tuesday is when I pick up my kids"), hear("Tuesday is when I'm home")

    assert is_engaged(busy, clauses(busy)[0])
    assert not is_engaged(free, clauses(free)[0])


def test_a_later_offered_day_counts_where_it_is_concluded() -> None:
    concluded = hear("Tuesday is my day for bridge so Wednesday")
    unclear = hear("Tuesday is my day for bridge Wednesday maybe")

    assert concluding(concluded, TUESDAY_AT_ONE, OFFERS) == concluded.cut(6, 8)
    assert concluding(unclear, TUESDAY_AT_ONE, OFFERS) is None
    assert concluding(hear("just Tuesday"), TUESDAY_AT_ONE, OFFERS) == hear("just Tuesday")
