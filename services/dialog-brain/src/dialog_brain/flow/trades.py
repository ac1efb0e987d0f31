"""Pure. Whether a problem is of another trade: a clogged sink, told to a business that heats and cools."""

from __future__ import annotations

from functools import lru_cache

from dialog_brain.flow.call import Call

_PLUMBED = (
    "toilet",
    "faucet",
    "sink",
    "shower",
    "garbage disposal",
    "sewer line",
    "dishwasher",
    "spigot",
    "sump pump",
)
_COOLED = (
    "AC",
    "furnace",
    "heat pump",
    "mini split",
    "thermostat",
    "condenser",
    "air handler",
    "ductwork",
    "swamp cooler",
)
_OF_BOTH = (
    "hot water",
    "water heater",
    "boiler",
    "heater",
    "drain",
    "pipe",
    "unit",
    "system",
)
"""Whoever names one of these may be right here."""
_PLUMBING = ("plumb", "drain", "sewer")
_COOLING = ("heating", "cooling", "hvac", "air condition")


def of_another_trade(call: Call) -> bool:
    """Whether all that is to be repaired is what the other trade repairs; no keyterm of the profile names it."""
    if not _is_theirs(call.problem_spoken, call.profile.trade):
        return False
    return not any(term.lower() in call.slots.problem_description.lower() for term in call.profile.keyterms)


def told_of_another_trade(call: Call) -> bool:
    """Whether the call goes to a person because of that, and the caller is told so."""
    return call.slots.callback_type == "general" and of_another_trade(call)


@lru_cache(maxsize=1024)
def _is_theirs(spoken: str, trade: str) -> bool:
    plumbs, cools = (any(word in trade.lower() for word in words) for words in (_PLUMBING, _COOLING))
    if plumbs == cools:
        return False
    ours, theirs = (_PLUMBED, _COOLED) if plumbs else (_COOLED, _PLUMBED)
    words = f" {spoken.replace(',', '')} "
    named = any(f" {machine} " in words for machine in theirs)
    return named and not any(f" {machine} " in words for machine in (*ours, *_OF_BOTH))
