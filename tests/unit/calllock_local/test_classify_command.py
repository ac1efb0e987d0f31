"""Shell. `calllock classify`: a line in, a line out."""

from __future__ import annotations

import io
import json

import pytest

from calllock_local.__main__ import main
from post_call_worker.classification.signals import SignalsError

GOOD = '{"name": "a", "state": "done", "turns": ["my AC is not cooling"], "started_at": "2026-07-14T10:00:00-05:00"}'


def test_each_line_is_answered_in_its_place(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{GOOD}\n\n{{}}\n{GOOD}\n"))
    assert main(["classify", "--json"]) == 1
    first, second, third = map(json.loads, capsys.readouterr().out.splitlines())
    assert first == third
    assert first["name"] == "a"
    assert first["tags"]["SERVICE_TYPE"] == ["REPAIR_AC"]
    assert first["tags"]["CONTEXT"] == ["PEAK_SUMMER"]
    assert "started_at" in second["error"]


def test_an_unknown_business_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["classify", "--business", "nobody"]) == 2
    assert "'nobody'" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["classify"], ["payloads", "--script", "tests/conversations/noise/line.yaml"]])
def test_signals_with_a_fault_are_named_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    def faulty() -> None:
        raise SignalsError("signals: 'GAS_LEEK' is no tag")

    monkeypatch.setattr(f"calllock_local.{command[0]}_command.package_signals", faulty)
    assert main(command) == 2
    assert capsys.readouterr().err.strip() == f"calllock {command[0]}: signals: 'GAS_LEEK' is no tag"


def test_bytes_that_are_no_text_spoil_one_line_and_no_other(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = f"{GOOD}\ncaf\u00e9\n{GOOD}\n".encode("latin-1")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(lines), encoding="utf-8", errors="strict"))
    assert main(["classify", "--json"]) == 1
    first, second, third = map(json.loads, capsys.readouterr().out.splitlines())
    assert first == third
    assert "not JSON" in second["error"]
