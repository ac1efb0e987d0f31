"""Pure. What only hisses, smokes or smells: beside what the same turn tells of, it is no danger."""

from __future__ import annotations

from itertools import pairwise

from calllock.contracts.events import Hazard
from dialog_brain.understanding.danger.hazard_words import SMELL
from dialog_brain.understanding.language.phrases import Found, any_of
from dialog_brain.understanding.language.words import Speech, wordset

_BURNS_FOR_FUN = any_of(
    "am|is|was|are|were|is_just|been grilling|barbecuing|smoking_a|smoking_some|searing|smudging",
    "burning|burns|burned|burnt|lit|lighting a|some|his|her|my|the|their? "
    "sage|incense|candle|candles|leaves|brush|trash|palo_santo|popcorn|toast|bacon|yard_waste",
    "popcorn bag|burned|burnt|burning|smoked",
    "microwave ... smoked|smoking|popcorn",
    "bee|bees ... smoker",
    "smoker|grill|fire_pit|barbecue is|was? going|on|lit",
)
""" "I'm grilling", "she's burning sage": where all that is told besides is that it smokes, that is why."""
_ONLY_HISSES = wordset("hissing hiss")
_LETS_OFF = wordset(
    "freon refrigerant defrost defrosting radiator radiators steam toilet tire faucet espresso coffee kettle teapot "
    "cappuccino cat snake goose iron skillet beer soda"
)
_COOLS = wordset("ac conditioner condenser compressor coil lineset")
_BURNS_GAS = wordset("gas propane stove range furnace heater boiler dryer meter yellow hose tank regulator")
_HAZY = wordset("hazy haze smoky smoke orange red glow glowing all and")
_SKY = wordset("sky sky's skies wildfire wildfires")
_ONLY_SMOKES = wordset(
    "it is was that all the smoky smoking smoked burnt burned burning hall house kitchen of stinks up"
)
_BURNS_AT = wordset(
    "outlet outlets panel breaker wire wires wiring furnace vent vents unit heater plug spark sparks sparking alarm"
)
_SMELLS = wordset(SMELL.replace("|", " "))
_ONLY_A_KITCHEN = _SMELLS | wordset(
    "like of the a is kind sort cabbage onion onions garlic egg eggs eggy rotten fish fishy"
)
_COOKS = any_of(
    "putting_up|making|cooking|boiling|frying|pickling|fermenting|canning|roasting|chopping|dyeing "
    "a|some|the|my? kimchi|sauerkraut|kraut|cabbage|cabbages|onion|onions|soup|eggs|egg_salad|broccoli|garlic|"
    "chili|stew|easter",
    "boiled|cooked|fried|made|dyed|dropped|broke|left the|some|my|a? "
    "eggs|egg|cabbage|onions|garlic|egg_salad|carton|kimchi",
    "had|having a|our|the? fish_fry|crab_boil|shrimp_boil",
    "run|own|running a|the|my? pizza|restaurant|diner|deli|kitchen|bakery|cafe",
)
_A_SKUNK = wordset("skunk skunks")
_OUT_OF_DOORS = wordset("outside outdoors yard mailbox road street porch neighborhood lawn sprayed trap trapped")
_IN_THE_HOUSE = _BURNS_GAS | wordset(
    "inside indoors room basement kitchen closet crawlspace cellar hallway pipe line pilot burner nobody not never"
)

_KITCHEN_TOO = wordset("kitchen inside indoors room stove range")


def _sentence_end(speech: Speech, place: int) -> int:
    """Where the sentence ends in which the word before `place` stands."""
    return next(
        (at + 1 for at in range(place - 1, len(speech.words)) if speech.stops[at] in (".", "?")), len(speech.words)
    )


def is_lightly_told(speech: Speech, found: Found[Hazard]) -> bool:
    """Whether the cause is told with it.

    It hisses where there is steam, smokes where somebody grills, and smells of onions where somebody fries them.
    """
    said, words = speech.words[found.start : found.end], frozenset(speech.words)
    if _ONLY_HISSES.issuperset(said):
        cools = not words.isdisjoint(_COOLS) and words.isdisjoint(_BURNS_GAS)
        return (cools or not words.isdisjoint(_LETS_OFF)) and words.isdisjoint(_SMELLS)
    if _HAZY.issuperset(said) and not words.isdisjoint(_SKY):
        return words.isdisjoint(_BURNS_AT - {"unit"})
    if not _A_SKUNK.isdisjoint(said):
        words = frozenset(speech.words[: _sentence_end(speech, found.end)])
        return not words.isdisjoint(_OUT_OF_DOORS) and words.isdisjoint(_IN_THE_HOUSE)
    if _ONLY_A_KITCHEN.issuperset(said):
        if ("not", "mind") in pairwise(speech.words):
            words -= {"not"}
        return words.isdisjoint(_IN_THE_HOUSE - _KITCHEN_TOO) and _COOKS.first(speech) is not None
    return _ONLY_SMOKES.issuperset(said) and words.isdisjoint(_BURNS_AT) and _BURNS_FOR_FUN.first(speech) is not None
