"""Shell. `calllock dead-letters`: messages that the worker gave up on, another try at one, or its end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from calllock_local.worker_lists import WorkerList


def _line(one: Mapping[str, Any]) -> str:
    return f"{one['id']}  {'made good' if one['made_good'] else 'open':<9}  {one['call_sid']}  {one['reason']}"


_DEAD_LETTERS = WorkerList(
    "dead-letters",
    show="show a dead letter and its message",
    changes={
        "retry": "try again: record the call, or queue the alert",
        "discard": "forget it, when it is of no use; the call's log stays",
    },
    line=_line,
)
add_arguments, run = _DEAD_LETTERS.add_arguments, _DEAD_LETTERS.run
