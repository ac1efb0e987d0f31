"""The recognizer's spelling, made the usual one."""

from __future__ import annotations

import pytest

from voice_gateway.speech.transcript import tidy


@pytest.mark.parametrize(
    ("heard", "written"),
    [
        ("Seven-eight-seven-four-five.", "Seven eight seven four five."),
        ("To-morrow at nine.", "Tomorrow at nine."),
        ("My A. C. stopped cooling.", "My AC stopped cooling."),
        ("My A C stopped cooling.", "My AC stopped cooling."),
        ("The C. O. alarm is going off.", "The CO alarm is going off."),
        ("Our H. V. A. C. is out.", "Our HVAC is out."),
        ("It's J. O. N. A. S.", "It's J. O. N. A. S."),
        ("  Yes,   please. ", "Yes, please."),
        ("The heater is loud,", "The heater is loud"),
        ("[BLANK_AUDIO]", ""),
        ("(music)", ""),
        ("...", ""),
        ("you you you you you you", ""),
        ("no no no", "no no no"),
    ],
)
def test_spelling(heard: str, written: str) -> None:
    assert tidy(heard) == written
