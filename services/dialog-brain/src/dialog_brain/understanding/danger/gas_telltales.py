"""Pure. What gas that escapes is told by: what it smells like, where, what hisses, what was run into."""

from __future__ import annotations

from dialog_brain.understanding.danger.one_sign import any_of
from dialog_brain.understanding.language.words import wordset

BURNS = (
    "furnace|heater|heaters|water_heater|boiler|stove|oven|dryer|fireplace|gas_logs|logs|range|grill|cooktop|meter|"
    "tank|pilot|burner|burners"
)
_PIPE = (
    "line|lines|pipe|pipes|hose|hoses|tube|tubing|connector|connection|fitting|joint|nut|valve|shutoff|lever|"
    "regulator|elbow|union|coupling|flange|petcock"
)
GAS_PIPE = any_of(
    "gas|propane|flex|yellow|yella|butane {pipe}",
    "yellow|yella|gas plastic|flex|flexible|copper|rubber|accordion|squiggly|wavy|coated {pipe}",
    "gas meter|line|riser",
    "yellow one|thing|stuff",
    "something|anything|it|thing yellow",
    "regulator|riser",
    "propane|butane|lp one|thing|pig|tank|cylinder|bottle|canister",
    "propane|gas|butane tank|cylinder|bottle",
    "propane ... tank|cylinder|bottle|canister|screw|valve",
    "{pipe} ... ... {burns_gas}",
    "{burns_gas} ... {pipe}",
    "{pipe} .. off|from|of .. tank|meter",
    "tank|line|pipe|hose ... propane|gas",
    pipe=_PIPE,
    burns_gas=BURNS,
)
BURNS_GAS = any_of("{burns_gas}", burns_gas=BURNS)
ANY_PIPE = any_of("{pipe}|pipes", pipe=_PIPE)
HISSES = any_of(
    "hissing|hisses|hiss|hissed|whistling|whistles|fizzing|fizzes|fizz|sizzling",
    "ss|sss|hss|psst|psss|pssh|pssst|sst|tss|shh|fss|fsh",
    "noise|sound|sounds|sounding|sounded|going|goes|it|hear ... like ... tire|balloon|jet|snake|snakes|kettle|"
    "air_hose|air_mattress|compressor|wind|soda|spray|teapot",
    "wind noise|sound",
    "blowing like",
    "blowing on my|me",
    "feel|hear it|gas|air ... blowing|coming|rushing",
)
ESCAPES = any_of(
    "hissing|hisses|hiss|hissed|whistling|whistles|spitting|spits|roaring|roars|bubbling|bubbles|spewing|gushing|"
    "rushing|fizzing|fizzes|singing|sings|sing|spurting|squirting|jetting",
    "ss|sss|hss|psss|pssh|psst|pssst|sst|tss|shh|fss|fsh",
    "soap|soapy ... ... bubbles|bubble|bubbled|bubbling",
    "just|still a? blowing|blowin|coming_out|spewing",
    "blowing like|out|white|air|gas",
    "it is|was coming_out",
    "blowing|blew dirt|dust|bubbles|on_my|in_my|up",
    "dirt|dust|grass|leaves|mud|sand ... jumping|flying|blowing|shooting|spraying",
    "spraying",
    "spitting|spewing|coming out|now",
    "noise|sound|sounds|sounding|going|goes like ... tire|balloon|jet|snake|kettle|wind|compressor|air_hose|teapot",
    "feel|hear it|gas|air ... blowing|coming|rushing",
    "white|frost|frosty|icy|fog|cloud|vapor|mist coming|shooting|on_it|all_over|rolling|out|at_the",
)
IT_SMELLS = any_of(
    "reeks|stinks|stink|reeking|stinking|stench",
    "smell|smells|taste|smelling|smelt|smelled it",
    "oh|lord|god|gosh|whoa|wow|man the smell|stink|stench",
    "oh|lord|god|gosh|whoa|wow ... the smell|stink|stench",
    "a|that|this|some|the|awful|bad stink|whiff",
    "has|have|got|is|get|getting that|a|this|some smell|odor",
    "there|air|house ... thick",
    "whiff|gagging|stinky",
    "smell|stink|it ... thick",
    "that is|thick|bad thick|bad",
    "smell|odor|stink|it|is|still ... strong|stronger|strongest|awful|terrible",
    "smell|smells ... awful|terrible|bad|yucky|nasty|gross|horrible|funny|sick",
    "strong|stronger|awful|terrible|funny|weird|rotten|nasty|bad smell|odor|stench",
    "makes|making|made me|us|you|her|him gag|cough|choke|sick|lightheaded|dizzy",
    "eyes is|are|keep? watering|burning|stinging|bothering|running|water|burn|sting",
    "smell is|just? filling|everywhere|all_over|getting",
)
LIKENED = (
    "rotten|garlic|garlicky|skunk|skunks|skunky|skunk's|cabbage|sauerkraut|broccoli|onion|onions|oniony|fart|farts|"
    "farted|fart's|farting|tooted|toots|poots|egg|eggs|eggy|devil|swamp|stink_bomb|stinkbomb"
)
ROTTEN = any_of(
    "{likened} ... smell|stink|odor|stench",
    "smell|stink|smells|stinks|smelling|stinking|reeks|odor|whiff|stench|like ... {likened}",
    likened=LIKENED,
)
DEAD = any_of("smell|stink|smells|stinks ... dead")
EGGS_LIKE = any_of(
    "like ... ... ... egg|eggs",
    "egg|eggs ... sun|rotted|spoiled|turned|forgot|old|week|weeks|dropped",
)
CARD = any_of(
    "scratch ... card|sniff|sticker|brochure|pamphlet|flyer|paper|thing|smell",
    "card|sticker|pamphlet|brochure|flyer|thing|sheet ... gas|utility company|people ... "
    "send|sends|sent|mail|mails|mailed|gave|give|gives|put|smell|smells",
    "stuff|smell|stink|stench|odor|additive|thing|what ... they|company put|puts|add|adds in|to|on",
    "smell|smells|stink|stinks|smelling ... stuff|additive|stink ... they put|add|stick",
    "gas you|i|we can not smell|see",
    "like ... lighter|zippo|camp_stove|bunsen|chemistry_class",
    "like ... burner|stove ... not|light|lit|catch|on",
)
NO_FLAME = any_of(
    "pilot|pilots|burner|burners|flame|logs|pilot_light is|are|was|went|has|been? gone? out",
    "pilot|pilot_light ... out",
    "no flame|fire|light",
    "not|without|ai ... ... flame|fire on_it|on|lit|there|under",
    "{burns_gas} is|was not lit|catching|lighting|burning",
    "left|leave ... jet|jets|burner|knob|valve|stove|gas open|on",
    "knob|burner|jet|stove|valve ... left|stuck|got|bumped|turned|half|cracked|wide|was|been ... on|open",
    "holding|held the|that|a? knob|button down",
    "bumped|hit|kicked|knocked|leaned|brushed ... knob|knobs|burner",
    "knob|button ... spins|spinning|broke|broken|loose|off",
    "gas|stove|burner|burners|logs|pilot ... not shut|light|close|turn|catch|lit",
    burns_gas=BURNS,
)
A_MATCH = any_of(
    "match|matches|relight|relit|strike|lighter",
    "light|lighting|lit the|it|that|my pilot|heater|water_heater|furnace|boiler|stove|oven|burner",
    "light|lighting it",
)
RUN_INTO = any_of(
    "backed|ran|drove|knocked|bumped|slid|crashed|rolled|fell|plowed|kicked ... ... into|over|on|against|off|loose",
    "hit|knocked|clipped|dinged|sheared|smashed|bent ... {gas_thing}",
    "wrench|pliers|tightened|loosened ... {gas_thing}|union|fitting|nut",
    gas_thing="meter|tank|regulator|riser|line|pipe|hose|valve|bottle|hookup",
)
A_METER = any_of("meter|tank|regulator|riser|propane|union")
STRONGEST = any_of(
    "strongest|stronger|worse|worst ... by|near|at|around|behind|under|beside|next ... "
    "{burns_gas}|pipe|baseboard|gas_line",
    "strongest|stronger|worse|worst where ... gas",
    "nose to|at|by|near|up_to|on|against ... pipe|{burns_gas}|valve|knob",
    "stronger|worse|strongest when ... nose|closer|close|bend|kneel|lean|{burns_gas}",
    "strongest|stronger ... {burns_gas}",
    burns_gas=BURNS,
)
DIGS = any_of(
    "digging|dug|dig|digs|trencher|trenching|backhoe|shovel|shoveled|excavator|excavating|auger|drilling|drilled|"
    "tilling|tiller|post_hole|mower|mowing|planting|bobcat|jackhammer|fence_post|plow|plowed|stump"
)
HIT = any_of(
    "hit|nicked|cut|cuts|sliced|clipped|snagged|popped|broke|tore|poked|struck|ripped|chopped|severed|caught|ran ... "
    "something|line|pipe|yellow|hose|tube|meter"
)
SOAP = any_of("soap|soapy|suds|sudsy|dawn|windex|dish_liquid|bubble_solution|leak_spray")
BUBBLES = any_of("bubbles|bubble|bubbled|bubbling|foam|foaming|foams|foamed")
JOINT = any_of("{pipe}|threads|seam|elbow|tee|gas|propane|meter|tank", pipe=_PIPE)
NOT_OF_GAS = wordset(
    "water flooding flooded wet refrigerant freon coolant sewer sewage septic garbage disposal trash steam radiator "
    "toilet faucet shower refrigerator fridge paint musty moldy mold mildew condensate drain ac conditioner condenser "
    "compressor duct ducts socks feet vinegar burning burnt smoke electrical"
)
FULL_OF_IT = any_of(
    "crawl|crawlspace|house|room|basement|cellar|garage|camper|kitchen|trailer|closet|cabin|shed|place|hall|rv|air "
    "is|was|just? ... full of gas|propane",
    "headful|noseful|lungful|mouthful|faceful of it|gas|propane",
    "coming|blowing|leaking|spitting out of|from the copper|pipe|line|hose|joint|fitting|union|valve|regulator",
    "rotten cabbage|cabbages|onion|onions|garlic",
)
NOT_OF_A_KITCHEN = NOT_OF_GAS | wordset(
    "cooking cooked cook cooks fried fry frying boiled boiling soup dinner supper lunch breakfast recipe salad chili "
    "sandwich scrambled dishwasher sink salt pickling compost dumpster easter hunt drop litter diaper outhouse"
)
SAYS_GAS = any_of(
    "have|has|got got? gas|propane in here|there|this|the|your", "says|said|swears it|that is gas", "mercaptan"
)
GAS_HEAT = wordset("heat company range")
