"""Parts that burnt out, and what still burns."""

from __future__ import annotations

import pytest

from dialog_brain.understanding.danger.broken_parts import is_broken_part
from dialog_brain.understanding.language.words import hear


@pytest.mark.parametrize(
    ("says", "broken"),
    [
        ("the fan motor burnt out", True),
        ("my blower motor is burnt up", True),
        ("the fan motor is burnt up and smoking", False),
        ("the motor burnt out and now I smell burning", False),
        ("the breaker board is burnt out", False),
        ("the motor is burnt", False),
    ],
)
def test_a_part_that_burnt_out_is_broken_unless_something_still_burns(says: str, broken: bool) -> None:
    speech = hear(says)
    place = speech.words.index("burnt")
    assert is_broken_part(speech, 0, place + 1) is broken
