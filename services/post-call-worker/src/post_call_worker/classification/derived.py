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
_NO_HEAT = ("no_heat", "REPAIR_HEATING", "REPAIR_HEATPUMP")
_NO_COOLING = ("no_cooling", "REPAIR_AC", "REPAIR_HEATPUMP")
_CHECKS = {"checks_cooling": "TUNEUP_AC", "checks_heating": "TUNEUP_HEATING"}
_UPKEEP = {"about_cooling": "TUNEUP_AC", "about_heating": "TUNEUP_HEATING"}
_TOPICS = {
    "about_cooling": "REPAIR_AC",
    "about_heating": "REPAIR_HEATING",
    "about_heatpump": "REPAIR_HEATPUMP",
    "about_thermostat": "REPAIR_THERMOSTAT",
    "about_iaq": "REPAIR_IAQ",
}
_FINE = {"cooling_fine": "REPAIR_AC", "heating_fine": "REPAIR_HEATING"}
_SAY_WHY_IT_STOPS = frozenset({*EVACUATE, "DIAGNOSTIC_CYCLE", "DIAGNOSTIC_ENERGY", "INSTALL_REPLACEMENT"})
_SAY_WHY_IT_ACTS_UP = frozenset({*TAXONOMY["SERVICE_TYPE"], *TAXONOMY["HAZARD"], "ZONING_INTEREST"})
_NO_CHECK = ("SERVICE_TYPE", "HAZARD", "RECOVERY", "NON_CUSTOMER")
_SIGNS_OF_TROUBLE = frozenset(tag for tag in TAXONOMY["SERVICE_TYPE"] if tag.startswith("DIAGNOSTIC_"))
_NO_HOMES = ("COMMERCIAL_LEAD", "RENTAL_PROPERTY")
_LIVES = frozenset({"live", "lives", "lived", "living", "moved", "home", "house", "condo", "townhouse"})
_HEAT_PUMPS_DO = ("REPAIR_AC", "REPAIR_HEATING")
_STRANGERS = frozenset(TAXONOMY["NON_CUSTOMER"]) - {"REALTOR_INQUIRY", "INSURANCE_CLAIM"}
"""They speak of the business's own parts, orders and customers, or of theirs."""
_TRADESMEN = frozenset({"JOB_APPLICANT", "COMPETITOR_INTEL", "VENDOR_SALES"})
_TROUBLE = ("REPAIR_", "DIAGNOSTIC_")
"""A tradesman whose own machine fails is a customer."""
_NOT_OF_STRANGERS = frozenset(
    {tag for tag in TAXONOMY["SERVICE_TYPE"] if not tag.startswith("REPAIR_")}
    | {*TAXONOMY["REVENUE"], "COMMERCIAL_ACCT", "COMMERCIAL_NEW", "WARRANTY_CUSTOMER"}
    | {"CALLBACK_RISK", "REVIEW_THREAT", "COMPETITOR_MENTION", "COMPLAINT_PRICE", "ESCALATION_REQ", "ACCESS_RESTRICT"}
    | {"PARTS_DELAY", "UTILITY_SHUTOFF", "ROOF_EQUIP", "PET_SECURE", "MEDICAL_NEED"}
)
_INSTEAD = {
    "ACTIVE_FLOODING": ("CONDENSATE_CLOG",),
    "COMPLAINT_NOFIX": ("WARRANTY_CUSTOMER",),
    "INSTALL_NEWCONSTRUCTION": ("INSTALL_REPLACEMENT", "OWNER_OCCUPIED"),
    "PROPERTY_MANAGER": ("RENTAL_PROPERTY", "MULTI_PROPERTY"),
    "REPAIR_IAQ": ("INSTALL_ADDON",),
    "SPAM_TELEMARKETING": ("VENDOR_SALES",),
}
"""A tag, and what the same words seem to say besides."""


def urgency(state: State, fields: Mapping[str, Any], heard: Heard, tags: Collection[str], raised: Hazard | None) -> str:
    """Exactly one, the highest that applies. Who is ill in a safe building was not told to leave it."""
    tier = urgency_tier(fields)
    dead = _is_dead(heard)
    grave = dead or "ACTIVE_FLOODING" in tags
    rules = (
        ("CRITICAL_EVACUATE", (state == "safety_exit" and raised != "HEALTH_RISK") or _any(EVACUATE, tags)),
        ("CRITICAL_DISPATCH", raised == "HEALTH_RISK" or _endangers(heard, tags)),
        ("EMERGENCY_SAMEDAY", tier == "emergency" or "emergency" in heard or (grave and _presses(heard))),
        ("URGENT_24HR", tier == "urgent" or "barely_working" in heard),
        ("PRIORITY_48HR", tier == "high" or (fields.get("caller_known") is True and _worries(heard, tags))),
        ("FLEXIBLE", tier == "low" or "no_rush" in heard),
        ("SEASONAL_RUSH", "before_season" in heard),
    )
    return next((tag for tag, applies in rules if applies), "STANDARD")


def _is_dead(heard: Heard) -> bool:
    """Whether nothing of it works: what runs on its backup still does."""
    return "dead_system" in heard and "on_backup" not in heard


def _presses(heard: Heard) -> bool:
    return "wants_today" in heard and "another_day" not in heard


def _worries(heard: Heard, tags: Collection[str]) -> bool:
    """Whether the caller says that a symptom worries them."""
    return "worried" in heard and any(tag.startswith(_TROUBLE) or CATEGORY_OF.get(tag) == "HAZARD" for tag in tags)


def _endangers(heard: Heard, tags: Collection[str]) -> bool:
    return _is_dead(heard) and (_any(_VULNERABLE, tags) or _any(_EXTREME, heard.standing))


def composed(fields: Mapping[str, Any], heard: Heard, tags: Collection[str]) -> set[str]:
    """The tags that several facts give together."""
    named = {*heard.standing, *tags}
    cold = _any(_NO_HEAT, named) and _any(("freezing", "EXTREME_WEATHER"), named)
    hot = _any(_NO_COOLING, named) and _any(("scorching", "EXTREME_WEATHER"), named)
    known = fields.get("caller_known") is True
    claims = {
        "HEALTH_RISK": (cold or hot) and _any(_VULNERABLE, tags),
        "EXISTING_CUSTOMER": known,
        "NEW_CUSTOMER": not known,
        "NEEDS_APPROVAL": "board_agrees" in heard and "HOA_APPROVAL" not in tags,
    }
    return {tag for tag, holds in claims.items() if holds} | (_pointed_at(heard, tags) or _checked(heard, tags))


def misplaced(heard: Heard, tags: Collection[str]) -> set[str]:
    """The tags that do not stand beside others: what a stranger owns, what a heat pump does as a furnace would,
    what the words of another tag seem to say (`_INSTEAD`), a smell that comes and goes, the noise that a danger makes,
    a buyer who is in no hurry and asks no price, what is not the caller's own.
    """
    customer = any(tag.startswith(_TROUBLE) for tag in tags)
    strangers = _STRANGERS - _TRADESMEN if customer else _STRANGERS
    wrong = set(_NOT_OF_STRANGERS) if _any(strangers, tags) else set()
    if customer:
        wrong |= _TRADESMEN
    other = _any(("about_cooling", "about_heating"), heard.standing)
    if "REPAIR_HEATPUMP" in tags and not other:
        wrong.update(_HEAT_PUMPS_DO)
    wavering = heard.standing.get("DIAGNOSTIC_INTERMITTENT", "")
    if wavering.startswith("com") and _any(("DIAGNOSTIC_SMELL", "DIAGNOSTIC_NOISE"), tags):
        wrong.add("DIAGNOSTIC_INTERMITTENT")
    if _any(EVACUATE, tags):
        wrong.update(_SIGNS_OF_TROUBLE, _NO_HEAT + _NO_COOLING if "breaker_trips" in heard else ())
    for tag in _INSTEAD.keys() & tags:
        wrong.update(_INSTEAD[tag])
    if "INSTALL_UPGRADE" in tags and "no_rush" in heard and not _any(("HOT_LEAD", "asks_bid"), heard.standing):
        wrong.add("HOT_LEAD")
    return (wrong | _not_theirs(heard, tags)) & set(tags)


def _not_theirs(heard: Heard, tags: Collection[str]) -> set[str]:
    """What is no home of the owner's."""
    wrong = set()
    if _any(_NO_HOMES, tags) and _LIVES.isdisjoint(heard.standing.get("OWNER_OCCUPIED", "").split()):
        wrong.add("OWNER_OCCUPIED")
    return wrong


def _pointed_at(heard: Heard, tags: Collection[str]) -> set[str]:
    """What "it doesn't come on" is about, when only one kind of equipment was named in the call.

    "It's acting up" says less: any other service or danger that was named is what is meant.
    """
    fails = "it_fails" in heard and not any(tag.startswith("REPAIR_") or tag in _SAY_WHY_IT_STOPS for tag in tags)
    acts_up = _any(("acts_up", "barely_working"), heard.standing) and not _any(_SAY_WHY_IT_ACTS_UP, tags)
    if not (fails or acts_up):
        return set()
    named = {"REPAIR_IAQ"} if "iaq_on_machine" in heard else {tag for topic, tag in _TOPICS.items() if topic in heard}
    return named - {tag for hint, tag in _FINE.items() if hint in heard} if len(named) == 1 else set()


def _checked(heard: Heard, tags: Collection[str]) -> set[str]:
    """A wish to have it checked is one for a tune-up, unless something else is the matter."""
    if any(CATEGORY_OF.get(tag) in _NO_CHECK or tag.startswith("SCOPE_") for tag in tags):
        return set()
    found = {tag for check, tag in _CHECKS.items() if check in heard}
    named = {tag for topic, tag in _UPKEEP.items() if topic in heard}
    return found or (named if "upkeep_wish" in heard and len(named) == 1 else set())


def _any(wanted: Collection[str], among: Collection[str]) -> bool:
    return any(name in among for name in wanted)
