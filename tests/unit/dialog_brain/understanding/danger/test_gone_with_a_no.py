"""What tells of a danger beside a no to the question for one."""

from __future__ import annotations

import pytest

from dialog_brain.understanding.danger.gone_with_a_no import may_still_be_there
from dialog_brain.understanding.language.words import hear


@pytest.mark.parametrize(
    "says", ["no, we evacuated", "no, we left", "no, the alarm quit", "no the smell went away", "no just a headache"]
)
def test_a_no_that_tells_of_a_danger_excludes_none(says: str) -> None:
    assert may_still_be_there(hear(says))


@pytest.mark.parametrize(
    "says",
    [
        "no",
        "no, we left the windows open",
        "no, the alarm didn't quit",
        "no, I turned the unit off",
        "no, the fire department came and said it's fine",
        "no, I took the batteries out of the thermostat",
    ],
)
def test_a_no_that_tells_of_something_else_stays_a_no(says: str) -> None:
    assert not may_still_be_there(hear(says))
