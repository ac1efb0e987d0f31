"""Pure. From a delivery and its attempts to what the page of its call shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from post_call_worker.console.labels import Tone, clock_time, delivery_state, moment_label
from post_call_worker.vocabulary import DeliveryKind, DeliveryStatus

_KINDS: Mapping[DeliveryKind, str] = {
    "job": "Job",
    "call": "Call record",
    "alert": "Emergency alert",
    "page": "Page to the emergency contact",
    "confirmation": "Confirmation to the caller",
    "lead": "Lead to the owner",
}
_ATTEMPTS_SHOWN = 12
"""Of a page there may be hundreds."""
_DIGITS_SHOWN = 4
"""As many as tell one who is paged from another, and no more than the others may know."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try at a delivery, and what the receiver answered."""

    number: int
    at: str
    took_ms: int
    answer: str
    body: str


@dataclass(frozen=True, slots=True)
class DeliveryShown:
    """One webhook and its attempts."""

    id: str
    kind: str
    to: str
    """Of a text, how the number ends that it goes to."""
    status: DeliveryStatus
    outcome: str
    """The status in people's words."""
    tone: Tone
    reason: str
    attempts: tuple[Attempt, ...]
    """The latest."""
    tried: int
    """How many there were."""

    @property
    def under_way(self) -> bool:
        """Whether it may still change by itself."""
        return self.status == "pending"

    @property
    def can_resend(self) -> bool:
        """Whether it came to an end that was not delivery."""
        return self.status in ("dead", "discarded")

    @property
    def can_discard(self) -> bool:
        """Whether it can still be given up."""
        return self.status in ("pending", "dead")


def delivery_shown(row: Mapping[str, Any], now: datetime, zone: ZoneInfo) -> DeliveryShown:
    """One delivery with its attempts, as the archive reads it."""
    attempts = tuple(
        Attempt(
            number=one["number"],
            at=moment_label(one["at"], zone),
            took_ms=one["took_ms"],
            answer=f"HTTP {one['status_code']}" if one["status_code"] else one["error"] or "no answer",
            body=one["response_body"],
        )
        for one in row["tried"][-_ATTEMPTS_SHOWN:]
    )
    outcome, tone = _state(row, now, zone)
    return DeliveryShown(
        id=row["id"],
        kind=_KINDS[row["kind"]],
        to=row["body"].get("to", "")[-_DIGITS_SHOWN:],
        status=row["status"],
        outcome=outcome,
        tone=tone,
        reason=row["reason"],
        attempts=attempts,
        tried=len(row["tried"]),
    )


def _state(row: Mapping[str, Any], now: datetime, zone: ZoneInfo) -> tuple[str, Tone]:
    """What becomes of it; of one whose turn has not come, when it will."""
    due_at: datetime = row["due_at"]
    if row["status"] != "pending" or row["tried"] or due_at <= now:
        return delivery_state([row["status"]])
    is_today = due_at.astimezone(zone).date() == now.astimezone(zone).date()
    return f"Waits until {clock_time(due_at, zone) if is_today else moment_label(due_at, zone)}", "plain"
