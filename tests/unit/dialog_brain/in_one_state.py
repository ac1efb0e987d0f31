"""Pure. Calls that begin in a state of the flow, for tests of one row."""

from __future__ import annotations

from typing import Any

from calllock.contracts.business import BusinessProfile
from dialog_brain.flow.outputs import outputs_of
from dialog_brain.flow.plan import Plan, enter
from dialog_brain.flow.rows import Flow
from dialog_brain.rehearsal import Rehearsal
from dialog_brain.script import Script
from dialog_brain.understanding.people_and_places.names import valid_name
from dialog_brain.understanding.people_and_places.zip_codes import valid_zip


def in_state(flow: Flow, profile: BusinessProfile, state: str, script: Script | None = None, **slots: Any) -> Rehearsal:
    """A call that has just entered `state` with these slots filled by the caller."""
    for slot, valid in (("customer_name", valid_name), ("zip_code", valid_zip)):
        if slot in slots:
            slots[slot] = valid(slots[slot])
    played = Rehearsal(flow, script or Script(name=f"in {state}"), profile)
    call = played.call.fill("said", **slots)._replace(state="", question="", prompt=played.call.prompt)
    event = played.log[0]
    decision = outputs_of(flow, call, event, enter(flow, Plan(call), state, f"put into {state}"))
    played.call, played.log = decision.call, []
    played.follow(decision)
    return played
