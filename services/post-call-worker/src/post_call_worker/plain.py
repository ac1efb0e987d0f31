"""Pure. Text that every store can hold and people can read: no NUL, no lone surrogates, one full stop."""

from __future__ import annotations

from datetime import datetime
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


def sentence(text: str) -> str:
    """The text, ended by one mark."""
    bare = _without_stop(text)
    return bare if bare.endswith(("!", "?")) else f"{bare}."


def quoted(words: str) -> str:
    """The words in quotation marks, as the end of a sentence."""
    bare = _without_stop(words)
    return f'"{bare}"' if bare.endswith(("!", "?")) else f'"{bare}".'


def browser_length(text: str) -> int:
    """Its characters as a browser counts them: an emoji is two."""
    return len(_units(text)) // 2


def _units(text: str) -> bytes:
    """Two bytes for each character that a browser counts."""
    return text.encode("utf-16-le", errors="replace")


def shortened(text: str, most_chars: int) -> str:
    """The text, or as much of its beginning as fits before three dots, as a browser counts characters."""
    units = _units(text)
    if len(units) <= 2 * most_chars:
        return text
    return units[: 2 * (most_chars - 3)].decode("utf-16-le", errors="ignore").rstrip() + "..."


def clock(at: datetime) -> str:
    """The time of day, in the zone that it is given in, as 9:05 AM."""
    return f"{at.hour % 12 or 12}:{at:%M %p}"


def day_and_clock(at: datetime) -> str:
    """The moment, in the zone that it is given in, as Tuesday, February 24 at 9:05 AM."""
    return f"{at:%A, %B} {at.day} at {clock(at)}"


def _without_stop(text: str) -> str:
    bare = text.strip()
    return bare if bare.endswith("...") else bare.rstrip(" .,;:-")


def plain_text(text: str) -> str:
    """The text without NUL, and with `?` for lone surrogates."""
    return text.replace("\x00", "").encode("utf-8", errors="replace").decode()
