"""Shell. `calllock deliveries`: what became of the webhooks, and what a person does about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from calllock_local.worker_lists import WorkerList
from post_call_worker.vocabulary import DeliveryStatus, TextKind, WebhookKind


def _line(one: Mapping[str, Any]) -> str:
    return f"{one['id']}  {one['status']:<9}  {one['attempts']} attempts  due {one['due_at']}  {one['reason']}"


_DELIVERIES = WorkerList(
    "deliveries",
    show="show a delivery: its body and every attempt",
    changes={
        "retry": "send dead or discarded deliveries again: those named, or all of a status and kind",
        "discard": "give up on pending or dead deliveries",
    },
    line=_line,
    statuses=get_args(DeliveryStatus),
    kinds=(*get_args(WebhookKind), *get_args(TextKind)),
    retried_statuses=("dead", "discarded"),
    most=100,
)
add_arguments, run = _DELIVERIES.add_arguments, _DELIVERIES.run
