"""The flow's page is the table and nothing else."""

from __future__ import annotations

import re
from dataclasses import replace

from dialog_brain.flow.check import edges
from dialog_brain.flow.printed import diagram, flow_page, versioned
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.flow.rows import Ask, Do, End

PAGE = flow_page(RECEPTIONIST)


def test_every_state_has_a_section_with_its_tools_and_purpose() -> None:
    assert re.findall(r"^## (.+)$", PAGE, re.MULTILINE) == [*(row.state for row in RECEPTIONIST.rows), "anywhere"]
    for row in RECEPTIONIST.rows:
        assert f"*{row.kind}*: {row.purpose}. Tools: {', '.join(row.tools) or 'none'}." in PAGE


def test_every_question_and_every_way_out_is_a_row_of_a_table() -> None:
    for row in RECEPTIONIST.rows:
        section = PAGE.split(f"\n## {row.state}\n")[1].split("\n## ")[0]
        rows = sum(line.startswith("| ") for line in section.splitlines())
        headings = section.count("\n|---")
        if isinstance(row, End):
            assert rows - headings == len(row.endings) + len(row.afterwards)
            continue
        ways = row.exits if isinstance(row, Ask) else (*row.outcomes, *row.answers)
        assert rows - headings == len(row.questions) + len(ways) + (row.gives_up is not None)
        assert isinstance(row, Ask | Do)


def test_the_diagram_begins_at_the_start_ends_at_the_ends_and_draws_every_way_onwards() -> None:
    drawn = set(re.findall(r"^    (\S+) --> (\S+)$", diagram(RECEPTIONIST), re.MULTILINE))
    everywhere = {"callback", "safety_exit"}
    onwards = {(state, to) for state, targets in edges(RECEPTIONIST).items() for to in targets - everywhere}
    ends = {(row.state, "[*]") for row in RECEPTIONIST.rows if isinstance(row, End)}
    assert drawn == onwards | ends | {("[*]", RECEPTIONIST.start)}


def test_guards_are_told_in_words() -> None:
    assert "function" not in PAGE
    assert "<" not in PAGE
    assert "| the caller agreed to the read-back | **booking** |" in PAGE


def test_another_word_for_the_same_row_is_another_version() -> None:
    renamed = replace(RECEPTIONIST, rows=(replace(RECEPTIONIST.rows[0], purpose="greet"), *RECEPTIONIST.rows[1:]))
    assert versioned(renamed).version != versioned(RECEPTIONIST).version
    assert versioned(RECEPTIONIST).version == RECEPTIONIST.version
