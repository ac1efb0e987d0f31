"""What takes the yes out of an answer."""

from __future__ import annotations

import pytest

from dialog_brain.understanding.answers.objections import objects, takes_after
from dialog_brain.understanding.language.words import hear


@pytest.mark.parametrize(
    "says",
    [
        "two would be tight",
        "that's the day we move",
        "that's the house we sold",
        "okay we'll see",
        "keep going",
        "yes when",
        "okay but two would be a stretch",
    ],
)
def test_an_obstacle_or_a_mere_murmur_agrees_to_nothing(says: str) -> None:
    assert objects(hear(says))


@pytest.mark.parametrize(
    "says",
    [
        "two would be great",
        "that's the day I asked for",
        "okay, see you then",
        "go on then",
        "it's tight but fine",
        "",
        "yes it's my ex's place",
        "yes, I heard you",
        "nine is early, I'll take it",
        "Wednesday is soon enough",
    ],
)
def test_what_only_sounds_like_one_leaves_the_yes(says: str) -> None:
    assert not objects(hear(says))


def test_what_takes_it_overcomes_what_was_said_before() -> None:
    assert takes_after(hear("nine is early I'll take it"), 3)
    assert not takes_after(hear("nine is early I won't take it"), 3)
