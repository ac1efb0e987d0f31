"""Shell. `calllock talk`: conversation files are played, or refused with a reason."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from calllock_local.__main__ import main


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "talks.yaml"


def test_a_played_call_is_one_json_object(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text("calls:\n- {name: danger, says: [I smell gas]}\n")
    assert main(["talk", "--script", str(file), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["emergency"] == "GAS_LEAK"


def test_a_played_call_says_at_what_time_it_takes_place(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text("now: 2026-02-23T16:05:00+00:00\ncalls:\n- {name: danger, says: [I smell gas]}\n")
    assert main(["talk", "--script", str(file)]) == 0
    assert "its clock: Monday, February 23, 2026, 10:05\n" in capsys.readouterr().out


@pytest.mark.parametrize(
    "text",
    [
        "now: 2026-02-30\ncalls: [{name: a}]",
        "now: 2026-02-23T10:00:00\ncalls: [{name: a}]",
        "calls: [{name: a, sayz: [hello]}]",
        "calls: [",
        "\0",
        "[" * 2_000,
    ],
)
def test_a_file_that_cannot_be_played_is_a_reason_and_not_a_trace(
    text: str, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(text)
    assert main(["talk", "--script", str(file)]) == 2
    (complaint,) = capsys.readouterr().err.splitlines()
    assert complaint.startswith("calllock talk: talks.yaml: ")


def test_typed_bytes_that_are_no_text_stop_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = io.TextIOWrapper(io.BytesIO(b"caf\xe9\nI smell gas\n"), encoding="utf-8", errors="strict")
    monkeypatch.setattr("sys.stdin", typed)
    assert main(["talk", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["emergency"] == "GAS_LEAK"
