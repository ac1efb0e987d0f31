"""Pure. A call in the middle of things, for tests of one module of the flow."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from calllock.contracts.events import Origin, ToolAnswered, ToolName, ToolOutcome
from calllock.runtime.profiles import load_profiles
from calllock_local.workspace import BUSINESSES
from dialog_brain.flow.call import Call
from dialog_brain.flow.printed import versioned
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.flow.rows import Ask, Flow

PROFILES = load_profiles(BUSINESSES)
AT = datetime(2026, 2, 23, 16, 0, tzinfo=UTC)
"""A Monday, ten in the morning in Austin."""


def a_call(state: str = "confirm", origin: Origin = "said", **slots: Any) -> Call:
    """A call of ACE Cooling with these slots filled."""
    profile = PROFILES.by_id("ace-cooling")
    assert profile is not None
    call = Call(sid="CA1", profile=profile, now=profile.local(AT), from_number="+15125550123", state=state)
    return call.fill(origin, **slots) if slots else call


def an_answer(tool: ToolName, outcome: ToolOutcome = "answered", /, **result: Any) -> ToolAnswered:
    """What the backend answered."""
    return ToolAnswered(
        event_id="r1:answer", call_sid="CA1", occurred_at=AT, request_id="r1", tool=tool, outcome=outcome, result=result
    )


def address_first() -> Flow:
    """A receptionist of another version: it asks for the address before the name."""
    row = RECEPTIONIST.row("discovery")
    assert isinstance(row, Ask)
    order = sorted(row.questions, key=lambda question: "name" in question.name)
    rows = tuple(replace(row, questions=tuple(order)) if one is row else one for one in RECEPTIONIST.rows)
    return versioned(replace(RECEPTIONIST, rows=rows))
