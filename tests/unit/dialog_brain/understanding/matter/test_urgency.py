"""Water and sewage that do damage, and what only sounds like them."""

from __future__ import annotations

import pytest

from dialog_brain.understanding.language.words import hear
from dialog_brain.understanding.matter.urgency import Pressing, heard_urgency


@pytest.mark.parametrize(
    "says",
    [
        "I can't turn the water off it's everywhere",
        "I can't shut off the water",
        "I can't get the water to turn off",
        "the water won't shut off",
        "the shower valve won't shut off",
        "the ceiling just came down from the water",
        "my ceiling fell in",
        "my basement's got two inches of water and it's rising",
        "there's standing water in the basement",
        "water is coming through the ceiling",
        "water is running down the walls",
        "water's coming up through the floor drain",
        "there's sewage in my tub",
        "poop water coming up in the bathtub",
        "the drain is backing up into the house",
        "the toilet is overflowing and won't stop",
        "the toilet's overflowing",
        "a pipe is spraying",
        "the tub upstairs is coming through the ceiling",
        "the water won't stop",
        "the shut off valve broke off",
        "my washer hose popped off",
        "the neighbor upstairs is leaking into my place",
        "my basement has water in it",
        "the water main broke",
        "my kitchen's a swimming pool",
        "there's a geyser in my yard",
        "I hit a water line with a shovel and it's shooting up",
        "a pipe froze and now it's spraying",
        "my pipe split open",
        "the water heater burst",
    ],
)
def test_water_that_does_damage_is_an_emergency(says: str) -> None:
    assert heard_urgency(hear(says)) == Pressing("emergency", flooding=True)


@pytest.mark.parametrize(
    "says",
    [
        "I can't turn the hot water on",
        "we turned the water off",
        "the shower won't shut off all the way",
        "the faucet drips",
        "my toilet won't stop running",
        "the ceiling fan came down",
        "the ceiling has a water stain",
        "the ceiling came down years ago from the water",
        "there's an inch of water in the drain pan",
        "I have a two inch water line to replace",
        "the water comes out of the faucet brown",
        "there's sewage smell in the bathroom",
        "the tub drains slow",
        "the AC won't shut off",
        "my toilet overflows when it rains",
        "the valve is stuck",
        "the sprinkler system needs service",
        "the house has water but it's cold",
    ],
)
def test_other_troubles_of_water_do_no_damage(says: str) -> None:
    assert not heard_urgency(hear(says)).flooding
