"""What the runbook has somebody search the logs for is found in the lines that the services write."""

from __future__ import annotations

import logging
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import structlog

from calllock.runtime.logging import configure_logging

TEXT = (Path(__file__).parents[2] / "docs/runbook.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", TEXT, re.DOTALL | re.MULTILINE))
SEARCH = re.compile(r"`compose logs[^|`]*\|\s(grep[^`]+)`")
SID = f"CA{'0a1b2c3d' * 4}"
WAITS = {"event": "message.postponed", "wait_s": 60.0, "error": "InternalError"}
CASES: list[tuple[str, dict[str, Any], bool]] = [
    ("DatabaseAway", {**WAITS, "subject": f"calls.{SID}.emergency"}, True),
    ("DatabaseAway", {**WAITS, "subject": f"calls.{SID}.ended"}, False),
    ("DatabaseAway", {"event": "message.buried", "subject": f"calls.{SID}.emergency", "reason": "fault"}, False),
    ("NothingStored", {**WAITS, "subject": f"calls.{SID}.emergency"}, True),
    ("LinesLost", {"event": "call.stored", "call_sid": SID, "ended_by": "line_lost"}, True),
    ("LinesLost", {"event": "call.stored", "call_sid": SID, "ended_by": "caller"}, False),
    ("OftenNotUnderstood", {"event": "call.stored", "call_sid": SID, "reprompts": 3}, True),
    ("OftenNotUnderstood", {"event": "call.stored", "call_sid": SID, "reprompts": 1}, False),
]


@pytest.fixture(autouse=True)
def _leave_logging_as_it_was() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    root.handlers, root.level = handlers, level
    structlog.reset_defaults()


@pytest.mark.parametrize(("section", "line", "is_found"), CASES)
def test_a_search_of_the_logs_finds_its_lines_as_they_are_written_and_no_others(
    capsys: pytest.CaptureFixture[str], section: str, line: dict[str, Any], *, is_found: bool
) -> None:
    search = SEARCH.search(SECTIONS[section])
    assert search is not None
    configure_logging("a-service", "info", "json")
    structlog.get_logger().warning(**line)
    told = capsys.readouterr().err
    found = subprocess.run(["sh", "-c", search[1]], input=told, capture_output=True, text=True, check=False)
    assert (SID in found.stdout) == is_found
