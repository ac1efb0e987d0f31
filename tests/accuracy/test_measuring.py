"""The measure counts what it says: misses, false hearings and flips, in our own cases and in anybody's list."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.accuracy.__main__ import main
from tests.accuracy.measuring import ListError, measured, read_list

NOW = datetime(2026, 2, 23, 10, 0, tzinfo=ZoneInfo("America/Chicago"))


def test_each_kind_of_mistake_is_counted_as_such() -> None:
    listed = "confirm\tyes\tyes\nconfirm\tnope\tyes\nconfirm\tbanana\tno\nconfirm\tsure\tnull\n"

    score = measured(read_list(listed), NOW)["consent (confirm)"]

    assert (score.cases, score.right, score.flipped, score.missed, score.false) == (4, 1, 1, 1, 1)
    assert score.mistakes[0] == "'nope': 'no' instead of 'yes'"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("time\ttomorrow at ten\t2026-02-24 10:00", {"date": "2026-02-24", "time": "10:00"}),
        ("time\tnoon\t12:00", {"time": "12:00"}),
        ("time\tbanana\tnull", {"date": None, "time": None}),
        ("zip\tseven eight seven oh four\t78704", {"zip": "78704"}),
        ('open\tmy name is Ann\t{"name": "Ann", "hazard": null}', {"name": "Ann", "hazard": None}),
    ],
)
def test_a_line_says_what_must_be_heard(line: str, expected: dict[str, str | None]) -> None:
    cases = read_list(f"# a remark\n\n{line}\n")

    assert cases[0].expected == expected
    assert all(score.right == score.cases for score in measured(cases, NOW).values())


@pytest.mark.parametrize("line", ["yes", "lunch\tyes\tyes", "time\tnoon\tmidday", "zip\tx\t{", "confirm\tyes"])
def test_a_line_that_cannot_be_read_is_named(line: str) -> None:
    with pytest.raises(ListError, match="line 2"):
        read_list(f"confirm\tyes\tyes\n{line}\n")


def test_a_list_is_measured_and_its_mistakes_are_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    listed = tmp_path / "answers.tsv"
    listed.write_text("confirm\tyes\tyes\nconfirm\tnope\tyes\n", encoding="utf-8")

    assert main([str(listed), "--show"]) == 0
    told = capsys.readouterr().out
    assert "50.0 %" in told
    assert "'nope': 'no' instead of 'yes'" in told


def test_a_missing_list_is_told_and_not_raised(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["nowhere.tsv"]) == 2
    assert "nowhere.tsv" in capsys.readouterr().err
