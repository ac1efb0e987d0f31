"""Shell. Where the things of an installation lie on disk."""

from __future__ import annotations

from pathlib import Path

_DEPLOY = Path(__file__).resolve().parents[3]


def businesses_folder() -> Path:
    """The business profiles that ship with the source."""
    return _DEPLOY / "businesses"
