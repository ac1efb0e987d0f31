"""How long the line waits, and what stops the agent."""

from __future__ import annotations

from typing import get_args

import pytest

from calllock.contracts.commands import Expected
from voice_gateway.line.patience import (
    COMPLETE_S,
    GREETED_S,
    JUDGED_S,
    OPENING_S,
    PATIENCE,
    count_digits,
    is_backchannel,
    judged_after_s,
    patience_s,
)


def test_every_kind_of_question_has_its_patience() -> None:
    assert set(PATIENCE) == {*get_args(Expected), None}


def test_a_caller_who_has_not_finished_gets_more_time() -> None:
    for expects in PATIENCE:
        assert patience_s(expects, 0.1, None) > patience_s(expects, 0.9, None)
        assert patience_s(expects, None, None) == patience_s(expects, 0.1, None)


@pytest.mark.parametrize(
    "text",
    ["No, nothing like that.", "Yes, please.", "yeah that works for me", "no sir", "No, thank you.", "okay, book it"],
)
def test_a_complete_answer_is_not_waited_on_for_long_however_it_sounded(text: str) -> None:
    for finished in (0.1, None):
        assert patience_s("safety", finished, text) == patience_s("confirm", finished, text) == COMPLETE_S
    assert patience_s("safety", 0.9, text) < COMPLETE_S
    assert patience_s("name", 0.1, text) > 1.0
    assert patience_s("open", 0.1, text) > 1.0


@pytest.mark.parametrize(
    "text",
    [
        "No, but",
        "no I don't",
        "Yes, I",
        "no there is a",
        "yes that",
        "Well, no, I smell",
        "no",
        "Yes.",
        "the alarm",
        "",
    ],
)
def test_an_answer_that_leaves_something_open_is_waited_for(text: str) -> None:
    assert patience_s("safety", 0.1, text) == patience_s("safety", 0.1, None) > COMPLETE_S


def test_the_turn_model_is_asked_when_its_answer_is_needed_and_not_before() -> None:
    for expects in PATIENCE:
        assert JUDGED_S <= judged_after_s(expects, None) < patience_s(expects, 0.9, None)
    assert judged_after_s("name", None) > 0.6
    assert judged_after_s("zip", "seven eight") > 0.6
    assert judged_after_s("zip", "seven eight seven four five") == JUDGED_S


def test_dictated_answers_get_more_time_than_a_yes() -> None:
    for dictated in ("zip", "address", "name"):
        assert patience_s(dictated, 0.9, "x") >= 1.2
    assert patience_s("confirm", 0.9, "x") < 0.4


@pytest.mark.parametrize("text", ["No.", "no,", "Uh, yeah.", "Oh no, no.", "Well, okay."])
def test_words_with_which_answers_begin_get_time_to_go_on(text: str) -> None:
    assert patience_s("safety", 0.9, text) == OPENING_S
    assert patience_s("safety", 0.9, "no, nothing like that") < OPENING_S
    assert patience_s("name", 0.9, text) > OPENING_S


@pytest.mark.parametrize("text", ["Hello,", "hi", "Oh, hey.", "Yeah, hi."])
def test_who_has_only_greeted_gets_time_to_say_who_it_is(text: str) -> None:
    assert patience_s("open", 0.9, text) == GREETED_S > OPENING_S
    assert patience_s("open", 0.9, f"{text} this is Ann Lee.") < OPENING_S


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("Seven, eight, seven, four, five.", 5),
        ("seventy eight seven oh four", 5),
        ("78704", 5),
        ("It's 7 8 7", 3),
        ("seven eighty seven oh one", 5),
        ("nine fourteen", 3),
        ("seventy zero", 3),
        ("double seven eight", -1),
        ("seventy eight thousand seven hundred four", -1),
        ("hello", 0),
    ],
)
def test_dictated_digits_are_counted(text: str, digits: int) -> None:
    assert count_digits(text) == digits


@pytest.mark.parametrize("text", ["", "Uh-huh.", "okay", "Mm-hmm, right.", "Yeah, okay.", "I see.", "Hmm"])
def test_a_word_that_only_says_i_am_listening_is_a_backchannel(text: str) -> None:
    assert is_backchannel(text)


@pytest.mark.parametrize("text", ["no", "yes", "stop", "wait", "okay but", "right now", "Human please", "humid"])
def test_a_word_of_substance_is_not(text: str) -> None:
    assert not is_backchannel(text)
