"""Pure. What sounds like a danger though no rule names it."""

from __future__ import annotations

import pytest

from dialog_brain.understanding.danger.second_ear import sounds_dangerous
from dialog_brain.understanding.understand import understand
from tests.unit.dialog_brain.understanding.test_understand import NOW
from tests.unit.post_call_worker.classification.labelled_calls import HELD_BACK, wanted_tags

SUSPICIOUS = [
    "the lights flicker and something behind the panel is ticking and the cover is warm",
    "the dog won't go near the water heater and keeps sneezing and my throat is scratchy",
    "everyone in the house gets sleepy when the heater's been on a while and we open the windows and it passes",
    "my tenant says the meter outside is singing and the grass around it turned brown",
]
HARMLESS = [
    "it's making a loud noise when it starts up",
    "the air conditioner is leaking water on the floor",
    "the thermostat is blank and I changed the batteries",
    "it smells musty when it first comes on",
    "there's a gate code, it's four four two one",
    "my dog is in the yard so please call first",
    "I'd like to book for tomorrow morning if you have it",
]
ASKED_IN_VAIN = 0.025
"""Of ordinary calls at most; 0.022 of those that were held back, when this was written."""


@pytest.mark.parametrize("says", SUSPICIOUS)
def test_whoever_speaks_like_callers_in_danger_is_heard(says: str) -> None:
    heard = understand(says, "problem", NOW)
    assert (heard.hazard, heard.sounds_dangerous) == (None, True)


def test_a_long_story_does_not_drown_the_danger_in_it() -> None:
    before = (
        "Hi there, I got your number from my neighbor who had you out in the spring, and she was very happy with what"
        " you did for her, so I thought I would call you first before I try anybody else in town"
    )
    after = "and we would like somebody on Tuesday if we can, my husband is home all day and the gate is open"
    told = "my tenant says the meter outside is singing and the grass around it turned brown"
    for turn, sounds in ((f"{before}, {told}, {after}", True), (f"{before}, {after}", False)):
        assert sounds_dangerous(turn, len(turn.split())) == sounds


@pytest.mark.parametrize("says", HARMLESS)
def test_what_is_only_broken_does_not_sound_like_a_danger(says: str) -> None:
    assert not understand(says, "problem", NOW).sounds_dangerous


@pytest.mark.parametrize("says", ["I smell gas in the kitchen", "no gas smell and no smoke or anything burning at all"])
def test_what_is_named_or_denied_need_not_sound_like_one(says: str) -> None:
    assert not understand(says, "problem", NOW).sounds_dangerous


def test_a_few_words_tell_a_danger_by_its_name_or_not_at_all() -> None:
    assert not sounds_dangerous("panel warm ticking", 3)


def test_of_ordinary_calls_that_were_no_lesson_few_are_asked_about() -> None:
    ordinary = [says for says, tags in wanted_tags(HELD_BACK) if "CRITICAL_EVACUATE" not in tags]
    asked = [says for says in ordinary if any(sounds_dangerous(turn, len(turn.split())) for turn in says)]
    assert len(asked) <= ASKED_IN_VAIN * len(ordinary)
