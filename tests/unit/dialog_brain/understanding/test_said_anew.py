"""Where a turn says a value anew that it has said before."""

from __future__ import annotations

import pytest

from dialog_brain.understanding.language.words import hear
from dialog_brain.understanding.said_anew import said_anew


@pytest.mark.parametrize(
    ("says", "anew"),
    [
        ("nine is a little early make it ten thirty", "make it ten thirty"),
        ("nine's kind of late, move it to eight", "move it to eight"),
        ("did you say nine I thought we said ten", "i thought we said ten"),
        ("wait, do you have Oak Street? it's Oak Court", "it is oak court"),
        ("oh I thought it was going to be ten", "ten"),
        ("I thought you said Oak Court", "oak court"),
        ("did you put Leigh the name is Lee", "the name is lee"),
    ],
)
def test_what_was_quoted_or_refused_gives_way_to_what_follows(says: str, anew: str) -> None:
    speech = hear(says)

    assert " ".join(speech.words[said_anew(speech) :]) == anew


@pytest.mark.parametrize(
    "says",
    [
        "did you say nine",
        "nine is a little early",
        "make it ten",
        "I thought so",
        "I thought it was ten but that's fine, go ahead",
        "tomorrow make it ten",
        "Friday at nine is a little early make it ten",  # which keeps its day
        "",
    ],
)
def test_else_all_of_the_turn_counts(says: str) -> None:
    assert said_anew(hear(says)) == 0
