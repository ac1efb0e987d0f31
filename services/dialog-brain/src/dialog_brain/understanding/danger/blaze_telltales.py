"""Pure. What a fire is told by: a flicker, a gray ribbon, a wall too hot to touch, what has to be patted out."""

from __future__ import annotations

from dialog_brain.understanding.language.phrases import any_of
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
TONGUES = any_of(
    "orange|yellow|red|blue tongues|tongue|fingers",
    "tongues .. licking|lick|dancing|curling",
    "licking .. up|around|out|along|through .. motor|burner|box|wall|vent|cabinet|ceiling|furnace|heater|bottom",
)
DOUSED = any_of(
    "dumped|threw|thrown|poured|put|emptied|sprayed|tossed|shook|used ... "
    "baking_soda|extinguisher|salt|flour|sand|dirt|bucket|pitcher|wet_towel|blanket ... on it|them|that",
    "doused|smothered it|them|that",
)
COMES_BACK = any_of(
    "keeps|kept|keep coming_back|starting|lighting|flaring|catching|relighting|burning|going",
    "comes|came|lit|starts|started|flares|flared|lights right? back|up|again",
)
OF_A_SMELL = wordset("drain sink carpet odor odors stain stains mold leak leaking leaks ice ants weeds litter cat dog")
_GRAY = "gray|grey|black|brown|dark"
_WISP = (
    "wisp|wisps|ribbon|ribbons|curl|curls|thread|threads|plume|plumes|tendril|tendrils|string|column|puff|puffs|cloud"
)
WISP = any_of(
    "{gray} {wisp} ... coming|comes|came|rising|rises|curling|out|off|up|from|between|through|over",
    "{wisp} of {gray} ... coming|comes|came|rising|rises|curling|out|off|up|from|between|through",
    "something|it|stuff {gray} .. curling|rising|drifting|seeping|rolling|billowing",
    "{gray} stuff|stuff's is? curling|rising|drifting|rolling|billowing",
    "coughed|coughs|burped|belched|puffed|spat|spit ... {gray} {wisp}",
    "see|saw a|some wisp|thread|ribbon of {gray}",
    gray=_GRAY,
    wisp=_WISP,
)
""" "A gray ribbon between the boards": smoke by its look."""
NO_SMOKE = wordset(
    "sky storm rain weather dust dusty mold cat dog ants mouse exhaust tailpipe steam hills hair water faucet truck "
    "car van spray"
)
_SURFACE = (
    "wall|walls|ceiling|floor|floorboards|floors|hatch|attic_door|closet_door|basement_door|cellar_door|paneling|"
    "drywall|plaster|boards|door_knob|doorknob|wall's|floor's|ceiling's|hatch's|attic_door's|closet_door's"
)
HOT_SURFACE = any_of(
    "{surface} .. .. hot|warm|scalding as|to_the_touch|against|when_i|when_you|for_bare|to_stand|under_my|to_touch|"
    "and|enough",
    "{surface} .. .. too hot",
    "{surface} .. feels|feel|felt|is|are|gets|getting real|so|really? hot|scalding",
    surface=_SURFACE,
)
FIRE_BEHIND = any_of(
    "paint|paint's|wallpaper|varnish|finish|plaster ... blister|blisters|blistering|bubbling|bubbles|bubbled|curling",
    "alarm|alarms|detector|detectors ... ... yelling|hollering|screaming|going|blaring|shrieking|beeping|wailing",
    "stinks|smells|smell|stink|haze|hazy|smoky",
    "{gray} {wisp}",
    "{wisp} of {gray}",
    gray=_GRAY,
    wisp=_WISP,
)
BLISTERS = wordset("shower bath steam steamy radiant sun sunny heated chimney damp water south west afternoon siding")
CANNOT_SEE = any_of(
    "not|hardly|barely hardly? see|make_out a|my|your? "
    "thing|anything|hand|across|down|past|through|to ... "
    "hall|hallway|room|stairs|house|kitchen|door|front|face|end|bed",
    "not|hardly|barely hardly? see the door|stairs|hall|wall|walls|ceiling",
    "not|hardly|barely hardly? see my|your|our hand|hands|face|feet",
)
STAYS_LOW = any_of(
    "hands_and_knees|hands_and_our_knees|crawling|crawled|staying_low|stay_low|on_the_floor|down_low",
    "it|stuff is|just? come|comes|came|coming|pouring|poured|rolling|rolled|pours out|out_of|from|through the|our|my? "
    "vents|vent|registers|register|furnace|heater|ducts|dryer|panel|wall|ceiling",
)
OF_THE_DARK = wordset("dark bulb bulbs glasses power cataracts cataract blind lights flashlight")
COOKS_INSIDE = any_of(
    "something|something's is? cooking|baking|frying|toasting|roasting|broiling ... "
    "in|inside|behind|up_in|within the|my|our|that|this? "
    "wall|walls|ceiling|attic|panel|vent|vents|ducts|outlet|box|closet|floor|furnace|crawlspace|breaker_box",
)
