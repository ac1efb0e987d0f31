"""Pure. The transcript as plain text."""

from __future__ import annotations

from collections.abc import Iterable

from post_call_worker.record import Entry

_SPEAKERS = {"agent": "Agent", "user": "Caller"}


def plain_text(entries: Iterable[Entry]) -> str:
    """One line an entry: `Agent: ...`, `Caller: ...`, `[Tool: lookup_caller]`."""
    return "\n".join(
        f"[Tool: {entry.tool}]" if entry.role == "tool" else f"{_SPEAKERS[entry.role]}: {entry.text}"
        for entry in entries
    )
