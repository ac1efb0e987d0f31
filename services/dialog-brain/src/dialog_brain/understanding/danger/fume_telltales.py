"""Pure. What carbon monoxide does, and what gives it: people who are not themselves, a car that warms up indoors."""

from __future__ import annotations

from dialog_brain.understanding.language.phrases import any_of
from dialog_brain.understanding.language.words import wordset

_BURNERS = (
    "furnace|boiler|heater|heaters|fireplace|gas_logs|logs|stove|oven|kerosene|woodstove|radiators|generator|insert|"
    "furnace's|boiler's|heater's|water_heater|water_heater's|stove's|oven's|fireplace's|generator's"
)
_PETS = (
    "cat|cats|cat's|kitten|kittens|dog|dogs|dog's|puppy|beagle|bird|birds|bird's|canary|canary's|parakeet's|canaries|"
    "parrot|parakeet|parakeets|cockatiel|finch|finches|hamster|gerbil|rabbit|bunny|calf|calves|chickens|hens|chicks|"
    "goat|goats"
)
PETS_LAID_LOW = any_of(
    "{pets} .. fell|falls|falling|drop|drops|dropped|dropping|dead|died|limp|keeled|keels|toppled|toppling|staggering|"
    "staggers|stagger|wobbling|wobbles|wobbly|sideways|in_circles|flopped|floppy|collapsed|drunk|out_cold|woozy",
    "other|both|one|{pets} one|ones|bird|birds? .. bottom|floor of_the|of_his|of_her|of_its cage",
    pets=_PETS,
)
BETTER_OUT = any_of(
    "{well} ... ... {away}",
    "{away} ... ... {well}",
    "got|get in|into the|my|our car|truck|van ... ... ... {well}",
    well="perk|perks|perked|better|fine|okay|right_as_rain|normal|quits|stops|clears|recovers|recovered|come_to|comes_to|"
    "came_to|came_round|came_around|come_around|gone|good_as_new",
    away="out|outside|outdoors|porch|yard|work|school|church|leave|leaves|left|sister's|air|store|doctor|hospital",
)
BURNER_RUNS = any_of(
    "when|whenever|once|while|since|after|every_time|soon_as|minutes ... ... ... {burners}",
    "{burners} .. .. on|running|runs|lit|burning|going|nonstop|cranked|roaring|firing|fires",
    "running|run|lit|using|burning|started|fired|turned|put|turn .. {burners}",
    "since|when|after|began|started ... heat|cold ... on|came|running",
    "by|near|beside|over the|that|our|my wall|floor|gas|propane? {burners}",
    burners=_BURNERS,
)
NOT_THEMSELVES = any_of(
    "slumped|slurring|mumbling|keeled|fainted|collapsed",
    "got|get|gets|went|felt|feel|feels faint|light_headed|swimmy",
    "fell|falls|falling|dozed|nodded asleep|off .. table|chair|hand|plate|supper|standing|wheel|steps",
    "talking|talks|talk silly|funny|crazy|nonsense|gibberish|out_of|slurred|weird|goofy",
    "not|nobody|hardly|barely ... ... think|see|walk straight|clearly|right",
    "see|sees|seeing two|double",
    "room's|world's|head's going|spinning|turning",
    "room|rooms|world|everything is|are|goes|going|keeps? spinning|spins|round|going_round|turning",
    "keeps|keep asking ... is_it|what|who|where",
    "not|forgets|forgot|forgotten ... day it|name|day_of|what_day",
    "calls|calling|called me|us|her|him by? the? wrong",
    "not|hardly ... legs|hands|arms|fingers|feet work|move",
    "legs|hands|arms|fingers|lips|feet|toes .. numb|rubbery|rubber|lead|weak|tingly|jelly",
    "lost|forgot|forgets .. word|words",
    "hammer|hammers|hammering|drum|drums|jackhammer|vise|anvil ... my|our|his|her|their head|heads|skull|skulls",
    "went|goes|dropped|sank down on_the floor|linoleum|tile|tiles|rug|kitchen_floor|bathroom_floor",
    "drop|drops|dropping|dropped my|things|everything|stitches",
    "am|is|are|been|acting|feel|feels|feeling|felt sort_of|kind_of|all|so|real|a_bit|a_little|pretty? "
    "dopey|loopy|foggy|punchy|out_of_it|spacey|drunk|sideways|tipsy|giddy|puny",
    "been|acting|getting sort_of|kind_of|all|so|real? stupid|goofy|slow|dumb|silly",
    "not|hardly|barely ... keep ... eyes|awake",
    "sleeping|slept|sleeps|sleep ... hours|all_day|day_and_night",
    "so|too|awful|real|real_real sleepy|drowsy|groggy|weak",
    "limp|floppy|lethargic|cherry_red",
    "cheeks|face|faces|baby|lips .. pink|red|flushed|rosy",
    "not take|want|eat ... bottle",
    "not|hardly|will_not|can_not get|stand|wake|stay up|awake|upright",
    "can_not|could_not|hardly|barely get {one} to_wake_right|to_wake_up_right|to_rouse|to_come_to|awake",
    "can_not|could_not|hardly|barely wake|rouse {one}",
    "seasick|carsick|airsick",
    "on his|her|their knees",
    one="him|her|them|my_wife|my_husband|my_son|my_daughter|my_mom|my_dad|the_kids|mom|dad|grandpa|grandma",
)
""" "He keeps asking if it's Tuesday": what it does to a head, besides the aching."""
_INDOORS = (
    "garage|basement|cellar|inside|indoors|shed|crawlspace|crawl_space|kitchen|house|bedroom|living_room|hallway|"
    "sunroom|porch|down_there|in_here"
)
_ENGINES = (
    "car|car's|truck|truck's|van|jeep|suv|motorcycle|engine|motor|generator|gas_washer|pressure_washer|gas_saw|gas_powered|mower|"
    "snowblower|tractor|floor_machine|concrete_saw"
)
_VENTS = "pipe|pipes|vent|vents|flue|chimney|chimneys|exhaust|stovepipe|intake"
GIVES_FUMES = any_of(
    "oven|oven_door|stove|burners .. .. open|down|on .. .. heat|heating|warm|warmth",
    "oven door is|was|hanging|left? open|down",
    "{engines} .. .. {indoors} .. .. running|going|idling",
    "{engines} .. .. running|going|idling|idles|warming|on|warmed .. {indoors}",
    "running|runs|ran|run|warms|warm|warming|warmed|using|used|idling .. {engines} .. .. {indoors}",
    "charcoal|grill|hibachi|barbecue .. .. {indoors}|going",
    "forklift|forklifts|lifts|zamboni|buffer .. .. run|runs|running|bay|inside|indoors",
    "blocked|covered|plugged|stuffed|sealed|closed|boarded .. {vents}",
    "snow|snow's|ice|drift|drifts|leaves|nest|squirrel|mud|tarp|debris .. .. .. {vents}",
    "{vents} .. .. buried|blocked|plugged|covered|stuffed|iced|clogged|nest",
    "{vents} .. .. off|apart|loose|disconnected|fell|separated|rusted|gap|gaps|hole|holes|cracked",
    "red tag|tagged",
    "tagged|condemned .. furnace|boiler|heater|it|out|off",
    "cracked|crack|split|hole ... exchanger",
    "exchanger .. cracked|crack|split|holes",
    "flame|flames|fire|burner|burners .. .. yellow|orange|lazy|floppy",
    "{burners} .. .. burning|burns yellow|orange|lazy|floppy|sooty",
    "{vents} on|over|above|of|from|off ... {burners} .. .. .. off|apart|fallen|loose|down|away",
    "yellow|orange|lazy flame|flames|fire",
    "never|not shut|turned|turn it|the_car|the_truck|car off ... garage",
    "soot|sooty",
    "black fuzz|film|powder|dust|streaks|stuff .. .. over|above|around|on|wall|ceiling",
    engines=_ENGINES,
    indoors=_INDOORS,
    vents=_VENTS,
    burners=_BURNERS,
)
""" "The truck warms up in the garage", "a nest in the chimney": where fumes come from, and do not get out."""
SEVERAL = any_of(
    "two|three|four|five|six|seven|eight|half|all|both of my|our|the|us|them|you",
    "everybody|everyone|we_all|they_all|all_sat",
    "and so|me did|do|is|too",
    "and my|the|our ... too|also",
    "same way|thing|here|with_me|with_us",
)
SEALED = any_of("windows|window|doors|everything|place|cracks .. taped|shut|closed|sealed|tight|plastic")
SWEATS = any_of(
    "windows|walls|glass|panes .. .. sweating|sweat|dripping|drip|wet|fogged|run|running|weeping|streaming",
)
NOT_OF_FUMES = wordset(
    "bill bills price prices contract strep teething fever covid alzheimer's pregnant chemo "
    "ac cooling sweltering heatstroke hip novel movie leash nail"
)
"""What else lays people low, and what only is said to."""
ONLY_WHEN_IT_RUNS = any_of(
    "only|just ... when|while|whenever|if|once ... {burners} ... firing|fires|running|runs|on|going|lit|kicks|burning",
    burners=_BURNERS,
)
BLOOD_FULL = any_of(
    "blood|blood's ... full_of|poisoned|poison|carbon|monoxide|fumes|gassed|exhaust",
)
A_BURNER = any_of("{burners}", burners=_BURNERS)
