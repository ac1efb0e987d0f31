"""A text as words."""

from __future__ import annotations

import pytest

from dialog_brain.understanding.language.words import hear


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I don't know", ["i", "do", "not", "know"]),
        ("dont", ["do", "not"]),
        ("8am", ["8", "am"]),
        ("8 a.m.", ["8", "am"]),
        ("18pm", ["18", "pm"]),
        ("at 8:30, 3/5 or the 23rd", ["at", "8:30", "3/5", "or", "the", "23rd"]),
        ("seventy-eight", ["seventy", "eight"]),
        ("78,745", ["78745"]),
        ("it\u2019s O\u2019Brien", ["it", "is", "o'brien"]),
        ("José", ["josé"]),
        ("", []),
    ],
)
def test_contractions_are_opened_and_figures_kept_whole(text: str, words: list[str]) -> None:
    assert list(hear(text).words) == words


def test_pauses_and_ends_are_remembered() -> None:
    assert hear("No. Well, St. Charles-Street?").stops == (".", ",", "", "-", "?")


def test_the_callers_own_words_can_be_given_back() -> None:
    speech = hear("I don't like Smith-Jones")

    assert speech.said(0, len(speech.words)) == "I don't like Smith-Jones"
