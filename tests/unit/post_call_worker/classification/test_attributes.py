"""Pure. Who calls, what for, about which equipment."""

from __future__ import annotations

from typing import Any

import pytest

from post_call_worker.classification.attributes import age_bracket, equipment_age_years
from post_call_worker.classification.classify import classify
from post_call_worker.classification.result import Classification, Told
from post_call_worker.classification.signal_files import package_signals
from tests.unit.post_call_worker.call_logs import PROFILE, STARTED_AT


def _classified(*turns: str, **fields: Any) -> Classification:
    return classify(Told(turns=turns, fields=fields, started_at=STARTED_AT), PROFILE, package_signals())


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("the unit is eighteen years old", 18),
        ("it's about 12 years old", 12),
        ("a twenty-two year old furnace", 22),
        ("it was installed five years ago", 5),
        ("my mother is eighty years old", None),
        ("the AC is nine years old, no wait, the AC is 11 years old", 11),
    ],
)
def test_the_age_is_that_of_the_equipment(words: str, years: int | None) -> None:
    assert equipment_age_years([words]) == years


@pytest.mark.parametrize(
    ("years", "bracket"),
    [(None, "unknown"), (0, "under_10"), (9, "under_10"), (10, "10_to_15"), (15, "10_to_15"), (16, "over_15")],
)
def test_ages_fall_into_the_dashboards_brackets(years: int | None, bracket: str) -> None:
    assert age_bracket(years) == bracket


@pytest.mark.parametrize(
    ("words", "caller", "intent", "work"),
    [
        ("my AC is broken", "residential", "new_lead", "service"),
        ("the AC at our restaurant is broken", "commercial", "new_lead", "service"),
        ("we sell filters wholesale", "vendor", "solicitation", "admin"),
        ("are you hiring", "recruiting", "solicitation", "admin"),
        ("I got charged twice on my last invoice", "residential", "admin_billing", "admin"),
        ("you fixed it last week and it is not cooling again", "residential", "active_job_issue", "service"),
        ("I want a new AC system", "residential", "new_lead", "install"),
        ("can we schedule a visit for my AC tune up", "residential", "booking_request", "maintenance"),
        ("sorry, wrong number", "unknown", "new_lead", "service"),
    ],
)
def test_a_dispatcher_sees_who_called_what_for(words: str, caller: str, intent: str, work: str) -> None:
    found = _classified(words)
    assert (found.caller_type, found.primary_intent, found.work_type) == (caller, intent, work)


def test_what_the_slots_say_comes_before_what_the_words_say() -> None:
    found = _classified("the furnace died yesterday", equipment="Trane furnace", problem_duration="two days")
    assert (found.equipment_type, found.problem_duration) == ("Trane furnace", "two days")


@pytest.mark.parametrize(
    ("words", "equipment", "duration"),
    [
        ("the heat pump quit this morning", "heat pump", "this morning"),
        ("my AC has been out for three days", "air conditioner", "for three days"),
        ("the furnace has been dead since Monday", "furnace", "since monday"),
        ("hello", None, None),
    ],
)
def test_equipment_and_duration_are_taken_from_the_words(
    words: str, equipment: str | None, duration: str | None
) -> None:
    found = _classified(words)
    assert (found.equipment_type, found.problem_duration) == (equipment, duration)


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("the AC is completely dead", "completely_down"),
        ("it runs all day but never gets below eighty", "running_but_ineffective"),
        ("it works sometimes", "partially_working"),
        ("I need a tune up", None),
    ],
)
def test_the_state_of_the_system(words: str, status: str | None) -> None:
    assert _classified(words).system_status == status


@pytest.mark.parametrize(
    ("words", "score"),
    [
        ("I'm going to sue you", 1),
        ("I'm really frustrated with this", 2),
        ("my AC is out", 3),
        ("that's wonderful, thank you so much", 4),
    ],
)
def test_the_mood_shows_in_the_score(words: str, score: int) -> None:
    assert _classified(words).sentiment == score


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("it's a condo", "condo"),
        ("the house is hot", "house"),
        ("our warehouse heat is out", "commercial"),
        ("hi", None),
    ],
)
def test_the_building_is_known_when_it_was_named(words: str, kind: str | None) -> None:
    assert _classified(words).property_type == kind
