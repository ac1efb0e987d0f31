"""Adapter. What the dashboard stand-in has received: in memory, and as JSON lines in a file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict

from calllock_local.dashboard_schema import Kind

_UNSCHEDULED_JOBS = frozenset({"wrong_number", "completed", "safety_emergency"})


class Received(BaseModel):
    """One delivery, as it came and as it was answered."""

    model_config = ConfigDict(frozen=True)
    kind: Kind
    received_at: str
    webhook_id: str
    status: int
    body: Any
    """As sent; None when it was not JSON."""
    answer: dict[str, Any]


class ReceivedWebhooks:
    """Every delivery, in order."""

    def __init__(self, file: Path | None) -> None:
        """With a `file`, what it holds is read first, and every delivery is appended to it."""
        self._file = file
        self._deliveries: list[Received] = []
        if file is not None and file.exists():
            content = file.read_bytes()
            whole = content[: content.rfind(b"\n") + 1]
            os.truncate(file, len(whole))  # a last line without an end was broken off
            lines = whole.splitlines()  # of bytes: U+2028 may stand in a text
            self._deliveries = [Received.model_validate_json(line) for line in lines]

    def __len__(self) -> int:
        return len(self._deliveries)

    def add(self, received: Received) -> None:
        """Keep it."""
        self._deliveries.append(received)
        if self._file is not None:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with self._file.open("a", encoding="utf-8") as out:
                out.write(received.model_dump_json() + "\n")

    def of_call(self, call_id: str = "") -> list[Received]:
        """Those about one call; without a call, all."""
        return [one for one in self._deliveries if not call_id or _call_id(one.body) == call_id]


def row_of(kind: Kind, fields: dict[str, Any], number: int) -> dict[str, str]:
    """Which row the `number`-th delivery becomes: `{"job_id": ...}`, `{"lead_id": ...}` and so on.

    Calls and alerts come with their own ids, so that a second delivery is the same row.
    """
    if kind == "calls":
        return {"call_id": fields["call_id"]}
    if kind == "emergency-alerts":
        return {"alert_id": fields.get("alert_id", f"standin-alert-{number}")}
    if "scheduled_at" in fields or fields.get("end_call_reason") in _UNSCHEDULED_JOBS:
        return {"job_id": f"standin-job-{number}"}
    return {"lead_id": f"standin-lead-{number}"}


def _call_id(body: object) -> object:
    return body.get("call_id") if isinstance(body, dict) else None
