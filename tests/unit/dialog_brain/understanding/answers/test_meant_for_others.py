"""Whether a yes is said to somebody else in the room."""

from __future__ import annotations

import pytest

from dialog_brain.understanding.answers.meant_for_others import behind_dear, told_others
from dialog_brain.understanding.language.words import hear


@pytest.mark.parametrize(
    "says",
    ["yes it's the AC people", "yeah come in it's open", "okay I'm on the phone", "yes mommy's talking", "yes mom"],
)
def test_some_things_are_never_said_to_us(says: str) -> None:
    assert told_others(hear(says))


@pytest.mark.parametrize("says", ["yes", "yes honey", "yes come in the morning", "yes mom will be home", "my mom"])
def test_what_may_be_said_to_us_is_for_us(says: str) -> None:
    assert not told_others(hear(says))


def test_what_follows_a_dear_may_be_for_somebody_else() -> None:
    assert behind_dear(hear("yes sweetie I'll be right there")) == hear("I'll be right there")
    assert behind_dear(hear("yes honey book it")) is None
    assert behind_dear(hear("yes honey")) is None
    assert behind_dear(hear("honey is that okay")) is None
