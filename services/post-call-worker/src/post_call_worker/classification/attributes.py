"""Pure. Who calls, what for, about which equipment: from the signals, the tags and the slots."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from post_call_worker.classification.numbers import number_of
from post_call_worker.classification.tagging import Heard
from post_call_worker.classification.wording import sentences_of
from post_call_worker.dashboard import AgeBracket, CallerType, Intent, PropertyType, SystemStatus, WorkType

_SELLERS = frozenset({"VENDOR_SALES", "SPAM_TELEMARKETING", "PARTS_SUPPLIER", "MANUFACTURER_REP", "COMPETITOR_INTEL"})
_COMMERCIAL = frozenset({"COMMERCIAL_ACCT", "COMMERCIAL_LEAD", "COMMERCIAL_NEW"})
_UPKEEP = frozenset({"TUNEUP_AC", "TUNEUP_HEATING", "DUCT_CLEANING", "FILTER_SERVICE", "SEASONAL_PREP"})
_ACTIVE = frozenset({"COMPLAINT_NOFIX", "CALLBACK_RISK", "PARTS_DELAY", "WARRANTY_CLAIM", "COMPLAINT_SERVICE"})
_LIVID = frozenset({"REVIEW_THREAT", "LEGAL_MENTION", "LOST_CUSTOMER"})
_CROSS = frozenset({"COMPLAINT_PRICE", "COMPLAINT_SERVICE", "COMPLAINT_NOFIX", "ESCALATION_REQ", "REFUND_REQ"})

_EQUIPMENT = (
    ("heat pump", r"heat-?pumps?|geothermal"),
    ("mini split", r"mini[ -]splits?"),
    ("water heater", r"water heaters?"),
    ("furnace", r"furnaces?"),
    ("boiler", r"boilers?"),
    ("air handler", r"air handlers?"),
    ("thermostat", r"thermostats?"),
    ("air conditioner", r"ac|acs|air condition\w*|central air|condensers?|compressors?|cooling"),
    ("heater", r"heaters?|heating|heat"),
    ("ductwork", r"ducts?|ductwork"),
)
_YEARS = r"[\w-]+"
_AGE = re.compile(
    r"(?:(?:it|system|unit|ac|furnace|heater|boiler|pump|conditioner|equipment|thing|split|one|compressor|handler)"
    r" (?:(?:is|are|must|be|probably|about|around|like|almost|over|maybe|nearly|only|at|least|now|already|has|been)"
    rf" )*(?P<a>{_YEARS}) years? old"
    rf"|(?P<b>{_YEARS})[ -]years?[ -]old (?:\w+ )?"
    r"(?:system|unit|ac|furnace|heater|boiler|heat-pump|air conditioner|mini)"
    rf"|(?:installed|put in|replaced|bought) (?:\w+ ){{0,3}}(?P<c>{_YEARS}) years ago)"
)
_DURATION = re.compile(
    r" ((?:for|about|over|the last|past) (?:(?:the|about|past|last|a|an|couple|of|few|almost|over|two|three|four|five"
    r"|six|seven|ten|\d+) )*(?:minutes?|hours?|days?|weeks?|months?|years?)"
    r"|since (?:(?:last|this|early|about|the|yesterday) )*(?:\w+)"
    r"|(?:(?:a|an|couple|of|few|two|three|four|five|six|seven|ten|\d+) )+(?:hours?|days?|weeks?|months?) ago"
    r"|(?:yesterday|last night|this morning|last week|this week|all day|all week|overnight|all night)) "
)

_APPOINTMENT = re.compile(
    r" (?:(?:can|could|would|will|when|appointment|available|availability|schedule|book|works?|works best|prefer|free"
    r"|sometime|anytime) |(?:come|coming|here) (?:out |by )?(?:this|sometime|any))"
)
"""In such a sentence a stretch of time is when somebody is to come."""


def caller_type(fields: Mapping[str, Any], heard: Heard, tags: frozenset[str]) -> CallerType:
    """Evidence of service wins over signs of a sale."""
    service = any(tag.startswith(("REPAIR_", "DIAGNOSTIC_", "TUNEUP_", "INSTALL_")) for tag in tags)
    booked = fields.get("booking_confirmed") is True
    if fields.get("callback_type") == "vendor" or (tags & _SELLERS and not service and not booked):
        return "vendor"
    if fields.get("callback_type") == "applicant" or ("JOB_APPLICANT" in tags and not service):
        return "recruiting"
    if tags & _COMMERCIAL or "commercial_place" in heard:
        return "commercial"
    if "WRONG_NUMBER" in tags or not (heard.standing or fields.get("problem_description") or booked):
        return "unknown"
    return "residential"


def primary_intent(fields: Mapping[str, Any], heard: Heard, tags: frozenset[str], caller: CallerType) -> Intent:
    """What the caller wants of the business."""
    kind = fields.get("callback_type")
    if caller in ("vendor", "recruiting"):
        return "solicitation"
    if kind == "billing" or "REFUND_REQ" in tags or ("billing" in heard and "any_repair" not in heard):
        return "admin_billing"
    if fields.get("booking_attempted") is True and not tags & _ACTIVE:
        return "booking_request"
    if kind in ("manage_booking", "follow_up", "warranty") or tags & _ACTIVE or "appointment_matter" in heard:
        return "active_job_issue"
    wanted = any(fields.get(slot) for slot in ("booking_confirmed", "booking_attempted", "preferred_time"))
    return "booking_request" if wanted or "schedule_wish" in heard else "new_lead"


def work_type(tags: frozenset[str], intent: Intent) -> WorkType:
    """What would be done."""
    if intent in ("admin_billing", "solicitation"):
        return "admin"
    if "HOT_LEAD" in tags or any(tag.startswith("INSTALL_") for tag in tags):
        return "install"
    if tags & _UPKEEP and not any(tag.startswith(("REPAIR_", "DIAGNOSTIC_")) for tag in tags):
        return "maintenance"
    return "service"


def property_type(heard: Heard, tags: frozenset[str]) -> PropertyType | None:
    """The kind of building, when the caller named one."""
    if "commercial_place" in heard or tags & {"COMMERCIAL_ACCT", "COMMERCIAL_LEAD"}:
        return "commercial"
    kinds: tuple[PropertyType, ...] = ("condo", "apartment", "house")
    return next((kind for kind in kinds if kind in heard), None)


def system_status(heard: Heard, tags: frozenset[str]) -> SystemStatus | None:
    """How much of it still works."""
    if "running_poorly" in heard or tags & {"DIAGNOSTIC_PERFORMANCE", "DIAGNOSTIC_AIRFLOW"}:
        return "running_but_ineffective"
    if "partly_working" in heard or tags & {"DIAGNOSTIC_INTERMITTENT", "DIAGNOSTIC_CYCLE", "ZONING_INTEREST"}:
        return "partially_working"
    return "completely_down" if "dead_system" in heard else None


def sentiment(heard: Heard, tags: frozenset[str]) -> int:
    """1 (livid) to 5 (delighted); 3 when nothing shows."""
    if tags & _LIVID or "angry" in heard:
        return 1
    if tags & _CROSS or "unhappy" in heard:
        return 2
    return 4 if "happy" in heard else 3


def equipment_type(fields: Mapping[str, Any], turns: Iterable[str]) -> str | None:
    """The slot, or the first kind of equipment in the order of the table that the caller names."""
    stated = fields.get("equipment")
    if isinstance(stated, str) and stated.strip():
        return stated.strip()
    spoken = "".join(sentence.text for turn in turns for sentence in sentences_of(turn))
    return next((name for name, words in _EQUIPMENT if re.search(rf" (?:{words}) ", spoken)), None)


def equipment_age_years(turns: Iterable[str]) -> int | None:
    """How old the equipment is by the caller's latest word on it; people's ages do not count."""
    age: int | None = None
    for turn in turns:
        for sentence in sentences_of(turn):
            for found in _AGE.finditer(sentence.text) if "year" in sentence.text else ():
                age = number_of(next(group for group in found.groups() if group)) or age
    return age


def age_bracket(years: int | None) -> AgeBracket:
    """The dashboard's bracket."""
    if years is None:
        return "unknown"
    if years < 10:
        return "under_10"
    return "10_to_15" if years <= 15 else "over_15"


def problem_duration(fields: Mapping[str, Any], turns: Iterable[str]) -> str | None:
    """The slot, or the first stretch of time that the caller gives."""
    stated = fields.get("problem_duration")
    if isinstance(stated, str) and stated.strip():
        return stated.strip()
    for turn in turns:
        for sentence in sentences_of(turn):
            found = _DURATION.search(sentence.text)
            bare = found is not None and found.group(1) == sentence.text.strip() and sentence.words[0] == "this"
            if found and not bare and not _APPOINTMENT.search(sentence.text):
                return found.group(1)
    return None
