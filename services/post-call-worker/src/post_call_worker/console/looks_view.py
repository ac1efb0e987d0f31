"""Pure. Who looked at a call, as its page tells it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from post_call_worker.console.labels import moment_label

_PAGES = {"call": "this page", "recording": "the recording", "api": "by a program"}


@dataclass(frozen=True, slots=True)
class LookShown:
    """All looks of one account at one page."""

    who: str
    what: str
    last: str
    times: int


def looks_shown(looks: Iterable[tuple[str, str, datetime]], zone: ZoneInfo) -> tuple[LookShown, ...]:
    """By account and page, who looked last first; `looks` come oldest first."""
    found: dict[tuple[str, str], tuple[datetime, int]] = {}
    for who, page, at in looks:
        _, times = found.pop((who, page), (at, 0))
        found[who, page] = at, times + 1
    return tuple(
        LookShown(who, _PAGES.get(page, page), moment_label(at, zone), times)
        for (who, page), (at, times) in reversed(found.items())
    )
