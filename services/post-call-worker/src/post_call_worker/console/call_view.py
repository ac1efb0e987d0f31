"""Pure. From a call's record, log and deliveries to what its page shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from calllock.contracts.message import Message
from post_call_worker.classification.result import Classification, Priority, Revenue
from post_call_worker.classification.taxonomy import TAXONOMY
from post_call_worker.console.delivery_view import DeliveryShown, delivery_shown
from post_call_worker.console.inbox_view import BusinessShown
from post_call_worker.console.labels import (
    OUTCOMES,
    SLOTS,
    STEPS,
    Tone,
    moment_label,
    number,
    shown,
    slot_label,
    span,
    tag_label,
)
from post_call_worker.console.timeline import Moment, timeline
from post_call_worker.record import CallRecord
from post_call_worker.summary import headline
from post_call_worker.vocabulary import tag_words

_ASKED = {name: place for place, name in enumerate(SLOTS)}


@dataclass(frozen=True, slots=True)
class SlotShown:
    """A slot's value and where it came from."""

    label: str
    value: str
    origin: str


@dataclass(frozen=True, slots=True)
class TagShown:
    """A tag and the caller's words that gave it; without words it follows from something else."""

    label: str
    words: str


@dataclass(frozen=True, slots=True)
class SeenCall:
    """Everything that is known of a call."""

    record: CallRecord
    classification: Classification
    deliveries: list[dict[str, Any]]
    is_stored: bool

    @property
    def is_live(self) -> bool:
        """Whether it goes on; one that was stored does not, even if nobody has written its end."""
        return self.record.ended_at is None and not self.is_stored


@dataclass(frozen=True, slots=True)
class CallView:
    """The page of one call."""

    call_sid: str
    title: str
    caller: str
    number: str
    dial: str
    """The number to call back, as a telephone dials it; empty when it is withheld and none was named."""
    address: str
    business: str
    when: str
    length: str
    outcome: str
    tone: Tone
    color: str
    reason: str
    revenue: str
    revenue_tier: str
    live: bool
    stored: bool
    promise: str
    danger: str
    danger_words: str
    moments: Sequence[Moment]
    slots: tuple[SlotShown, ...]
    tags: tuple[tuple[str, tuple[TagShown, ...]], ...]
    facts: tuple[tuple[str, str], ...]
    deliveries: tuple[DeliveryShown, ...]

    @property
    def changing(self) -> bool:
        """Whether the page may become another by itself."""
        return self.live or not self.stored or any(delivery.under_way for delivery in self.deliveries)


def call_view(
    seen: SeenCall, log: Sequence[Message], words: Mapping[str, str], business: BusinessShown, now: datetime
) -> CallView:
    """The page as it is `now`; `words` are the caller's words by the tag that they gave."""
    record, classification, live = seen.record, seen.classification, seen.is_live
    outcome, tone = OUTCOMES[record.disposition]
    return CallView(
        call_sid=record.call_sid,
        title=headline(record) if record.text("problem_description") or not live else "Call in progress",
        caller=record.text("customer_name"),
        number=number(record.callable_at),
        dial=record.callable_at,
        address=record.address,
        business=business.name,
        when=moment_label(record.started_at, business.zone),
        length=span(record.duration_s),
        outcome="On the line" if live else outcome,
        tone="info" if live else tone,
        color=classification.priority.color,
        reason=classification.priority.reason,
        revenue=classification.revenue.label,
        revenue_tier=classification.revenue.tier.replace("_", " "),
        live=live,
        stored=seen.is_stored,
        promise=_promise(record, business.zone),
        danger=tag_words(record.emergency.hazard) if record.emergency else "",
        danger_words=record.emergency.words if record.emergency else "",
        moments=timeline(log) or _told(record),
        slots=_slots(record),
        tags=_tags(classification, words),
        facts=_facts(record, classification),
        deliveries=tuple(delivery_shown(delivery, now, business.zone) for delivery in seen.deliveries),
    )


def _promise(record: CallRecord, zone: ZoneInfo) -> str:
    if record.booking.booked_at:
        return f"Booked for {moment_label(record.booking.booked_at, zone)}"
    return f"Wished for {record.booking.preferred_time}" if record.booking.preferred_time else ""


def _slots(record: CallRecord) -> tuple[SlotShown, ...]:
    asked_first = sorted(
        record.fields.items(), key=lambda slot: (_ASKED.get(slot[0], len(_ASKED)), slot[1].at, slot[0])
    )
    shown_first = ((name, learned) for name, learned in asked_first if name not in STEPS)
    told = ((slot_label(name), shown(learned.value), learned.origin) for name, learned in shown_first)
    return tuple(SlotShown(label, value, origin.replace("_", " ")) for label, value, origin in told if label and value)


def _tags(classification: Classification, words: Mapping[str, str]) -> tuple[tuple[str, tuple[TagShown, ...]], ...]:
    return tuple(
        (category.replace("_", " ").capitalize(), tuple(TagShown(tag_label(tag), words.get(tag, "")) for tag in tags))
        for category in TAXONOMY
        if (tags := classification.tags.get(category))
    )


def _facts(record: CallRecord, classification: Classification) -> tuple[tuple[str, str], ...]:
    elsewhere = record.callable_at != (record.from_number or "")
    in_danger = record.emergency or record.final_state == "safety_exit"  # older records name the tier of the work alone
    facts = {
        "Caller": f"{classification.caller_type}, {'known' if record.caller_known else 'new'}",
        "Called from": number(record.from_number) if elsewhere else "",
        "Intent": classification.primary_intent.replace("_", " "),
        "Work": classification.work_type,
        "Urgency": "emergency" if in_danger else record.urgency_tier,
        "Equipment": classification.equipment_type or "",
        "Priority": _because(classification.priority),
        "Worth": _because(classification.revenue),
        "Mood": f"{classification.sentiment} of 5",
        "Interruptions": str(record.barge_ins),
        "Silences": str(record.silences),
        "Ended by": (record.ended_by or "").replace("_", " "),
        "Not readable": f"{record.unreadable} entries of the log" if record.unreadable else "",
    }
    return tuple((name, value) for name, value in facts.items() if value)


def _because(judged: Priority | Revenue) -> str:
    """What it rests on, and how surely."""
    return "; ".join((f"{judged.confidence} confidence", judged.reason.lower(), *judged.signals))


def _told(record: CallRecord) -> list[Moment]:
    """The conversation of a call whose log is not kept any more."""
    return [
        Moment("agent" if entry.role == "agent" else "caller", _since(record.started_at, entry.at), entry.text)
        for entry in record.transcript
        if entry.role != "tool"
    ]


def _since(began_at: datetime, at: datetime) -> float:
    return max(0.0, (at - began_at).total_seconds())
