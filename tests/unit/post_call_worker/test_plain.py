"""Pure. Text that everybody downstream can hold."""

from __future__ import annotations

import json

from post_call_worker.plain import plain


def test_what_postgres_and_json_refuse_is_taken_out_at_any_depth() -> None:
    found = plain({"a\x00": ["x\x00y", "\ud83d", ("\U0001f600", 7, None)]})
    assert found == {"a": ["xy", "?", ["\U0001f600", 7, None]]}
    json.dumps(found, ensure_ascii=False).encode()
