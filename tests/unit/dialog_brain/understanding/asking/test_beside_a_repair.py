"""What is wanted besides a repair, and what only sounds like it."""

from __future__ import annotations

import pytest

from dialog_brain.understanding.asking.beside_a_repair import heard_also
from dialog_brain.understanding.language.words import hear


@pytest.mark.parametrize(
    "says",
    [
        "my furnace quit and also I have a question about my last bill",
        "the AC is out, and I want to talk about my invoice",
        "my heater died and I need to pay my bill",
        "there's a mistake on the bill and my AC is leaking",
    ],
)
def test_a_bill_is_wanted_looked_at_too(says: str) -> None:
    assert heard_also(hear(says)) == "the bill"


@pytest.mark.parametrize(
    "says",
    [
        "book an AC repair for tomorrow at 10 and a furnace check for Friday at 10",
        "I need two visits, one for the AC on Monday and the furnace on Thursday",
        "schedule the water heater for Tuesday plus the AC for Wednesday",
    ],
)
def test_two_machines_with_two_days_are_two_visits(says: str) -> None:
    assert heard_also(hear(says)) == "the other visit"


@pytest.mark.parametrize(
    "says",
    [
        "my AC is out",
        "you billed me last month and it broke again",
        "I have a problem with my electric bill being so high",
        "book the AC and the furnace for Friday",
        "book the AC for Friday or Monday",
        "my AC broke on Monday and the furnace died today",
        "I have a question about my furnace",
    ],
)
def test_a_repair_alone_wants_nothing_besides(says: str) -> None:
    assert heard_also(hear(says)) is None
