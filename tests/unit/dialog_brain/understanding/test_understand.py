"""What is understood of one caller turn, case by case."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml

from dialog_brain.understanding.as_json import understood_json
from dialog_brain.understanding.understand import understand
from dialog_brain.understanding.understood import Expected, Understood, When
from tests.acceptance import acceptance_files

ROOT = Path(__file__).parents[4]
NOW = datetime(2026, 2, 23, 10, 0, tzinfo=ZoneInfo("America/Chicago"))  # a Monday
SOURCES = [
    *sorted((ROOT / "tests/data/understanding").glob("*.yaml")),
    *acceptance_files("understanding.yaml"),
]


@cache
def cases_of(source: Path) -> list[dict[str, Any]]:
    """The cases of one file, which are many."""
    return list(yaml.load(source.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["cases"])


def all_cases() -> Iterator[dict[str, Any]]:
    return (case for source in SOURCES for case in cases_of(source))


def misunderstood(case: dict[str, Any]) -> dict[str, Any]:
    """What was heard where it differs from what the case says."""
    heard = understood_json(understand(case["says"], case["asked"], NOW))
    return {key: heard[key] for key, value in case.items() if key not in ("asked", "says") and heard[key] != value}


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_every_turn_is_understood_as_its_case_says(source: Path) -> None:
    cases = cases_of(source)

    assert cases
    assert [(case, heard) for case in cases if (heard := misunderstood(case))] == []


@pytest.mark.parametrize(
    "distorted",
    [
        lambda says: "um " + says,
        lambda says: "uh, oh, " + says + ", uh",
        lambda says: says + " thank you so much",
        lambda says: " ".join([*says.split()[:1], says]),
        lambda says: re.sub(r"[,.!?]", "", says).lower(),
        lambda says: says.upper().replace("'", "\u2019"),
    ],
    ids=["hesitant", "very hesitant", "polite", "stuttering", "without punctuation", "in capitals"],
)
@pytest.mark.parametrize("asked", ["confirm", "safety"])
def test_however_it_is_written_no_yes_becomes_a_no(asked: Expected, distorted: Callable[[str], str]) -> None:
    answers = [case for case in all_cases() if case["asked"] == asked and case.get("consent")]

    heard = [(case, understand(distorted(case["says"]), asked, NOW).consent) for case in answers]

    assert [(case["says"], consent) for case, consent in heard if consent not in (None, case["consent"])] == []
    assert sum(consent == case["consent"] for case, consent in heard) > 0.98 * len(answers)


_STUTTERED = {"the", "at", "of", "to", "on", "for", "with", "past", "my", "i"}


def _hesitating(says: str) -> Iterator[str]:
    """`says` with an "um" in its middle, and with a small word said twice."""
    words = says.split()
    middle = len(words) // 2
    if len(words) > 2:
        yield " ".join([*words[:middle], "um", *words[middle:]])
        yield " ".join(word for said in words for word in ([said, said] if said in _STUTTERED else [said]))


def test_a_hesitation_in_the_middle_or_a_stutter_changes_nothing_that_is_understood() -> None:
    cases = [(case, said) for case in all_cases() for said in _hesitating(case["says"])]

    changed = [said for case, said in cases if misunderstood({**case, "says": said})]

    assert len(cases) > 10_000
    assert len(changed) < 0.001 * len(cases), changed


@pytest.mark.parametrize(
    "beside",
    ["{} okay", "{} all right bye", "{} I guess", "{} because my sister is visiting", "{} and my neighbor has the key",
     "listen {}", "okay so {}", "I've had a long day {}"],
)  # fmt: skip
def test_what_is_told_beside_an_answer_makes_hardly_a_yes_of_a_no_or_a_no_of_a_yes(beside: str) -> None:
    answers = [case for case in all_cases() if case["asked"] == "confirm" and case.get("consent")]

    turned = [
        (said, consent)
        for case in answers
        if (consent := understand(said := beside.format(plainly(case["says"])), "confirm", NOW).consent)
        and consent != case["consent"]
    ]

    assert len(turned) < 0.003 * len(answers), turned


def plainly(says: str) -> str:
    """As a recognizer without punctuation writes it."""
    return re.sub(r"[,.!?]", "", says).lower()


@pytest.mark.parametrize("asked", ["open", "any"])
def test_the_json_has_every_key_and_nothing_false(asked: Expected) -> None:
    told = understood_json(understand("hello", asked, NOW))

    when = {field.name for field in dataclasses.fields(When) if field.compare}
    assert set(told) == {*Understood._fields, *when} - {"text", "words", "when"}
    assert not any(value is False or value == "" for value in told.values())


@pytest.mark.parametrize(
    ("says", "equipment", "problem", "duration"),
    [
        ("my AC stopped cooling this morning", "AC", "AC stopped cooling", "this morning"),
        ("the boiler has been leaking for three days", "boiler", "boiler has been leaking", "for three days"),
        ("we have no hot water since yesterday", "hot water", "no hot water", "since yesterday"),
        ("hi this is Ann Lee at 12 Oak Street 78745 my AC is blowing warm air and I'd like somebody tomorrow at nine",
         "AC", "AC blowing warm air", None),
    ],
)  # fmt: skip
def test_a_problem_is_told_in_the_callers_own_few_words(
    says: str, equipment: str, problem: str, duration: str | None
) -> None:
    heard = understand(says, "problem", NOW)

    assert (heard.equipment, heard.problem, heard.problem_duration) == (equipment, problem, duration)


def test_a_problem_is_heard_behind_a_long_greeting_and_a_name() -> None:
    heard = understand("yes good morning um this is Dorothy my furnace is dead and it's freezing", "open", NOW)
    assert (heard.name, heard.problem) == ("Dorothy", "furnace is dead")


@pytest.mark.parametrize("says", ["mumble", "banana", "the thing with the thing", "um", "I don't know", "blah blah"])
def test_what_means_nothing_is_no_problem(says: str) -> None:
    assert understand(says, "problem", NOW).problem is None


def test_a_story_in_the_past_is_no_wish_for_a_time() -> None:
    for says in ("my AC stopped cooling this morning", "it quit on Monday", "it was fine yesterday at nine"):
        assert understand(says, "problem", NOW).when is None


def test_a_telephone_number_is_neither_a_zip_nor_a_time() -> None:
    heard = understand("call me at five one two five five five zero one nine nine", "any", NOW)

    assert (heard.phone, heard.zip, heard.when) == ("5125550199", None, None)


def test_digits_that_make_no_zip_are_kept() -> None:
    assert understand("it's seven eight seven", "zip", NOW).partial_digits == "787"


def test_a_promised_call_is_noticed() -> None:
    for says in (
        "somebody was supposed to call me back",
        "I never heard back from you",
        "still waiting for that quote",
        "y'all called me this morning",
        "somebody left me a message",
        "I had a missed call from this number",
    ):
        assert understand(says, "open", NOW).follow_up


def test_a_danger_that_is_taken_back_is_told_apart() -> None:
    heard = understand("never mind, it was the toaster", "safety", NOW)

    assert (heard.hazard, heard.hazard_withdrawn) == (None, True)


@pytest.mark.parametrize(
    ("says", "asked", "withdrawn"),
    [
        ("scratch that", "confirm", False),
        ("my mistake", "confirm", False),
        ("take that back", "confirm", False),
        ("should I be worried about the leak", "confirm", False),
        ("scratch that", "safety", True),
        ("I smell gas, scratch that, it was the stove", "confirm", True),
        ("do I need to worry about the smoke", "confirm", True),
    ],
)
def test_what_is_taken_back_is_no_danger_where_none_was_told(says: str, asked: Expected, withdrawn: bool) -> None:
    assert understand(says, asked, NOW).hazard_withdrawn == withdrawn


def test_keyterms_make_a_street_without_a_type_an_address() -> None:
    says = "we live at 2400 Burnet where the school is"

    assert understand(says, "address", NOW, keyterms=("Burnet Road",)).address == "2400 Burnet"
    assert understand(says, "address", NOW).address is None


@pytest.mark.parametrize(
    "says",
    [
        "area code five one two and the number is five five five oh one nine nine",
        "it's five one two and then five five five and then oh one nine nine",
    ],
)
def test_a_telephone_number_may_be_told_in_parts(says: str) -> None:
    assert understand(says, "any", NOW).phone == "5125550199"


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("the Monday after Thanksgiving", "2026-11-30"),
        ("next month on the third", "2026-12-03"),
        ("the day after Thanksgiving", "2026-11-27"),
        ("the Monday after the twenty third", "2026-11-30"),
        ("Thanksgiving", "2027-11-25"),
    ],
)
def test_a_day_may_be_counted_from_one_that_has_just_passed(said: str, day: str | None) -> None:
    friday_after = datetime(2026, 11, 27, 14, 0, tzinfo=ZoneInfo("America/Chicago"))
    assert understood_json(understand(said, "time", friday_after))["date"] == day


def test_the_week_after_one_that_has_just_passed_is_this_one_or_the_next() -> None:
    friday_after = datetime(2026, 11, 27, 14, 0, tzinfo=ZoneInfo("America/Chicago"))
    told = understood_json(understand("the week after Thanksgiving", "time", friday_after))
    assert (told["date"], told["week_of"]) == (None, "2026-11-30")


def test_another_room_takes_no_danger_back() -> None:
    assert not understand("it's the kitchen, not the bathroom", "confirm", NOW).hazard_withdrawn
