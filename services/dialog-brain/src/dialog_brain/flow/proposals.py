"""Pure. What a language model pointed at in a turn, read by our own grammars into slots that are still empty.

It comes after the turn was decided. It fills in; it never says anything, moves nothing and changes no value.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from calllock.contracts.commands import Expected
from calllock.contracts.events import FieldsProposed, Quoted
from dialog_brain.flow.call import Call
from dialog_brain.flow.checked_values import moved_to
from dialog_brain.flow.plan import Plan
from dialog_brain.flow.wished_times import wish
from dialog_brain.understanding.people_and_places.addresses import valid_address
from dialog_brain.understanding.people_and_places.names import valid_name
from dialog_brain.understanding.understand import understand
from dialog_brain.understanding.understood import Understood

BEFORE_CONSENT = frozenset({"welcome", "lookup", "safety", "service_area", "discovery", "confirm"})
"""The states in which something may be proposed."""

_SLOTS: Mapping[Quoted, str] = {
    "name": "customer_name",
    "problem": "problem_description",
    "address": "service_address",
    "time": "preferred_time",
}


def missing(call: Call) -> frozenset[Quoted]:
    """What a proposal could still fill."""
    if call.state not in BEFORE_CONSENT or call.slots.caller_confirmed or call.over:
        return frozenset()
    return frozenset(kind for kind, slot in _SLOTS.items() if not getattr(call.slots, slot))


def proposed(call: Call, event: FieldsProposed) -> Plan:
    """The call with the quotes filled in that our grammars can read."""
    if event.turn != call.turn:
        return Plan(call, ignored=f"proposed for turn {event.turn}, after a later one")
    filled = call
    for kind in _SLOTS:
        if kind in event.quotes and kind in missing(call):
            heard = understand(event.quotes[kind], _ASKED[kind], call.now, call.profile.keyterms)
            filled = _FILL[kind](filled, heard)
    names = ", ".join(sorted(filled.slots.changes_since(call.slots)))
    if not names:
        return Plan(call, ignored="nothing was proposed that is missing and can be read")
    return Plan(filled, rule=f"{call.state}: read from a proposal: {names}")


def _name(call: Call, heard: Understood) -> Call:
    name = valid_name(heard.name)
    return call.fill("extracted", customer_name=name) if name else call


def _problem(call: Call, heard: Understood) -> Call:
    return call.fill("extracted", problem_description=heard.problem) if heard.problem else call


def _address(call: Call, heard: Understood) -> Call:
    address = valid_address(heard.address)
    return moved_to(call, "extracted", address) if address else call


def _time(call: Call, heard: Understood) -> Call:
    if heard.when is None:
        return call
    wished = wish(call, heard.when)
    slots = wished.slots
    return wished.fill("extracted", preferred_time=slots.preferred_time, requested_at=slots.requested_at)


_ASKED: Mapping[Quoted, Expected] = {"name": "name", "problem": "problem", "address": "address", "time": "time"}
_FILL: Mapping[Quoted, Callable[[Call, Understood], Call]] = {
    "name": _name,
    "problem": _problem,
    "address": _address,
    "time": _time,
}
