"""Pure. What a fire in the wiring is told by: plugs that crackle, plastic that gives, scorch marks."""

from __future__ import annotations

from dialog_brain.understanding.danger.hazard_words import SMELL
from dialog_brain.understanding.language.phrases import any_of
from dialog_brain.understanding.language.words import wordset

SOCKETS = any_of(
    "outlet|outlets|socket|plug|plugs|cord|breaker|breakers|panel|fuse_box|breaker_box|wire|wires|wiring|"
    "conduit|transformer|disconnect|disconnect_box|power_strip|strip|switch|light_switch|lug|lugs|junction_box|"
    "control_board|thermostat|extension_cord|light_fixture|prong|prongs|electric_box|electrical_box|gray_box|"
    "meter_box|fuse|fuses|capacitor|contactor|cable|insulation|dimmer|charger|switchplate|fixture|lamp",
    "box of the? electric|electricity|power|light|lights|fuses|breakers",
)
CRACKLES = any_of(
    "crackling|crackles|crackle|sizzling|sizzles|sizzle|frying|zapping|arcing|zzz|zzzz|tst|bzz|bzzt|spitting|spits",
    "crispy|crisped|drippy|gooey|charred|toasted|toasty|droopy|drooping|sagging|oozing|"
    "shriveled|blistered|blistering|bubbling",
    "not|no|lost|without|ate|chewed|missing ... skin|coating|insulation|covering|jacket",
    "brown|tan|black|burnt|burned|scorched|dark|melted|bubbled|blistered|warped all? around|along|up|near|over ... "
    "edge|edges|wall|wallpaper|plate|paint|corner|side|holes",
    "black|brown|tan|burn|scorch|soot mark|marks|ring|streak|smudge|spot|smear|tear|drip|trickle",
    "went|gone|going|turned|turning|got|is|are|has all|kinda|kind_of? brown|cherry_red|red_hot",
    "all black|brown",
    "wires|wire|wiring|conduit|panel|outlet|plug ... popping|pops",
    "spitting|spit|spits blue|fire|at|sparks",
    "hot|warm to_the_touch",
    "dripping|drips|dripped like|wax|down|onto|plastic",
    "dripping|drips|dripped ... ... wire|wires|wax|candle",
    "popping|snapping and snapping|popping|crackling|sparking",
    "snapping|snapped|snaps|popped|pops at",
    "like fireworks|firecrackers|sparklers",
    "hot as ... griddle|stove|pistol|fire|iron|skillet|poker",
    "welded|fused itself|to|together|in",
    "see|saw|seen|is a|the|this? blue|orange light|lights|glow in|inside",
    "too|so|real hot i|we|you|she|he can not ... touch|hold|finger|hand",
    "too|so|real|hot hot to_touch|to_hold|to_keep|to_put|to_leave|as|like",
    "flame|flames",
)
GLOWS = any_of(
    "one|wire|wires|cord|cords|end|it|plug|outlet|socket|breaker is|are|was? glowing|glows|glowed",
    "wire|wires|cord|cords|prong|prongs .. is|was|are|were glowing|glowed",
)
_ELECTRIC = (
    "heater|heaters|space_heater|baseboard|cord|plug|outlet|thermostat|unit|strip|box|switch|breaker|fan|motor|"
    "adapter|window_unit|air_conditioner|ac|charger|handle"
)
ELECTRIC = any_of("{electric}", electric=_ELECTRIC)
PLASTIC_GIVES = any_of(
    "plastic|casing|cover|cord|plug|knob|vent|housing|end|side|handle|charger|connector ... "
    "is|are|gone|went|got|getting|all|looks ... "
    "droopy|drooping|drooped|sagging|saggy|gooey|warped|sticky|runny|bubbled|shriveled|brown|melty|soft|"
    "mushy|gummy",
    "droopy|sagging|gooey|warped|curled|bubbled|melty|softened plastic|cord|plug|casing|outlet",
    "little|tiny|jumping|orange|blue ... stars|fireflies|lightning|lightening|sparkles|sparklers|sparkler",
)
SCORCHED = any_of(
    "black|brown|dark|big|a|the scorch|scorching|singe",
    "scorch|scorches|scorched ... up|on|across|along|behind|above",
)
BUZZES_HOT = any_of(
    "buzzing|humming|spitting|crackling|hissing ... ... hot",
    "sizzling|crackling|spitting ... ... ... black|brown|scorched",
    "hot ... ... buzzing|humming|spitting|crackling",
)
WENT_BANG = any_of(
    "outlet|socket|plug|breaker|panel|disconnect|cord|switch|fuse_box|power_strip ... went|goes "
    "bang|boom|kaboom|pow|zap",
    "cord|plug ... soft|gooey|sticky",
)
PANEL_BUZZES_HOT = any_of(
    "buzzing|humming|crackling|sizzling ... ... panel|outlet|breaker|switch|fuse_box|plug ... hot|warm|toasty"
)
FORCED_ON = any_of(
    "taped|wedged|propped|jammed|tied|clamped|stuck|penny|foil|popsicle|nail|toothpick ... ... "
    "breaker|fuse|on|it|switch|breakers",
    "breaker|fuse ... ... taped|wedged|propped|jammed|tied|clamped|penny|foil",
)
""" "I wedged the breaker so it would stay on"."""
BREAKERS = any_of("breaker|breakers|fuse|fuses|fuse_box|panel|box_with|breaker_box")
HOT_OR_SMELLS = any_of("{smell}|buzzing|humming|sizzling", "is|are|gets|feels|getting|real|so hot|warm", smell=SMELL)
SMELLS_HOT = any_of(
    "{smell} ... ... crayon|crayons|crayola|candle|wax|camp|campfire|marshmallow|marshmallows|matches|match|doll|"
    "toaster|curling_iron|hair_dryer|hair|tar|glue|fish|fishy|solder|skillet|fireworks|firecracker|cap_gun|varnish",
    "candle|fish|fishy|waxy|crayon|plasticky|tarry kind_of|sort_of? {smell}",
    smell=SMELL,
)
CLOTH_SINGED = any_of(
    "rug|carpet|mat|blanket|bedspread|curtain|curtains|cushion|mattress ... ... "
    "crunchy|crispy|stiff|scorched|brown|singed|charred|tan|hot"
)
A_CORD = any_of("cord|cords|plug|outlet|space_heater|power_strip|extension_cord|charger|electric_blanket|baseboard")
NOISY_INSIDE = any_of(
    "popping|pops|pop|popcorn|crackle|crackles|crackling|snap|snapping|sizzling|sizzle|bacon|frying ... ... "
    "in|inside|behind|within ... wall|walls|ceiling|drywall|there|headboard|paneling",
    "wall|walls|ceiling|drywall|plaster ... popping|crackling|sizzling|snapping|pops|crackles",
)
WALL_SINGED = any_of(
    "brown|tan|dark|black|yellow|yellowish spot|patch|ring|mark|circle",
    "turning|turned|going|gone|getting|went brown|tan|black|yellow|dark",
    "wall|drywall|paint|plaster|wallpaper|plate|ceiling ... warm|hot|brown|tan|bubbling|blistering|blistered",
    "lights|lamps|tv ... dim|dims|dimming|flicker|flickers|flickering|blink|blinking",
    "{smell}",
    smell=SMELL,
)
NOT_IN_WIRING = wordset("water pipes ducts duct mice mouse squirrel squirrels raccoon rat rats rain roof cooking stove")
BITES = any_of(
    "bites|bit|nips|nipped|kicks|kicked|zings|jolts|jolted|zaps|zapped|stings|stung|shocks|grabbed|grabs|got|gets "
    "me|you|us|him|her|my|your ... elbow|shoulder|arm|hand|hands|fingers|when|whenever|if|clear|across|every|good",
    "bit|nipped|kicked|zapped|jolted|stung by|off the|my|our|that",
    "lit|lights me|him|her|us|you up",
    "i|you|we|she|he get|gets|got|getting bit|zapped|nipped|stung|kicked|zinged|jolted",
)
THROWS = any_of(
    "knocked|set|put|threw|sat|laid|kicked|blew|tossed me|him|her|us|my_boy|my_son|my_husband|my_wife|my_daughter|"
    "my_girl|my_kid|my_mom|my_dad|my_guy|my_helper|the_kid|the_plumber|the_baby ... ... "
    "backside|butt|rear|floor|behind|tail|across|wall|ground|back|seat"
)
LIMB_NUMB = any_of(
    "arm|arms|hand|hands|elbow|fingers|teeth ... dead|numb|asleep|tingles|tingled|tingle|tingling|buzzing|buzzes"
)
TICKLES = any_of(
    "buzz|tickle|tickles|jolt|zing|prickle|twinge|tremble ... ... fingers|finger|arm|elbow|hand|hands|current|teeth",
    "tickle|buzz|bit|feel|little of? current",
)
TOUCHED = any_of(
    "touch|touched|touches|touching|grab|grabbed|grabs|hold|held|took_hold|reach|reached|turn|turned|unplug|unplugged|"
    "plugging|jiggle|jiggled|flip|flipped|brush|brushed|lean|leaned|barefoot|wet|damp|sump|swim|swimming"
)
LIVE_THING = any_of(
    "washer|dryer|fridge|refrigerator|freezer|faucet|tap|sink|shower|tub|pipe|pipes|handle|knob|furnace|cabinet|heater|"
    "stove|oven|range|switch|plug|outlet|cord|pump|ladder|pool|siding|metal|panel|box|unit|dishwasher|microwave|lamp|"
    "fixture|rail|railing|gutter|meter|pole"
)
NOT_LIVE = wordset(
    "static carpet socks dog dogs cat mosquito mosquitoes mosquitos bee bees wasp wasps hornet snake spider ant ants "
    "price bill quote cost phone gun rifle recoil hunting horse"
)
WIRE_OFF = any_of(
    "wire|line|cable|lines|wires ... ... off|down|fell|loose|torn|ripped|laying|lying|hanging|across",
    "tore|pulled|took|ripped|knocked|brought|caught|snagged|hit|down|came|fell ... ... wire|line|lines|wires|cable",
)
WRITHES = any_of(
    "it|they|that|wire|line|lines|wires is|are|was|keeps ... ... "
    "hopping|jumping|dancing|arcing|snapping|whipping|flopping|wriggling|crackling|spitting|popping|sizzling|smoking"
)
WIRE_DOWN = any_of("wire|wires|power_line|cable ... ... down|laying|lying|fell|hanging|across")
OUT_THERE = any_of("yard|driveway|street|lawn|ground|pole|roof|sidewalk|alley|fence")
HUMS = any_of("it|they|that|wire|line|and is|are|was|keeps? humming|buzzing|sizzling|hissing|hums|buzzes")
LIGHTS_SURGE = any_of(
    "lights|lamps|bulbs ... ... bright|brighter|brighten|flare|flares|flaring|surge|surges|surging|brown"
)
BOX_NOISY = any_of(
    "meter|panel|box|breaker|transformer|weatherhead|pole ... ... "
    "spitting|popping|buzzing|humming|crackling|sizzling|snapping|hissing|arcing|hot|smells|banging"
)
WATER_COMES = any_of(
    "raining|rain|water|tub|toilet|sink|shower|leak|leaking|dripping|overflowed|flooded|dishwasher|ran_over|run_over|"
    "drips|pipe|washer"
)
THROUGH_A_LIGHT = any_of(
    "raining|pouring|dripping|leaking|running|coming|drips|pours|streaming|came|trickling|gushing|drip|comes ... "
    "through|out_of|from|into|onto|inside ... "
    "light|lights|fixture|chandelier|ceiling_fan|fan|can_lights|bulb|fuse_box|panel|breaker_box|outlet|switch"
)
DRIPPING_LIGHT = any_of(
    "light|fixture|chandelier|ceiling_fan|bulb|sconce|globe ... ... drips|dripping|leaking|sputters|"
    "sputtering|full_of_water|soaked",
    "light|light's|fixture|chandelier|bulb|sconce|globe|bowl is|has|just? ... full|filled|filling|fills|holding ... "
    "water",
    "water|raining|rain|coming|running ... ... down ... ... ... panel|breaker_box|fuse_box|outlet|outlets|switch",
)
STANDS_DEEP = any_of(
    "foot|feet|inches|inch|knee_deep|ankle_deep of? water",
    "water|it is|was|has? up over|past|to|above the|my|our? wall|bottom? plugs|outlets|sockets|outlet",
    "water ... ... basement|cellar|crawlspace|floor|ankles|knees",
    "flooded|flooding|wet basement|cellar",
)
PLUGGED_IN_IT = any_of(
    "plugged|plug in|under|underwater",
    "box|panel|breakers|outlets|outlet|plug|cord|power_strip ... ... "
    "under|underwater|submerged|in_it|in_the_water|half",
    "throw|flip|kill|reach the|that main|breaker|breakers|switch",
    "over|past|above|to the|my|our wall|bottom? plugs|outlets|sockets",
    "freezer|fridge|refrigerator|dryer|washer|pump|heater|furnace|water_heater|dehumidifier|fan is|just|still? "
    "humming|running|going|on|plugged in_it|in_that|in_the_water|in_there|down_there",
)
SHOOTS = any_of(
    "shot|shoots|shooting|spit|spat|spits|jumped|flashed|flared|threw|popped a|an|some|out? "
    "blue|orange|white|yellow|green|fire ... at|out|up|me|my|into|across",
    "shot|spit|spat|flashed|flared|popped blue|orange|white",
)
PLUGS = any_of("plug|plugs|plugged|plugging|unplug|unplugged|outlet|socket|cord|switch|breaker|prong|prongs|receptacle")
_BOX = (
    "breaker_box|electric_box|electrical_box|power_box|meter_box|fuse_box|disconnect_box|gray_box|panel|breaker_panel|"
    "transformer|disconnect|meter|weatherhead|junction_box|outlet|breaker|breakers"
)
POWER_BOX = any_of(
    "{box}",
    "box|thing|can|pipe|wires ... power|electric|electricity|lines|service|wires come|comes|coming|enters|feeds in",
    "box on_the pole|poles",
    "little|small? door on|of|to ... breakers|fuses|panel",
    box=_BOX,
)
OOZES = any_of(
    "dripping|drips|drip|oozing|oozes|leaking|leaks|weeping|running|seeping ... black|brown|sticky|dark|hot "
    "goo|tar|gunk|stuff|gel|goop|ooze|wax|oil|plastic|slime|syrup|liquid",
    "weeping|oozing|oozes something|something's|stuff ... sticky|black|brown|gooey|tarry",
    "black|brown|sticky goo|goop|tar|gunk|ooze ... dripping|running|coming|out|down|under|below",
)
HUMS_LIKE = any_of(
    "hums|humming|buzzes|buzzing|hum|buzz|roars|roaring ... like ... "
    "beehive|bees|hive|hornets|hornet|wasps|swarm|chainsaw|bandsaw|generator|razor|locusts|cicadas"
)
BURNED_A_HAND = any_of(
    "burned|burnt|scorched|blistered|seared his|her|my|their|our|the? ... palm|hand|hands|finger|fingers|thumb ... "
    "opening|opened|touching|touched|on|from|off|when|just"
)
OF_BEES = wordset("bees bee hive wasps built roof driveway sealant condensate drain honey")
GONE_BRIGHT = any_of(
    "lights|lamps|bulbs ... ... bright|brighter|flare|flares|flaring|surge|surges|surging ... ... "
    "dim|dimmer|brown|down|pop|popped|popping",
    "lights|lamps|bulbs ... real|super|way|so|extra|crazy bright",
    "lights|lamps|bulbs ... bright as|like",
)
IT_FRIES = any_of(
    "microwave|tv|television|computer|fridge|refrigerator|stereo|clock|router|washer|coffee_maker|bulbs|bulb|charger|"
    "thermostat|furnace|freezer ... popped|pops|quit|fried|died|blew|burned|burnt|smoked|coughed|zapped|cooked|doing_it"
)
NOT_SURGES = wordset("movie car truck screen picture dimmer led leds headlights")
