"""Pure. The transcript as plain text and as an array."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from post_call_worker.record import Entry

_SPEAKERS = {"agent": "Agent", "user": "Caller"}


def as_text(entries: Iterable[Entry]) -> str:
    """One line an entry: `Agent: ...`, `Caller: ...`, `[Tool: lookup_caller]`."""
    return "\n".join(
        f"[Tool: {entry.tool}]" if entry.role == "tool" else f"{_SPEAKERS[entry.role]}: {entry.text}"
        for entry in entries
    )


def as_array(entries: Iterable[Entry]) -> list[dict[str, Any]]:
    """One object an entry: `role` and `content`; a tool's has `role`, `name` and `result`."""
    return [
        {"role": "tool", "name": entry.tool, "result": entry.result or {}}
        if entry.role == "tool"
        else {"role": entry.role, "content": entry.text}
        for entry in entries
    ]
