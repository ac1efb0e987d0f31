"""Pure. Text that every store can hold: Postgres refuses NUL, JSON refuses lone surrogates."""

from __future__ import annotations

from typing import Any


def plain(value: Any) -> Any:
    """The JSON value without NUL, and with `?` for lone surrogates, at any depth."""
    if isinstance(value, str):
        return plain_text(value)
    if isinstance(value, dict):
        return {plain(key): plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    return value


def plain_text(text: str) -> str:
    """The text without NUL, and with `?` for lone surrogates."""
    return text.replace("\x00", "").encode("utf-8", errors="replace").decode()
