"""Pure. What only sounds like a danger, and what takes one back: tables that `hazards.py` executes."""

from __future__ import annotations

from typing import Literal

from dialog_brain.understanding.danger.hazard_words import ALARM, SMELL
from dialog_brain.understanding.danger.not_ill import KIN
from dialog_brain.understanding.language.calendar_words import MONTHS
from dialog_brain.understanding.language.numbers import TEENS, TENS
from dialog_brain.understanding.language.phrases import Phrases, any_of
from dialog_brain.understanding.language.words import wordset

HARMLESS_NEXT = wordset(
    "furnace furnaces stove heater heaters heat heating company companies station bill bills grill fireplace "
    "range oven water unit units logs log dryer boiler powered appliance appliances guy man bottle tank card "
    "usage prices cooktop options option service rates plans stations pack price money mileage"
)
HARMLESS: Phrases[Literal["thing", "talk"]] = Phrases(
    {
        "thing": [
            "gas line|pipe? leak detector|detectors|test|tests|testing|inspection|inspections|detection|check|"
            "checks|repairs",
            "fire|smoke protection|safety|suppression|insurance|damage|restoration|hydrant|hydrants|code|codes|marshal|"
            "rated|sale|truck|trucks|inspection|inspections|door|doors|escape|ant|ants|chief|fighter|fighters|starter|"
            "department|station|extinguisher|sprinkler|sprinklers|free|test|break|shop|hazard|under",
            "is|be it? okay|safe|fine|alright|all_right|bad to|if|for ... gas|burner|burners|stove|pilot|knob|valve on",
            "spark plug|plugs|igniter|ignitor|ignition|module|electrode",
            "mr|mrs|ms|miss|doctor|last_name|last_name_is|name_is|with|from|called sparks|ash|ember|smoky|blaze",
            "sparks|sparking ... will|does|would|did not light|ignite|catch|start|fire",
            "sparks flew|fly|flying at|between|in",
            "sparks flew|fly|flying when|whenever|if|every_time me|us|him|her|them",
            "sparks flew|fly|flying when|whenever|if|every_time we|they|he|she "
            "talk|talked|argue|argued|meet|met|fight|fought|are_together|get_together",
            "sparks will|would|going_to|are_going_to fly",
            "sulfur|sulphur|spark|sparks|smoke|smoky|ash|ember|embers|fire|flame|haze|red|arc "
            "hill|hills|spring|springs|creek|hollow|ridge|rise|valley|mountain|canyon|run? {street}",
            "sulfur|sulphur|smoky|ash|ember|fire springs|creek|hollow|ridge|hill|hills|valley|mountain|mountains",
            "wildfire|wildfires|cigarette|cigarettes|cigar|cigars|barbecue|bbq|campfire|tobacco|weed|marijuana|brisket|"
            "fireworks ... smoke",
            "smoke|smell ... wildfire|wildfires|barbecue|bbq|campfire|cigarette|cigarettes|tobacco|weed|previous_owner",
            "flame|flames just|keeps|keep|then? go|goes|going|went|die|dies|dying|blow|blows|blowing|cut "
            "right? out|off",
            "flame|flames is|are blue|yellow|orange|low|weak|small|tiny|lazy|flickering",
            "phone|phone's|water|day|car|sun|pan|iron ... is? red|white hot",
            "i|you|you_guys|y'all am|are|all on fire",
            "{people}|face|skin|eyes|cheeks|hands|ears|light|led is|are|was|has|keeps|just? "
            "turning|turned|getting|gets|got|going really|so|very|bright|all|beet? red|orange",
            "crew|crews|team|guys|boys|company|people|techs|salesman|business|office is|are|was|been|has_been on fire",
            "would|will go|burst up|into|in in? flames",
            "blew|blow|blowing|blows smoke about|up_my|up_our|at_me|at_us",
            "burner|stove on under|with|beneath the|a|my|some|our",
            "served|serve|serving|ordered|menu ... egg|eggs",
            "egg|eggs is|are|was what ... served|gave|brought|cooked|made",
            "{people}|husband|husband's|wife's|son|son's|dog|dog's|cat|cat's|baby|baby's|chili|beans|burrito|burritos "
            "chili|beans|cooking|feet|farts|burritos? is|are|was the|our|a only|real|biggest|worst? gas leak|leaks",
            "glowing switch|button|light|numbers|digits|clock",
            "sparks joy|interest|of_interest|nevada|residence|family|electric|electrical|plumbing|heating|hvac|air",
            "igniter|ignitor|pilot|burner|electrode ... spark|sparks|sparking",
            "light|lights|lamp|display|screen|button|thermostat|led|number|numbers|logo|pilot|indicator ... glowing|"
            "glows",
            "i|we|he|she|they|you|who|people|anyone|anybody|tenants|guests do|does|did|used_to? not? smoke",
            "not|never|to|can|could|should|may|allowed smoke",
            "smoke outside|cigarettes|cigars|weed|pot|break|test|tests|meat|brisket|ribs|free|shop|signal|stack",
            "fire place|pit|wood|works|drill|drills",
            "i|we|you|he|she|they|everyone|everybody|people|kids am|is|are|was|were|literally "
            "all|just|literally|about_to|completely? melting|melted",
            "frosting|freezing|icing|freezes|frosts|ices ... melting|melted|melts",
            "ice|icicle|icicles|snow|frost|frozen|food|candle|candles|cream|popsicle|popsicles|chocolate|crayon ... "
            "melting|melted",
            "melting|melted on|onto|all_over the|my? floor|ground|carpet|everything",
            "melting|melted ... ice|snow|frost|food|cream|crayon|crayons",
            "fire|fires at_work|watch",
            "gas|propane at|to the|our|my house|street|property|road|curb|lot",
            "fire going|burning? in|at|by the|our|my? fireplace|firepit|woodstove|wood_stove|pit|grill",
            "carbon_monoxide|monoxide|co|c_o reading|readings|level|levels is|are|was|were|at? "
            "normal|zero|fine|okay|low|good|safe|down",
            "sulfur|sulphur water",
            "water|faucet|tap|shower|well smells|smelled|smelling|stinks|reeks|has|is ... "
            "egg|eggs|sulfur|sulphur|rotten",
            "water from|coming|out|in|at ... {smell} ... egg|eggs|sulfur|sulphur|rotten",
            "ac|conditioner|condenser|compressor|handler|refrigerator|outside_unit|outdoor_unit "
            "is|was? keeps|makes|making|started? a|this|that|loud|weird? hissing",
            "hissing sound|noise? from|at|in|by|out_of the|my|our ac|air_conditioner|air_handler|condenser|compressor|"
            "outside_unit|outdoor_unit",
            "igniter|ignitor ... glow|glowing|red|orange",
            "burning pretty|nice|nicely|clean|steady and? blue",
            "{smell} from|of|like the|my|our|some|fresh|new? new|fresh? "
            "paint|carpet|varnish|bleach|cleaner|cleaners|polish",
            "neighbor|neighbors|neighbor's|friend|brother|sister ... had ... fire",
            "neighbor|neighbors|neighbor's|friend|brother|sister|next_door had|got a|some|another gas|propane "
            "leak|explosion ... last|other|weeks|week|months|month|years|year week|ago",
            "i|we|he|she|they|husband|wife|son|daughter|kid|kids|mom|roommate just|accidentally? burned|burnt "
            "the|my|our|some|his|her|a|an? egg|eggs",
            "clean|cleaned|cleaning|sweep|sweeping|remove|vacuum|old ... soot",
            "rotten food|meat|fish|fruit|wood|milk|vegetables",
            "smoking hot",
            "car|truck|mower|lawnmower|motorcycle|boat ... {smell} ... gasoline",
            "{smell} ... gasoline ... from|of|in the|my|a|our|his car|truck|mower|lawnmower|can|motorcycle|boat|shed",
            "smoke|fire {alarm} ... chirping|chirps|chirp",
            "smoke {alarm} ... goes|went|going off when|whenever|every_time|each_time|if ... ... "
            "shower|showers|showering",
            "carbon_monoxide|monoxide|co|c_o {alarm} says it is ... years old",
            "blowing|puffing|spewing|pouring ... smoke on|down the interstate|highway|freeway|turnpike",
            "barbecue|bbq|grill|smoker|fire_pit ... ... blowing|puffing|sending smoke",
            "for smoke smells|smell|odors",
            "smelling|smell like? smoke all winter|season|year",
            "rotten|bad? egg|eggs smell|odor just|only in|from|with the hot|cold|tap|well water",
            "wife's|husband's|mother's|mom's|she|he is? nervous|scared about|of gas",
            "burning a_lot_of|too_much|so_much|lots_of",
            "burning hot|fuel|oil|wood|money|through|electricity",
            "i|we|he|she|they|you|kids|baby|husband|wife|mom|people|everybody|everyone am|is|are|were|was? "
            "just|all|literally? burning_up",
            "burning_up in here|this_house|my_house|our_house|the_house",
            "restaurant|barbecue|bbq|pit|smoker ... smoky|smoke",
            "smoky ... pit|barbecue|bbq|smoker|bar|eyes|flavor",
            "if ... turns|turned out to_be a|an|the|some? gas|propane|monoxide|electrical|fire leak|fire|problem?",
            "freezer|fridge|refrigerator smells|smelled|stinks ... fish|fishy|rotten|egg|eggs",
            "sweet|sweetish|fruity ... chemical|chemicals|chemically",
            "house|home has|have got? a|an|my|our? {alarm} on it",
            "burglar|motion|security|float_switch|car|truck|door|fridge|refrigerator|baby|phone|clock|pump|"
            "septic|water|flood|float|freezer|sump {alarm}",
            "sensor by|on|at|over the back|front|side|patio? door|window|gate",
            "{alarm} clock|company|system|systems|panel|code|codes|keypad|system_company|light|lights|guy|people|"
            "business",
            "house|home|front_door {alarm} is|was just|still? on|set|armed|off",
            "{alarm} on|for|of|from|in the|my|our|a|an|his|her? septic|freezer|fridge|refrigerator|car|truck|phone|"
            "clock|door|pump|sump|sump_pump|ejector|softener|thermostat|watch|security_system",
            "{alarm} is|are|was on the|a|an|my|our|order|back_order|every|each",
            "{alarm} reads|reading|says|shows|showing|show|read|is|are? zero|nothing|normal|fine|okay|green|good",
            "{alarm} ... filter|maintenance|service_due",
            "sewer|sewage|septic|drain gas|gases",
            "{smell} like|of|is|from|some|a_bit_of? like? sewer|sewage|septic gas|gases",
            "exploded in price|cost",
            "flash flood|floods|flooding|drive|light|code|codes|sale",
            "a flash on_the|of? screen|display|thermostat|inspiration",
            "toilet|faucet|tap|radiator|sink|shower|refrigerant|freon ... hissing|hiss|hisses",
            "hissing|hiss|hisses at|by|from|in the|my|our coil|condenser|lineset|line_set",
            "hissing ... toilet|faucet|tap|refrigerant|freon|radiator|tire",
        ],
        "talk": [
            "what do|does|did you|that mean by|with?",
            "what is|does a|an? gas|propane|carbon_monoxide|monoxide|burning {smell} like",
            "what do|does|would|is gas|it|propane|carbon_monoxide|monoxide|that|smoke ... smell|look|sound|smells like",
            "how do|would|can|could|will i|we|you|anyone|people know|tell|notice ... gas|propane|carbon_monoxide|"
            "monoxide|leak|smoke",
            "if|should i|we|they|you|anyone|anybody was|were|should|do|did? ever? to? smell|smells|see|hear",
            "if i|we|they|anyone|anybody smelled|smelt|saw|heard|had ... gas|propane|smoke|sparks|monoxide|burning i|"
            "we "
            "would|will",
            "do|can you guys|folks|all? do|handle|install|sell|offer|replace|check|test|inspect|service|teach|explain",
            "do|does|can|could|will heat_pumps|furnaces|heaters|boilers|a|an|these|those|they ... "
            "ever ... burst|catch|blow|explode|leak|start|poison|spark|smoke|burn",
            "say|suppose|supposing|imagine i|we|you|somebody|someone did? ever|were_to",
            "how much",
            "what do|does|would you|y'all|it? charge",
            "buying|buy|want|wants|need|needs|to_have|must_have|get|put ... carbon_monoxide|monoxide "
            "things|thing|ones|one|alarm|alarms|detector|detectors "
            "on_each|on_every|in_each|in_every|put_in|installed|for",
            "buying|buy one|some|a|an|those|two|another",
            "need|needs|want|wants|require|requires a|an|one|two|some|these? carbon_monoxide|monoxide|co|c_o {alarm}",
            "difference between",
            "heavier|lighter than",
            "free carbon_monoxide|monoxide test|check",
            "carbon_monoxide|monoxide test|inspection|check costs|cost|price",
            "heat_pump|heat_pumps|furnace|furnaces makes|make|give_off|produce carbon_monoxide|monoxide",
            "bill|bill's is? on fire",
            "your .. pushed|pressed|tested ... ... carbon_monoxide|monoxide",
            "checked|tested for ... carbon_monoxide|monoxide|gas|leaks",
            "says|said|shows|reads just? end",
            "how come|why ... smell|see carbon_monoxide|monoxide",
            "lost my|our|his|her|the ... ... to",
            "nervous|worried|scared about gas leaks|explosions|and",
            "all zeros",
            "cleared us|it|the_house",
            "what is|does carbon_monoxide|monoxide|co",
            "install|installed|installing|installation|replace|replaced|replacing|buy|battery|batteries ... {alarm}",
            "{alarm} ... install|installed|replaced|installation|batteries|battery",
            "low batteries|battery",
            "needs|need a? new? battery|batteries",
            "last|back_in month|year|winter|summer|fall|spring|season|{month}",
            "in {year}",
            "in two_thousand",
            "in nineteen|twenty {decade}",
            "back in the? day|nineties|eighties|{month}|{year}|spring|summer|fall|winter",
            "months|years ago",
            "used to",
            "at|in the|my|our old|last|previous|former|other place|house|home|apartment|building|job",
            "flames blue|yellow|orange|low|weak|small|on_the_burner",
            "is|was|got|been|already fixed|repaired|resolved",
            "rented|lived|renting|living|owned|was|lives here? before me|us|we|i",
            "previous|former|last tenant|tenants|owner|owners|renter|renters|people had|got|died|nearly",
            "report|paper|project|homework|presentation|essay|article for|on|about",
            "on the? tv|television|news|radio|internet|facebook said|says|say|that|about",
            "had a|this|one|some? family|patient|patients|man|guy|lady|kid|couple|woman|people ... in|come with|for",
        ],
    },
    alarm=ALARM,
    smell=SMELL,
    people="|".join(f"{who}|{who}'s" for who in (*KIN.split("|"), "he", "she")),
    street="street|avenue|road|drive|lane|court|boulevard|circle|trail|parkway|way|place",
    month="|".join(MONTHS),
    year="|".join(map(str, range(1960, 2040))),
    decade="|".join((*TENS, *TEENS)),
)
"""A thing is harmless where it is named; talk of trade, past and repair makes its whole statement harmless."""
_COOKING = (
    "cooking|toast|bacon|dinner|breakfast|lunch|supper|popcorn|pizza|steak|steaks|burgers|fish|chicken|turkey|food|"
    "grilling|frying|grill|barbecue|bbq|smoker|fire_pit|candle|candles|cigarette|cigarettes"
)
LONG_AGO = any_of(
    "last|back_in|back_in_the month|year|winter|summer|fall|spring|{month}",
    "months|years ago",
    "in {year}",
    "in two_thousand",
    "in nineteen|twenty {decade}",
    month="|".join(MONTHS),
    year="|".join(map(str, range(1960, 2040))),
    decade="|".join((*TENS, *TEENS)),
)
""" "I smelled gas back in October" tells of none now."""
WEEKS_AGO = any_of(
    "last|other week",
    "days|week|month|year ago",
)
"""Not as long ago, and yet another occasion."""
UNREPORTED = any_of(
    "not|never|nobody|no_one ... said|mentioned|complained|told|reported|noticed|smelled|smelling|heard ... "
    "anything|smell|gas|smoke|that|it|any",
    "not|never|nobody|no_one ... mentioned|complained|reported",
)
"""Who answers for somebody else denies like this: "she hasn't said anything about a smell"."""
TAKEN_BACK = any_of(
    "never mind",
    "nevermind",
    "false alarm",
    "it|that is|was just|only|actually|probably? the|my|our|a|his|her|somebody's|neighbor's ... toaster|toast|"
    "oven|stove|cooking|dinner|bacon|candle|candles|grill|barbecue|fireplace|cigarette|incense|trash|"
    "neighbor|neighbors|dog|popcorn|food|garbage",
    "it|that is|was nothing",
    "it|that was the|my|our|his|her ... curling_iron|cigar|vape|mill|refinery|landfill|feedlot|tannery",
    "it|that is|was? only|just in|from|with the|our? hot|cold|tap|well water at|in|when|just|only|it|taps|faucets",
    "because|cause it|that is|was burnt|burned {cooking}",
    "do|would|should i|we need|want both",
    "it|that was ... ... left|forgotten|forgot|stuck in the|my|our|her|his oven|toaster|microwave",
    "smell|smoke|burning|haze|it|that is|was just|only|actually|probably? me|us|myself|my|our|the|his|her "
    "wife|husband|son|daughter|kid|kids|mom|dad|roommate|mother|father|wife's|husband's? "
    "burning|burned|burnt|making|cooking|frying|grilling|baking|cooked? the|my|our|some|a|his|her|up? "
    "{cooking}|toaster|incense|garbage|trash",
    "smell|smoke|burning ... me|us|wife|husband|son|daughter cooking|burning|frying|grilling ... {cooking}",
    "fire_department|firemen|firefighters|fireman|fire_marshal|gas_company|gas_man|utility_company|utility ... "
    "turned|shut|cleared|aired|disconnected|capped|fixed|repaired|replaced",
    "fire_department|firemen|firefighters|fireman ... put ... out",
    "they put it|that|them|the_fire|the_flames|fire out",
    "freon|refrigerant|coolant kind|type|sort|stuff|i_mean",
    "it|that is|was just|only|actually|probably my|the|some|our? {cooking}|toast",
    "turned|turns out",
    "smoke|smoky|smell|burning|burnt|haze .. from|because_of the|my|our|some|a|his|her? "
    "neighbor's|neighbors|neighbor|burnt|burned|burning? {cooking}",
    "has|have? never ever|once? gone|went off",
    "i was wrong|mistaken|imagining|kidding|joking",
    "just kidding|joking",
    "my mistake",
    "scratch that",
    "take that back",
    "misspoke",
    cooking=_COOKING,
)
NEEDS_CODE = any_of("need|needs|want|have|give|gives|get|know|knows|punch|enter|type|put ... code|passcode|pin_number")
""" "The alarm's on after five, he'd need the code": a burglar's."""
EXPLAINED = any_of(
    "from|of|by|because_of|due_to the|my|our|some|a_little|burnt|burned? {cooking}",
    "it|that|they is|are|was|were just|only|actually|probably? the|my|our|a|an|her|his? "
    "car|clock|phone|microwave|timer|fridge|refrigerator|battery|batteries|security|burglar|tv|television",
    "i|we|he|she|they|kid|kids|son|daughter|wife|husband|mom|roommate just|accidentally? burned|burnt "
    "the|my|our|some|a|an|his|her? {cooking}|{dish}",
    "i|we|he|she|they|wife|husband|mom|roommate was|were|am|are|is just? "
    "cooking|frying|grilling|baking|searing|barbecuing|making_dinner|making_breakfast|making_lunch|making_toast",
    cooking=_COOKING,
    dish="egg|eggs|omelet|rice|roast|pancakes|waffles|cookies|cake|bread|bagel|beans|meat|potatoes|onions|soup|sauce|"
    "pot|pan|skillet|grease|oil",
)
""" "It went off when I was cooking", "it's just my car": why an alarm sounded, never why it smells of gas."""
