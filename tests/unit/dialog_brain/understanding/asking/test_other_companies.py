"""Callers whom another company let down."""

from __future__ import annotations

import pytest

from dialog_brain.understanding.asking.follow_ups import follows_up
from dialog_brain.understanding.asking.other_companies import is_of_another_company
from dialog_brain.understanding.asking.own_visits import heard_own_visit
from dialog_brain.understanding.language.words import hear


@pytest.mark.parametrize(
    "says",
    [
        "my AC is out I called another company and nobody called me back",
        "my AC is out the other company never showed up",
        "my AC is out and the guy I hired never showed up",
        "the last company never called me back",
        "my regular guy never called me back",
        "my home warranty company never called me back",
        "we found somebody but they never showed up",
        "I called somebody else first but they never called me back",
    ],
)
def test_what_another_company_promised_is_neither_a_visit_of_ours_nor_asked_after(says: str) -> None:
    assert is_of_another_company(hear(says))
    assert heard_own_visit(hear(says)) is None
    assert not follows_up(hear(says), opening=True)


@pytest.mark.parametrize(
    "says",
    [
        "I called yesterday and nobody called me back",
        "your guy never showed up",
        "I had somebody scheduled for this morning and nobody showed up",
        "you told me somebody else would call me back",
        "the other guy you sent never came back",
    ],
)
def test_what_we_promised_is_ours(says: str) -> None:
    assert not is_of_another_company(hear(says))
