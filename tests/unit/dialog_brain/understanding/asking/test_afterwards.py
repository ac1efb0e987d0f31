"""What a turn after the last question comes to."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dialog_brain.understanding.asking.afterwards import heard_afterwards
from dialog_brain.understanding.language.words import hear
from dialog_brain.understanding.understand import understand_afterwards

NOW = datetime(2026, 2, 23, 10, 0, tzinfo=ZoneInfo("America/Chicago"))
SAID = {
    "enough": [
        "nope that's everything",
        "no we're good thanks",
        "I don't need anything else today",
        "no questions",
        "that is all for now thank you so much",
    ],
    "yes": ["yes", "yes please", "yeah there is"],
    "undo": [
        "please don't send anybody",
        "could someone come sooner",
        "I've changed my mind",
        "that time is too early for us",
        "put it under my husband's name",
        "the house number is wrong",
        "I thought it was ten",
        "I thought you said Wednesday",
        "did you say nine I thought we said ten",
        "is there a later slot that day",
        "have Maria call me",
        "forget about it",
        "it doesn't work for me after all",
    ],
    "again": ["what address did you write down", "did you get my name right", "what's the day"],
    "more": [
        "oh, one last question",
        "wait",
        "hang on a second please",
        "no wait",
        "I forgot to tell you something",
        "actually",
        "before we hang up",
    ],
    "asked": ["who's coming out", "do I have to be home", "oh and will he bring the parts"],
    None: ["the side door is open", "great talking to you", "perfect", "one more thing, the gate code is 88", "okay"],
}


@pytest.mark.parametrize(("said", "meant"), [(said, meant) for meant, turns in SAID.items() for said in turns])
def test_a_turn_after_the_last_question_comes_to_what_the_caller_wants(said: str, meant: str | None) -> None:
    assert heard_afterwards(hear(said)) == meant


def test_it_is_told_beside_all_else_that_is_understood() -> None:
    heard = understand_afterwards("wait, what does the visit cost", NOW)

    assert (heard.question, heard.afterwards) == ("fee", "asked")
