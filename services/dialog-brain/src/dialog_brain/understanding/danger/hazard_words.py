"""Pure. Dangers in callers' words, and what only sounds like one: tables that `hazards.py` executes."""

from __future__ import annotations

from typing import Literal

from calllock.contracts.events import Hazard
from dialog_brain.understanding.language.numbers import TEENS, TENS
from dialog_brain.understanding.language.phrases import Phrases
from dialog_brain.understanding.language.words import wordset

SMELL = (
    "smell|smell's|odor's|smells|smelling|smelled|smelt|stinks|stink|reeks|odor|odors|odour|whiff|whiffs|scent|scents|"
    "fumes|taste|tastes"
)
ALARM = "alarm|alarms|detector|detectors|sensor|monitor"
_SOUNDS = (
    "going|goes|went|gone|beeping|beeps|beeped|beep|sounding|sounds|ringing|rings|chirping|chirps|blaring|screaming|"
    "triggered|activated|tripped|buzzing|screeching|shrieking|alarming|saying|says|reads|reading|shows|showing|"
    "alerting"
)
_BURNT = "burning|burnt|burned|smoke|smoky|smoldering|melting|melted|scorched|singed|burny|charred|overheating"
_STUFF = "wire|wires|wiring|plastic|rubber|insulation|electrical|outlet|cable|motor|cord"
_HARMED = (
    "leaking|hissing|whistling|broke|broken|ruptured|cut|hit|nicked|punctured|severed|struck|damaged|cracked|snapped|"
    "burst|sheared|pierced|clipped|drilled"
)
_MACHINE = (
    "unit|furnace|ac|heater|system|conditioner|condenser|motor|blower|fan|outlet|panel|breaker|thermostat|vent|wire|"
    "wires|boiler|compressor|handler|pump|it|something|box|disposal|dryer|duct|vents"
)

NAMED: Phrases[Hazard] = Phrases(
    {
        "GAS_LEAK": [
            "{smell} gas",
            "{smell} ... gas|propane|gassy",
            "gas i|we ... {smell}",
            "gas|propane {smell}",
            "gas|propane is|was|just? {smell}|leaking|escaping|hissing|coming|building|collecting|filling|pouring|"
            "flowing|spewing|blowing|everywhere",
            "gas|propane hose|connector|fitting|line|pipe ... came|come|fell|popped|broke off|loose|apart",
            "left|leave|forgot the|a|my|one? gas|burner|burners|stove|knob on",
            "because of ... gas|propane|fumes|smoke",
            "gas|propane {alarm} ... {sounds}",
            "gas|propane {alarm} ... not|on|will",
            "gas|propane leak|leaks|leaking|leakage",
            "leaking gas|propane|natural_gas",
            "leak in|on|from|of the|my|a|our? gas|propane",
            "gas|propane line|pipe|valve|meter|main is|was|got? {harmed}",
            "gas_line|gas_pipe|gas_main|gas_meter|gas_hose|regulator .. "
            "{harmed}|bent|knocked|loose|disconnected|exposed",
            "{harmed} the|a|our|my|into_the|into_a|through_the? gas line|pipe|main|meter",
            "gas|utility company|man|guy|people|crew .. leak",
            "gas|propane will|does|would not shut|turn|stop",
            "gas|gassy|propane|sulfur|sulphur|sulfury|eggy|mercaptan|skunk kind_of|type_of|sort_of|like? {smell}",
            "{smell} ... mercaptan|skunk|skunky|cabbage|stove|burner|rotten",
            "pilot|pilot_light|burner|propane|gas_valve|gas_line|meter ... {smell}",
            "knob|burner|burners|valve|stove ... left on|open",
            "sulfur|sulphur",
            "like|maybe|possibly|probably|perhaps a_little|a_bit_of|some|a_slight|natural? gas|propane",
            "rotten|bad|spoiled egg|eggs",
            "{smell} ... egg|eggs|sulfur|sulphur|sulfuric",
            "sulfur|sulphur|sulfurous|egg|eggy {smell}",
            "gas|propane tank|cylinder|bottle|grill is|was? leaking|hissing",
            "hissing",
            "hiss",
        ],
        "CO_EVENT": [
            "carbon_monoxide|monoxide|co|c_o|co2|co_two {alarm} ... {sounds}",
            "carbon_monoxide|monoxide|co|c_o {alarm} is|was|keeps? {sounds}|on",
            "{sounds} ... carbon_monoxide|monoxide|co|c_o {alarm}",
            "carbon_monoxide|monoxide|co|c_o {alarm} will|does|would not stop|quit|shut",
            "{alarm} for|of|says|reads|detected|detects ... carbon_monoxide|monoxide",
            "carbon monoxide",
            "ppm",
            "parts per million",
            "four|4 beeps|chirps|short_beeps|quick_beeps|loud_beeps",
            "beeps|beeping|beeped|chirps|chirping|chirped four|4 times",
            "says|said|reads|shows co|c_o",
            "monoxide",
            "{alarm} ... says|saying|reads|reading|shows|showing ... evacuate|danger|ppm|parts|leave|poisoning",
            "exhaust|exhaust_gas|flue_gas is|keeps|was? coming|comes|backing|backs|leaking|leaks|venting|blowing",
            "soot|sooty",
            "generator|grill|charcoal|barbecue|car|truck|engine is|was? running|going|idling|on|lit|burning ... "
            "inside|indoors|garage|basement|living_room",
            "running|run the|a|our|my generator|grill|charcoal|barbecue|car|truck|engine running? in|inside|indoors",
            "co poisoning|leak",
            "exhaust|furnace|flue|heater fumes|gases",
            "fumes ... coming|in|inside|into|filling",
            "flue|flue_pipe|exhaust_pipe|vent_pipe on|of|from? the|my|our? furnace|heater|boiler|water_heater? .. "
            "fell|came|broke|disconnected|separated|blocked|plugged|collapsed|nest|apart|off|crushed|hole|holes",
            "chimney ... blocked|plugged|collapsed|nest|backing",
            "{alarm} is|keeps? says|said|reads|read|reading|shows|showing|at|hit|hits|reached {figure}",
            "nest|bird|birds|squirrel|leaves in|inside|blocking|stuck ... flue|chimney|exhaust|vent_pipe",
        ],
        "ELECTRICAL_FIRE": [
            "burning|burnt|burned|burny|smoky|smoke|scorched|acrid|electrical|chemical|singed|charred|melting ... "
            "{smell}",
            "{smell} ... acrid|chemicals|exhaust|electrical|overheated|overheating|toasty|ozone|campfire|bonfire|"
            "fireworks|matches|ash|ashes|fish|fishy",
            "{smell} like|really|very|kind_of? hot|something_hot",
            "{smell} kind_of|sort_of|almost|really|just? like a|an|something|the? hot|iron|solder|toaster|burner",
            "hot|fishy metal|plastic|rubber|wire|electrical? {smell}",
            "smoky|haze|hazy|ash|ashes|embers|fireball|tingle|tingles|tingling|melting|melted",
            "spark|sparks ... jump|jumped|jumping|fly|flew|shoot|shot|out|when|whenever",
            "ball|burst|flash|tongue of fire|flame|light|sparks",
            "{smell} ... {burnt}|burn",
            "{smell} of|like ... fire",
            "{smell} like ... wire|wires|wiring|plastic|rubber|insulation",
            "plastic|rubber|wire|wires {smell}",
            "something|someone ... burning|burnt|smoldering|smoking",
            "{stuff} ... burning|melting|melted|burnt|smoking|sparking|sparks",
            "burning|melting|melted|burnt|smoking|sparking ... {stuff}",
            "smoke|smoking|fumes coming|from|in|out|inside|everywhere|billowing|pouring|filling|rising|all",
            "blowing|puffing|spewing|emitting|putting_out|throwing_out smoke|sparks",
            "smoke came|comes|coming|goes|poured|pours|rolls|rolling|drifts|drifting back? out|from|in|into|up|down",
            "hot|buzzing|humming|popping|crackling and smoking|sparking",
            "smoke is|was coming|pouring|billowing|everywhere|rising|filling",
            "see|seeing|saw|is|have|having|got|getting|some|lot_of|little|bit_of|of|white|black|gray|grey|thick|with|"
            "puffs_of|much smoke",
            "{machine} is|was|are|started|starts|keeps|just? smoking|smokes|smoked|sparking|sparked|sparks|burning",
            "an|electrical|loud|blue arc",
            "sparking|arcing|smoldering|smouldering",
            "{machine}|wall|ceiling|attic|walls|cord|plug|switch|lights|meter|garage|house|kitchen|basement|closet ... "
            "smoking|sparking|melting|smoldering|scorched|burning_up|charred|arcing",
            "see|seeing|saw|throwing|flying|shooting|making|some|with|of|are|is|were|was|had|getting sparks|sparking",
            "sparks is|are? coming|flying|shooting|from|in|out",
            "big|huge|giant|bright|blue|little|small|white spark|flash",
            "just|only some|a_little|the|a_bit_of? smoke|sparks|fire|flames",
            "on fire",
            "caught|catching|catches|catch fire",
            "is|a|see|saw|seeing|have|electrical|small|electric|of|open fire",
            "flames",
            "orange|red|reddish glow|glowing",
            "glowing|turned|turning|getting|gets|got red|orange|cherry_red|red_hot",
            "a glow|flicker in|inside|behind|under|from",
            "red|white hot",
            "scorching|scorched|singeing|singed|charring|charred|burned|burnt|blackening|blackened "
            "the|my|our|a|up? wall|walls|ceiling|floor|carpet|wood|paint|panel|"
            "cabinet|curtain|curtains",
            "burned|burnt a hole",
            "scorch|scorched|burn|burnt|burned|char|charred|singe|singed mark|marks|spot|spots",
            "wall|ceiling ... is|feels|getting|are hot",
            "furnace|heater|boiler|stove|water_heater|something|generator just? exploded|blew_up|went_boom|blown_up",
            "an? explosion",
            "like chemicals|exhaust",
            "flame coming|shooting|rolling",
            "smoke|fire {alarm} ... {sounds}",
            "smoke|fire {alarm} is|was|keeps? {sounds}|on",
            "{sounds} ... smoke|fire {alarm}",
            "smoke|fire {alarm} will|does|would not stop|quit|shut",
        ],
    },
    smell=SMELL,
    alarm=ALARM,
    sounds=_SOUNDS,
    burnt=_BURNT,
    stuff=_STUFF,
    machine=_MACHINE,
    harmed=_HARMED,
    figure="|".join((*map(str, range(10, 1000)), *TENS, *TEENS, "hundred")),
)
ANSWERS: Phrases[Hazard] = Phrases(
    {
        "GAS_LEAK": ["gas", "gas {smell}", "natural gas", "propane", "gas leak", "hissing", "the {smell}"],
        "CO_EVENT": ["carbon monoxide", "co", "co {alarm}", "carbon_monoxide {alarm}", "alarm", "alarms", "detector"],
        "ELECTRICAL_FIRE": [
            "smoke",
            "burning",
            "something? burning",
            "burning {smell}",
            "sparks",
            "fire",
            "flames",
            "smoke {alarm}",
        ],
    },
    smell=SMELL,
    alarm=ALARM,
)
"""Enough when it is the whole answer to the safety question."""
IN_ANSWER: Phrases[Hazard] = Phrases(
    {
        "GAS_LEAK": [
            "i|we|can|do smell|smelled|smelling a_little|a_bit_of? something|it",
            "egg|eggs|eggy",
        ],
        "CO_EVENT": ["one|thing ... {sounds}", "{alarm} ... {sounds}"],
    },
    smell=SMELL,
    alarm=ALARM,
    sounds=_SOUNDS,
)
"""Enough anywhere in the answer to the safety question."""
BEFORE_ANSWER = wordset(
    "yes yeah yep yup um uh well i we there is are think a an the some little bit of just maybe like kind sort slight "
    "slightly strong faint do have smell see hear got it that could might may be know my even "
    "only definitely probably actually and also ma'am sir"
)
AFTER_ANSWER = wordset(
    "yes yeah i think please now right a little bit maybe too also smell at "
    "in my our the house home here anywhere around am not sure certain positive"
)

OWNED = frozenset(["have", "got"])
""" "We have a smoke detector" tells of no alarm."""
ONLY = frozenset(["just", "only"])
HARMLESS_NEXT = wordset(
    "furnace furnaces stove heater heaters heat heating company companies station bill bills grill fireplace "
    "range oven "
    "water unit units logs log dryer boiler powered appliance appliances guy man bottle tank card station "
    "stations pack price prices money mileage"
)
HARMLESS: Phrases[Literal["thing", "talk"]] = Phrases(
    {
        "thing": [
            "gas leak detector|detectors|test|tests|testing|inspection|inspections|detection|check|checks|repairs",
            "fire|smoke department|station|extinguisher|sprinkler|sprinklers|free|test|break|shop",
            "fire place|pit|wood|works|drill|drills",
            "i|we|you|he|she|they|everyone|everybody|people|kids ... melting|melted",
            "frosting|freezing|icing|freezes|frosts|ices ... melting|melted|melts",
            "ice|icicle|icicles|snow|frost|frozen|food|candle|candles|cream|popsicle|popsicles|chocolate|crayon ... "
            "melting|melted",
            "melting|melted on|onto|all_over the|my? floor|ground|carpet|everything",
            "melting|melted ... ice|snow|frost|food|cream|crayon|crayons",
            "sulfur|sulphur water",
            "ac|conditioner|condenser|compressor|handler|refrigerator|outside_unit|outdoor_unit "
            "is|was? keeps|makes|making|started? a|this|that|loud|weird? hissing",
            "hissing sound|noise? from|at|in|by|out_of the|my|our ac|air_conditioner|air_handler|condenser|compressor|"
            "outside_unit|outdoor_unit",
            "igniter|ignitor ... glow|glowing|red|orange",
            "{smell} from|of|like the|my|our|some|fresh|new? new|fresh? "
            "paint|carpet|varnish|bleach|cleaner|cleaners|polish",
            "neighbor|neighbors|neighbor's|friend|brother|sister ... had ... fire",
            "clean|cleaned|cleaning|sweep|sweeping|remove|vacuum ... soot",
            "rotten food|meat|fish|fruit|wood|milk|vegetables",
            "smoking hot",
            "smoke|fire {alarm} ... chirping|chirps|chirp",
            "burning a_lot_of|too_much|so_much|lots_of",
            "burning up|hot|fuel|oil|wood|money|through|electricity",
            "burglar|security|car|door|fridge|refrigerator|baby|phone|clock|pump|"
            "septic|water|flood|float|freezer|sump {alarm}",
            "{alarm} clock|company|system_company",
            "toilet|faucet|tap|radiator|sink|shower|refrigerant|freon ... hissing",
            "hissing ... toilet|faucet|tap|refrigerant|freon|radiator|tire",
        ],
        "talk": [
            "do|can you guys|folks|all? do|handle|install|sell|offer|replace|check|test|inspect|service",
            "how much",
            "what is|does carbon_monoxide|monoxide|co",
            "install|installed|installing|installation|replace|replaced|replacing|buy|battery|batteries ... {alarm}",
            "{alarm} ... install|installed|replaced|installation|batteries|battery",
            "low batteries|battery",
            "needs|need a? new? battery|batteries",
            "last month|year|winter|summer|fall|spring|season",
            "months|years ago",
            "used to",
            "flames blue|yellow|orange|low|weak|small|on_the_burner",
            "is|was|got|been|already fixed|repaired|resolved",
        ],
    },
    alarm=ALARM,
    smell=SMELL,
)
"""A thing is harmless where it is named; talk of trade, past and repair makes its whole statement harmless."""
UNREPORTED: Phrases[bool] = Phrases(
    {
        True: [
            "not|never|nobody|no_one ... said|mentioned|complained|told|reported|noticed|smelled|smelling|heard ... "
            "anything|smell|gas|smoke|that|it|any",
            "not|never|nobody|no_one ... mentioned|complained|reported",
        ]
    }
)
"""Who answers for somebody else denies like this: "she hasn't said anything about a smell"."""
TAKEN_BACK: Phrases[bool] = Phrases(
    {
        True: [
            "never mind",
            "nevermind",
            "false alarm",
            "it|that is|was just|only|actually|probably? the|my|our|a|his|her|somebody's|neighbor's ... toaster|toast|"
            "oven|stove|cooking|kitchen|dinner|bacon|candle|candles|grill|barbecue|fireplace|cigarette|incense|trash|"
            "neighbor|neighbors|dog|popcorn|food|garbage",
            "it|that is|was nothing",
            "fire_department|firemen|firefighters|fireman|fire_marshal|gas_company|gas_man|utility_company|utility ... "
            "turned|shut|cleared|aired|disconnected|red_tagged|capped|tagged",
            "turned|turns out",
            "i was wrong|mistaken|imagining|kidding|joking",
            "just kidding|joking",
            "my mistake",
            "scratch that",
            "take that back",
            "misspoke",
        ]
    }
)
