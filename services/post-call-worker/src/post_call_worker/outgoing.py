"""Pure. Everything that is sent because of one call: webhooks to the dashboard, text messages to people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from calllock.contracts.business import BusinessProfile
from post_call_worker import texts
from post_call_worker.classification.result import Classification
from post_call_worker.dashboard import Payload
from post_call_worker.links import Links
from post_call_worker.payloads import alert_for, payloads_for
from post_call_worker.record import CallRecord, Emergency
from post_call_worker.vocabulary import GRAVER_STEP, DeliveryKind

GOOD_FOR: Mapping[DeliveryKind, timedelta] = {
    "page": timedelta(hours=12),
    "confirmation": timedelta(minutes=15),
    "lead": timedelta(hours=1),
}
"""How long a text may still go out. "Within the hour" is counted by whoever reads it from then on, so a late
confirmation promises what nobody knows of; and a lead asks for a call that was promised for within the hour. Whoever
called so lately is awake, too. A page counts from when the danger was told: somebody may be in it for hours, but a text
of yesterday's gas leak would send somebody out for nothing."""
_DAY_BEGINS, _NIGHT_BEGINS = time(7), time(21)
"""Nobody is woken by a lead: its caller was promised a call for when the business opens."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One thing to send. A call has one of each kind, except for pages, which are numbered from 1, and for what a
    graver danger adds."""

    kind: DeliveryKind
    body: Mapping[str, Any]
    step: int = 0
    wait_s: float = 0.0
    not_before: datetime | None = None
    good_until: datetime | None = None
    """When it is too late to send it; None for never."""

    def is_late(self, now: datetime) -> bool:
        """Whether nobody is to be sent it any more."""
        return self.good_until is not None and self.good_until <= now

    @property
    def name(self) -> str:
        """What tells it from the call's others."""
        return f"{self.kind}_{self.step}" if self.step else self.kind


def outgoing_after(
    record: CallRecord, classification: Classification, profile: BusinessProfile, links: Links | None
) -> tuple[Outgoing, ...]:
    """What a call that has ended leads to. Without `links` no text messages are sent."""
    payloads = payloads_for(record, classification, profile)
    webhooks: tuple[tuple[DeliveryKind, Payload | None], ...] = (("job", payloads.job), ("call", payloads.call))
    told = (record.lesser_emergency, record.emergency)
    sent = [_alert(record.call_sid, record.alarm_number, danger, profile) for danger in told if danger is not None]
    sent += [Outgoing(kind, payload.body()) for kind, payload in webhooks if payload is not None]
    if links is not None:
        if record.emergency is not None:
            sent += _ladder(record.call_sid, record.alarm_number, record.emergency, profile, links)
        confirmation = texts.confirmation(record, profile)
        if confirmation is not None and profile.texts.to_callers and record.from_number:
            sent.append(_text("confirmation", record.from_number, confirmation, profile, record.last_at))
        owed = payloads.job is not None and (payloads.job.scheduled_at is None or record.callback_promised)
        if profile.texts.leads_to and owed and record.emergency is None:
            told_at = _waking(record.last_at, profile)
            sent.append(_text("lead", profile.texts.leads_to, texts.lead(record, profile), profile, told_at))
    return tuple(sent)


def outgoing_of_emergency(
    call_sid: str, number: str | None, emergency: Emergency, profile: BusinessProfile, links: Links | None
) -> tuple[Outgoing, ...]:
    """What a danger leads to at once; the same again when the call has ended."""
    alert = _alert(call_sid, number, emergency, profile)
    return (alert, *(_ladder(call_sid, number, emergency, profile, links) if links is not None else ()))


def _alert(call_sid: str, number: str | None, emergency: Emergency, profile: BusinessProfile) -> Outgoing:
    return Outgoing("alert", alert_for(call_sid, number, emergency, profile).body(), int(emergency.is_graver))


def _ladder(
    call_sid: str, number: str | None, emergency: Emergency, profile: BusinessProfile, links: Links
) -> tuple[Outgoing, ...]:
    """A page for each number, later and later: whoever takes the emergency makes the rest unnecessary."""
    link, numbers = links.acknowledge(call_sid), profile.paged
    last, others = (texts.page(call_sid, number, emergency, profile, link, last=last) for last in (True, False))
    pause_s = 60 * profile.emergency.acknowledge_within_minutes
    good_until = emergency.raised_at + GOOD_FOR["page"]
    begins = GRAVER_STEP + 1 if emergency.is_graver else 1
    words = [*[others] * (len(numbers) - 1), last]
    pages = [{**_message(to, told, profile), "pause_s": pause_s} for to, told in zip(numbers, words, strict=False)]
    return tuple(
        Outgoing("page", page, begins + place, pause_s * place, good_until=good_until)
        for place, page in enumerate(pages)
    )


def _text(kind: DeliveryKind, to: str, words: str, profile: BusinessProfile, at: datetime) -> Outgoing:
    return Outgoing(kind, _message(to, words, profile), not_before=at, good_until=at + GOOD_FOR[kind])


def _waking(at: datetime, profile: BusinessProfile) -> datetime:
    """That moment, or the morning after it when it is at night and the business is closed."""
    here = profile.local(at)
    if _DAY_BEGINS <= here.time() < _NIGHT_BEGINS or profile.is_open(at):
        return at
    morning = here.date() + timedelta(days=here.time() >= _NIGHT_BEGINS)
    return datetime.combine(morning, _DAY_BEGINS, here.tzinfo)


def _message(to: str, words: str, profile: BusinessProfile) -> Mapping[str, Any]:
    return {"from": profile.numbers[0], "to": to, "text": words}
