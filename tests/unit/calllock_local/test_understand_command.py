"""Shell. `calllock understand`: what is understood of a line, and moments that cannot be."""

from __future__ import annotations

import io
import json

import pytest

from calllock_local.__main__ import main


def test_a_line_is_understood_at_its_moment(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("tomorrow at nine\n"))
    assert main(["understand", "--now", "2026-02-23T10:00:00-06:00", "--asked", "time"]) == 0
    assert json.loads(capsys.readouterr().out)["date"] == "2026-02-24"


def test_bytes_that_are_no_text_stop_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said = b"no\xff\xfe\n\xe2\x80\x9cYes\xe2\x80\x9d\xe2\x80\xa6 please\n\n" + b"yes " * 1250
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(said), encoding="utf-8", errors="strict"))
    assert main(["understand", "--asked", "confirm", "--json"]) == 0
    heard = [json.loads(line)["consent"] for line in capsys.readouterr().out.splitlines()]
    assert heard == ["no", "yes", None, "yes"]


@pytest.mark.parametrize("now", ["soon", "2026-02-30", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"])
def test_a_moment_that_cannot_be_is_a_reason_and_not_a_trace(now: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["understand", "--now", now, "--zone", "Asia/Tokyo"]) == 2
    assert capsys.readouterr().err.startswith("calllock understand: --now: ")


def test_a_zone_that_is_nowhere_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["understand", "--zone", "Mars/Base"]) == 2
    assert "--zone: no time zone is named 'Mars/Base'" in capsys.readouterr().err


@pytest.mark.parametrize("now", ["0001-01-01T00:00:00", "9999-12-31T23:59:59"])
def test_the_ends_of_time_leave_no_trace(
    now: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("tomorrow at nine, or last week\n"))
    assert main(["understand", "--now", now]) == 2
    assert "--now" in capsys.readouterr().err
