"""Shell. `calllock replay`: a call is told from a file, whatever stands in the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from calllock.contracts import wire
from calllock_local.__main__ import main
from calllock_local.talk_command import summary
from calllock_local.workspace import BUSINESSES
from dialog_brain.script import Line, Script
from tests.conversations.expectations import play

CALL = play(Script(name="told", says=(Line(says="I smell gas"),)))


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BUSINESSES_DIR", str(BUSINESSES))
    file = tmp_path / "call.log"
    file.write_bytes(b"".join(wire.encode(message) + b"\n" for message in CALL.log))
    return file


def test_a_call_is_told_from_its_file(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["replay", str(log)]) == 0
    assert f"EMERGENCY {summary(CALL)['emergency']}" in capsys.readouterr().out


def test_what_this_version_cannot_read_is_named_and_the_rest_is_told(
    log: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log.write_bytes(log.read_bytes() + b'{"v": 99, "kind": "CallAdmired"}\nnonsense\n')
    assert main(["replay", str(log)]) == 0
    written = capsys.readouterr()
    assert "caller  I smell gas" in written.out
    assert written.err.splitlines() == [
        f"calllock replay: {log}: line {len(CALL.log) + 1}: version 99 is later than 1",
        f"calllock replay: {log}: line {len(CALL.log) + 2}: not JSON: JSONDecodeError",
    ]


def test_the_log_is_saved_as_it_was_read(log: Path, tmp_path: Path) -> None:
    assert main(["replay", str(log), "--save", str(tmp_path / "kept.log")]) == 0
    assert (tmp_path / "kept.log").read_bytes() == log.read_bytes()


def test_a_place_that_cannot_be_written_is_a_reason_and_not_a_trace(
    log: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["replay", str(log), "--save", str(tmp_path / "nowhere" / "kept.log")]) == 1
    assert capsys.readouterr().err.startswith(f"calllock replay: {tmp_path / 'nowhere'}")


def test_profiles_that_cannot_be_read_are_a_reason_and_not_a_trace(
    log: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BUSINESSES_DIR", str(tmp_path))
    assert main(["replay", str(log)]) == 2
    assert capsys.readouterr().err.startswith(f"calllock replay: BUSINESSES_DIR: {tmp_path}: ")


@pytest.mark.parametrize("text", [b"", b"nonsense\n"])
def test_a_file_without_a_call_is_a_reason_and_not_a_trace(
    text: bytes, log: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log.write_bytes(text)
    assert main(["replay", str(log), "--save", str(tmp_path / "kept.log")]) == 1
    assert not (tmp_path / "kept.log").exists()
    assert f"calllock replay: {log}: no call begins here" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["nofile.jsonl", "./CA0001", "*"])
def test_what_cannot_be_a_call_is_looked_for_as_a_file(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["replay", name]) == 1
    assert capsys.readouterr().err == f"calllock replay: {Path(name)}: No such file or directory\n"


def test_nothing_at_all_is_no_call(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["replay", ""]) == 2
    assert capsys.readouterr().err == "calllock replay: name a call's SID, or a log file\n"


def test_a_file_that_is_no_log_is_refused_in_one_line(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log.write_text("# A page\n" * 1_000)
    assert main(["replay", str(log)]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
