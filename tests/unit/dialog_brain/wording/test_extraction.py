"""A model may only point at what the caller said."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialog_brain.understanding.language.words import hear
from dialog_brain.wording.extraction import extraction_chat, quotes_in

SAID = "Yeah hi, it's Siobhan at 12 Oak, not Elm, and the upstairs thing is not cooling, maybe Friday after four"


def test_quotes_come_back_as_the_caller_said_them() -> None:
    answer = {"name": "siobhan", "address": "12 Oak", "problem": "upstairs thing is not cooling", "time": "friday"}
    assert quotes_in(json.dumps(answer), SAID) == {
        "name": "Siobhan",
        "problem": "upstairs thing is not cooling",
        "address": "12 Oak",
        "time": "Friday",
    }


@pytest.mark.parametrize(
    "answer",
    [
        {"name": "Sinead"},
        {"name": "Siobhan Miller"},
        {"address": "12 Oak Street"},
        {"time": "Friday at four"},
        {"time": "2026-03-06"},
        {"name": ""},
        {"name": None},
        {"name": ["Siobhan"]},
        {"name": {"first": "Siobhan"}},
    ],
)
def test_what_was_not_said_word_for_word_is_no_quote(answer: dict[str, object]) -> None:
    assert quotes_in(json.dumps(answer), SAID) == {}


def test_what_was_denied_is_no_quote() -> None:
    assert quotes_in('{"address": "Elm"}', SAID) == {}
    assert quotes_in('{"time": "Thursday"}', "not Thursday, I can't") == {}
    assert quotes_in('{"time": "Friday"}', "not Thursday, it would have to be Friday") == {"time": "Friday"}


@pytest.mark.parametrize("key", ["zip", "zip_code", "consent", "confirmed", "caller_confirmed", "hazard"])
def test_an_answer_with_any_other_key_is_dropped_as_a_whole(key: str) -> None:
    assert quotes_in(json.dumps({"name": "Siobhan", key: "yes"}), "yes it's Siobhan, 78745") == {}


@pytest.mark.parametrize(
    "answer", ["", "no", "null", "[]", '["name"]', '"Siobhan"', '```json\n{"name": "Siobhan"}\n```', "{" * 10_000]
)
def test_what_is_not_one_json_object_is_dropped(answer: str) -> None:
    assert quotes_in(answer, SAID) == {}


def test_the_chat_has_the_trade_and_the_callers_words() -> None:
    system, user = extraction_chat("plumbing", SAID)
    assert "plumbing" in system.content
    assert user.content == SAID


@given(st.dictionaries(st.sampled_from(["name", "problem", "address", "time"]), st.text(max_size=20)), st.text())
def test_a_quote_is_always_a_part_of_what_was_said(answer: dict[str, str], said: str) -> None:
    for quote in quotes_in(json.dumps(answer), said).values():
        assert f" {' '.join(hear(quote).words)} " in f" {' '.join(hear(said).words)} "
