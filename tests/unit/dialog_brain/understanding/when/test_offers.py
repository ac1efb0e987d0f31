"""Which of the offered slots the caller takes."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dialog_brain.understanding.language.words import hear
from dialog_brain.understanding.when.offers import choose

CHICAGO = ZoneInfo("America/Chicago")
NOW = datetime(2026, 2, 23, 10, 0, tzinfo=CHICAGO)
TUESDAY_AT_ONE = datetime(2026, 2, 24, 13, 0, tzinfo=CHICAGO)
WEDNESDAY_AT_NINE = datetime(2026, 2, 25, 9, 0, tzinfo=CHICAGO)
FRIDAY_AT_TWO = datetime(2026, 2, 27, 14, 0, tzinfo=CHICAGO)
TWO = (TUESDAY_AT_ONE, WEDNESDAY_AT_NINE)
THREE = (*TWO, FRIDAY_AT_TWO)


@pytest.mark.parametrize(
    ("says", "place"),
    [
        ("Wednesday at nine", 1),
        ("wednesday", 1),
        ("the first one", 0),
        ("the first", 0),
        ("first one please", 0),
        ("the second one", 1),
        ("the later one", 1),
        ("the earlier one", 0),
        ("the last one", 1),
        ("one o'clock", 0),
        ("one p.m.", 0),
        ("at one", 0),
        ("nine", 1),
        ("nine in the morning", 1),
        ("the nine o'clock", 1),
        ("the afternoon one", 0),
        ("the morning", 1),
        ("tomorrow", 0),
        ("the 25th", 1),
        ("let's do Tuesday", 0),
        ("Tuesday works for me", 0),
        ("I'll take the Wednesday one", 1),
        ("option two", 1),
        ("number one", 0),
        ("either one", 0),
    ],
)
def test_a_caller_names_the_slot_in_any_way(says: str, place: int) -> None:
    assert choose(hear(says), TWO, NOW) == place


@pytest.mark.parametrize(
    "says",
    [
        "yes",
        "neither",
        "none of those",
        "Friday",
        "three o'clock",
        "hold on",
        "",
        "no",
        "Thursday",
    ],
)
def test_an_answer_that_fits_no_slot_or_several_takes_none(says: str) -> None:
    assert choose(hear(says), TWO, NOW) is None


def test_asking_about_a_slot_takes_none() -> None:
    for says in ("what was the first one again", "which one was earlier", "which is the last one"):
        assert choose(hear(says), TWO, NOW) is None


@pytest.mark.parametrize(
    "says",
    [
        "do you have anything earlier",
        "earlier",
        "I'd prefer something later",
        "do you have any others",
        "any other days?",
        "the first one doesn't work",
        "not the first one",
        "the second one is too early",
        "I can't do either of those",
        "is the first one really at one?",
        "Wednesday? what time",
        "give me a second",
        "first I need to ask my husband",
        "the last week of March",
        "so Tuesday at one or Wednesday at nine",
    ],
)
def test_who_asks_refuses_or_thinks_takes_none(says: str) -> None:
    assert choose(hear(says), TWO, NOW) is None
    assert choose(hear(says), (WEDNESDAY_AT_NINE,), NOW) is None


@pytest.mark.parametrize(
    ("says", "place"),
    [
        ("I can't do the first one, but the second works", 1),
        ("could we do the Wednesday one", 1),
        ("doesn't matter to me", 0),
        ("any of them is fine", 0),
        ("um, second", 1),
        ("the one on Wednesday", 1),
    ],
)
def test_what_is_taken_beside_a_refusal_or_without_care_counts(says: str, place: int) -> None:
    assert choose(hear(says), TWO, NOW) == place


def test_asking_something_else_beside_it_takes_the_slot() -> None:
    assert choose(hear("the second one, and what is your name"), TWO, NOW) == 1


def test_a_part_of_the_day_that_fits_two_slots_takes_none() -> None:
    assert choose(hear("the afternoon"), THREE, NOW) is None


def test_a_third_slot_is_not_taken_when_there_are_two() -> None:
    assert choose(hear("the third one"), TWO, NOW) is None
    assert choose(hear("the third one"), THREE, NOW) == 2


def test_a_yes_takes_the_only_slot() -> None:
    assert choose(hear("yes please"), [TUESDAY_AT_ONE], NOW) == 0
    assert choose(hear("no thanks"), [TUESDAY_AT_ONE], NOW) is None


@pytest.mark.parametrize(
    "says",
    [
        "hmm wednesday is my birthday",
        "I can't on Wednesday",
        "tuesday I think but let me check",
        "I think tuesday, let me ask my wife",
        "tuesday works but let me make sure",
        "wednesday, but my wife has to agree",
        "tuesday, I'll let you know",
        "tuesday, but how much is it",
        "maybe wednesday",
        "either, maybe the first",
        "march first",
    ],
)
def test_who_only_rules_out_or_puts_off_takes_none(says: str) -> None:
    assert choose(hear(says), TWO, NOW) is None


@pytest.mark.parametrize(
    ("says", "place"),
    [
        ("let me see, tuesday works", 0),
        ("tuesday, let me grab a pen", 0),
        ("I need to check with my husband, but put me down for tuesday", 0),
        ("tuesday if it's still available", 0),
        ("the first one if possible otherwise the second", 0),
        ("the second one, otherwise the first", 1),
        ("not tuesday, wednesday", 1),
        ("no, the second one then", 1),
        ("no the second one", 1),
    ],
)
def test_what_is_chosen_after_a_thought_or_before_a_second_best_counts(says: str, place: int) -> None:
    assert choose(hear(says), TWO, NOW) == place


WEDNESDAY_AT_TEN = datetime(2026, 2, 25, 10, 0, tzinfo=CHICAGO)
THURSDAY_AT_FOUR = datetime(2026, 2, 26, 16, 0, tzinfo=CHICAGO)
IN_A_ROW = (TUESDAY_AT_ONE, WEDNESDAY_AT_TEN, THURSDAY_AT_FOUR)


@pytest.mark.parametrize(
    "says",
    [
        "Tuesday but not at one",
        "Wednesday but not at ten",
        "Wednesday just not ten o'clock",
        "Thursday but not that late",
        "Wednesday's fine only not so early",
        "anything but ten",
        "any of them but the last",
        "Tuesday at one is when I pick up my kids",
        "Wednesday at ten is when we have church",
    ],
)
def test_an_hour_that_is_ruled_out_in_the_same_breath_is_not_taken(says: str) -> None:
    assert choose(hear(says), IN_A_ROW, NOW) is None


@pytest.mark.parametrize(
    "says",
    [
        "hang on honey is Wednesday good",
        "okay Wednesday no hang on",
        "Wednesday wait",
        "Thursday hold on a sec",
        "honey is Thursday okay with you",
        "mom can you do Tuesday at one",
    ],
)
def test_who_holds_on_or_asks_somebody_else_takes_none(says: str) -> None:
    assert choose(hear(says), IN_A_ROW, NOW) is None


@pytest.mark.parametrize(
    ("says", "place"),
    [
        ("well Wednesday is my bridge day so Thursday I guess", 2),
        ("Tuesday is when I pick up my kids so Wednesday", 1),
        ("Thursday because Wednesday is my bridge day", 2),
        ("Wednesday is better than Thursday", 1),
        ("Wednesday and Thursday both work", 1),
        ("Tuesday, no, Wednesday", 1),
        ("Wednesday is my bridge day Thursday I guess", None),
        ("Wednesday works well Thursday is my day off", None),
    ],
)
def test_of_two_offered_days_the_one_that_is_concluded_counts_or_none(says: str, place: int | None) -> None:
    assert choose(hear(says), IN_A_ROW, NOW) == place


@pytest.mark.parametrize(
    "says",
    [
        "Wednesday March fourth at ten",
        "a week from Wednesday",
        "Wednesday of next week",
        "can we do March third instead",
        "let's do the tenth",
        "Thursday the fifth",
        "the following Thursday",
        "next Wednesday",
        "the Tuesday after next",
    ],
)
def test_the_same_weekday_of_another_week_takes_none(says: str) -> None:
    assert choose(hear(says), IN_A_ROW, NOW) is None


@pytest.mark.parametrize(
    ("says", "place"),
    [
        ("hold on, okay Wednesday", 1),
        ("oh wait Thursday works", 2),
        ("Thursday at four please hold on to that one for me", 2),
        ("I'd rather wait till Thursday", 2),
        ("Tuesday's when I'm home", 0),
        ("I can't do ten, Tuesday", 0),
        ("Wednesday but not before ten", 1),
        ("Wednesday the twenty fifth at ten", 1),
        ("this Wednesday", 1),
        ("honey, Wednesday works", 1),
    ],
)
def test_what_only_sounds_like_it_takes_the_slot(says: str, place: int) -> None:
    assert choose(hear(says), IN_A_ROW, NOW) == place


def test_a_weekday_alone_takes_that_of_the_week_that_was_offered() -> None:
    later = tuple(each.replace(month=3, day=day) for each, day in zip(IN_A_ROW, (10, 11, 12), strict=True))

    assert choose(hear("Wednesday works"), later, NOW) == 1
