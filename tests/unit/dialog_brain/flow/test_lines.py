"""Our own words: spoken language, short, and in every case there."""

from __future__ import annotations

import re

import pytest

from dialog_brain.flow.check import lines_of
from dialog_brain.flow.lines import LINES
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.flow.rows import Ask, Do

ASKED = {q.line for row in RECEPTIONIST.rows if isinstance(row, Ask | Do) for q in row.questions}
ASKED |= {question.line for question in RECEPTIONIST.interposed}


@pytest.mark.parametrize("line", LINES)
def test_a_line_is_spoken_language(line: str) -> None:
    for sentence in LINES[line]:
        assert not re.search(r"[\[\]<>*#()/|]|transition|\be\.g\.|\bi\.e\.", sentence.lower()), sentence
        assert sentence[-1] in ".?!:,}", sentence
        assert len(sentence) <= 130, sentence


@pytest.mark.parametrize("line", sorted(ASKED - {"greeting"}))
def test_one_thing_is_asked_at_a_time_after_two_sentences_at_most(line: str) -> None:
    for name in (line, f"{line}_again"):
        sentences = LINES[name]
        assert sum(sentence.endswith("?") for sentence in sentences) <= 1
        assert sentences[-1].endswith(("?", "."))
        assert len(sentences) <= 3


def test_the_instruction_says_to_leave_and_to_call_911_from_outside() -> None:
    for line in ("emergency", "emergency_again"):
        words = " ".join(LINES[line])
        assert "leave" in words
        assert "911 from outside" in words


def test_who_is_ill_in_a_safe_building_is_not_told_to_leave_it() -> None:
    for line in ("medical", "medical_again"):
        words = " ".join(LINES[line])
        assert "call 911" in words
        assert "leave" not in words


def test_no_line_is_left_over() -> None:
    used = {name for row in RECEPTIONIST.rows for name in lines_of(RECEPTIONIST, row)}
    used |= {reaction.line for reaction in RECEPTIONIST.reactions}
    used |= {f"{line}_{more}" for line in ASKED for more in ("again", "narrow", "still")}
    by_step = {
        *("still_there", "cut_off", "one_moment", "goodbye", "goodbye_noted", "goodbye_now", "welcome", "passed_on"),
        *("fact_unknown", "rest_unknown", "robot", "why", "go_ahead", "anything_else"),
        *("emergency_again", "emergency_there_again", "medical_again", "number_withheld", "next_digits"),
        "in_danger",
    }
    assert set(LINES) <= used | by_step
