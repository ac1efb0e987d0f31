"""A call told again, and where today's flow would have gone elsewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from calllock.contracts import events
from dialog_brain.flow import guards as g
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.flow.rows import Ask, Exit, Flow
from dialog_brain.rehearsal import Rehearsal, rehearse
from dialog_brain.retelling import retell
from dialog_brain.script import Line, Script
from tests.unit.dialog_brain.flow.calls import PROFILES

SAYS = ("AC is dead", "no", "78745", "Ann Lee", "12 Oak Street", "tomorrow at nine", "yes")


def played(*says: str) -> Rehearsal:
    profile = PROFILES.by_id("ace-cooling")
    assert profile is not None
    return rehearse(RECEPTIONIST, profile, Script(name="told", says=tuple(Line(says=words) for words in says)))


def told(call: Rehearsal, flow: Flow = RECEPTIONIST) -> list[str]:
    return list(retell(call.log, flow, call.profile))


def test_a_call_is_told_with_words_states_rules_and_requests() -> None:
    lines = told(played(*SAYS))
    for words in (
        "caller  AC is dead",
        "-> booking: confirm: caller agrees",
        "book_service is asked",
        "hangs up after",
    ):
        assert any(words in line for line in lines), words
    assert not [line for line in lines if line.startswith("!")]


def test_an_emergency_stands_out() -> None:
    assert any("EMERGENCY GAS_LEAK" in line for line in told(played("I smell gas")))


def test_a_flow_that_goes_elsewhere_is_told_where_and_no_further() -> None:
    never = Exit(g.always, "callback", "confirm: never books", callback="service")
    rows = tuple(
        replace(r, exits=(never,)) if isinstance(r, Ask) and r.state == "confirm" else r for r in RECEPTIONIST.rows
    )
    flow = replace(RECEPTIONIST, rows=rows)
    assert told(played(*SAYS), flow)[-1] == (
        "! today's flow would enter callback here (confirm: never books); then it was booking"
    )


@pytest.mark.parametrize("state", ["booking", "done"])
def test_a_flow_that_stops_earlier_is_told_too(state: str) -> None:
    call = played(*SAYS)
    invented = next(m for m in call.log if isinstance(m, events.StateEntered)).model_copy(update={"state": state})
    call.log.append(invented)
    assert told(call)[-1] == f"! today's flow would not enter {state}"
