"""What a call is about, and what is noted."""

from __future__ import annotations

from dialog_brain.flow.matters import LONGEST_NOTE, learn_matter, named_anew, noted, of_the_same
from dialog_brain.understanding.understood import Understood
from tests.unit.dialog_brain.flow.calls import a_call


def test_a_trouble_without_a_machine_is_one_of_the_machine_that_was_named() -> None:
    call = a_call("confirm", problem_description="AC not cooling", equipment="AC")._replace(question="problem")
    learned = learn_matter(call, Understood("", problem="something leaking"))
    assert learned.slots.problem_description == "AC something leaking"


def test_the_machine_that_was_meant_takes_over_the_trouble_of_the_other() -> None:
    call = a_call("confirm", problem_description="AC not working", equipment="AC")
    call, heard = named_anew(call, Understood("", machine_instead="heater", problem="heater"))
    assert (call.slots.problem_description, call.slots.equipment) == ("heater not working", "heater")
    assert heard.problem is None


def test_notes_are_the_callers_own_words_one_after_another_and_none_is_endless() -> None:
    call = noted(noted(a_call("confirm"), Understood(text="bring a ladder")), Understood(text="x" * 1000))
    assert call.slots.noted == f"bring a ladder / {'x' * LONGEST_NOTE}"


def test_only_with_a_no_is_a_trouble_without_a_machine_another_one_of_the_same() -> None:
    assert of_the_same(Understood("", problem="something leaking", consent="no"))
    assert not of_the_same(Understood("", problem="something leaking"))
