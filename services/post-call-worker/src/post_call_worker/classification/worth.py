"""Pure. What a call may be worth, and how soon somebody should look at it; each with its reasons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from calllock.contracts.events import Hazard
from post_call_worker.classification.result import Priority, Revenue, Tags
from post_call_worker.classification.tagging import Heard
from post_call_worker.dashboard import Confidence, RevenueLabel, RevenueTier
from post_call_worker.vocabulary import BookingStatus, tag_words

LABELS: dict[RevenueTier, RevenueLabel] = {
    "replacement": "$$$$",
    "major_repair": "$$$",
    "standard_repair": "$$",
    "minor": "$",
    "diagnostic": "$$?",
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


def priority(tags: Tags, booking: BookingStatus, raised: Hazard | None = None) -> Priority:
    """The colour of the card: red first, then gray, green, and blue for the rest.

    `raised` is the danger that was raised during the call; one that has a name is among the tags.
    """
    if dangers := [tag for tag in tags.get("HAZARD", ()) if tag in _DANGERS]:
        return Priority(color="red", reason=f"Danger stated: {_words(dangers)}")
    if raised is not None:
        return Priority(color="red", reason=f"Said {tag_words(raised)}")
    if cross := [_RED_RECOVERY[tag] for tag in tags.get("RECOVERY", ()) if tag in _RED_RECOVERY]:
        return Priority(color="red", reason=f"The caller {'; '.join(cross)}")
    if pressing := [_RED_URGENCY[tag] for tag in tags.get("URGENCY", ()) if tag in _RED_URGENCY]:
        return Priority(color="red", reason=pressing[0])
    strangers = [tag for tag in tags.get("NON_CUSTOMER", ()) if tag not in _STILL_BUSINESS]
    if strangers and not tags.get("SERVICE_TYPE"):
        return Priority(color="gray", reason=f"Not a customer: {_words(strangers)}")
    if booking == "attempted_failed":
        return Priority(color="red", reason="Wanted an appointment and did not get one")
    if revenue := tags.get("REVENUE"):
        return Priority(color="green", reason=f"Worth more than a repair: {_words(revenue)}")
    if booking == "confirmed":
        return Priority(color="blue", reason="Booked, nothing else to do")
    return Priority(color="blue", reason="Ordinary call")


def revenue(fields: Mapping[str, Any], heard: Heard, tags: frozenset[str]) -> Revenue:
    """The tier, from the dearest signal down, with the words that gave it."""
    given = dict(heard.standing) | {tag: heard.standing.get(tag, "") for tag in tags}
    if fields.get("lead_type") == "high_ticket":
        given["HOT_LEAD"] = given.get("HOT_LEAD", "")
    tiers: tuple[tuple[RevenueTier, tuple[str, ...]], ...] = (
        ("replacement", _REPLACEMENT),
        ("major_repair", _MAJOR),
        ("standard_repair", _STANDARD),
        ("minor", _MINOR),
        ("standard_repair", _LOOSE),
    )
    for tier, names in tiers:
        found = [name for name in names if name in given]
        if found:
            signals = tuple(_signal(name, given[name]) for name in found)
            return Revenue(tier=tier, label=LABELS[tier], signals=signals, confidence=_confidence(found, names))
    return Revenue(tier="diagnostic", label=LABELS["diagnostic"], signals=(), confidence="low")


def _confidence(found: list[str], names: tuple[str, ...]) -> Confidence:
    if names is _LOOSE:
        return "low"
    return "high" if len(found) > 1 else "medium"


def _signal(name: str, words: str) -> str:
    return f'{tag_words(name)}: "{words}"' if words else tag_words(name)


def _words(tags: tuple[str, ...] | list[str]) -> str:
    return ", ".join(tag_words(tag) for tag in tags)
