"""Pure. What calls are tagged with, on calls that were labelled by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from calllock.contracts.events import Hazard
from post_call_worker.classification.classify import classify, told_by
from post_call_worker.classification.result import Classification, Tags, Told
from post_call_worker.classification.signal_files import package_signals
from post_call_worker.classification.taxonomy import TAXONOMY
from post_call_worker.classification.worth import priority
from post_call_worker.folding import fold
from post_call_worker.vocabulary import BookingStatus
from tests.unit.post_call_worker.acceptance_cases import cases
from tests.unit.post_call_worker.call_logs import PROFILE, STARTED_AT, CallLog, gas_call
from tests.unit.post_call_worker.classification.labelled_calls import HELD_BACK, OWN, f1, f1_by_category, labelled_calls

AIM = 0.95


def _classified(*turns: str, **told: Any) -> Classification:
    return classify(Told(turns=turns, started_at=STARTED_AT, **told), PROFILE, package_signals())


@pytest.mark.parametrize("category", TAXONOMY)
def test_each_category_is_found_as_well_as_we_promise(category: str) -> None:
    assert f1_by_category(labelled_calls())[category] >= AIM


def test_calls_that_no_signal_was_written_from_are_classified_as_well_as_we_promise() -> None:
    assert f1(labelled_calls(HELD_BACK)) >= AIM


@pytest.mark.parametrize("file", [OWN, HELD_BACK], ids=lambda file: file.stem)
def test_no_stated_danger_is_ever_missed(file: Path) -> None:
    assert [call.says for call in labelled_calls(file) if call.dangers_missed] == []


def test_no_call_is_mistaken_for_what_it_nearly_is() -> None:
    assert [(call.says, call.near & call.found) for call in labelled_calls() if call.near & call.found] == []


def test_every_tag_is_labelled_at_least_once_as_a_yes_and_once_as_a_near_miss() -> None:
    every = {tag for tags in TAXONOMY.values() for tag in tags}
    assert every - {tag for call in labelled_calls() for tag in call.wanted} == set()
    assert every - {tag for call in labelled_calls() for tag in call.near} == set()
    assert len(labelled_calls()) >= 150


@pytest.mark.parametrize("case", cases("classification", "tags"), ids=str)
def test_the_accepted_tags_are_given(case: dict[str, Any]) -> None:
    turns = (case["text"],) if "text" in case else ()
    found = _classified(*turns, state=case.get("state", "done"), fields=case.get("fields", {}))
    assert case["tag"] in found.tags[case["category"]]


@pytest.mark.parametrize("case", cases("classification", "priority"), ids=str)
def test_the_colour_follows_from_tags_and_booking_and_says_why(case: dict[str, Any]) -> None:
    tags = {name: tuple(given) for name, given in case["tags"].items()}
    found = priority(tags, {}, case["booking"], case.get("raised"))
    assert found.color == case["color"]
    assert found.reason == case.get("reason", found.reason) != ""


def test_priority_and_revenue_say_by_which_words_and_how_surely() -> None:
    found = _classified("I smell gas by the stove, and the compressor is shot", fields={})
    assert found.priority.signals == ('gas leak: "smell gas"',)
    assert (found.priority.reason, found.priority.confidence) == ("Danger stated: gas leak", "medium")
    assert found.revenue.signals == ('compressor: "compressor is shot"',)
    assert (found.revenue.reason, found.revenue.confidence) == ("A dear repair: compressor", "medium")


@pytest.mark.parametrize(
    ("tags", "booking", "raised", "confidence"),
    [
        ({"HAZARD": ("GAS_LEAK",)}, "not_requested", "GAS_LEAK", "high"),
        ({"HAZARD": ("GAS_LEAK",)}, "not_requested", None, "medium"),
        ({"HAZARD": ("GAS_LEAK", "CO_EVENT")}, "not_requested", None, "high"),
        ({}, "attempted_failed", None, "high"),
        ({}, "confirmed", None, "high"),
        ({}, "not_requested", None, "low"),
    ],
)
def test_what_happened_in_the_call_is_surer_than_what_was_said(
    tags: Tags, booking: BookingStatus, raised: Hazard | None, confidence: str
) -> None:
    assert priority(tags, {}, booking, raised).confidence == confidence


@pytest.mark.parametrize("case", cases("classification", "revenue"), ids=str)
def test_the_revenue_tier_follows_from_the_problem(case: dict[str, Any]) -> None:
    found = _classified(fields={"problem_description": case["problem"]}).revenue
    assert (found.tier, found.label) == (case["tier"], case["label"])
    assert found.confidence in ("low", "medium", "high")
    assert bool(found.signals) == bool(case["problem"])


def test_the_agents_words_are_never_classified() -> None:
    log = CallLog().enters("safety").says("Any gas smell, burning smell, smoke or a CO alarm going off?").hears("nope")
    log.says("You may want to call the gas company.").hears("ok")
    found = classify(told_by(fold(log.messages, PROFILE)), PROFILE, package_signals())
    assert set(found.tags) == {"URGENCY", "CUSTOMER", "CONTEXT"}


def test_the_latest_statement_wins() -> None:
    withdrawn = _classified("I smell gas", "actually I don't smell gas, it was the trash")
    assert "HAZARD" not in withdrawn.tags
    assert "GAS_LEAK" in _classified("no gas smell here", "wait, now I do smell gas").tags["HAZARD"]


def test_a_danger_that_was_raised_stays_after_it_was_taken_back() -> None:
    record = fold(gas_call().hears("never mind, I don't smell gas anymore").messages, PROFILE)
    found = classify(told_by(record), PROFILE, package_signals())
    assert found.tags["HAZARD"] == ("GAS_LEAK",)
    assert found.tags["URGENCY"] == ("CRITICAL_EVACUATE",)


def test_a_danger_without_a_name_evacuates_all_the_same() -> None:
    found = _classified("yes", state="safety_exit", raised="UNSPECIFIED")
    assert found.tags["URGENCY"] == ("CRITICAL_EVACUATE",)
    assert "HAZARD" not in found.tags


def test_who_is_ill_in_a_safe_building_is_urgent_and_evacuates_nobody() -> None:
    found = _classified("my mother is unconscious", state="safety_exit", raised="HEALTH_RISK")
    assert found.tags["URGENCY"] == ("CRITICAL_DISPATCH",)
    assert "HEALTH_RISK" in found.tags["HAZARD"]


def test_there_is_always_exactly_one_urgency_and_one_of_new_and_existing() -> None:
    for turns in ((), ("the AC is completely dead, please come today, my mother is eighty",), ("hello", "", "??")):
        found = _classified(*turns)
        assert len(found.tags["URGENCY"]) == 1
        assert len({"NEW_CUSTOMER", "EXISTING_CUSTOMER"} & set(found.tags["CUSTOMER"])) == 1


def test_a_call_without_words_is_worth_a_diagnosis_and_nothing_more() -> None:
    found = _classified()
    assert (found.revenue.tier, found.revenue.confidence) == ("diagnostic", "low")
    assert (found.caller_type, found.priority.color, found.has_substance) == ("unknown", "blue", False)


def test_what_the_flow_found_out_about_a_stranger_is_tagged_even_if_the_words_do_not_show_it() -> None:
    assert _classified("hi there", fields={"callback_type": "vendor"}).tags["NON_CUSTOMER"] == ("VENDOR_SALES",)
    assert _classified("hi there", fields={"callback_type": "applicant"}).caller_type == "recruiting"


def test_a_megabyte_of_words_is_classified_in_reasonable_time() -> None:
    found = _classified(*["the AC is not cooling and there is no gas smell, smoke or fire " * 160] * 100)
    assert "REPAIR_AC" in found.tags["SERVICE_TYPE"]
    assert "HAZARD" not in found.tags


def test_a_high_ticket_lead_is_a_replacement_whatever_the_words() -> None:
    found = _classified("yes", fields={"lead_type": "high_ticket"})
    assert (found.revenue.tier, found.revenue.label) == ("replacement", "$$$$")


def test_in_safety_exit_a_danger_that_was_withdrawn_is_still_named() -> None:
    found = _classified("I smell gas", "never mind, it was the trash, I don't smell gas", state="safety_exit")
    assert found.tags["HAZARD"] == ("GAS_LEAK",)


def test_what_it_means_is_known_when_one_kind_of_equipment_was_named_and_only_then() -> None:
    assert _classified("I have an AC question.", "It won't turn on.").tags["SERVICE_TYPE"] == ("REPAIR_AC",)
    assert "SERVICE_TYPE" not in _classified("I have an AC and a furnace here.", "It won't turn on.").tags
    assert _classified("It won't turn on.", fields={"equipment": "heatpump"}).tags["SERVICE_TYPE"] == (
        "REPAIR_HEATPUMP",
    )


def test_a_heat_pump_that_blows_warm_air_is_no_air_conditioner() -> None:
    assert "REPAIR_AC" in _classified("it's acting up", "it's blowing warm air").tags["SERVICE_TYPE"]
    found = _classified("my heat pump is acting up", "it's blowing warm air")
    assert found.tags["SERVICE_TYPE"] == ("REPAIR_HEATPUMP",)


def test_the_parts_and_the_power_that_a_stranger_speaks_of_are_not_a_customers() -> None:
    words = "the coil you ordered is still on back order"
    assert "PARTS_DELAY" in _classified(words).tags["LOGISTICS"]
    assert set(_classified("this is the parts counter at Johnstone", words).tags) == {
        "URGENCY",
        "CUSTOMER",
        "NON_CUSTOMER",
        "CONTEXT",
    }


def test_an_emergency_that_is_named_is_one_whatever_is_the_matter() -> None:
    assert _classified("The sewer is coming up.", "It's an emergency.").tags["URGENCY"] == ("EMERGENCY_SAMEDAY",)
    assert _classified("The sewer is slow.", "It isn't an emergency.").tags["URGENCY"] == ("STANDARD",)
    assert _classified("It's stuck in emergency heat.").tags["URGENCY"] == ("STANDARD",)


def test_a_tune_up_is_for_the_one_machine_that_the_call_is_about() -> None:
    asks = "I'd like to book my spring tune up"
    assert _classified(asks, "it's just for the air conditioner").tags["SERVICE_TYPE"] == ("TUNEUP_AC",)
    assert "TUNEUP_HEATING" not in _classified(asks, "it's for the AC").tags["SERVICE_TYPE"]


def test_who_wants_a_system_replaced_is_a_lead_and_who_calls_from_a_shop_a_commercial_account() -> None:
    assert "HOT_LEAD" in _classified("we're ready to rip out the old furnace and put in a new one").tags["REVENUE"]
    found = _classified("the AC in our bakery quit")
    assert "COMMERCIAL_LEAD" in found.tags["REVENUE"]
    assert found.tags["CUSTOMER"] == ("NEW_CUSTOMER", "COMMERCIAL_ACCT")
    found = _classified("the AC in our bakery quit", "we have never used you before")
    assert found.tags["CUSTOMER"] == ("NEW_CUSTOMER", "COMMERCIAL_ACCT", "COMMERCIAL_NEW")
