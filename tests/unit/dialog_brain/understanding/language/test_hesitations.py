"""What is no word is left out of an answer, and what only sounds like none stays."""

from __future__ import annotations

import pytest

from dialog_brain.understanding.language.hesitations import fluent
from dialog_brain.understanding.language.words import hear


@pytest.mark.parametrize(
    ("says", "left"),
    [
        ("um, uh, yes", "yes"),
        ("oh no no problem", "no problem"),
        ("don't don't book it", "do not book it"),
        ("that's that's fine", "that is fine"),
        ("uh uh-huh", "uh huh"),
        ("uh-uh", "uh uh"),
        ("mm-mm", "mm mm"),
        ("yesss", "yes"),
        ("nooo", "no"),
        ("yeah", "yeah"),
        ("um", "um"),
    ],
)
def test_hesitations_and_stutters_go_and_answers_stay(says: str, left: str) -> None:
    assert " ".join(fluent(hear(says)).words) == left


def test_a_pause_for_a_hesitation_ends_no_sentence() -> None:
    assert fluent(hear("it's, uh, blowing hot air")).stops == ("", "", "", "", "")
    assert fluent(hear("no, um. It's fine")).stops[0] == "."
