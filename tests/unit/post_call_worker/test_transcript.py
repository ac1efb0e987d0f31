"""Pure. The two forms of the transcript."""

from __future__ import annotations

from typing import Any

import pytest

from post_call_worker.record import Entry
from post_call_worker.transcript import as_array, as_text
from tests.unit.post_call_worker.acceptance_cases import cases
from tests.unit.post_call_worker.call_logs import STARTED_AT


def _entry(role: str, content: str, result: dict[str, Any] | None = None) -> Entry:
    if role == "tool":
        return Entry.model_validate({"role": role, "tool": content, "result": result, "at": STARTED_AT})
    return Entry.model_validate({"role": role, "text": content, "at": STARTED_AT})


@pytest.mark.parametrize("case", cases("transcript", "plain_text"), ids=str)
def test_the_plain_text_has_one_line_an_entry(case: dict[str, Any]) -> None:
    text = as_text(_entry(*line) for line in case["log"])
    assert case.get("contains", "") in text
    assert text == case.get("text", text)
    assert len(text.splitlines()) == len(case["log"])


def test_the_array_has_a_tool_with_name_and_result_and_the_others_with_content() -> None:
    entries = [_entry("agent", "One moment."), _entry("tool", "lookup_caller", {"found": True}), _entry("user", "ok")]
    assert as_array(entries) == [
        {"role": "agent", "content": "One moment."},
        {"role": "tool", "name": "lookup_caller", "result": {"found": True}},
        {"role": "user", "content": "ok"},
    ]
