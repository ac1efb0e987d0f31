"""Pure. The tags that follow from others, from slots, or from several signals together."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from post_call_worker.classification.tagging import Heard
from post_call_worker.classification.taxonomy import CATEGORY_OF, EVACUATE
from post_call_worker.outcome import urgency_tier
from post_call_worker.vocabulary import State

_VULNERABLE = ("ELDERLY_OCCUPANT", "INFANT_NEWBORN", "MEDICAL_NEED", "VULNERABLE_POP")
_EXTREME = ("EXTREME_WEATHER", "freezing", "scorching")
_OLD_YEARS = 10
_CHECKS = {"checks_cooling": "TUNEUP_AC", "checks_heating": "TUNEUP_HEATING"}
_TOPICS = {
    "about_cooling": "REPAIR_AC",
    "about_heating": "REPAIR_HEATING",
    "about_heatpump": "REPAIR_HEATPUMP",
    "about_thermostat": "REPAIR_THERMOSTAT",
}


def urgency(state: State, fields: Mapping[str, Any], heard: Heard, tags: Collection[str]) -> str:
    """Exactly one, the highest that applies."""
    tier = urgency_tier(fields)
    dead = "dead_system" in heard
    rules = (
        ("CRITICAL_EVACUATE", state == "safety_exit" or _any(EVACUATE, tags)),
        ("CRITICAL_DISPATCH", dead and (_any(_VULNERABLE, tags) or _any(_EXTREME, heard.standing))),
        ("EMERGENCY_SAMEDAY", tier == "emergency" or (dead and "wants_today" in heard)),
        ("URGENT_24HR", tier == "urgent" or "barely_working" in heard),
        ("PRIORITY_48HR", tier == "high" or (fields.get("caller_known") is True and "worrying" in heard)),
        ("FLEXIBLE", tier == "low" or "no_rush" in heard),
        ("SEASONAL_RUSH", "before_season" in heard),
    )
    return next((tag for tag, applies in rules if applies), "STANDARD")


def composed(fields: Mapping[str, Any], heard: Heard, tags: Collection[str], age_years: int | None) -> set[str]:
    """The tags that several facts give together."""
    cold = "no_heat" in heard and _any(("freezing", "EXTREME_WEATHER"), heard.standing)
    hot = "no_cooling" in heard and _any(("scorching", "EXTREME_WEATHER"), heard.standing)
    old = "old_system" in heard or (age_years or 0) >= _OLD_YEARS
    known = fields.get("caller_known") is True
    claims = {
        "HEALTH_RISK": (cold or hot) and _any(_VULNERABLE, tags),
        "REPLACE_OPP": old and "repeated_repairs" in heard,
        "EXISTING_CUSTOMER": known,
        "NEW_CUSTOMER": not known,
        "COMMERCIAL_NEW": not known and "COMMERCIAL_ACCT" in tags,
    }
    return {tag for tag, holds in claims.items() if holds} | (_pointed_at(heard, tags) or _checked(heard, tags))


def _pointed_at(heard: Heard, tags: Collection[str]) -> set[str]:
    """What "it doesn't come on" is about, when only one kind of equipment was named in the call."""
    if "it_fails" not in heard or any(tag.startswith("REPAIR_") for tag in tags):
        return set()
    named = {tag for topic, tag in _TOPICS.items() if topic in heard}
    return named if len(named) == 1 else set()


def _checked(heard: Heard, tags: Collection[str]) -> set[str]:
    """A wish to have it checked is one for a tune-up, unless something else is the matter."""
    if any(CATEGORY_OF.get(tag) in ("SERVICE_TYPE", "HAZARD", "RECOVERY") for tag in tags):
        return set()
    return {tag for check, tag in _CHECKS.items() if check in heard}


def _any(wanted: Collection[str], among: Collection[str]) -> bool:
    return any(name in among for name in wanted)
