"""What callers tell of a visit that they have with us."""

from __future__ import annotations

import pytest

from dialog_brain.understanding.asking.own_visits import has_one_already, heard_own_visit
from dialog_brain.understanding.language.words import hear


@pytest.mark.parametrize(
    ("says", "told"),
    [
        ("what time are you guys coming on Thursday", "asked"),
        ("who's coming out tomorrow", "asked"),
        ("when should I expect you", "asked"),
        ("I have an appointment Thursday but I gave you the wrong address", "held"),
        ("we're booked for Friday", "held"),
        ("the guy who's coming Thursday", "held"),
        ("can you come earlier than two", "held"),
        ("your guy never showed", "missed"),
        ("you guys never came out yesterday", "missed"),
        ("I've been waiting for you to come since noon", "missed"),
        ("I took the day off and you stood me up", "missed"),
        ("I have an appointment and nobody showed up", "missed"),
        ("I got a text saying you were on your way but nobody's here", "missed"),
        ("I've been waiting since two o'clock", "missed"),
        ("nobody called me", "missed"),
        ("you said you were on your way", "asked"),
        ("is it possible to come earlier", "held"),
        ("I've been waiting all day for the house to cool off", None),
        ("my AC went out at two and nobody's here to help", None),
        ("I'll be here later", None),
        ("when can you come out", None),
        ("how soon can somebody come", None),
        ("it's four o'clock and nobody is here yet", "missed"),
        ("there's no one here until three", None),
        ("I had an appointment with another company and they never showed", None),
        ("my heat never came back on", None),
        ("nobody's home during the day", None),
        ("I've been waiting on hold forever", None),
        ("I need somebody who can come Thursday", None),
        ("he was supposed to fix it but it's still broken", None),
    ],
)
def test_a_visit_that_was_arranged_before_is_told_from_one_that_is_wished_for(says: str, told: str | None) -> None:
    assert heard_own_visit(hear(says)) == told


@pytest.mark.parametrize(
    "says", ["I already have an appointment Thursday", "can he do it when he comes Thursday", "just add it to Thursday"]
)
def test_a_visit_that_there_is_already_is_spoken_of(says: str) -> None:
    assert has_one_already(hear(says))


@pytest.mark.parametrize("says", ["Thursday at nine", "I already have an appointment at the dentist", "add a heater"])
def test_another_appointment_is_no_visit_of_ours(says: str) -> None:
    assert not has_one_already(hear(says))
