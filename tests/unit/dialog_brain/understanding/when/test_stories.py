"""Times of what callers tell before they are asked for one."""

from __future__ import annotations

import pytest

from dialog_brain.understanding.language.clauses import Clause
from dialog_brain.understanding.language.words import hear
from dialog_brain.understanding.when.stories import is_of_a_story


@pytest.mark.parametrize(
    ("says", "told"),
    [
        ("the furnace goes off at ten", True),
        ("it shuts off around noon", True),
        ("company's coming at six", True),
        ("my flight's at six tomorrow", True),
        ("the bank closes at nine", True),
        ("it rattles every night", True),
        ("AC tune up on Friday at ten", False),
        ("the furnace goes off so can you come at ten", False),
        ("anytime after three", False),
        ("we open at eleven", False),
    ],
)
def test_what_goes_on_by_itself_is_a_story_unless_something_is_wished(says: str, told: bool) -> None:
    speech = hear(says)

    assert is_of_a_story(speech, Clause(0, len(speech.words))) is told
