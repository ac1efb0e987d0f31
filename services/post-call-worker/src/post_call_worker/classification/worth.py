"""Pure. What a call may be worth, and how soon somebody should look at it; each with its reasons."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from typing import Any, NamedTuple, get_args

from calllock.contracts.events import Hazard
from post_call_worker.classification.result import Classification, Priority, Revenue, Tags
from post_call_worker.classification.tagging import Heard
from post_call_worker.dashboard import Color, Confidence, RevenueLabel, RevenueTier
from post_call_worker.record import CallRecord
from post_call_worker.vocabulary import BookingStatus, tag_words

LABELS: dict[RevenueTier, RevenueLabel] = {
    "replacement": "$$$$",
    "major_repair": "$$$",
    "standard_repair": "$$",
    "minor": "$",
    "diagnostic": "$$?",
}
_TIER_WORDS: dict[RevenueTier, str] = {
    "replacement": "A new system, or talk of one",
    "major_repair": "A dear repair",
    "standard_repair": "A repair",
    "minor": "A small job",
}

_REPLACEMENT = (
    "HOT_LEAD",
    "INSTALL_REPLACEMENT",
    "INSTALL_UPGRADE",
    "INSTALL_NEWCONSTRUCTION",
    "R22_RETROFIT",
    "REPLACE_OPP",
)
_MAJOR = ("REFRIGERANT_LEAK", "compressor")
_STANDARD = ("REPAIR_AC", "REPAIR_HEATING", "REPAIR_HEATPUMP", "REPAIR_DUCTWORK", "COMPLAINT_NOFIX")
_MINOR = (
    "REPAIR_THERMOSTAT",
    "REPAIR_IAQ",
    "TUNEUP_AC",
    "TUNEUP_HEATING",
    "FILTER_SERVICE",
    "CONDENSATE_CLOG",
    "small_repair",
)
_LOOSE = ("any_repair", "DIAGNOSTIC_NOISE", "DIAGNOSTIC_CYCLE", "DIAGNOSTIC_AIRFLOW", "DIAGNOSTIC_PERFORMANCE")

_RED_RECOVERY = {
    "CALLBACK_RISK": "was promised a call that never came",
    "COMPLAINT_PRICE": "complains about the price",
    "COMPLAINT_SERVICE": "complains about the service",
    "COMPLAINT_NOFIX": "says that a repair did not hold",
    "ESCALATION_REQ": "demands a manager or the owner",
    "REVIEW_THREAT": "threatens a bad review",
    "LEGAL_MENTION": "threatens legal action",
    "REFUND_REQ": "wants money back",
    "LOST_CUSTOMER": "says they are leaving",
}
_STILL_BUSINESS = frozenset({"INSPECTOR_CALL", "UTILITY_COMPANY", "INSURANCE_CLAIM", "REALTOR_INQUIRY"})
_DANGERS = frozenset(get_args(Hazard))
"""What somebody is told of at once; that a drain is clogged or a coil leaks is a hazard, but not a danger."""
_RED_URGENCY = {
    "CRITICAL_EVACUATE": "People had to leave the building",
    "CRITICAL_DISPATCH": "Complete failure with vulnerable people or extreme temperature",
    "EMERGENCY_SAMEDAY": "Needs help today",
}


class _Verdict(NamedTuple):
    color: Color
    reason: str
    tags: tuple[str, ...] = ()
    """What was given for it."""
    happened: bool = False
    """Whether it follows from what happened in the call, not from what the caller said alone."""


def priority(tags: Tags, words: Mapping[str, str], booking: BookingStatus, raised: Hazard | None) -> Priority:
    """The colour of the card: red first, then gray, green, and blue for the rest.

    `words` are the caller's by the tag that they gave. `raised` is the danger that was raised during the call; one that
    has a name is among the tags.
    """
    verdict = _verdict(tags, booking, raised)
    return Priority(
        color=verdict.color,
        reason=verdict.reason,
        signals=_signals(verdict.tags, words),
        confidence="high" if verdict.happened else _confidence(verdict.tags),
    )


def with_promise(found: Classification, record: CallRecord) -> Classification:
    """The classification, red where a person has promised to call about a visit that is booked."""
    owed = record.booking.status == "confirmed" and record.callback_promised
    if not owed or found.priority.color == "red":
        return found
    red = Priority(color="red", reason="Booked, and was promised a call", confidence="high")
    return found.model_copy(update={"priority": red})


def _verdict(tags: Tags, booking: BookingStatus, raised: Hazard | None) -> _Verdict:
    if dangers := _among(_DANGERS, tags.get("HAZARD", ())):
        return _Verdict("red", f"Danger stated: {_words(dangers)}", dangers, happened=raised is not None)
    if raised is not None:
        return _Verdict("red", f"Said {tag_words(raised)}", (raised,), happened=True)
    if cross := _among(_RED_RECOVERY, tags.get("RECOVERY", ())):
        return _Verdict("red", f"The caller {'; '.join(_RED_RECOVERY[tag] for tag in cross)}", cross)
    if pressing := _among(_RED_URGENCY, tags.get("URGENCY", ())):
        return _Verdict("red", _RED_URGENCY[pressing[0]], pressing)
    strangers = tuple(tag for tag in tags.get("NON_CUSTOMER", ()) if tag not in _STILL_BUSINESS)
    if strangers and not tags.get("SERVICE_TYPE"):
        return _Verdict("gray", f"Not a customer: {_words(strangers)}", strangers)
    if booking == "attempted_failed":
        return _Verdict("red", "Wanted an appointment and did not get one", happened=True)
    if worth := tags.get("REVENUE"):
        return _Verdict("green", f"Worth more than a repair: {_words(worth)}", worth)
    if booking == "confirmed":
        return _Verdict("blue", "Booked, nothing else to do", happened=True)
    return _Verdict("blue", "Ordinary call")


def revenue(fields: Mapping[str, Any], heard: Heard, tags: frozenset[str]) -> Revenue:
    """The tier, from the dearest signal down, with the words that gave it."""
    given = {*heard.standing, *tags}
    if fields.get("lead_type") == "high_ticket":
        given.add("HOT_LEAD")
    tiers: tuple[tuple[RevenueTier, tuple[str, ...]], ...] = (
        ("replacement", _REPLACEMENT),
        ("major_repair", _MAJOR),
        ("standard_repair", _STANDARD),
        ("minor", _MINOR),
        ("standard_repair", _LOOSE),
    )
    for tier, names in tiers:
        if found := _among(given, names):
            return Revenue(
                tier=tier,
                label=LABELS[tier],
                reason=f"{_TIER_WORDS[tier]}: {_words(found)}",
                signals=_signals(found, heard.standing),
                confidence="low" if names is _LOOSE else _confidence(found),
            )
    return Revenue(tier="diagnostic", label=LABELS["diagnostic"], reason="Nothing said what is to be done")


def _among(wanted: Container[str], tags: Iterable[str]) -> tuple[str, ...]:
    return tuple(tag for tag in tags if tag in wanted)


def _confidence(found: tuple[str, ...]) -> Confidence:
    if not found:
        return "low"
    return "high" if len(found) > 1 else "medium"


def _signals(tags: tuple[str, ...], words: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(f'{tag_words(tag)}: "{words[tag]}"' if words.get(tag) else tag_words(tag) for tag in tags)


def _words(tags: tuple[str, ...]) -> str:
    return ", ".join(tag_words(tag) for tag in tags)
