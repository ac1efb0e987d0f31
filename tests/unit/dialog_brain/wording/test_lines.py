"""Only open questions of decision states are ever worded by a model."""

from __future__ import annotations

import fnmatch

import pytest

from dialog_brain.flow.lines import LINES
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.flow.rows import Ask, Do, End
from dialog_brain.wording.lines import STATES, WORDABLE

NEVER = (
    *("emergency*", "unclear_danger", "safety*", "recheck*"),
    *("read_back*", "lead_read_back*", "*_check*", "other_time*", "offer*", "new_time*", "conflict*", "leaving*"),
    *("booked", "will_call*", "expert_will_call", "goodbye*", "silent_*", "wrong_number", "vendor"),
    *("fact*", "robot", "*_narrow"),
)


def test_every_wordable_line_is_a_line_that_ends_in_its_only_question() -> None:
    for line in WORDABLE:
        assert LINES[line][-1].endswith("?"), line
        assert "".join(LINES[line]).count("?") == 1, line
        assert "{" not in "".join(LINES[line]), line


@pytest.mark.parametrize("pattern", NEVER)
def test_what_must_be_said_as_written_is_not_in_the_table(pattern: str) -> None:
    assert fnmatch.filter(LINES, pattern), "the pattern names no line any more"
    assert fnmatch.filter(WORDABLE, pattern) == []


def test_nothing_that_an_action_or_an_ending_says_waits_for_a_model() -> None:
    spoken = set()
    for row in RECEPTIONIST.rows:
        if isinstance(row, Do):
            spoken |= {row.opening, row.slow, *(q.line for q in row.questions)}
        if isinstance(row, End):
            spoken |= {words for e in row.endings for words in (e.opening, e.closing, e.closing_failed)}
    assert spoken.isdisjoint(WORDABLE)


def test_every_wordable_line_asks_an_open_question_of_a_decision_state() -> None:
    questions = [q for row in RECEPTIONIST.rows if isinstance(row, Ask) for q in row.questions]
    open_ones = {q.line for q in questions if q.expects not in {"confirm", "safety"}}
    open_ones |= {q.repeat for q in questions if q.repeat}
    assert {line.removesuffix("_again") for line in WORDABLE} <= open_ones


def test_a_model_is_told_where_it_is_for_every_state_with_a_wordable_line() -> None:
    lines = {line.removesuffix("_again") for line in WORDABLE}
    asking = {
        row.state
        for row in RECEPTIONIST.rows
        if isinstance(row, Ask) and any({q.line, q.repeat} & lines for q in row.questions)
    }
    assert asking == set(STATES)
