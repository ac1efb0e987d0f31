"""Pure. What a small fire is told by: what has to be patted out, a flicker behind a cover, a chimney that roars."""

from __future__ import annotations

from dialog_brain.understanding.danger.one_sign import any_of
from dialog_brain.understanding.language.words import wordset

STOMPS = any_of(
    "pat|patting|patted|stomp|stomping|stomped|stamping|stamped|beat|beating|slap|slapping|slapped|smother|smothering|"
    "smothered|douse|doused|snuffed ... out|it|them|lint|fluff|flame|embers"
)
FLARES = any_of(
    "catches|flares|flaring|flared|lights|lit|catching|flare again|up|every|whenever|each",
    "spit|spat|shot|fell|popped|dropped|jumped out|off ... heater|vent|furnace|outlet|burners|stove|unit|it|there",
)
FLICKERS = any_of("orange|red|amber|yellow|bluish flicker|flickers|glimmer|shimmer|flickering|flicker's")
BEHIND_IT = any_of(
    "vent|vents|dryer|wall|panel|baseboard|outlet|box|attic|duct|hose|register|cover|grille|behind|underneath|back"
)
A_LAMP = wordset("status led code thermostat display screen pilot fireplace logs candle candles insert light lights")
CHIMNEY = any_of("chimney|chimney's|flue|stovepipe|stove_pipe")
ROARS = any_of(
    "roaring|roars|rumbling|freight_train|glowing|glows|cherry_red|red_hot",
    "howling|sounds like ... train|jet",
    "orange|burning|glowing|hot|fiery bits|pieces|chunks|specks|flakes|cinders",
)
INDOOR_HAZE = any_of(
    "foggy|fog|smoggy|smog|murky|cloudy|misty ... ... {room}",
    "{room} ... ... fog|smog|haze",
    room="hall|hallway|room|bedroom|upstairs|kitchen|house|attic|attic's|basement|downstairs|in_here",
)
STINGS = any_of(
    "sting|stings|hard|hurts to breathe|my|your|our|the_eyes",
    "cough|coughing|coughs|choke|choking|chokes|gag|gagging",
    "eyes|throat|nose|lungs ... sting|stings|stinging|streaming|watering|burn|burns|burning|water",
)
OF_STEAM = wordset("shower bath steam steamy vaporizer outside outdoors driver kettle")
VENTS_STING = any_of(
    "vent|vents|register|registers|ducts ... ... sting|stings|stinging|choke|chokes|choking|acrid|bitter|cough|gag",
    "vent|vents|register|registers|ducts burn|burns my|your|our",
)
OF_DUST = wordset("dust dusty cold bleach cleaner mold moldy mildew pollen allergies paint perfume lysol")
