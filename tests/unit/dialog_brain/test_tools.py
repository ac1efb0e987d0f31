"""The limits of the four requests."""

from __future__ import annotations

from typing import get_args

import pytest

from calllock.contracts.events import ToolName
from dialog_brain.flow.receptionist import RECEPTIONIST
from dialog_brain.flow.rows import Do, End
from dialog_brain.tools import TOOLS


def test_every_request_that_the_flow_makes_has_a_place_and_limits() -> None:
    used = {row.tool for row in RECEPTIONIST.rows if isinstance(row, Do)}
    used |= {tool for row in RECEPTIONIST.rows if isinstance(row, End) for end in row.endings for tool in end.tools}
    assert used == set(TOOLS) == set(get_args(ToolName))


@pytest.mark.parametrize("tool", ["book_service", "create_callback", "send_sales_lead_alert"])
def test_the_caller_is_told_before_the_limit_that_it_takes_long(tool: ToolName) -> None:
    assert TOOLS[tool].slow_after_s < TOOLS[tool].answers_within_s


def test_a_caller_waits_two_seconds_for_a_lookup_at_most() -> None:
    assert TOOLS["lookup_caller"].waited_for_s <= 2.0 < TOOLS["lookup_caller"].answers_within_s
