"""Pure. What becomes of a delivery after an attempt: a value, decided in one place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

from post_call_worker.plain import plain_text

SCHEDULE_S = (0, 5, 60, 300, 1_800, 7_200, 18_000, 36_000, 86_400)
"""Waits before each attempt, counted from the one before: nine attempts within 42 hours."""
TEXT_SCHEDULE_S = (0, 5, 30, 120)
"""For text messages: what comes later than a few minutes is worse than nothing."""
JITTER = 0.1
"""A wait is this much longer or shorter at random, so that a burst does not come back as one."""
RETRY_AFTER_MAX_S = 86_400.0
URGENT_RETRY_AFTER_MAX_S = 120.0
"""The same for alerts and text messages: a receiver that asks for an hour is back sooner, and the danger is not."""

_HOPELESS = frozenset({400, 404, 410, 413, 422})
_REFUSED = frozenset({401, 403})
_BUSY = frozenset({408, 429})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an attempt met: a status code with the answer, or an error without one."""

    status_code: int | None = None
    answer: Mapping[str, Any] | None = None
    """The answer when it was a JSON object."""
    body: str = ""
    """The answer as text, cut; kept for people."""
    retry_after: str = ""
    error: str = ""
    took_ms: int = 0
    unwanted: str = ""
    """Why the receiver takes none of these, though nothing is wrong with it or with us."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """The receiver has it; its ids for what it made of it."""

    ids: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Retry:
    """Try again at `at`."""

    at: datetime
    reason: str
    endpoint_down: bool
    """Whether it was the endpoint and not this delivery that failed."""


@dataclass(frozen=True, slots=True)
class Dead:
    """Never again by itself; a person may retry it."""

    reason: str
    alarm: bool = False
    """Whether no delivery can succeed until somebody acts."""


@dataclass(frozen=True, slots=True)
class Discarded:
    """Never again, and nobody has to act."""

    reason: str


Decision = Delivered | Retry | Dead | Discarded


def decide(
    outcome: Outcome,
    attempt: int,
    now: datetime,
    luck: float,
    schedule_s: Sequence[int] = SCHEDULE_S,
    retry_after_max_s: float = RETRY_AFTER_MAX_S,
) -> Decision:
    """After the `attempt`-th attempt (from 1). `luck` is a random number from 0 to 1, for the jitter.

    Success is only what says so: a 2xx with `{"success": true}`. A page of HTML is some proxy's.
    """
    code = outcome.status_code
    if outcome.unwanted:
        return Discarded(outcome.unwanted)
    if code in _HOPELESS:
        return Dead(f"refused with {code}: the same body will never be accepted")
    if code in _REFUSED:
        return Dead(f"refused with {code}: the secret is not accepted", alarm=True)
    success = code is not None and 200 <= code < 300
    if success and outcome.answer is not None and outcome.answer.get("success") is True:
        return Delivered(_ids(outcome.answer))
    reason = outcome.error or (f"answered {code} without success" if success else f"answered {code}")
    if attempt >= len(schedule_s):
        return Dead(f"{reason}; given up after {attempt} attempts")
    wait_s = schedule_s[attempt] * (1 + JITTER * (2 * luck - 1))
    wait_s = max(wait_s, min(_retry_after_s(outcome.retry_after, now), retry_after_max_s))
    down = code is None or code >= 500 or code in _BUSY
    return Retry(now + timedelta(seconds=wait_s), reason, endpoint_down=down)


def _ids(answer: Mapping[str, Any]) -> dict[str, str]:
    found = {name: answer.get(name) for name in ("job_id", "lead_id", "sms_message_sid")}
    plain = {name: plain_text(str(value)) for name, value in found.items() if isinstance(value, str | int)}
    return {name: value for name, value in plain.items() if value}


def _retry_after_s(header: str, now: datetime) -> float:
    """Seconds that a `Retry-After` (seconds or an HTTP date) asks for; 0 when it asks for nothing."""
    if header.strip().isdecimal():
        return float(header)
    try:
        return max(0.0, (parsedate_to_datetime(header) - now).total_seconds())
    except (ValueError, TypeError, OverflowError):  # the last: a zone that is further away than any date
        return 0.0
