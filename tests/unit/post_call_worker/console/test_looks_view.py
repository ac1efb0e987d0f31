"""Who looked at a call, as its page tells it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from post_call_worker.console.looks_view import LookShown, looks_shown

AT = datetime(2026, 2, 24, 15, 0, tzinfo=UTC)


def test_looks_are_counted_by_account_and_page_and_the_last_comes_first() -> None:
    looks = [("ann@x.test", "call", AT), ("bob@x.test", "api", AT), ("ann@x.test", "call", AT + timedelta(hours=1))]
    assert looks_shown(looks, ZoneInfo("America/Chicago")) == (
        LookShown("ann@x.test", "this page", "Tue, Feb 24, 10:00 AM", 2),
        LookShown("bob@x.test", "by a program", "Tue, Feb 24, 9:00 AM", 1),
    )
    assert looks_shown([], ZoneInfo("America/Chicago")) == ()
