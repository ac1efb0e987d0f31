"""Pure. What becomes of a delivery after an attempt: a value, decided in one place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

from post_call_worker.plain import plain_text
from post_call_worker.vocabulary import DeliveryKind

JITTER = 0.1
"""A wait is this much longer or shorter at random, so that a burst does not come back as one."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """When a kind of delivery is attempted."""

    waits_s: tuple[int, ...]
    """Before each attempt, counted from the one before."""
    retry_after_max_s: float
    """The longest wait that a receiver may ask for: one that asks for an hour is back sooner, and a danger is not."""


_EARLY = (0, 5, 10, 15, 30, *(60,) * 25, *(120,) * 107, *(300,) * 96)
GENERAL = Schedule((0, 5, 60, 300, 1_800, 7_200, 18_000, 36_000, 86_400), 86_400.0)
"""Nine attempts within 42 hours."""
BRIEF = Schedule((0, 5, 30, 120), 120.0)
"""For texts that later than a few minutes are worse than nothing."""
ALERT = Schedule((*_EARLY, *(1_800,) * 60), 120.0)
PAGE = Schedule((*_EARLY, 300, 300, 300), 120.0)
"""Longer than a page is good for, which ends it."""
SCHEDULES: Mapping[DeliveryKind, Schedule] = {
    "job": GENERAL,
    "call": GENERAL,
    "alert": ALERT,
    "page": PAGE,
    "confirmation": BRIEF,
    "lead": BRIEF,
}
"""Decided: what tells of a danger has a schedule of its own, beside the general one of webhooks.

Because by the general one an alert that an outage of seven minutes had met came half an hour later, and the next wait
was two hours; and by that of other texts nobody was paged at all after eight minutes without Twilio. Where there are
no texts the alert is all that the business hears, and nobody else can act on it.

So both are attempted about once a minute in the first half hour, every other minute until the fourth hour, and every
fifth until the twelfth. That is as long as a danger is somebody's to drive to: until then a page is good
(`outgoing.GOOD_FOR`), its answer counts, and its link shows the call. A page that has not arrived by then is dead and
not discarded, and wakes the operator instead: a text of yesterday's gas leak would send somebody to a house where
nobody waits. The alert goes on every half hour for as long as other webhooks: it is also the dashboard's record.

Consequences. A receiver that is down is asked no more often because of it: the circuit of each kind lets one attempt
through every 20 s. One that takes them and never says so gets the same alert many times, under the same id. Twilio
knows no ids, so the texts have a limit of their own (`texting.BLIND_ATTEMPTS`). An attempt is a row: 293 at worst.
"""

_HOPELESS = frozenset({400, 404, 410, 413, 422})
_SAYS_WHY = frozenset({"error", "code"})
"""In a refusal of the dashboard's own, or of Twilio's."""
REFUSED = frozenset({401, 403})
"""Whoever sends it is not believed: another secret may be."""
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
    schedule: Schedule = GENERAL,
) -> Decision:
    """After the `attempt`-th attempt (from 1). `luck` is a random number from 0 to 1, for the jitter.

    Success is only what says so: a 2xx with `{"success": true}`. A page of HTML is some proxy's, and so is a refusal
    without a reason: a host answers 404 while its dashboard is being replaced.
    """
    code = outcome.status_code
    if outcome.unwanted:
        return Discarded(outcome.unwanted)
    if code in _HOPELESS and not _SAYS_WHY.isdisjoint(outcome.answer or ()):
        return Dead(f"refused with {code}: the same body will never be accepted")
    if code in REFUSED:
        return Dead(f"refused with {code}: the secret is not accepted", alarm=True)
    success = code is not None and 200 <= code < 300
    if success and outcome.answer is not None and outcome.answer.get("success") is True:
        return Delivered(_ids(outcome.answer))
    reason = outcome.error or (f"answered {code} without success" if success else f"answered {code}")
    if attempt >= len(schedule.waits_s):
        return Dead(f"{reason}; given up after {attempt} attempts")
    wait_s = schedule.waits_s[attempt] * (1 + JITTER * (2 * luck - 1))
    wait_s = max(wait_s, min(_retry_after_s(outcome.retry_after, now), schedule.retry_after_max_s))
    down = code is None or code >= 500 or code in _BUSY or code in _HOPELESS
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
