"""Shell. `calllock deliveries`: what became of the webhooks, and what a person does about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from calllock_local.worker_lists import WorkerList


def _line(one: Mapping[str, Any]) -> str:
    return f"{one['id']}  {one['status']:<9}  {one['attempts']} attempts  due {one['due_at']}  {one['reason']}"


_DELIVERIES = WorkerList(
    "deliveries",
    show="show a delivery: its body and every attempt",
    changes={
        "retry": "send a dead or discarded delivery again, under the same id",
        "discard": "give up on a pending or dead delivery",
    },
    line=_line,
    statuses=("pending", "delivered", "dead", "discarded"),
)
add_arguments, run = _DELIVERIES.add_arguments, _DELIVERIES.run
