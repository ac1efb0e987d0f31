"""What is asked about the times on offer."""

from __future__ import annotations

import pytest

from dialog_brain.understanding.language.words import hear
from dialog_brain.understanding.when.offers_asked import asked_offers

SAID = {
    "others": [
        "is that the earliest",
        "what other days do you have",
        "anything before that",
        "nothing sooner",
        "is Monday the soonest",
        "what else is available",
        "it has to be before Friday",
        "it has to be before Saturday",
    ],
    "later": ["later", "anything later that day", "do you have a later one", "way too early", "a bit later on"],
    None: ["no later than nine", "that works", "Thursday would be better", "not later than noon", "okay", "no"],
}


@pytest.mark.parametrize(("said", "meant"), [(said, meant) for meant, turns in SAID.items() for said in turns])
def test_a_caller_asks_for_other_times_or_a_later_one(said: str, meant: str | None) -> None:
    assert asked_offers(hear(said)) == meant
