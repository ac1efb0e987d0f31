"""By which words the worker knows that a caller was told what to do, and that the receptionist says them."""

from __future__ import annotations

import re

import pytest

from dialog_brain.flow.lines import LINES
from post_call_worker.vocabulary import telling_words


@pytest.mark.parametrize(
    ("line", "hazard"),
    [
        ("emergency", "GAS_LEAK"),
        ("emergency_again", "GAS_LEAK"),
        ("emergency_there", "CO_EVENT"),
        ("emergency_there_again", "UNSPECIFIED"),
        ("medical", "HEALTH_RISK"),
        ("medical_again", "HEALTH_RISK"),
        ("alerting", "ACTIVE_FLOODING"),
        ("team_will_call", "ACTIVE_FLOODING"),
        ("booked_alerting", "ACTIVE_FLOODING"),
    ],
)
def test_the_instruction_has_the_words_by_which_it_is_known(line: str, hazard: str) -> None:
    words = re.findall(r"\w+", " ".join(LINES[line]).lower())
    assert set(telling_words(hazard)) <= set(words)


@pytest.mark.parametrize("line", ["medical", "medical_again", "recheck", "safety", "safety_again", "will_call"])
def test_other_lines_do_not_tell_anybody_to_leave(line: str) -> None:
    words = re.findall(r"\w+", " ".join(LINES[line]).lower())
    assert not set(telling_words("GAS_LEAK")) <= set(words)
