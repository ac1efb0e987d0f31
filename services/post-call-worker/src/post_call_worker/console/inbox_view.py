"""Pure. From the rows of the inbox to its cards, day by day."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from post_call_worker.console.filters import Place
from post_call_worker.console.labels import (
    OUTCOMES,
    Tone,
    clock_time,
    day_label,
    delivery_state,
    moment_label,
    number,
    span,
)
from post_call_worker.summary import TITLES

Row = Mapping[str, Any]
_UNKNOWN_WORTH = "$$?"


@dataclass(frozen=True, slots=True)
class BusinessShown:
    """What the console needs to know of a business."""

    name: str
    zone: ZoneInfo


@dataclass(frozen=True, slots=True)
class Card:
    """One call of the inbox."""

    call_sid: str
    color: str
    reason: str
    title: str
    caller: str
    number: str
    business: str
    at: str
    length: str
    outcome: str
    tone: Tone
    promise: str
    """The appointment, or what the caller wished for; empty when there is neither."""
    revenue: str
    revenue_tier: str
    delivery: str
    delivery_tone: Tone
    unseen: bool
    done: bool


@dataclass(frozen=True, slots=True)
class Day:
    """The calls of one day."""

    label: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class InboxPage:
    """One page of the inbox."""

    days: tuple[Day, ...]
    next_place: str
    """Where the next page begins; empty on the last one."""


def inbox_page(
    rows: Sequence[Row],
    most: int,
    business: Callable[[str], BusinessShown],
    now: datetime,
    zone: ZoneInfo,
    *,
    after_day: str = "",
) -> InboxPage:
    """The page of these rows, of which there is one more than `most` when others follow.

    A day is one of `zone`, whichever business was called: the calls stay in their order. `after_day` is the day that
    the page before ended with: its label is not repeated.
    """
    shown = rows[:most]
    labelled = ((day_label(row["started_at"], now, zone), row) for row in shown)
    days = tuple(
        Day("" if label == after_day else label, tuple(card(row, business(row["business"])) for _, row in of_day))
        for label, of_day in groupby(labelled, key=lambda pair: pair[0])
    )
    following = len(rows) > most
    last = shown[-1] if following else None
    return InboxPage(days, str(Place(started_at=last["started_at"], call_sid=last["call_sid"])) if last else "")


def card(row: Row, business: BusinessShown) -> Card:
    """The card of one row."""
    outcome, tone = OUTCOMES[row["disposition"]]
    delivery, delivery_tone = delivery_state(row["deliveries"])
    revenue = row["revenue"] or {}
    return Card(
        call_sid=row["call_sid"],
        color=row["priority_color"],
        reason=row["reason"] or "",
        title=_title(row),
        caller=(row["customer_name"] or "").strip(),
        number=number(row["callable_at"]),
        business=business.name,
        at=clock_time(row["started_at"], business.zone),
        length=span(row["duration_s"]),
        outcome=outcome,
        tone=tone,
        promise=_promise(row["booking"] or {}, business.zone),
        revenue="" if revenue.get("label") == _UNKNOWN_WORTH and not row["problem"] else revenue.get("label", ""),
        revenue_tier=revenue.get("tier", "").replace("_", " "),
        delivery=delivery,
        delivery_tone=delivery_tone,
        unseen=row["seen_at"] is None,
        done=row["done_at"] is not None,
    )


def _title(row: Row) -> str:
    if row["hazard"] and row["hazard"] != "UNSPECIFIED":
        return str(row["hazard"]).replace("_", " ").capitalize()
    if problem := (row["problem"] or "").strip():
        return str(problem[0].upper() + problem[1:])
    if row["disposition"] == "hung_up":
        return f"Hung up at the step: {row['final_state'].replace('_', ' ')}"
    return TITLES[row["disposition"]]


def _promise(booking: Mapping[str, Any], zone: ZoneInfo) -> str:
    if booking.get("booked_at"):
        return moment_label(datetime.fromisoformat(booking["booked_at"]), zone)
    wish = booking.get("preferred_time")
    return f"Wished for {wish}" if wish else ""
