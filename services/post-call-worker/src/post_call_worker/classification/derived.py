"""Pure. The tags that follow from others, from slots, or from several signals together."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from calllock.contracts.events import Hazard
from post_call_worker.classification.tagging import Heard
from post_call_worker.classification.taxonomy import CATEGORY_OF, EVACUATE, TAXONOMY
from post_call_worker.outcome import urgency_tier
from post_call_worker.vocabulary import State

_VULNERABLE = ("ELDERLY_OCCUPANT", "INFANT_NEWBORN", "MEDICAL_NEED", "VULNERABLE_POP")
_EXTREME = ("EXTREME_WEATHER", "freezing", "scorching")
_STOP_WHOLE = ("REPAIR_AC", "REPAIR_HEATING", "REPAIR_HEATPUMP")
_STILL_RUNS = (
    *("on_backup", "partly_working", "rest_is_fine", "barely_working", "comes_back"),
    *("DIAGNOSTIC_INTERMITTENT", "DIAGNOSTIC_PERFORMANCE", "DIAGNOSTIC_CYCLE", "DIAGNOSTIC_AIRFLOW"),
)
_IS_MEANT = ("about_machine", "it_fails", "acts_up")
NO_HEAT = ("no_heat", "REPAIR_HEATING", "REPAIR_HEATPUMP")
NO_COOLING = ("no_cooling", "REPAIR_AC", "REPAIR_HEATPUMP")
_CHECKS = {"checks_cooling": "TUNEUP_AC", "checks_heating": "TUNEUP_HEATING"}
_UPKEEP = {"about_cooling": "TUNEUP_AC", "about_heating": "TUNEUP_HEATING"}
TOPICS = {
    "about_cooling": "REPAIR_AC",
    "about_heating": "REPAIR_HEATING",
    "about_heatpump": "REPAIR_HEATPUMP",
    "about_thermostat": "REPAIR_THERMOSTAT",
    "about_iaq": "REPAIR_IAQ",
}
_FINE = {"cooling_fine": "REPAIR_AC", "heating_fine": "REPAIR_HEATING"}
_ROOMS = {"hot_in_here": "REPAIR_AC", "cold_in_here": "REPAIR_HEATING"}
"""What has stopped when the machine was not named: what the house feels like tells it."""
_ON_THE_SIDE = {"REPAIR_THERMOSTAT", "REPAIR_IAQ"}
"""Named beside what heats or cools, "it" is seldom these: "the thermostat is set right and it doesn't come on"."""
_SAY_WHY_IT_STOPS = frozenset({*EVACUATE, "DIAGNOSTIC_CYCLE", "DIAGNOSTIC_ENERGY", "INSTALL_REPLACEMENT"})
_SAY_WHY_IT_ACTS_UP = frozenset({*TAXONOMY["SERVICE_TYPE"], *TAXONOMY["HAZARD"], "ZONING_INTEREST"})
_NO_CHECK = ("SERVICE_TYPE", "HAZARD", "RECOVERY", "NON_CUSTOMER")
HEAT_PUMPS_DO = ("REPAIR_AC", "REPAIR_HEATING")
HEAT_PUMPS_SIDES = ("about_cooling", "about_heating")
_WHAT_IT_MAKES = frozenset({"heat", "heating", "no", "the", "our", "my", "her", "his", "their", "any", "is", "has"})
"""Words that name no furnace: "there's no heat" is said of a heat pump, too."""
STRANGERS = frozenset(TAXONOMY["NON_CUSTOMER"]) - {"REALTOR_INQUIRY", "INSURANCE_CLAIM"}
"""They speak of the business's own parts, orders and customers, or of theirs."""
TROUBLE = ("REPAIR_", "DIAGNOSTIC_")
_FAULTS = (
    *("CONDENSATE_CLOG", "ACTIVE_FLOODING", "REFRIGERANT_LEAK", "DIAGNOSTIC_INTERMITTENT", "DIAGNOSTIC_CYCLE"),
    *("it_fails", "dead_system", "ELECTRICAL_FIRE"),
)
_LATE = ("time_promised", "time_is_past")
_OTHERS_PRICES = ("SECONDOPINION", "DIAGNOSTIC_ENERGY")
_SOMEBODY = frozenset({"he", "they", "his", "their", "the", "those", "somebody", "one", "both", "two"})


def urgency(state: State, fields: Mapping[str, Any], heard: Heard, tags: Collection[str], raised: Hazard | None) -> str:
    """Exactly one, the highest that applies. Who is ill in a safe building was not told to leave it."""
    tier = urgency_tier(fields)
    grave = is_dead(heard) or _has_stopped(heard, tags) or "ACTIVE_FLOODING" in tags
    rules = (
        ("CRITICAL_EVACUATE", (state == "safety_exit" and raised != "HEALTH_RISK") or any_of(EVACUATE, tags)),
        ("CRITICAL_DISPATCH", raised == "HEALTH_RISK" or "HEALTH_RISK" in tags or _endangers(heard, tags)),
        ("EMERGENCY_SAMEDAY", tier == "emergency" or "emergency" in heard or (grave and _presses(heard))),
        ("URGENT_24HR", tier == "urgent" or "barely_working" in heard),
        ("PRIORITY_48HR", tier == "high" or (fields.get("caller_known") is True and _worries(heard, tags))),
        ("FLEXIBLE", tier == "low" or ("no_rush" in heard and not any_of(STRANGERS, tags))),
        ("SEASONAL_RUSH", "before_season" in heard),
    )
    return next((tag for tag, applies in rules if applies), "STANDARD")


def is_dead(heard: Heard) -> bool:
    """Whether nothing of it works: what runs on its backup, or in the other rooms, still does."""
    return "dead_system" in heard and not any_of(("on_backup", "rest_is_fine"), heard.standing)


def _has_stopped(heard: Heard, tags: Collection[str]) -> bool:
    """Whether "it" does nothing, and what is to be repaired heats or cools the whole house: "it quit last night"."""
    if "it_fails" not in heard or any_of(_STILL_RUNS, {*heard.standing, *tags}):
        return False
    return any_of(_STOP_WHOLE, tags)


def _presses(heard: Heard) -> bool:
    return "wants_today" in heard and "another_day" not in heard


def _worries(heard: Heard, tags: Collection[str]) -> bool:
    """Whether the caller says that a symptom worries them."""
    sign = any(tag.startswith(TROUBLE) or CATEGORY_OF.get(tag) == "HAZARD" for tag in tags)
    other = any(CATEGORY_OF.get(tag) in _NO_CHECK for tag in tags)
    return "worried" in heard and (sign or (any_of(_IS_MEANT, heard.standing) and not other))


def _endangers(heard: Heard, tags: Collection[str]) -> bool:
    if is_dead(heard):
        return any_of(_VULNERABLE, tags) or any_of(_EXTREME, heard.standing)
    return _has_stopped(heard, tags) and (any_of(_VULNERABLE, tags) or "EXTREME_WEATHER" in heard)


def composed(fields: Mapping[str, Any], heard: Heard, tags: Collection[str]) -> set[str]:
    """The tags that several facts give together."""
    named = {*heard.standing, *tags}
    dead = is_dead(heard)
    no_heat = any_of(NO_HEAT, named) or (dead and "about_heating" in heard)
    no_cooling = any_of(NO_COOLING, named) or (dead and "about_cooling" in heard)
    cold = no_heat and any_of(("freezing", "EXTREME_WEATHER"), named)
    hot = no_cooling and any_of(("scorching", "EXTREME_WEATHER"), named)
    known = fields.get("caller_known") is True
    pump = "about_heatpump" in heard and not any(machine_named(heard, about) for about in HEAT_PUMPS_SIDES)
    claims = {
        "REPAIR_HEATPUMP": pump and any_of(HEAT_PUMPS_DO, tags),
        "HEALTH_RISK": (cold or hot) and any_of(_VULNERABLE, tags),
        "EXISTING_CUSTOMER": known,
        "NEW_CUSTOMER": not known,
        "NEEDS_APPROVAL": "board_agrees" in heard and "HOA_APPROVAL" not in tags,
        "COMPLAINT_NOFIX": "not_your_doing" not in heard
        and (_came_back(heard) or (known and _did_not_hold(heard, tags))),
        "COMPLAINT_PRICE": known
        and all_of(("money_told", "too_much_hint"), heard.standing)
        and not any_of(_OTHERS_PRICES, tags),
        "COMPLAINT_SERVICE": known
        and (_is_theirs(heard, "crew_at_fault") or ("CALLBACK_RISK" not in tags and all_of(_LATE, heard.standing))),
    }
    return {tag for tag, holds in claims.items() if holds} | (_pointed_at(heard, tags) or _checked(heard, tags))


def machine_named(heard: Heard, about: str) -> bool:
    """Whether a machine was named, and not only what it makes."""
    return not _WHAT_IT_MAKES.issuperset(heard.standing.get(about, "").split())


def _came_back(heard: Heard) -> bool:
    """Whether something is as it was before the business worked on it."""
    return "came_back_hint" in heard and _is_theirs(heard, "you_worked_on_it")


def _did_not_hold(heard: Heard, tags: Collection[str]) -> bool:
    """Whether what somebody mended is broken again: of a customer, it was the business's own work."""
    if "RECENT_INSTALL" in tags:
        return False
    mended = _is_theirs(heard, "somebody_mended_it")
    if "came_back_hint" in heard:
        return mended or _is_theirs(heard, "somebody_came")
    fault = any_of(_FAULTS, {*tags, *heard.standing}) or any(tag.startswith("REPAIR_") for tag in tags)
    return fault and mended and "mended_long_ago" not in heard


def _is_theirs(heard: Heard, deed: str) -> bool:
    """Whether somebody of the business did that: "he" and "they" may be others who were spoken of."""
    told = heard.standing.get(deed, "").split()
    return bool(told) and (told[0] not in _SOMEBODY or "others_there" not in heard)


def _pointed_at(heard: Heard, tags: Collection[str]) -> set[str]:
    """What "it doesn't come on" is about, when only one kind of equipment was named in the call.

    "It's acting up" says less: any other service or danger that was named is what is meant.
    """
    why = {"DIAGNOSTIC_ENERGY"} if "down_now" in heard else _SAY_WHY_IT_STOPS
    if "works_fine" in heard and not any_of(("down_now", "dead_system"), heard.standing):
        return set()
    fails = "it_fails" in heard and not any(tag.startswith("REPAIR_") or tag in why for tag in tags)
    acts_up = any_of(("acts_up", "barely_working"), heard.standing) and not any_of(_SAY_WHY_IT_ACTS_UP, tags)
    if not (fails or acts_up):
        return set()
    named = {"REPAIR_IAQ"} if "iaq_on_machine" in heard else {tag for topic, tag in TOPICS.items() if topic in heard}
    named = named or ({tag for room, tag in _ROOMS.items() if room in heard} if fails else set())
    named -= {tag for hint, tag in _FINE.items() if hint in heard}
    named = named - _ON_THE_SIDE or named
    return named if len(named) == 1 else set()


def _checked(heard: Heard, tags: Collection[str]) -> set[str]:
    """A wish to have it checked is one for a tune-up, unless something else is the matter."""
    if any(CATEGORY_OF.get(tag) in _NO_CHECK or tag.startswith("SCOPE_") for tag in tags):
        return set()
    found = {tag for check, tag in _CHECKS.items() if check in heard}
    named = {tag for topic, tag in _UPKEEP.items() if topic in heard}
    return found or (named if "upkeep_wish" in heard and len(named) == 1 else set())


def all_of(wanted: Collection[str], among: Collection[str]) -> bool:
    """Whether each of the wanted names is among them."""
    return all(name in among for name in wanted)


def any_of(wanted: Collection[str], among: Collection[str]) -> bool:
    """Whether one of the wanted names is among them."""
    return any(name in among for name in wanted)
