"""Shell. `calllock payloads`: every payload that it prints is one that the dashboard takes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from calllock_local.__main__ import main
from calllock_local.dashboard_schema import Kind, accept

SCRIPT = """
business: ace-cooling
now: "2026-02-23T10:00:00-06:00"
calls:
  - name: books
    lookup: {found: false}
    booking: {booked: true, booking_time: "2026-02-24T09:00:00-06:00"}
    says: [my AC stopped cooling, "no", "78745", Jonas Miller, 4210 South Lamar Boulevard, tomorrow at nine, "yes"]
  - name: gas
    lookup: {found: false}
    says: ["I smell gas next to my furnace"]
  - name: wrong number
    says: ["sorry, wrong number"]
"""
KINDS: dict[str, Kind] = {"job": "jobs", "call": "calls", "alert": "emergency-alerts"}


def test_each_call_is_one_line_with_what_would_be_posted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "script.yaml"
    file.write_text(SCRIPT)
    assert main(["payloads", "--script", str(file)]) == 0
    books, gas, wrong = map(json.loads, capsys.readouterr().out.splitlines())
    for printed in (books, gas, wrong):
        for key, kind in KINDS.items():
            if printed[key] is not None:
                accept(kind, printed[key])
    assert (books["name"], books["job"]["scheduled_at"]) == ("books", "2026-02-24T09:00:00-06:00")
    assert books["alert"] is None
    assert gas["alert"]["alert_id"].endswith(":emergency")
    assert (wrong["job"], wrong["alert"]) == (None, None)
    assert wrong["call"]["outcome"] == "wrong_number"


def test_a_missing_file_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["payloads", "--script", "nowhere.yaml"]) == 2
    assert "nowhere.yaml" in capsys.readouterr().err
