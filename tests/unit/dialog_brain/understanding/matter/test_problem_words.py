"""A caller's problem in our own words."""

from __future__ import annotations

import pytest

from dialog_brain.understanding.matter.problem_words import UNNAMED, problem_words


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        ("my AC stopped cooling this morning", "the AC not cooling"),
        ("AC blowing warm air", "the AC blowing warm air"),
        ("furnace making a loud noise", "the furnace making a noise"),
        ("no heat", "the heater not heating"),
        ("heater is dead", "the heater not working"),
        ("water heater leaking everywhere", "the leaking water heater"),
        ("kitchen sink is clogged", "the clogged sink"),
        ("burst pipe", "the burst pipe"),
        ("thermostat blank", "the blank thermostat"),
        ("a tune-up for the furnace", "a tune-up"),
        ("quote for a new AC system", "a new system"),
        ("two units have no AC", "the AC not cooling"),
        ("our air is not blowing", "the AC not blowing"),
        ("the gas furnace won't light", "the furnace not starting"),
        ("no hot water", "the water heater giving no hot water"),
        ("the toilet won't stop running", "the toilet running on"),
        ("there is water everywhere", "something leaking"),
        ("the unit is making noise", "the system making a noise"),
        ("my AC isn't cooling and also the thermostat is blank", "the AC not cooling and the blank thermostat"),
        ("AC and heater not working", "the AC and the heater not working"),
        ("toilet won't stop running, faucet dripping", "the toilet running on and the leaking faucet"),
        ("the AC is out and the thermostat says ninety", "the AC not working"),
        ("my AC is leaking water, and it's not cooling", "the leaking AC"),
        ("not the AC it's the heater", "the heater"),
        ("it's not my furnace, it's the water heater leaking", "the leaking water heater"),
        ("AC out and furnace out and boiler out", "the AC not working and the furnace not working"),
        ("fan runs all the time", "the fan running on"),
        ("furnace keeps short cycling", "the furnace short cycling"),
        ("air conditioner isn't keeping up", "the AC not keeping up"),
        ("the pilot light went out", "the pilot light not working"),
        ("shower has no pressure", "the shower without pressure"),
        ("garbage disposal is jammed", "the garbage disposal stuck"),
        ("it smells musty when it kicks on", "something that smells"),
        ("upstairs is hot but downstairs is fine", "a house too hot"),
        ("it's freezing in here and the heater is dead", "the heater not working"),
        ("AC unit is covered in ice", "the frozen AC"),
        ("someone to unclog my kitchen drain", "the clogged drain"),
        ("it went purple", UNNAMED),
        ("", UNNAMED),
        ("the toilet keeps running and now it's overflowing", "the overflowing toilet"),
        ("the AC is not cooling and it's leaking", "the AC not cooling"),
    ],
)
def test_a_problem_is_named_by_machine_and_trouble(problem: str, words: str) -> None:
    assert problem_words(problem) == words
