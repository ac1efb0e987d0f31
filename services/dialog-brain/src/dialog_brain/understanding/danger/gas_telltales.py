"""Pure. What gas that escapes is told by: what it smells like, where, what hisses, what was run into."""

from __future__ import annotations

from dialog_brain.understanding.language.phrases import any_of
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
    "bendy|corrugated|accordion|squiggly|wavy|wiggly|crinkly|ribbed {pipe}",
    "gas meter|line|riser|stub|cock|cap",
    "yellow one|thing|stuff",
    "something|anything|it|thing|pipe|line|hose|tube yellow",
    "silver|white tank",
    "tank ... white cloud|fog|vapor|mist",
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
_SS = "sh|ss|sss|hs|hss|ps|psst|psss|psh|pssh|pst|sst|ts|tss|shh|fs|fss|fsh"
"""As a hiss is written; letters drawn out are heard as one."""
HISSES = any_of(
    "hissing|hisses|hiss|hissed|whistling|whistles|fizzing|fizzes|fizz|sizzling",
    "{ss}",
    "noise|sound|sounds|sounding|sounded|going|goes|it|hear ... like ... tire|balloon|jet|snake|snakes|kettle|"
    "air_hose|air_mattress|compressor|wind|soda|spray|teapot",
    "wind noise|sound",
    "blowing like",
    "blowing on my|me",
    "feel|hear it|gas|air ... blowing|coming|rushing|leaking|escaping",
    ss=_SS,
)
ESCAPES = any_of(
    "hissing|hisses|hiss|hissed|whistling|whistles|spitting|spits|roaring|roars|bubbling|bubbles|spewing|gushing|"
    "rushing|fizzing|fizzes|singing|sings|sing|spurting|squirting|jetting",
    "{ss}",
    "soap|soapy ... ... bubbles|bubble|bubbled|bubbling",
    "just|still a? blowing|blowin|coming_out|spewing",
    "blowing like|out|white|air|gas",
    "it is|was coming_out",
    "blowing|blew dirt|dust|bubbles|on_my|in_my|my|up",
    "whistle|wheeze|sizzle ... out_of|from|at|by",
    "dirt|dust|grass|leaves|mud|sand|mulch|soil|gravel|hole|puddle ... "
    "jumping|flying|blowing|shooting|spraying|dancing|puffing|bubbling|boiling|hopping|fluttering",
    "blowing|throwing|kicking the? dirt|grass|mulch|leaves|dust|mud",
    "breeze|puff|puffs|jet|draft|stream|air ... out_of|on|off|off_of|from ... "
    "it|cheek|face|hand|fingers|finger|wrist|arm|fitting|pipe",
    "spraying",
    "spitting|spewing|coming out|now",
    "noise|sound|sounds|sounding|going|goes like ... tire|balloon|jet|snake|kettle|wind|compressor|air_hose|teapot",
    "feel|hear it|gas|air ... blowing|coming|rushing|leaking|escaping",
    "white|frost|frosty|icy|fog|cloud|vapor|mist coming|shooting|on_it|all_over|rolling|pouring|out|at_the",
    "white cloud|fog|vapor|mist",
    "{off} ... ... ... screaming|shrieking|howling|screeching",
    "feel|felt it cold|cool",
    "no water ... ... just|only|but wind|air",
    "come|comes|came|coming out much|a_lot|lots|plenty of? air|wind",
    ss=_SS,
    off="popped_off|came_off|came_loose|broke_off|broke_loose|snapped_off|blew_off|tore_off|sheared_off|pulled_loose|"
    "pulled_off|backed_over|backed_into|ran_over|ran_into|drove_over|drove_into|slid_into",
)
IT_SMELLS = any_of(
    "reeks|stinks|stink|stank|reeking|stinking|stench",
    "smell|smells|taste|smelling|smelt|smelled it",
    "oh|lord|god|gosh|whoa|wow|man the smell|stink|stench",
    "oh|lord|god|gosh|whoa|wow ... the smell|stink|stench",
    "a|that|this|some|the|awful|bad stink|whiff|stench",
    "smell|stench|stink|fumes made|makes|making|nearly|almost|about me|us|you|him|her|dropped|knocked",
    "noseful|headful|lungful|faceful|mouthful",
    "been|is|was|gets|getting|smelling so|real|pretty|awful? ripe|rank|foul|pungent in|here",
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
    "does|do smell|stink",
    "not|hardly|barely breathe|stay_in",
    "smell|smells a touch|bit|tad|little",
    "bit|touch|hint|trace of a? smell|odor|stink",
    "thick with|like",
    "like ... filling_station|gas_station|gas_pump|petrol_station",
    "smell|odor|stink|stench by|near|behind|around|at|under ... {burns_gas}",
    "smell|odor|stink|stench about|nearly|just? pushes|pushed|drives|drove|chases|chased|sends|sent|runs|ran "
    "you|me|us|him|her ... out|back|outside",
    burns_gas=BURNS,
)
LIKENED = (
    "rotten|garlic|garlicky|skunk|skunks|skunky|skunk's|cabbage|sauerkraut|broccoli|onion|onions|oniony|fart|farts|"
    "farted|fart's|farting|tooted|toots|poots|let_one|cut_one|egg|eggs|eggy|devil|swamp|stink_bomb|stinkbomb"
)
ROTTEN = any_of(
    "{likened} ... smell|stink|odor|stench",
    "say|says|said {likened}",
    "smell|stink|smells|stinks|stank|stunk|smelling|stinking|reeks|odor|whiff|stench|taste|tastes|tasted|like ... "
    "{likened}",
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
    "that|the stuff|stink|additive they add",
    "smell|smells|stink|stinks|smelling ... stuff|additive|stink ... they put|add|stick",
    "gas you|i|we can not smell|see",
    "like ... lighter|zippo|camp_stove|bunsen",
    "like|way ... science|chemistry|chem class|classroom|room|lab",
    "smell|smells|smelled|smelling|stinks like|of ... ... ... gas lamp|lamps|lantern|lanterns|light|lights|works|plant",
    "like ... burner|stove|grill|pilot ... not|light|lit|catch|on",
)
NO_FLAME = any_of(
    "pilot|pilots|burner|burners|flame|logs|pilot_light is|are|was|went|has|been? gone? out",
    "pilot|pilot_light ... out",
    "burner|burners|flame ... went|blew|blown|go|goes|gone|put out",
    "blew|blown|blow|put|snuffed|knocked out? the|my|a burner|flame|pilot out?",
    "knob|dial|valve|burner|handle ... still|turned|halfway|where ... on|open|halfway|was|is",
    "no flame|fire|light",
    "without|with_no a|any|no? flame|fire",
    "on|open|turned with|and nothing|none|not_one|not_a_one ... lit|burning|going",
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
KNOBS = any_of("burner|burners|pilot|knob|knobs|dial|dials|stove|range|cooktop|oven|gas|heater")
MEETS_ONE = any_of(
    "it|smell|stink|stench|odor|whiff about|nearly|almost|just|liked_to|like_to? "
    "hit|hits|knocked|knocks|slapped|smacked|bowled|met me|us|you|him|her ... "
    "face|down|over|back|when|as|coming|soon|nose|door"
)
""" "It hit me in the face when I came in"."""
WHO_COOKED = any_of(
    "who|you|somebody|someone is|has|was|did|have? been? boiling|boiled|boil|frying|fried|fry|cooking|cooked|cook|"
    "cutting|chopping|peeling ... egg|eggs|cabbage|onion|onions|garlic|broccoli|sauerkraut|sprouts",
    "who|somebody|someone is|has|was|just? farted|farting|tooted|let|passed",
)
NOBODY_DID = any_of(
    "not|nobody|never|no_one ... ... boiled|boil|cooked|cook|cooking|fried|fry|bought|eaten|farted|tooted",
    "not|nobody|never had|got|has|have ... egg|eggs|cabbage|onion|onions|garlic|stove|oven",
    "not me|him|her|us|any|one_of",
)
""" "Who's been boiling eggs?", and nobody has: what else smells so."""
AN_ANIMAL = any_of("skunk|skunks|skunky|skunk's|possum|polecat")
NO_ANIMAL = any_of(
    "not ... ... skunk|skunks|possum|polecat|critter|animal",
    "never|not ... find|found|caught|catch|trapped ... thing|one|it|any|anything|hide|skunk",
    "fourth|fifth|sixth|tenth|top floor",
)
SOUGHT = any_of(
    "trapper|trapper's|exterminator|exterminator's",
    "pest|critter|animal man|guy|control|people|company",
    "call your|the|a|you furnace|gas|heating|heater people|company|man|guy|folks",
    "looked|searched|crawled|hunted|checked everywhere|all_over|every|under",
)
""" "The trapper never caught a thing": where no skunk is found, it is none."""
METER_RUNS = any_of(
    "meter|meter's ... ... {spins}",
    "{spins} ... meter|meter's",
    spins="spinning|spins|turning|turns|whirling|racing|round_and_round|ticking|flying|running|moving",
)
ALL_OFF = any_of(
    "everything|appliance|appliances|heater|furnace|stove|boiler|dryer|range|fireplace is|are|was|all? "
    "turned|shut|switched? off",
    "nothing is|was|turned? on|running|lit|going",
    "everything|all|it shut|turned? off|down",
)
BUBBLES_UP = any_of("bubbles|bubbling ... up|out|through ... puddle|ground|yard|lawn|mud|street|dirt|driveway")
DEAD_GRASS = any_of("grass|plants|bush|bushes|lawn ... dead|brown|died|dying", "dead grass|plants|bushes|spot")
ANY_SMELL = any_of("odor|smell|stink|stench")
NO_MATCHES = any_of(
    "not|nobody|no_one|never ... light|strike|flip|touch ... match|matches|anything|nothing|switch|switches|flame",
    "no matches|open_flames|open_flame|flames|sparks|lighters",
    "not light it|the",
)
""" "Nobody strike a match till the smell clears": somebody knows what it is."""
NO_FLAMES_FOR_IT = any_of(
    "no matches|lighters|open_flames ... ... odor|smell|stink|fumes|stench",
    "no smoking no|or|and matches|lighters|flames ... ... odor|smell|stink|fumes|stench",
)
HISSES_ALONE = any_of(
    "{ss}",
    "fizzing|fizzes|fizz",
    "like ... ... snake|snakes",
    "letting|let|lets|leaking|losing ... air out_of|from",
    ss=_SS,
)
GIVES_GAS = any_of("stove|oven|range|cooktop|logs|meter|tank|dryer|grill|burner|burners|water_heater|furnace")
NOT_OF_STEAM = wordset("kettle teapot pot pan pressure cooker iron soda tire cat goose cooking frying eggs radiators")
STRIKES_YELLOW = any_of(
    "hit|nicked|cut|sliced|clipped|snagged|bit|tore|poked|struck|stabbed|ripped|chopped|severed|caught|broke ... "
    "yellow|yella plastic|flex|gas|skinny|little|rubber? line|pipe|hose|tube|tubing|thing|one",
    "ran|run|drove|put|stuck|pushed|went|got|rammed ... ... through|into|over ... "
    "yellow|yella ... line|pipe|hose|tube|tubing",
)
"""Gas is laid in yellow."""
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
    "strongest|stronger|worse|worst in|by|near|around|at ... by|near|at|around|the? meters|meter_room|boiler_room|"
    "meter_closet|furnace_room",
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
OF_HEAT = wordset("heat hot cold cool thermostat baking bread cooking humid")
NOT_OF_A_GAS_METER = wordset("electric electricity power water kilowatt kilowatts solar")
FULL_OF_IT = any_of(
    "crawl|crawlspace|house|room|basement|cellar|garage|camper|kitchen|trailer|closet|cabin|shed|place|hall|rv|air "
    "is|was|just? ... full of gas|propane",
    "headful|noseful|lungful|mouthful|faceful of it|gas|propane",
    "gas|propane is that|so|real|awful thick|strong|bad",
    "coming|blowing|leaking|spitting out of|from the copper|pipe|line|hose|joint|fitting|union|valve|regulator",
    "rotten cabbage|cabbages|onion|onions|garlic",
)
NOT_OF_A_KITCHEN = NOT_OF_GAS | wordset(
    "cooking cooked cook cooks fried fry frying boiled boiling soup dinner supper lunch breakfast recipe salad chili "
    "sandwich scrambled dishwasher sink salt pickling compost dumpster easter hunt drop litter diaper outhouse"
)
SAYS_GAS = any_of(
    "have|has|got got? gas|propane in here|there|this|the|your",
    "says|said|swears it|that is gas",
    "mean the? gas",
    "mercaptan",
)
GAS_HEAT = wordset("heat company range")
