"""Conversation files: what is wrong with one is said by file, place and reason."""

from __future__ import annotations

from typing import Any

import pytest

from dialog_brain.script import Script, ScriptError, parse_scripts


def test_a_line_may_be_words_alone() -> None:
    (script,) = parse_scripts({"calls": [{"name": "a", "says": ["hello", {"keys": "787#"}, {"noise": True}]}]}, "f")
    assert [(line.says, line.keys, line.noise) for line in script.says] == [
        ("hello", "", False),
        ("", "787#", False),
        ("", "", True),
    ]


def test_one_answer_of_the_calendar_may_stand_without_a_list() -> None:
    one, two = parse_scripts(
        {"calls": [{"name": "a", "booking": {"booked": True}}, {"name": "b", "booking": [{"status": 500}, {}]}]}, "f"
    )
    assert [reply.result() for reply in one.booking] == [{"booked": True}]
    assert [reply.status for reply in two.booking] == [500, 200]


def test_business_and_time_of_the_file_hold_for_every_call_that_names_none() -> None:
    file = {
        "business": "harbor-plumbing",
        "now": "2026-02-23T10:00:00-06:00",
        "calls": [{"name": "a"}, {"name": "b", "business": "ace-cooling", "now": "2026-02-24T10:00:00-06:00"}],
    }
    first, second = parse_scripts(file, "f")
    assert (first.business, second.business) == ("harbor-plumbing", "ace-cooling")
    assert first.now != second.now


def test_what_a_judge_demands_of_a_call_may_stand_beside_it() -> None:
    (script,) = parse_scripts({"calls": [{"name": "a", "final": "done", "must_say": ["911"], "remark": "easy"}]}, "f")
    assert script == Script(name="a", business="ace-cooling")


@pytest.mark.parametrize(
    ("raw", "fault"),
    [
        (None, "talks.yaml: file: "),
        ([], "talks.yaml: file: "),
        ({}, "talks.yaml: calls: needed, but not there"),
        ({"calls": []}, "talks.yaml: calls: "),
        ({"calls": [{}]}, "talks.yaml: calls.0.name: needed, but not there"),
        ({"calls": [{"name": "a", "silences": -1}]}, "talks.yaml: calls.0.silences: "),
        ({"calls": [{"name": "a", "says": [{"keys": "12a"}]}]}, "talks.yaml: calls.0.says.0.keys: "),
        ({"calls": [{"name": "a", "says": [{"shouts": "hey"}]}]}, "talks.yaml: calls.0.says.0.shouts: "),
        (
            {"calls": [{"name": "a"}, {"name": "b", "booking": [{"delay_s": -1}]}]},
            "talks.yaml: calls.1.booking.0.delay_s",
        ),
        ({"calls": [{"name": "a"}], "now": "soon"}, "talks.yaml: now: "),
        ({"calls": [{"name": "a"}], "now": "2026-02-23T10:00:00"}, "talks.yaml: now: Input should have timezone"),
        ({"calls": [{"name": "a", "now": "2026-02-23T10:00:00"}]}, "talks.yaml: calls.0.now: Input should have"),
        ({"calls": [{"name": "a", "now": "0001-01-01T00:00:00+14:00"}]}, "talks.yaml: calls.0.now: "),
        ({"calls": [{"name": "a", "sayz": ["hello"]}]}, "talks.yaml: calls.0.sayz: Extra inputs are not permitted"),
        ({"calls": [{"name": "a"}], "bussiness": "x"}, "talks.yaml: bussiness: Extra inputs are not permitted"),
    ],
)
def test_a_file_that_cannot_be_played_is_refused_by_name_and_place(raw: Any, fault: str) -> None:
    with pytest.raises(ScriptError) as refused:
        parse_scripts(raw, "talks.yaml")
    assert str(refused.value).startswith(fault)
