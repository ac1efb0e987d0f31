"""Shell. The command line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from calllock_local.__main__ import COMMANDS, main


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([name, "--help"])
    assert ended.value.code == 0
    assert f"usage: calllock {name}" in capsys.readouterr().out


def test_the_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    shown = capsys.readouterr().out
    assert all(name in shown and purpose in shown for name, (_, purpose) in COMMANDS.items())


@pytest.mark.parametrize("arguments", [[], ["shout"]])
def test_what_is_no_command_is_refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "COMMAND" in capsys.readouterr().err


def test_a_part_that_cannot_start_is_a_reason_and_not_a_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CALLLOCK_STATE", str(tmp_path))
    (tmp_path / "ports.json").write_text("{")
    assert main(["up"]) == 1
    assert "calllock up: " in capsys.readouterr().err


def test_an_output_that_takes_nothing_is_a_reason_and_not_a_trace(tmp_path: Path) -> None:
    argv = [sys.executable, "-m", "calllock_local", "understand", "--asked", "time"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            argv, input="at ten", stdout=full, stderr=subprocess.PIPE, text=True, check=False, timeout=60
        )
    assert done.returncode == 1
    assert done.stderr == "calllock understand: No space left on device\n"


def test_asking_for_help_loads_no_command() -> None:
    modules = [module for module, _ in COMMANDS.values()]
    probe = f"""
import sys
from calllock_local.__main__ import main
try:
    main(["--help"])
except SystemExit:
    pass
sys.exit(",".join(name for name in [*{modules!r}, "pydantic", "fastapi", "numpy"] if name in sys.modules))
"""
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=False, timeout=30)
    assert done.stderr.strip() == ""


@pytest.mark.parametrize("command", ["up", "demo"])
def test_a_folder_without_businesses_is_told_before_anything_is_started(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CALLLOCK_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("BUSINESSES_DIR", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    assert main([command]) == 1
    assert f"calllock {command}: BUSINESSES_DIR: {tmp_path}: no business profile" in capsys.readouterr().err
    assert not (tmp_path / "state/logs").exists()


@pytest.mark.parametrize("command", [["demo"], ["call", "--script", "tests/conversations/happy_path/booking.yaml"]])
def test_a_folder_that_cannot_be_written_is_told_before_anything_is_called(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    voice_url = ["--voice-url", "http://127.0.0.1:9/voice"] if command[0] == "call" else []
    assert main([*command, *voice_url, "--out", str(tmp_path / "file")]) == 1
    assert f"cannot write to {tmp_path / 'file'}" in capsys.readouterr().err
