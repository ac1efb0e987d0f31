"""The recognizer's spelling, made the usual one."""

from __future__ import annotations

import time

import pytest

from voice_gateway.speech.transcript import LONGEST, tidy


@pytest.mark.parametrize(
    ("heard", "written"),
    [
        ("Seven-eight-seven-four-five.", "Seven eight seven four five."),
        ("To-morrow at nine.", "Tomorrow at nine."),
        ("My A. C. stopped cooling.", "My AC stopped cooling."),
        ("My A C stopped cooling.", "My AC stopped cooling."),
        ("My A sea is not working.", "My AC is not working."),
        ("The a see stopped.", "The AC stopped."),
        ("It's the ac.", "It's the AC."),
        ("My a.c. is out.", "My AC is out."),
        ("The A/C, it leaks.", "The AC, it leaks."),
        ("My ac's loud.", "My AC's loud."),
        ("My AC. It's out.", "My AC. It's out."),
        ("a c repair", "AC repair"),
        ("Is the a c I bought any good?", "Is the AC I bought any good?"),
        ("It's s a c h s.", "It's s a c h s."),
        ("M. A. C. K.", "M. A. C. K."),
        ("The co alarm is on.", "The CO alarm is on."),
        ("I see the sea from a seat.", "I see the sea from a seat."),
        ("Can you place a seal there?", "Can you place a seal there?"),
        ("The C. O. alarm is going off.", "The CO alarm is going off."),
        ("Our H. V. A. C. is out.", "Our HVAC is out."),
        ("It's J. O. N. A. S.", "It's J. O. N. A. S."),
        ("  Yes,   please. ", "Yes, please."),
        ("The heater is loud,", "The heater is loud"),
        ("[BLANK_AUDIO]", ""),
        ("(music)", ""),
        ("[laughs] Yes (music) please", "Yes please"),
        ("half a smile \ud83d", "half a smile ?"),
        ("...", ""),
        ("you you you you you you", ""),
        ("no no no", "no no no"),
    ],
)
def test_spelling(heard: str, written: str) -> None:
    assert tidy(heard) == written


def test_what_a_vendor_transcribes_is_cut_to_what_can_be_said_in_a_turn() -> None:
    assert len(tidy("well this is a long story " * 100_000)) <= LONGEST


@pytest.mark.parametrize("piece", ["(", "[a", "a c ", "( [", "A. ", "no "])
def test_no_transcript_keeps_the_loop_busy(piece: str) -> None:
    began = time.perf_counter()
    tidy(piece * 400_000)
    assert time.perf_counter() - began < 0.2
