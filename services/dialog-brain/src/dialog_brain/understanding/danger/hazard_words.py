"""Pure. Dangers in callers' words: the table that `hazards.py` executes."""

from __future__ import annotations

from calllock.contracts.events import Hazard
from dialog_brain.understanding.language.numbers import TEENS, TENS
from dialog_brain.understanding.language.phrases import Phrases

SMELL = (
    "smell|smell's|odor's|smells|smelling|smelled|smelt|stinks|stink|reeks|odor|odors|odour|whiff|whiffs|scent|scents|"
    "fumes|taste|tastes"
)
ALARM = "alarm|alarms|detector|detectors|sensor|monitor"
SOUNDS = (
    "going|goes|went|gone|beeping|beeps|beeped|beep|sounding|sounds|ringing|rings|chirping|chirps|blaring|screaming|"
    "triggered|activated|tripped|buzzing|screeching|shrieking|alarming|saying|says|reads|reading|shows|showing|"
    "alerting|hollering|howling|wailing|yelling|squealing|squawking|shouting|blared|blares|screamed|screams|screeched|"
    "screeches|shrieked|shrieks|wailed|wails|howled|howls|hollered|sounded|buzzed|squealed|squawked|alerted"
)
_BURNT = "burning|burnt|burned|smoke|smoky|smoldering|melting|melted|scorched|singed|burny|charred|overheating"
_STUFF = "wire|wires|wiring|plastic|rubber|insulation|electrical|outlet|cable|motor|cord"
_HARMED = (
    "leaking|hissing|whistling|broke|broken|ruptured|cut|hit|nicked|punctured|severed|struck|damaged|cracked|snapped|"
    "burst|sheared|pierced|clipped|drilled"
)
_MACHINE = (
    "unit|furnace|ac|heater|system|conditioner|condenser|motor|blower|fan|outlet|panel|breaker|thermostat|vent|wire|"
    "wires|boiler|compressor|handler|pump|it|thing|something|box|disposal|dryer|duct|vents"
)

_SEEN = (
    "see|sees|saw|seen|seeing|notice|notices|noticed|noticing|spot|spots|spotted|report|reports|reported|reporting|"
    "mention|mentions|mentioned|describe|describes|described|watched|found|get|gets|getting|got|gave|gives|"
    "makes|made|making|throws|threw|throwing|throw|shoots|shot|shooting|"
    "blows|blowing|blew|puffs|puffing|pours|pouring|poured|spews|spewing|spits|spitting|spit|spat|emits|emitting|puts|"
    "putting|belching|billowing|sends|sending|leaks|leaking|fills|filling|filled|came|coming|comes"
)
"""Of whom it is said, and when, makes no difference: I see, she saw, they reported, told us about."""
_NOTICED = (
    "notice|notices|noticed|noticing|report|reports|reported|reporting|mention|mentions|mentioned|detect|detects|"
    "detected|complained_of|complained_about|complaining_of|complaining_about|complains_of|describes|described|about|there_was|there_were|there_is"
)
_UTILITIES = (
    "atmos|atmos_energy|puget_sound_energy|pse|national_grid|con_edison|pg_and_e|socalgas|socal_gas|centerpoint"
)
_ALARM_BRANDS = "first_alert|kidde|nest_protect"
_HEARD = "hear|hears|heard|hearing|report|reports|reported|reporting|mentioned|about"
_FEW = "a_few|some|a_couple_of|a_bunch_of|a_lot_of|lots_of|tiny|little|small|blue|white|orange|yellow|bright|big|these"

NAMED: Phrases[Hazard] = Phrases(
    {
        "GAS_LEAK": [
            "{smell} gas",
            "{smell} ... gas|propane|gassy|gasoline",
            "gas i|we ... {smell}",
            "gas|propane|gasoline {smell}",
            "gas|propane is|was|just? {smell}|leaking|escaping|hissing|coming|building|collecting|filling|pouring|"
            "flowing|spewing|blowing|everywhere",
            "gas|propane hose|connector|fitting|line|pipe ... came|come|fell|popped|broke off|loose|apart",
            "left|leave|forgot the|a|my|one? gas|burner|burners|stove|knob on",
            "because of ... gas|propane|fumes|smoke",
            "{noticed} some|a_little|a_bit_of|faint|natural|strong? gas|propane",
            "definitely|certainly|totally|surely|absolutely|for_sure|hundred_percent gas",
            "gas|propane|burner|stove is|was|were|been|stayed? on all_night|all_day|for_hours",
            "not shut|stop the|my|our|off? gas|propane",
            "huele|oler|olor|huelo mucho|como|muy? a? gas|huevo|huevos|podrido",
            "fuga|escape|hay de? gas",
            "gas|propane {alarm} ... {sounds}",
            "gas|propane {alarm} ... not|on|will",
            "gas|propane line|pipe|main|meter|valve|hose|connector? leak|leaks|leaking|leakage",
            "leaking gas|propane|natural_gas",
            "leak in|on|from|of the|my|a|our? gas|propane",
            "gas|propane line|pipe|valve|meter|main is|was|got? {harmed}",
            "gas_line|gas_pipe|gas_main|gas_meter|gas_hose|regulator .. "
            "{harmed}|bent|knocked|loose|disconnected|exposed",
            "{harmed} the|a|our|my|into_the|into_a|through_the? gas line|pipe|main|meter",
            "gas|utility company|man|guy|people|crew|service|provider|inspector|technician .. leak",
            "{utility} .. leak",
            "gas man|guy|company|people|crew|fella|lady ... ... found|detected a|the|one|some? leak",
            "{utility} ... found|detected|says|said .. leak",
            "utility|utilities found|detected|says|said|reported|told ... leak",
            "gas|propane will|does|would not shut|turn|stop",
            "gas|gassy|propane|sulfur|sulphur|sulfury|eggy|mercaptan|skunk kind_of|type_of|sort_of|like? {smell}",
            "{smell} ... mercaptan|skunk|skunky|cabbage|stove|burner|rotten",
            "gas|propane come|comes|came|coming|leaking|pouring out",
            "smell ... i|you|we mean the? gas",
            "soap ... ... bubbles|bubble|bubbled",
            "pilot|pilot_light|burner|propane|gas_valve|gas_line|meter ... {smell}",
            "knob|burner|burners|valve|stove ... left on|open",
            "sulfur|sulphur",
            "like|maybe|possibly|probably|perhaps a_little|a_bit_of|some|a_slight|natural? gas|propane",
            "rotten|bad|spoiled egg|eggs",
            "egg|eggs gone off|bad",
            "{smell} ... egg|eggs|sulfur|sulphur|sulfuric",
            "sulfur|sulphur|sulfurous|egg|eggy {smell}",
            "gas|propane tank|cylinder|bottle|grill is|was? leaking|hissing",
            "hissing",
            "hiss",
            "some|kind_of|sort_of|this gas in|coming|around|smell|leaking",
            "gas in my|our|the|this room|house|bedroom|apartment|kitchen|basement|building|trailer|place",
        ],
        "CO_EVENT": [
            "carbon_monoxide|monoxide|co|c_o|co2|co_two {alarm} ... {sounds}",
            "carbon_monoxide|monoxide|co|c_o {alarm} is|was|has|keeps? been? {sounds}|on",
            "that is|was the|my|our|your|their carbon_monoxide|monoxide|co|c_o {alarm}",
            "{sounds} ... carbon_monoxide|monoxide|co|c_o {alarm}",
            "carbon_monoxide|monoxide|co|c_o {alarm} will|does|would not stop|quit|shut",
            "{alarm} for|of|says|reads|detected|detects ... carbon_monoxide|monoxide",
            "carbon monoxide",
            "co|c_o alert|alerts|warning",
            "hear|hears|heard|hearing .. alarm|alarms|detector|detectors",
            "{alarm} is|are|has|have|keeps|still|stays been|still|just? on|going|activated|triggered|tripped|ringing|"
            "doing_that",
            "{alarm} ringing|going",
            "{alarm} in|on|by|near|outside|upstairs|downstairs ... is|has|keeps been|just|still? going|ringing|"
            "activated",
            "trips|sets_off|keeps_tripping|keeps_setting_off the|my|our|an {alarm}",
            "{alarm} just? came|comes|coming|kicked|turned|turns on",
            "{brand} thing|unit|device|one|alarm|detector? ... {sounds}",
            "{brand} thing|unit|device|one|alarm|detector? will|does|would not stop|quit|shut",
            "ppm|p_p_m",
            "the one in|on|by|outside the|our|my? hall|hallway|bedroom|basement|kitchen|ceiling|wall|upstairs "
            "is|just|keeps|started|has been|started? beeping|going_off|blaring|screaming|sounding",
            "carbon_monoxide|monoxide|co|c_o reading|readings|level|levels",
            "carbon_monoxide|monoxide|co|c_o thing|device|unit|meter|gadget|machine ... {sounds}",
            "parts per million",
            "move|moving|get to fresh_air",
            "it|thing|wall|box|voice|alarm|one|detector "
            "says|said|saying|keeps|hollering saying|hollering|yelling? fresh_air|evacuate|leave_the|get_out",
            "{alarm} is|has|was|keeps? been? {sounds} for|since|all ... hour|hours|minutes|morning|night|day",
            "beep beep beep",
            "steady|constant|continuous|nonstop beep|beeping|tone|siren",
            "four|4 beeps|chirps|short_beeps|quick_beeps|loud_beeps",
            "beeps|beeping|beeped|chirps|chirping|chirped four|4 times",
            "says|said|reads|shows co|c_o",
            "monoxide",
            "{alarm} ... says|saying|reads|reading|shows|showing ... evacuate|danger|ppm|parts|leave|poisoning",
            "exhaust|exhaust_gas|flue_gas is|keeps|was? coming|comes|backing|backs|leaking|leaks|venting|blowing",
            "soot|sooty",
            "{heard} the|a|an|my|our|your|her|his|their|this|that? carbon_monoxide|monoxide|co|c_o {alarm}",
            "carbon_monoxide|monoxide|co|c_o {alarm} just|has|keeps? started|starting|kicked_on|kicked_off|"
            "set_off|woke|wakes|waking|scared",
            "monóxido|monoxido",
            "generator|grill|charcoal|barbecue|hibachi|camp_stove inside|indoors",
            "burning|burned|burn|lit|lighting|brought|using ... charcoal|hibachi|grill|camp_stove ... "
            "inside|indoors|living_room|sunroom|garage|kitchen|bedroom|house",
            "generator|grill|charcoal|barbecue|car|truck|engine is|was? been? running|going|idling|on|lit|burning ... "
            "inside|indoors|garage|basement|living_room",
            "generator|charcoal|grill|hibachi in|inside|on the|our|my? basement|garage|house|kitchen|living_room|"
            "breezeway|mudroom|mud_room|laundry|laundry_room|utility_room|hallway|bathroom|bedroom|sunroom|"
            "crawl_space|crawlspace|cellar|attic|tent|camper|cabin|workshop",
            "left|leave ... car|truck running ... in the|my|our? garage",
            "running|run the|a|our|my generator|grill|charcoal|barbecue|car|truck|engine running? in|inside|indoors",
            "co poisoning|leak",
            "exhaust|furnace|flue|heater fumes|gases",
            "fumes ... coming|in|inside|into|filling|rolling",
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
            "wiry|wirey|hot_wiry|metallic_hot {smell}",
            "hot|fishy metal|plastic|rubber|wire|electrical? {smell}",
            "smoky|haze|hazy|ashes|embers|fireball|tingle|tingles|tingling|melting|melted",
            "{seen} ... sparks",
            "is|are|was|were|had|have|has|of|about {few}? sparks|smoke",
            "{few} sparks",
            "ash in|on|from|coming|everywhere|floating|falling|blowing",
            "sparks and smoke|flames|fire",
            "and|then sparks",
            "zzz|zzzz and spark",
            "flame|flames ... wires|wire|wiring|where",
            "then|and smoke ... when|everywhere|in|from|out",
            "god|gosh|jesus|lord|crap|shit|hurry|help sparks|smoke|fire",
            "fire is|are|just? coming|shooting|pouring|spreading|everywhere",
            "box|disconnect|disconnect_box is|was? buzzing|humming|sizzling|crackling ... hot|smells|stinks|smoke",
            "plug|cord|outlet|switch|breaker sparked",
            "crackling|sizzling ... wall|walls|panel|ceiling|attic|breaker|socket|outlet",
            "{seen} .. smoke",
            "{seen}|there ... a|one|another {few}? spark",
            "about|of|is|was|had|have a|one|another {few}? spark",
            "huele|oler|olor|huelo mucho|como|muy? a? quemado|humo|quemada",
            "hay|veo|vemos|sale|salen|saliendo|con|mucho ... humo|fuego|incendio|chispas|llamas",
            "se está|esta|están|estan? quemando|incendiando",
            "incendio|chispas",
            "spark|sparks ... jump|jumped|jumping|fly|flew|shoot|shot|out|when|whenever",
            "ball|burst|flash|tongue of fire|flame|light|sparks",
            "{smell} ... {burnt}|burn",
            "{smell} of|like ... fire",
            "{smell} like ... wire|wires|wiring|plastic|rubber|insulation",
            "{smell}|{noticed} hot|melting|melted plastic|rubber|metal|wires|insulation",
            "plastic|rubber|wire|wires {smell}",
            "something|someone ... burning|burnt|smoldering|smoking",
            "{stuff} ... burning|melting|melted|burnt|smoking|sparking|sparks",
            "burning|melting|melted|burnt|smoking|sparking ... {stuff}",
            "smoke|smoking|fumes coming|from|in|out|inside|everywhere|billowing|pouring|filling|rising|all",
            "blowing|puffing|spewing|emitting|putting_out|throwing_out smoke|sparks",
            "smoke is? came|comes|coming|goes|poured|pours|rolls|rolling|drifts|drifting|backing "
            "back|up? out|from|in|into|up|down",
            "fireplace|chimney|wood_stove|woodstove|pellet_stove|insert is|keeps? smoking|smokes|smoked|puffing "
            "up|into|out|back|in the|my|our|us|whole",
            "wire|wires|power_line|power_lines|electric_line|a_line is|has|just? came|come|fell|fallen|down down? "
            "in|on|across|over|into|onto the|my|our|a? back|front? yard|backyard|driveway|street|lawn|fence|roof|road|"
            "sidewalk|garden|alley|car|tree|pool",
            "hot|buzzing|humming|popping|crackling and smoking|sparking",
            "smoke is|was just? coming|pouring|billowing|everywhere|rising|filling",
            "see|seeing|saw|is|have|having|got|getting|some|lot_of|little|bit_of|of|white|black|gray|grey|thick|with|"
            "puffs_of|much|brown|blue smoke",
            "{machine} in|on|by|outside|behind ... is|was|started|keeps|are smoking|sparking|smoldering",
            "{machine} is|was|are|started|starts|keeps|just? smoking|smokes|smoked|sparking|sparked|sparks|burning|"
            "glowing|glows",
            "an|electrical|loud|blue arc",
            "sparking|arcing|smoldering|smouldering",
            "{machine}|wall|ceiling|attic|walls|cord|plug|switch|lights|meter|garage|house|kitchen|basement|closet ... "
            "smoking|sparking|melting|smoldering|scorched|burning_up|charred|arcing",
            "see|seeing|saw|throwing|flying|shooting|making|some|with|of|are|is|were|was|had|getting sparks|sparking",
            "sparks is|are? coming|flying|shooting|from|in|out",
            "big|huge|giant|bright|blue|little|small|white|see|seen|saw a? spark|flash|flashes",
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
            "furnace|heater|boiler|stove|water_heater|something|generator|capacitor|transformer just? "
            "exploded|blew_up|went_boom|blown_up",
            "{machine} just? exploded|went_boom|went_bang",
            "shooting|shoots|shot|spitting|spits|spit|blowing|throwing|spewing|breathing fire",
            "there|saw|see|was|and|with a? flash",
            "pop|popped|popping|bang|boom|zap ... flash|flashed",
            "an? explosion",
            "like chemicals|exhaust",
            "flame is? coming|shooting|rolling",
            "flame came|rolled|comes|shot|shoots|jumped|jumps|popped ... up|out|from|through|off|across",
            "smoke|fire {alarm} ... {sounds}",
            "smoke|fire {alarm} is|was|keeps? {sounds}|on",
            "{sounds} ... smoke|fire {alarm}",
            "smoke|fire {alarm} will|does|would not stop|quit|shut",
        ],
    },
    smell=SMELL,
    alarm=ALARM,
    sounds=SOUNDS,
    burnt=_BURNT,
    stuff=_STUFF,
    machine=_MACHINE,
    harmed=_HARMED,
    seen=_SEEN,
    noticed=_NOTICED,
    heard=_HEARD,
    few=_FEW,
    utility=_UTILITIES,
    brand=_ALARM_BRANDS,
    figure="|".join((*map(str, range(10, 1000)), *TENS, *TEENS, "hundred")),
)
