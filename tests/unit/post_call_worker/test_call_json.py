"""Pure. What the command line is given, and what it answers."""

from __future__ import annotations

import json
from typing import Any

import pytest

from post_call_worker.call_json import BadLine, classify_line, payloads_of_log
from post_call_worker.classification.signal_files import package_signals
from tests.unit.post_call_worker.call_logs import PROFILE, booked_call, gas_call


def _classified(**raw: Any) -> dict[str, Any]:
    return classify_line(json.dumps(raw), PROFILE, package_signals())


def test_a_line_is_answered_with_everything_that_is_known_of_it() -> None:
    found = _classified(
        state="done", fields={"caller_known": True}, turns=["no heat"], started_at="2026-01-12T10:00:00"
    )
    assert found["tags"]["CUSTOMER"] == ["EXISTING_CUSTOMER"]
    assert found["tags"]["CONTEXT"] == ["PEAK_WINTER"]
    ordinary = {"color": "blue", "reason": "Ordinary call", "signals": [], "confidence": "low"}
    assert found["priority"] == ordinary
    assert found["revenue"]["tier"] == "standard_repair"
    assert "name" not in found


def test_a_time_without_a_zone_is_the_business_own() -> None:
    assert "AFTER_HOURS" not in _classified(started_at="2026-03-03T08:00:00")["tags"].get("CONTEXT", [])
    assert "AFTER_HOURS" in _classified(started_at="2026-03-03T08:00:00+00:00")["tags"]["CONTEXT"]


def test_unknown_keys_are_ignored_null_is_absent_and_the_name_is_handed_back() -> None:
    found = _classified(name="x", started_at="2026-03-03T10:00:00", turns=None, whatever=1)
    assert found["name"] == "x"
    assert _classified(name="half a character: \ud83d", started_at="2026-03-03T10:00:00")["name"].endswith(": ?")


@pytest.mark.parametrize(
    "turns",
    [
        "no heat",
        ["no heat"],
        [["agent", "Is it the AC? Do you smell gas?"], ["user", "no heat"]],
        [{"role": "agent", "content": "I smell gas"}, {"role": "user", "content": "no heat"}],
        [{"role": "tool", "name": "lookup_caller"}, {"text": "no heat"}],
    ],
)
def test_of_turns_in_any_usual_form_the_callers_words_count(turns: object) -> None:
    found = _classified(started_at="2026-03-03T10:00:00", turns=turns)
    assert found["tags"]["SERVICE_TYPE"] == ["REPAIR_HEATING"]
    assert "HAZARD" not in found["tags"]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("", "not JSON"),
        ("[]", "not a JSON object"),
        ("{}", "started_at"),
        ('{"started_at": "yesterday"}', "started_at"),
        ('{"started_at": "2026-03-03T10:00:00", "state": "limbo"}', "state"),
        ('{"started_at": "2026-03-03T10:00:00", "turns": [7]}', "turns"),
        ('{"started_at": "2026-03-03T10:00:00", "turns": [{"role": "user"}]}', "turns"),
        ('{"started_at": "0001-01-01T00:00:00+14:00"}', "started_at: no call begins in the year 1"),
        ('{"started_at": "9999-12-31T23:59:59"}', "started_at: no call begins in the year 9999"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_a_line_that_cannot_be_used_says_why(line: str, fault: str) -> None:
    with pytest.raises(BadLine, match=fault):
        classify_line(line, PROFILE, package_signals())


def test_slots_of_another_kind_than_text_tell_nothing() -> None:
    line = {"state": "callback", "fields": {"callback_type": ["vendor"]}, "turns": ["my AC is out"]}
    found = classify_line(json.dumps(line | {"started_at": "2026-07-14T10:00:00"}), PROFILE, package_signals())
    assert found["caller_type"] != "vendor"


def test_the_payloads_of_a_log_are_the_bodies_or_nothing() -> None:
    booked = payloads_of_log(booked_call().messages, PROFILE, package_signals())
    assert (booked["alert"], booked["call"]["outcome"]) == (None, "booked")
    gas = payloads_of_log(gas_call().messages, PROFILE, package_signals())
    assert gas["alert"]["urgency_tier"] == "emergency"
