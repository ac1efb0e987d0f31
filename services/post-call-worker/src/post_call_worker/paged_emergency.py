"""Shell. What a page's link shows of its emergency: what the page itself said, and what was learned since."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from calllock.contracts.e164 import is_e164
from calllock.runtime.bus import BusUnavailable
from post_call_worker.acknowledgements import REPLY_WITHIN
from post_call_worker.console.labels import moment_label, number
from post_call_worker.folding import UnusableLog
from post_call_worker.plain import quoted
from post_call_worker.record_keeper import RecordKeeper, UnknownBusiness
from post_call_worker.summary import told
from post_call_worker.vocabulary import tag_words


@dataclass(frozen=True, slots=True)
class EmergencyShown:
    """What whoever is to come must know."""

    danger: str
    words: str
    """In quotation marks."""
    told: str
    business: str
    when: str
    caller: str
    address: str
    number: str
    dial: str
    """As a telephone dials it; empty when the number is withheld."""


async def emergency_shown(keeper: RecordKeeper, call_sid: str) -> EmergencyShown | None:
    """The call's emergency, as long as somebody may be on the way to it; None later, and when its log is not to be had:
    whoever opens the link can take it all the same."""
    try:
        record, _ = await keeper.read(call_sid)
        profile = keeper.profile(record.business)
    except (UnusableLog, UnknownBusiness, BusUnavailable):
        return None
    raised = record.emergency
    if raised is None or keeper.clock.now() - raised.raised_at > REPLY_WITHIN:
        return None
    dial = record.alarm_number
    return EmergencyShown(
        danger=tag_words(raised.hazard),
        words=quoted(raised.words),
        told=told(record),
        business=profile.name,
        when=moment_label(raised.raised_at, ZoneInfo(profile.zone)),
        caller=record.text("customer_name") or raised.customer_name.strip(),
        address=record.address or raised.service_address.strip(),
        number=number(dial),
        dial=dial if is_e164(dial) else "",
    )
