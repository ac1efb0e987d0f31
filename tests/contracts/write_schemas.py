"""Shell. `python -m tests.contracts.write_schemas` accepts the wire format as it is now."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from calllock.contracts.dataflow import TABLE
from calllock.contracts.dataflow_pages import schema
from calllock.contracts.message import Message

FOLDER = Path(__file__).parent / "schemas"


def described(message: type[Message]) -> dict[str, Any]:
    """The schema without prose, which may change freely."""
    stripped = _without_prose(schema(message))
    assert isinstance(stripped, dict)
    return stripped


def _without_prose(part: Any) -> Any:
    if isinstance(part, dict):
        return {key: _without_prose(value) for key, value in part.items() if key not in ("title", "description")}
    if isinstance(part, list):
        return [_without_prose(one) for one in part]
    return part


if __name__ == "__main__":
    for flow in TABLE:
        text = json.dumps(described(flow.message), indent=2, ensure_ascii=False)
        (FOLDER / f"{flow.message.__name__}.json").write_text(text + "\n", encoding="utf-8")
