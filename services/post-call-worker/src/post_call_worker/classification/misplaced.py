"""Pure. The tags that do not stand beside others, though the caller's words seem to give them."""

from __future__ import annotations

from collections.abc import Collection

from post_call_worker.classification.derived import (
    HEAT_PUMPS_DO,
    HEAT_PUMPS_SIDES,
    NO_COOLING,
    NO_HEAT,
    STRANGERS,
    TOPICS,
    TROUBLE,
    all_of,
    any_of,
    is_dead,
    machine_named,
)
from post_call_worker.classification.tagging import Heard
from post_call_worker.classification.taxonomy import EVACUATE, TAXONOMY

_SIGNS_OF_TROUBLE = frozenset(tag for tag in TAXONOMY["SERVICE_TYPE"] if tag.startswith("DIAGNOSTIC_"))
_NO_HOMES = ("COMMERCIAL_LEAD", "RENTAL_PROPERTY")
_LIVES = frozenset({"live", "lives", "lived", "living", "moved", "home", "house", "condo", "townhouse"})
_NOT_THERE = ("i will", "we will", "i am", "we are", "nobody is", "no one is", "nobody will", "no one will")
_STILL_WORKS = frozenset({"hardly", "barely", "some", "bit", "little"})
"""Words of what still works, if poorly."""
_TRADESMEN = frozenset({"JOB_APPLICANT", "COMPETITOR_INTEL", "VENDOR_SALES"})
"""One whose own machine fails is a customer."""
_NOT_ON_FILE = STRANGERS - {"WRONG_NUMBER"}
"""A caller with a file is none of these, whatever the words seem to say."""
_NO_REPAIRS = ("SEASONAL_CUSTOMER", "DUCT_CLEANING")
_NOT_OF_STRANGERS = frozenset(
    {tag for tag in TAXONOMY["SERVICE_TYPE"] if not tag.startswith("REPAIR_")}
    | {*TAXONOMY["REVENUE"], "COMMERCIAL_ACCT", "COMMERCIAL_NEW", "WARRANTY_CUSTOMER"}
    | {"CALLBACK_RISK", "REVIEW_THREAT", "COMPETITOR_MENTION", "COMPLAINT_PRICE", "ESCALATION_REQ", "ACCESS_RESTRICT"}
    | {"NEEDS_APPROVAL"}
    | {"PARTS_DELAY", "UTILITY_SHUTOFF", "ROOF_EQUIP", "PET_SECURE", "MEDICAL_NEED", "POWER_OUTAGE", "MULTIUNIT_COORD"}
)
_INSTEAD = {
    "ACTIVE_FLOODING": ("CONDENSATE_CLOG",),
    "COMPLAINT_NOFIX": ("WARRANTY_CUSTOMER",),
    "COMPETITOR_INTEL": ("VENDOR_SALES",),
    "INSTALL_ADDON": ("REPAIR_AC", "REPAIR_HEATING"),
    "INSTALL_NEWCONSTRUCTION": (
        *("INSTALL_REPLACEMENT", "INSTALL_ADDON", "OWNER_OCCUPIED"),
        *("REPAIR_AC", "REPAIR_HEATING"),
    ),
    "INSURANCE_CLAIM": ("REPAIR_AC", "REPAIR_HEATING", "CONDENSATE_CLOG"),
    "JOB_APPLICANT": ("COMPETITOR_INTEL",),
    "MANUFACTURER_REP": ("COMPETITOR_INTEL", "VENDOR_SALES"),
    "MEDIA_PRESS": ("REPAIR_AC", "REPAIR_HEATING"),
    "PROPERTY_MANAGER": ("RENTAL_PROPERTY", "MULTI_PROPERTY"),
    "REALTOR_INQUIRY": ("VENDOR_SALES", "WARRANTY_CLAIM"),
    "REFRIGERANT_LEAK": ("DIAGNOSTIC_SMELL",),
    "REPAIR_DUCTWORK": ("REPAIR_AC", "REPAIR_HEATING", "DIAGNOSTIC_NOISE"),
    "REPAIR_IAQ": ("INSTALL_ADDON", "REPAIR_AC", "REPAIR_HEATING", "CONDENSATE_CLOG"),
    "SERVICE_PLAN": ("WARRANTY_CLAIM",),
    "SPAM_TELEMARKETING": ("VENDOR_SALES",),
    "TUNEUP_AC": ("WARRANTY_CLAIM",),
    "TUNEUP_HEATING": ("WARRANTY_CLAIM",),
}
"""A tag, and what the same words seem to say besides."""
_ONE_BANG = frozenset({"bang", "boom", "pop", "popped", "thud", "thump", "clunk", "crack"})
_CLICKS = frozenset({"click", "clicks", "clicking", "chattering"})
_HUMS = frozenset({"hum", "hums", "humming", "buzz", "buzzing"})
"""Sounds of a dead machine that tries to start: they are no complaint of their own, unless somebody listens to them."""
_HISSES = frozenset({"hiss", "hissing", "fizz", "fizzing"})
_OUTSIDE = frozenset({"outdoor", "outside"})
_HEATS = frozenset({"furnace", "heat", "heater", "heating", "boiler", "pilot", "igniter", "burner", "burners"})
_WET = frozenset({"water", "drip", "drips", "dripping", "pan", "drain", "puddle", "wet", "floor", "ceiling"})
_ASKS = ("HOT_LEAD", "asks_bid", "asks_figure")
_BUYS = ("asks_cost", "asks_bid", "ready_to_buy", "new_one_wish")
_WAITS = ("no_rush", "only_looks")
_BOUGHT = ("INSTALL_UPGRADE", "wants_mini_split")
"""Of what is only added, what is bought like a system."""
_WHOLE = ("full ", "complete ", "whole ")
_PUT_DOWN = frozenset({"deposit", "down"})
"""Asked back, it was for a machine that is not wanted any more."""
_NO_AIR = frozenset({"nothing", "no", "not"})
_DRY = frozenset({"kill", "kills", "dry", "static", "nosebleeds", "bleeds", "humid", "humidity", "muggy", "clammy"})


def misplaced(heard: Heard, tags: Collection[str]) -> set[str]:
    """Those of the tags that are only seemingly meant."""
    wrong = set[str]().union(*(rule(heard, tags) for rule in _RULES))
    if " own" in heard.standing.get("MULTI_PROPERTY", ""):
        wrong = (wrong - {"MULTI_PROPERTY", "RENTAL_PROPERTY"}) | {"PROPERTY_MANAGER"}
    return wrong & set(tags)


def _of_strangers(heard: Heard, tags: Collection[str]) -> set[str]:
    """What a stranger owns; and strangers, where a customer speaks."""
    buys = any_of(("EXISTING_CUSTOMER", "ready_to_buy"), {*heard.standing, *tags})
    customer = buys or any(tag.startswith(TROUBLE) for tag in tags)
    none = _NOT_ON_FILE if "EXISTING_CUSTOMER" in tags else frozenset[str]()
    none |= _TRADESMEN if customer else frozenset()
    strangers = STRANGERS - none - ({"UTILITY_COMPANY"} if "paid_more" in heard else set())
    return {*none, *(_NOT_OF_STRANGERS if any_of(strangers, tags) else ())}


def _of_repairs(heard: Heard, tags: Collection[str]) -> set[str]:
    """Repairs that another tag speaks of: of a heat pump, now and then, poorly, by somebody else's word."""
    wrong = set[str]()
    if "REPAIR_HEATPUMP" in tags:
        wrong.update(("REPAIR_AC",) if _OUTSIDE & {*heard.standing.get("REPAIR_AC", "").split()} else ())
        wrong.update(TOPICS[about] for about in HEAT_PUMPS_SIDES if not machine_named(heard, about))
    if "DIAGNOSTIC_INTERMITTENT" in tags and "down_now" not in heard:
        wrong.update(HEAT_PUMPS_DO)
    if "SECONDOPINION" in tags and "not_heating_or_cooling" not in heard:
        wrong.update((*HEAT_PUMPS_DO, "REPAIR_HEATPUMP", "REPAIR_DUCTWORK"))
    if heard.standing.get("REPAIR_AC", "").startswith(("it ", "blow")) and "about_heating" in heard:
        wrong.update(("REPAIR_AC",) if "about_cooling" not in heard else ())
    if "DIAGNOSTIC_PERFORMANCE" in tags:
        wrong.update(tag for tag in HEAT_PUMPS_DO if not _STILL_WORKS.isdisjoint(heard.standing.get(tag, "").split()))
    if any_of(_SIGNS_OF_TROUBLE, tags):
        wrong.update(tag for tag in HEAT_PUMPS_DO if heard.standing.get(tag, "").startswith("look at "))
    if "ZONING_INTEREST" in tags and not any_of(("it_fails", "dead_system"), heard.standing):
        wrong.update(tag for tag in HEAT_PUMPS_DO if tag not in heard)
    return wrong


def _in_passing(heard: Heard, tags: Collection[str]) -> set[str]:
    """What is the matter with some other thing, to be looked at on a visit for upkeep."""
    upkeep = any(tag.startswith("TUNEUP_") for tag in tags) and not any_of(TOPICS.values(), tags)
    return {"DIAGNOSTIC_NOISE", "DIAGNOSTIC_SMELL"} if upkeep and "passing_thing" in heard else set()


def _of_dangers(heard: Heard, tags: Collection[str]) -> set[str]:
    """The noise or the smell that a danger makes; what was shut off because of it; what leaks."""
    wrong = set[str]()
    wavering = heard.standing.get("DIAGNOSTIC_INTERMITTENT", "")
    if wavering.startswith("com") and any_of(("DIAGNOSTIC_SMELL", "DIAGNOSTIC_NOISE"), tags):
        wrong.add("DIAGNOSTIC_INTERMITTENT")
    if any_of(EVACUATE, tags):
        told = {word for tag in HEAT_PUMPS_DO for word in heard.standing.get(tag, "").split()}
        shut_off = "breaker_trips" in heard and not any_of(("not", "no", "quit", "dead", "died"), told)
        wrong.update(_SIGNS_OF_TROUBLE, NO_HEAT + NO_COOLING if shut_off else ())
    if "ELECTRICAL_FIRE" in tags:
        wrong.add("UTILITY_SHUTOFF")
    leaks = heard.standing.get("CONDENSATE_CLOG", "").split()
    if "REFRIGERANT_LEAK" in tags and any_of(_HISSES, heard.standing.get("DIAGNOSTIC_NOISE", "").split()):
        wrong.add("DIAGNOSTIC_NOISE")
    if "REFRIGERANT_LEAK" in tags and any(word.startswith("leak") for word in leaks) and _WET.isdisjoint(leaks):
        wrong.add("CONDENSATE_CLOG")
    return wrong


def _said_instead(heard: Heard, tags: Collection[str]) -> set[str]:
    """What the words of another tag seem to say."""
    theirs = _is_their_repair(heard, tags)
    wrong = set[str]() if theirs else {"COMPLAINT_NOFIX"}
    for tag in _INSTEAD.keys() & tags:
        if tag != "COMPLAINT_NOFIX" or theirs:
            wrong.update(_INSTEAD[tag])
    if "REPAIR_IAQ" in tags and any_of(_HEATS, heard.standing.get("REPAIR_HEATING", "").split()):
        wrong.discard("REPAIR_HEATING")
    return wrong


def _no_complaint_of_its_own(heard: Heard, tags: Collection[str]) -> set[str]:
    """What comes with a failure: a bang when the machine died, no air from a dead one, a dry house."""
    if not any(tag.startswith("REPAIR_") for tag in tags):
        return set()
    told = {tag: frozenset(words.split()) for tag, words in heard.standing.items()}
    dead, none = is_dead(heard), frozenset[str]()
    noise = told.get("DIAGNOSTIC_NOISE", none)
    claims = {
        "DIAGNOSTIC_NOISE": "works_fine" not in heard and (noise & _ONE_BANG or _is_of_dead(heard, tags, noise)),
        "DIAGNOSTIC_AIRFLOW": dead and "REPAIR_DUCTWORK" not in tags and told.get("DIAGNOSTIC_AIRFLOW", none) & _NO_AIR,
        "IAQ_UPSELL": "REPAIR_IAQ" in tags and ("IAQ_UPSELL" not in heard or told["IAQ_UPSELL"] & _DRY),
        "ZONING_INTEREST": dead,
        "INSTALL_ADDON": "REPAIR_THERMOSTAT" in tags
        and ("REPAIR_THERMOSTAT" in heard or "INSTALL_ADDON" not in heard)
        and "thermostat" in heard.standing.get("about_addon", ""),
    }
    return {tag for tag, holds in claims.items() if holds}


def _is_of_dead(heard: Heard, tags: Collection[str], noise: Collection[str]) -> bool:
    """Whether that is only the sound that a dead machine makes."""
    if not any_of(NO_HEAT + NO_COOLING, tags):
        return False
    listens = any_of(("hears_hum", "REPAIR_HEATPUMP", "came_back_hint"), {*tags, *heard.standing})
    return any_of(_CLICKS, noise) or (any_of(_HUMS, noise) and not listens)


def _not_bought(heard: Heard, tags: Collection[str]) -> set[str]:
    """What others quoted or nobody hurries to buy, what is only added, the plan of one who has (or asks for) one."""
    old = heard.standing.get("INSTALL_REPLACEMENT", "")
    wrong = set[str]()
    if "SECONDOPINION" in tags and "quoted" not in old and not any_of(_BUYS, heard.standing):
        wrong.update(("INSTALL_REPLACEMENT", "HOT_LEAD"))
    only_bigger = not old or " ton " in f" {old} " or old.startswith(_WHOLE)
    only_added = "INSTALL_ADDON" in tags and "install" in old
    if ("INSTALL_UPGRADE" in tags and only_bigger and "in_its_place" not in heard) or only_added:
        wrong.add("INSTALL_REPLACEMENT")
    if only_added and not any_of(_BOUGHT, {*heard.standing, *tags}):
        wrong.add("HOT_LEAD")
    if "INSTALL_UPGRADE" in tags and any_of(_WAITS, heard.standing) and not any_of(_ASKS, heard.standing):
        wrong.add("HOT_LEAD")
    if _PUT_DOWN & {*heard.standing.get("REFUND_REQ", "").split()}:
        wrong.update(("INSTALL_REPLACEMENT", "HOT_LEAD"))
    if {"VIP_ACCOUNT", "SERVICE_PLAN"} <= {*tags}:
        wrong.add("VIP_ACCOUNT" if "plan_wish" in heard else "SERVICE_PLAN")
    return wrong


def _is_their_repair(heard: Heard, tags: Collection[str]) -> bool:
    """Whether a repair of the business's own did not hold: no part that is awaited, nothing that was installed new
    and under warranty, and no upkeep; somebody who has no file has to say whose work it was.
    """
    told = "COMPLAINT_NOFIX" in heard
    if not told and (any_of(_NO_REPAIRS, tags) or ("PARTS_DELAY" in tags and "somebody_mended_it" not in heard)):
        return False
    if all_of(("RECENT_INSTALL", "WARRANTY_CUSTOMER"), tags):
        return False
    said = f"{heard.standing.get('COMPLAINT_NOFIX', '')} {heard.standing.get('you_worked_on_it', '')}".split()
    return "EXISTING_CUSTOMER" in tags or any_of(("you", "your", "fix", "fixed"), said)


def _not_theirs(heard: Heard, tags: Collection[str]) -> set[str]:
    """What is no home of the owner's."""
    wrong = set[str]()
    if any_of(_NO_HOMES, tags) and _LIVES.isdisjoint(heard.standing.get("OWNER_OCCUPIED", "").split()):
        wrong.add("OWNER_OCCUPIED")
    return wrong


def _seen_to(heard: Heard, tags: Collection[str]) -> set[str]:
    """What is no matter because somebody or something else lets the technician in: "I won't be there"."""
    away = {tag for tag in ("LOCKBOX", "ACCESS_RESTRICT") if heard.standing.get(tag, "").startswith(_NOT_THERE)}
    return away & ({"LOCKBOX"} if "TENANT_COORD" in tags else {"ACCESS_RESTRICT"} if "LOCKBOX" in tags else set())


_RULES = (
    *(_of_strangers, _of_repairs, _in_passing, _of_dangers, _said_instead),
    *(_no_complaint_of_its_own, _not_bought, _not_theirs, _seen_to),
)
