"""Gas that a house burns, and gases that nobody could tell."""

from __future__ import annotations

import pytest

from dialog_brain.understanding.danger.burned_gas import is_only_burned, is_unknown
from dialog_brain.understanding.language.words import hear


@pytest.mark.parametrize(
    ("says", "burned"),
    [
        ("we have gas but I don't smell it", True),
        ("no it's gas", True),
        ("it is gas but no smell", True),
        ("I think it's gas", False),
        ("yes it's gas but I don't smell smoke", False),
        ("no I smell gas", False),
    ],
)
def test_gas_is_a_fuel_only_beside_a_no(says: str, burned: bool) -> None:
    speech = hear(says)
    place = speech.words.index("gas")
    assert is_only_burned(speech, place, place + 1) is burned


@pytest.mark.parametrize(
    ("says", "gas", "unknown"),
    [
        ("I don't know about carbon monoxide", "carbon", True),
        ("not sure about the carbon monoxide", "carbon", True),
        ("I don't know what gas smells like", "gas", True),
        ("I know that it's carbon monoxide", "carbon", False),
        ("the carbon monoxide alarm is beeping", "carbon", False),
    ],
)
def test_what_a_caller_does_not_know_of_is_told_by_nobody(says: str, gas: str, unknown: bool) -> None:
    speech = hear(says)
    place = speech.words.index(gas)
    assert is_unknown(speech, place, place + 1) is unknown
