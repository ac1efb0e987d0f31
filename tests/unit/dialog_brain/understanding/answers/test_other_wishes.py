"""What sounds like a yes and wishes for something else."""

from __future__ import annotations

import pytest

from dialog_brain.understanding.answers.other_wishes import wishes_otherwise
from dialog_brain.understanding.language.words import hear


@pytest.mark.parametrize(
    "says",
    [
        "book me earlier",
        "put me on your waiting list",
        "sign me up for the newsletter",
        "get somebody out here sooner",
        "same technician as last time",
        "same as last time",
        "sure, but I get home at three",
        "okay, although we leave at nine",
    ],
)
def test_another_visit_or_another_hour_is_wished(says: str) -> None:
    assert wishes_otherwise(hear(says))


@pytest.mark.parametrize(
    "says",
    [
        "book me in for Tuesday",
        "put me down for the nine o'clock",
        "same address",
        "same as you said",
        "yes, same technician please",
        "I'll be home at nine",
    ],
)
def test_what_is_about_the_visit_wishes_nothing_else(says: str) -> None:
    assert not wishes_otherwise(hear(says))
