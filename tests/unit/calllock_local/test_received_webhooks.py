"""Adapter. What the dashboard stand-in keeps."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from calllock_local.dashboard_schema import Kind
from calllock_local.received_webhooks import Received, ReceivedWebhooks, row_of


def _received(body: object) -> Received:
    return Received(kind="jobs", received_at="now", webhook_id="w", status=200, body=body, answer={"success": True})


def test_what_was_kept_is_there_again_after_a_restart(tmp_path: Path) -> None:
    file = tmp_path / "new folder/received.jsonl"
    first = ReceivedWebhooks(file)
    for body in ({"call_id": "CA1", "customer_name": "Zoë\u2028Stone"}, {"call_id": "CA2"}, None, ["odd"]):
        first.add(_received(body))
    second = ReceivedWebhooks(file)
    assert second.of_call() == first.of_call()
    assert len(second) == 4
    assert [one.body["customer_name"] for one in second.of_call("CA1")] == ["Zoë\u2028Stone"]


def test_a_line_that_was_broken_off_is_no_reason_not_to_start_again(tmp_path: Path) -> None:
    file = tmp_path / "received.jsonl"
    first = ReceivedWebhooks(file)
    first.add(_received({"call_id": "CA1"}))
    with file.open("a") as out:
        out.write('{"kind": "jobs", "rec')
    second = ReceivedWebhooks(file)
    second.add(_received({"call_id": "CA2"}))
    assert [one.body for one in ReceivedWebhooks(file).of_call()] == [{"call_id": "CA1"}, {"call_id": "CA2"}]


@pytest.mark.parametrize(
    ("kind", "fields", "row"),
    [
        ("jobs", {"scheduled_at": "2026-02-24T09:00:00Z", "end_call_reason": "completed"}, {"job_id": "standin-job-7"}),
        ("jobs", {"end_call_reason": "wrong_number"}, {"job_id": "standin-job-7"}),
        ("jobs", {"end_call_reason": "sales_lead"}, {"lead_id": "standin-lead-7"}),
        ("calls", {"call_id": "CA1"}, {"call_id": "CA1"}),
        ("emergency-alerts", {"alert_id": "CA1:emergency"}, {"alert_id": "CA1:emergency"}),
        ("emergency-alerts", {}, {"alert_id": "standin-alert-7"}),
    ],
)
def test_each_webhook_becomes_its_row(kind: Kind, fields: dict[str, Any], row: dict[str, str]) -> None:
    assert row_of(kind, fields, 7) == row
