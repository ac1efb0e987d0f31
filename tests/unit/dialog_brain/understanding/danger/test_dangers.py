"""Pure. Dangers in strangers' words are heard, and what only sounds like one is not."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from dialog_brain.understanding.understand import understand
from tests.dangers import dangers

NOW = datetime(2026, 2, 23, 10, 0, tzinfo=ZoneInfo("America/Chicago"))
_SENDS_OUT = ("GAS_LEAK", "CO_EVENT", "ELECTRICAL_FIRE")


def test_every_danger_is_heard_but_for_those_that_are_marked() -> None:
    assert [call.says for call in dangers() if _is_heard(call.says) != call.expected("brain")] == []


def _is_heard(says: tuple[str, ...]) -> bool:
    first, *rest = says
    hazards = (understand(first, "open", NOW).hazard, *(understand(turn, "any", NOW).hazard for turn in rest))
    return any(hazard in _SENDS_OUT for hazard in hazards)
